"""Who may know of a dispute case, and the lists people work from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, OuterRef, Q

from casework.searching import SearchableQuerySet, holds
from casework.secrets.fields import BlindIndexField, by_blind
from casework.subtree import within
from organizations.models import Duty

if TYPE_CHECKING:
    from disputes.models import DisputeCase
    from organizations.models import Officer

READERS = {
    Duty.CASE_OFFICER,
    Duty.COMMITTEE_DIRECTOR,
    Duty.SIGNATORY,
    Duty.LIAISON,
    Duty.STATISTICIAN,
    Duty.ARCHIVIST,
    Duty.DUTY_LEADER,
    Duty.HOTLINE_OPERATOR,
    Duty.SUPERVISOR,
    Duty.QUALITY_INSPECTOR,
}
INTAKE = {"applied", "awaiting_supplement"}
ACCEPTED = {"accepted", "assigned", "mediating", "suspended"}
WITH_MEDIATOR = {"assigned", "mediating", "suspended"}
OPEN = INTAKE | ACCEPTED
CLOCK_RUNS = OPEN - {"awaiting_supplement", "suspended"}
IN_HAND = OPEN | {"concluded", "performing"}  # somebody still has to do something
WAITING = {"papers": "awaiting_supplement", "appraisal": "suspended", "payment": "performing"}
ENDED = {"concluded", "performing", "closed_out", "archived"}


class DisputeCaseQuerySet(SearchableQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """The own subtree by duty; a mediator only the cases in hand, as mediation is not public."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        if officer.duty == Duty.MEDIATOR:
            return self.filter(mediator=officer)
        return self.within(officer) if officer.duty in READERS else self.none()

    def within(self, officer: Officer) -> Self:
        return self.filter(within(officer.path)) if officer.path else self.none()

    def for_list(self) -> Self:
        rows = super().for_list().select_related("org__region", "category__parent", "mediator__user")
        return rows.prefetch_related("parties")

    def for_page(self) -> Self:
        rows = super().for_page().select_related("category__parent", "mediator__user", "mediator__org")
        return rows.prefetch_related("parties__employer")

    def running(self) -> Self:
        """Neither declined nor ended: the time limit for mediation still matters."""
        return self.filter(state__in=OPEN)

    def awaiting_papers(self) -> Self:
        return self.filter(state="awaiting_supplement")

    def in_hand(self) -> Self:
        """Neither closed nor declined. Every list by urgency is one of these: an index holds them in that order."""
        return self.filter(state__in=IN_HAND)

    def waiting_for(self, whom: str = "") -> Self:
        """Cases that stand still until others act: papers, an appraisal or decision, or a payment not yet late."""
        return self.filter(state__in=[WAITING[whom]] if whom in WAITING else sorted(WAITING.values()))

    def touched_by(self, officer: Officer) -> Self:
        """The cases an officer mediates or took a step on."""
        if officer.duty == Duty.MEDIATOR:
            return self.filter(mediator=officer)
        return self.filter(pk__in=self.model.objects.filter(events__by=officer).values("pk"))

    def beside(self, case: DisputeCase, ordering: str) -> tuple[DisputeCase | None, DisputeCase | None]:
        """The cases before and after one in a list by this column."""
        column = ordering.removeprefix("-")
        place = getattr(case, column)
        lower = self.filter(**{f"{column}__lt": place}).order_by(f"-{column}").first()
        higher = self.filter(**{f"{column}__gt": place}).order_by(column).first()
        return (higher, lower) if ordering.startswith("-") else (lower, higher)

    def against(self, name: str, officer: Officer) -> Self:
        """Cases with a respondent of that name or a part of it."""
        from disputes.models import Party

        named = Party.objects.filter(file=OuterRef("pk"), role="respondent", name__icontains=name)
        return self.naming(name, officer).filter(Exists(named))

    def naming(self, word: str, officer: Officer) -> Self:
        """Cases whose number, employers or facts hold the word.

        A mediator has few cases, some from above or below the own union: they are read, no index is asked.
        """
        if officer.duty == Duty.MEDIATOR:
            return self.filter(holds("search_text__text", word))
        return self.containing(word, officer.path)

    def numbered(self, number: str) -> Self:
        """The case of exactly this number, or of exactly this number at a court or another office."""
        return self.filter(Q(number=number) | (Q(external_no=number) & ~Q(external_no="")))

    def about_number(self, text: str) -> Self:
        """Cases with exactly this telephone or identity number among the parties, however it is written."""
        from disputes.models import Party

        phone, number = Party._meta.get_field("phone_index"), Party._meta.get_field("id_index")
        assert isinstance(phone, BlindIndexField)
        assert isinstance(number, BlindIndexField)
        people = Party.objects.filter(by_blind(phone, text) | by_blind(number, text.upper()))
        return self.filter(pk__in=people.values("file"))

    def of_person(self, name: str) -> Self:
        """Cases of a person of this name, or of a name that begins so.

        Minors, and everybody in a case whose names are hidden, cannot be found by name: the answer alone would tell.
        """
        from disputes.models import Party

        people = Party.objects.filter(employer=None, is_minor=False, file__names_hidden=False)
        return self.filter(pk__in=people.filter(name__startswith=name).values("file"))

    def with_employers(self, keys: list[int]) -> Self:
        """Cases with one of these entries of the register among the parties, or with one joined to it."""
        from disputes.models import Party

        family = Q(employer__in=keys) | Q(employer__merged_into__in=keys)
        return self.filter(pk__in=Party.objects.filter(family).values("file"))

    def in_hand_of(self, officer: Officer) -> Self:
        """The open cases that count against a mediator's limit."""
        return self.filter(mediator=officer, state__in=WITH_MEDIATOR)

    def overdue(self, today: date) -> Self:
        """Mediation not ended in time, or an instalment not paid in time."""
        late = Q(state__in=CLOCK_RUNS, due_on__lt=today) | Q(state="performing", pay_by__lt=today)
        return self.filter(late)

    def pressing(self, since: date, until: date) -> Self:
        """The next day that counts lies between the two, both included."""
        days = (since, until)
        return self.filter(Q(state__in=CLOCK_RUNS, due_on__range=days) | Q(state="performing", pay_by__range=days))
