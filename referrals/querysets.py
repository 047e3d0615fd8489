"""Who may know of a referral, and what waits for whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Exists, OuterRef, Q

from casework.querysets import FileQuerySet
from organizations.models import Duty

if TYPE_CHECKING:
    from organizations.models import Officer

UNION = {Duty.LIAISON, Duty.CASE_OFFICER, Duty.COMMITTEE_DIRECTOR, Duty.SIGNATORY, Duty.STATISTICIAN}
WITH_AUTHORITY = ("sent", "acknowledged", "accepted")
RECALLED = Q(state="recalled", closed_on=None)
WAITING = {
    Duty.LIAISON: ("draft", "send_failed", "returned", "completed"),
    Duty.CASE_OFFICER: ("draft",),
    Duty.COMMITTEE_DIRECTOR: ("draft",),
    Duty.SIGNATORY: ("draft",),
    Duty.AUTHORITY_OFFICER: WITH_AUTHORITY,
}


class ReferralQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """Own subtree for those who refer, decide or count; an authority what lies on its own desk or it has sent."""
        if officer.duty in UNION:
            return self.within(officer)
        if officer.duty == Duty.AUTHORITY_OFFICER:
            return self.received_by(officer.authority_id)
        if officer.duty == Duty.MEDIATOR:
            return self.filter(case__in=self.cases_of(officer))
        return self.all() if officer.duty == Duty.SYSTEM else self.none()

    def cases_of(self, officer: Officer) -> Any:
        """The cases the mediator may know of, as keys."""
        return self.model.case.field.related_model.objects.visible_to(officer).values("pk")

    def received_by(self, authority_id: int | None) -> Self:
        """Referrals laid on this authority's desk and really sent: a draft shows nothing, whatever its number."""
        entries = self.model.inbox_entry.related.related_model.objects.filter(referral=OuterRef("pk"))
        laid = Q(Exists(entries)) | Q(direction="incoming")
        return self.filter(laid, authority=authority_id, sent_at__isnull=False)

    def received_as(self, authority: Any, kind: Any, external_no: str) -> Self:
        """What this authority has sent under this number of its own, unless it was withdrawn or sent back."""
        rows = self.filter(direction="incoming", authority=authority, kind=kind, external_no=external_no)
        return rows.exclude(state="recalled").filter(returned_code="")

    def moved_on(self) -> Self:
        """Incoming ones whose dispute case went a step the sender was not told of."""
        decided = Q(state="acknowledged") & (Q(case__accepted_on__isnull=False) | Q(case__declined_on__isnull=False))
        ended = Q(state="accepted") & ~Q(case__outcome="")
        return self.filter(decided | ended, direction="incoming", case__isnull=False).select_related("case", "kind")

    def for_list(self) -> Self:
        return self.select_related("org", "authority", "kind").order_by("-pk")

    def for_desk(self) -> Self:
        """With what a card of the authority's desk shows: the papers and what was asked."""
        return self.for_list().prefetch_related("attachments", "questions")

    def for_page(self) -> Self:
        return self.select_related(
            "org__region", "authority__region", "kind", "owner__user", "case", "order", "document"
        )

    def with_authority(self) -> Self:
        """Delivered and not answered yet."""
        return self.filter(state__in=WITH_AUTHORITY, direction="outgoing")

    def open(self) -> Self:
        return self.exclude(state__in=["closed", "recalled"])

    def waiting_for(self, officer: Officer) -> Self:
        """What this officer's duty has to move next; a case officer minds the own drafts."""
        outgoing = Q(state__in=WAITING.get(Duty(officer.duty), ()), direction="outgoing")
        if officer.duty == Duty.AUTHORITY_OFFICER:
            outgoing |= RECALLED & Q(direction="outgoing")
        if officer.duty == Duty.CASE_OFFICER:
            outgoing &= Q(owner=officer)
        rows = self.filter(outgoing | self.incoming_for(officer))
        more = self.to_carry() | self.asked() | self.link_wanted() | self.notice_given_up()
        return rows | more if officer.duty == Duty.LIAISON else rows

    def incoming_for(self, officer: Officer) -> Q:
        """What came in and is not signed for, or has no case to answer it, is for both duties of the union."""
        if officer.duty not in {Duty.LIAISON, Duty.CASE_OFFICER}:
            return Q(pk=None)
        open_ones = Q(state="sent") | Q(state__in=["acknowledged", "accepted"], case=None)
        return Q(direction="incoming") & (open_ones | Q(state__in=["completed", "returned"]) | RECALLED)

    def to_carry(self) -> Self:
        """What is made and waits for somebody to take it there."""
        return self.filter(state="queued", channel__in=["paper", "package"])

    def asked(self) -> Self:
        """An authority has asked and waits for the answer."""
        questions = self.model.questions.rel.related_model.objects.filter(referral=OuterRef("pk"), answered_at=None)
        return self.filter(Exists(questions), state__in=[*WITH_AUTHORITY, "returned", "completed"])

    def link_wanted(self) -> Self:
        """An authority whose link is over has asked for a new one."""
        links = self.model.links.rel.related_model.objects.filter(referral=OuterRef("pk"), revoked_at=None)
        return self.filter(Exists(links.exclude(wanted_at=None)), state__in=WITH_AUTHORITY)

    def notice_given_up(self) -> Self:
        """Of which the other side could not be told something."""
        deliveries = self.model.deliveries.rel.related_model.objects
        return self.filter(Exists(deliveries.notices_given_up().filter(referral=OuterRef("pk"))))

    def held_back(self) -> Self:
        """Of which a message waits behind an earlier one of the same case that was given up, maybe by another union."""
        deliveries = self.model.deliveries.rel.related_model.objects
        return self.filter(pk__in=deliveries.held_back().order_by().values("referral"))

    def recalled_unread(self) -> Self:
        """Taken back while the authority held it, and nobody there has said that it knows."""
        return self.filter(RECALLED, direction="outgoing")

    def answered_since(self, day: date) -> Self:
        return self.filter(result_on__gte=day)


class JointMatterQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """The union's own board. An authority sees its referral on its own desk and nothing of the others."""
        return self.within(officer) if officer.duty in UNION else self.none()

    def for_list(self) -> Self:
        return self.select_related("org").prefetch_related("seats__referral__authority").order_by("-pk")

    def for_page(self) -> Self:
        return self.select_related("org__region", "owner__user", "case", "order", "document")
