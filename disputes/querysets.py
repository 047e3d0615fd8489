"""Who may know of a dispute case, and the lists people work from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.aggregates import StringAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, Func, OuterRef, Prefetch, Q, Subquery, TextField, Value

from casework.querysets import AmongThese, FileQuerySet
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
FINISHED = {"closed_out", "archived", "declined", "merged"}
IN_HAND = OPEN | {"concluded", "performing"}  # somebody still has to do something
WAITING = {"papers": "awaiting_supplement", "appraisal": "suspended", "payment": "performing"}
ENDED = {"concluded", "performing", "closed_out", "archived"}
ROUTE_OPEN = {"prepared", "filed", "docketed", "issued", "served"}


class DisputeCaseQuerySet(SearchableQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """The own subtree by duty; a mediator only the cases in hand, as mediation is not public."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        if officer.duty == Duty.MEDIATOR:
            return self.filter(self.in_hands_of(officer))
        return self.within(officer).open_to(officer) if officer.duty in READERS else self.none()

    def open_to(self, officer: Officer) -> Self:
        """Without the restricted cases for which others are named: to everybody else they do not exist."""
        from disputes.models import CaseClearance

        named = CaseClearance.objects.filter(file=OuterRef("pk"), officer=officer)
        return self.filter(Q(is_restricted=False) | Exists(named))

    def in_hands_of(self, officer: Officer) -> Q:
        """The cases a mediator presides over, or mediates beside others."""
        from disputes.models import Assignment

        beside = Assignment.objects.in_force().filter(officer=officer, presides=False).order_by()
        return Q(mediator=officer) | Q(AmongThese(F("pk"), ArraySubquery(beside.values("file"))))

    def within(self, officer: Officer) -> Self:
        return self.filter(within(officer.path)) if officer.path else self.none()

    def for_list(self) -> Self:
        rows = super().for_list().select_related("org__region", "category__parent", "mediator__user")
        return rows.prefetch_related("parties", "relations")

    def for_page(self) -> Self:
        from disputes.models import Party

        rows = super().for_page().select_related("category__parent", "mediator__user", "mediator__org")
        rows = rows.select_related("work_region", "recorded_by__user", "agreement")
        return rows.prefetch_related(
            Prefetch("parties", Party.objects.select_related("employer").prefetch_related("proxies"))
        )

    def for_step(self) -> Self:
        """Few steps look at the parties, or at who else has to do with the case: those read them."""
        return super().for_page().select_related("category")

    def running(self) -> Self:
        """Neither declined nor ended: the time limit for mediation still matters."""
        return self.filter(state__in=OPEN)

    def still_open(self) -> Self:
        """The file has not been closed, whether anything is left to mediate or to pay."""
        return self.exclude(state__in=FINISHED)

    def counted(self) -> Self:
        """As statistics count: a case merged into another is that other case."""
        return self.exclude(state="merged")

    def parts_of(self, case: DisputeCase) -> Self:
        return self.filter(relations__kind="child", relations__other=case)

    def related_to(self, case: DisputeCase) -> Self:
        """The cases at the other end of a relation, whichever end that is."""
        there = case.relations.values("other")
        back = case.relations_back.values("file")
        return self.filter(Q(pk__in=there) | Q(pk__in=back))

    def to_be_returned(self) -> Self:
        """The return list: sent by a court, ended without agreement, and the court has not got its file back."""
        ended = Q(outcome__in=["failed", "terminated", "withdrawn"], returned_on=None)
        return self.filter(ended, origin__in=["court_assigned", "court_entrusted"])

    def sham_reported(self) -> Self:
        """Stopped for suspected sham mediation, and nobody has answered the report."""
        return self.filter(end_reason="sham", outcome="terminated", sham_answered_on=None)

    def due_for_appraisal(self, today: date) -> Self:
        """Archived, past their term and not on hold: the list the archive looks through."""
        return self.filter(state="archived", destroyed_on=None, on_hold=False, kept_until__lt=today)

    def awaiting_papers(self) -> Self:
        return self.filter(state="awaiting_supplement")

    def limitation_ends(self, since: date, until: date) -> Self:
        """Open cases whose limitation of arbitration ends between the two days, both included."""
        return self.filter(state__in=OPEN, limitation_expires_on__range=(since, until))

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
        """Cases with a respondent of that name or a part of it.

        The names are read row by row: PostgreSQL takes an EXISTS with a word in it for rare, and would sort all cases
        with a frequent word instead of walking the list.
        """
        from disputes.models import Party

        respondents = Party.objects.filter(file=OuterRef("pk"), role="respondent").order_by().values("file")
        names = respondents.annotate(names=StringAgg("name", Value("\n"), output_field=TextField())).values("names")
        rows = self.naming(name, officer).annotate(against=Func(Subquery(names), function="search_plain"))
        return rows.filter(holds("against", name))

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

    def at_the_limit(self, today: date) -> Self:
        """In mediation on the last day of the limit or after it, and nobody was asked yet to end or extend."""
        return self.filter(state__in=CLOCK_RUNS & WITH_MEDIATOR, due_on__lte=today, failure_proposed_on=None)

    def to_be_ended(self) -> Self:
        """In mediation though its time is over: the mediator ends it, or had it extended in time."""
        return self.filter(state__in=CLOCK_RUNS & WITH_MEDIATOR, failure_proposed_on__isnull=False)

    def overdue(self, today: date) -> Self:
        """Mediation not ended in time, or an instalment not paid in time."""
        late = Q(state__in=CLOCK_RUNS, due_on__lt=today) | Q(state="performing", pay_by__lt=today)
        return self.filter(late)

    def in_default(self, today: date) -> Self:
        """An agreed day for a payment has passed and it was not paid in full."""
        return self.filter(state="performing", pay_by__lt=today)

    def to_follow_up(self) -> Self:
        """A payment is to be reminded of, or a default to be answered."""
        from disputes.models import FollowUp

        return self.filter(Exists(FollowUp.objects.open().filter(file=OuterRef("pk"))), state="performing")

    def pressing(self, since: date, until: date) -> Self:
        """The next day that counts lies between the two, both included."""
        days = (since, until)
        return self.filter(Q(state__in=CLOCK_RUNS, due_on__range=days) | Q(state="performing", pay_by__range=days))


class RouteQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """Whoever may know of the case may know of its ways."""
        from disputes.models import DisputeCase

        return self.filter(case__in=DisputeCase.objects.visible_to(officer).order_by().values("pk"))

    def for_list(self) -> Self:
        return super().for_list().select_related("org__region", "case")

    def for_page(self) -> Self:
        return super().for_page().select_related("case__org", "case__mediator")

    def open(self) -> Self:
        return self.filter(state__in=ROUTE_OPEN)
