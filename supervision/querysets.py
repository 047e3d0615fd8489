"""Who may know of a supervision file, and the lists people work from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, OuterRef, Prefetch, Q

from casework.querysets import FileQuerySet
from organizations.models import Duty

if TYPE_CHECKING:
    from organizations.models import Officer, UnionOrg

READERS = {
    Duty.SUPERVISOR,
    Duty.COMMITTEE_DIRECTOR,
    Duty.SIGNATORY,
    Duty.LIAISON,
    Duty.CASE_OFFICER,
    Duty.STATISTICIAN,
    Duty.ARCHIVIST,
    Duty.DUTY_LEADER,
}
RUNNING = {
    "draft",
    "returned_for_revision",
    "in_review",
    "approved",
    "dispatched",
    "service_failed",
    "awaiting_reply",
    "replied",
    "verifying",
}


class SupervisionQuerySet(FileQuerySet):
    """Matters and documents are read by the same people: those of the union concerned and of the unions above it."""

    def visible_to(self, officer: Officer) -> Self:
        """The clock itself acts on any file; people see the subtree of their own organisation."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        return self.within(officer).open_to(officer) if officer.duty in READERS else self.none()

    def open_to(self, officer: Officer) -> Self:
        """Without what belongs to restricted matters for which others are named: to everybody else it does not exist.

        Those matters are few and have an index of their own, so a list pays for one small set and not for each row.
        """
        return self.exclude(matter__in=closed_to(officer))


def closed_to(officer: Officer) -> MatterQuerySet:
    from supervision.models import MatterClearance, SupervisionMatter

    named = MatterClearance.objects.filter(file=OuterRef("pk"), officer=officer)
    return SupervisionMatter.objects.filter(is_restricted=True).exclude(Exists(named)).order_by()


class MatterQuerySet(SupervisionQuerySet):
    def open_to(self, officer: Officer) -> Self:
        return self.exclude(pk__in=closed_to(officer))

    def for_list(self) -> Self:
        return super().for_list().select_related("employer", "topic")

    def for_page(self) -> Self:
        return super().for_page().select_related("employer__region", "topic", "case")

    def for_ladder(self) -> Self:
        """With everything the ladder of an employer shows, in a fixed number of statements."""
        clocks = ("documents__deadlines__rule", "documents__replies")
        named = ("documents__org", "documents__authority", "documents__employer")
        beside = ("partner_documents__issuer", "partner_documents__authority")
        return self.for_list().prefetch_related(*clocks, *named, *beside)

    def open(self) -> Self:
        return self.filter(state="open")

    def to_decide(self) -> Self:
        """Complaints neither accepted nor declined with notice: the clock of the notice of refusal runs."""
        return self.filter(deadlines__rule__code="supervision.decline_notice", deadlines__met_on=None)

    def asked(self) -> Self:
        """Unions below asked for a recommendation, and none has been begun."""
        from supervision.models import SupervisionDocument

        begun = SupervisionDocument.objects.filter(matter=OuterRef("pk"), kind="recommendation")
        waiting = self.filter(asked_on__isnull=False, state="open")
        return waiting.exclude(Exists(begun.exclude(state__in=["void", "withdrawn"])))


class DocumentQuerySet(SupervisionQuerySet):
    def for_list(self) -> Self:
        return super().for_list().select_related("matter", "employer", "authority", "drafter__user")

    def for_page(self) -> Self:
        people = ("drafter__user", "drafter__org", "approved_by__user", "approved_by__org")
        return (
            super()
            .for_page()
            .select_related("matter__topic", "matter__org", "employer", "authority", "sealing", *people)
        )

    def running(self) -> Self:
        """Neither ended nor passed on to the next document."""
        return self.filter(state__in=RUNNING)

    def drafting(self) -> Self:
        return self.filter(state__in=["draft", "returned_for_revision"])

    def to_review(self) -> Self:
        return self.filter(state="in_review", endorsed_by=None)

    def to_sign(self) -> Self:
        return self.filter(state="in_review", endorsed_by__isnull=False)

    def to_seal(self) -> Self:
        """Signed, and the seal is not on yet."""
        return self.filter(state="approved", sealing=None)

    def verified_by(self, code: str) -> Self:
        """The document a reader has before him, by the code printed on it. Open to everybody who has the paper."""
        return self.filter(verification_code=code).exclude(verification_code="")

    def to_serve(self) -> Self:
        return self.filter(state__in=["approved", "dispatched", "service_failed"])

    def awaiting(self, today: date) -> Self:
        """Served, and the time to reply still runs."""
        return self.filter(state="awaiting_reply").exclude(due_on__lt=today)

    def due_soon(self, today: date) -> Self:
        """Candidates for a reminder: the last day is near; the rule itself says how near."""
        return self.awaiting(today).filter(due_on__lte=today + timedelta(days=14))

    def escalatable(self, today: date) -> Self:
        """The next document is possible: the last day has passed without a reply, or the document failed before."""
        silent = self.filter(state="awaiting_reply", due_on__lt=today)
        return self.filter(pk__in=silent.values("pk").union(self.to_follow().values("pk")))

    def to_follow(self) -> Self:
        """Failed, the matter is open, and nobody has begun the next document. Nothing follows a recommendation."""
        later = self.model._default_manager.filter(matter=OuterRef("matter"), pk__gt=OuterRef("pk"))
        failed = self.filter(state="escalated", matter__state="open").exclude(kind="recommendation")
        return failed.exclude(Exists(later.exclude(state__in=["void", "withdrawn"])))

    def escalatable_from(self, day: date) -> Self:
        """Those for which the next document becomes possible on that day, if no reply comes."""
        return self.filter(state="awaiting_reply", due_on=day - timedelta(days=1))

    def reviewed_since(self, day: date) -> Self:
        """Those that reviewers passed, signed or sent back from that day on."""
        acts = ["endorse", "approve", "return_for_revision"]
        return self.filter(events__verb__in=acts, events__at__date__gte=day).distinct()

    def to_verify(self) -> Self:
        """Replies of employers; what an authority has docketed waits for its result."""
        return self.filter(state__in=["replied", "verifying"]).exclude(kind="recommendation", state="replied")

    def numbered(self, org: UnionOrg | None, kind: str, year: int) -> Self:
        """One series of numbers."""
        return self.filter(org=org, kind=kind, doc_date__year=year, serial__isnull=False)

    def for_register(self) -> Self:
        """With what is said of a number that came to nothing."""
        from supervision.models import DocumentEvent

        why = DocumentEvent.objects.filter(verb__in=["void", "withdraw"]).order_by("pk")
        rows = self.select_related("employer", "authority", "drafter__user", "approved_by__user")
        return rows.prefetch_related(Prefetch("events", why, to_attr="endings"))

    def addressed_to(self, text: str) -> Self:
        return self.filter(Q(employer__name__icontains=text) | Q(authority__name__icontains=text))


class PartnerQuerySet(SupervisionQuerySet):
    def for_list(self) -> Self:
        return super().for_list().select_related("matter__employer", "issuer", "authority")

    def for_page(self) -> Self:
        return super().for_page().select_related("matter__employer", "issuer", "authority")

    def open(self) -> Self:
        """Somebody still waits for an answer or has not assessed it."""
        return self.exclude(state="closed")
