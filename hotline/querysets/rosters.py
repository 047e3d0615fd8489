"""Who may read a duty roster, and who answers now."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Length

from casework.querysets import FileQuerySet
from hotline.coverage import Span
from organizations.models import Duty, Officer

if TYPE_CHECKING:
    from organizations.models import UnionOrg


def lineage_of(path: str) -> list[str]:
    """A path and those of all its superiors: "53/29/23/" → "53/", "53/29/", "53/29/23/"."""
    steps = [step for step in path.split("/") if step]
    return ["/".join(steps[: n + 1]) + "/" for n in range(len(steps))]


class RosterQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """Rosters of the own subtree; of the unions above those that are out, as whoever they serve must reach them.

        What is still a draft is known to the duty leaders only.
        """
        if officer.duty == Duty.SYSTEM:
            return self.all()
        if not officer.path:
            return self.none()
        served = Q(scope__startswith=officer.path) | Q(scope__in=lineage_of(officer.path))
        rows = self.filter(served)
        if officer.duty == Duty.DUTY_LEADER:
            return rows.filter(~Q(state="draft") | Q(scope__startswith=officer.path))
        return rows.exclude(state="draft")

    def published(self) -> Self:
        return self.filter(state="published")

    def of_org(self, org: UnionOrg) -> Self:
        return self.filter(org=org)

    def overlapping(self, span: Span) -> Self:
        return self.filter(begins_at__lt=span.ends_at, ends_at__gt=span.begins_at)


class ShiftQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """The shifts of the rosters the officer may read."""
        from hotline.models import Roster

        if officer.duty == Duty.SYSTEM:
            return self.all()
        return self.filter(roster__in=Roster.objects.visible_to(officer))

    def for_list(self) -> Self:
        return self.with_people().order_by("-begins_at")

    def for_page(self) -> Self:
        return self.with_people().select_related("roster", "org__region")

    def with_people(self) -> Self:
        people = ("leader__user", "leader__org", "backup__user", "backup__org")
        signers = Officer.objects.select_related("user")
        apart = [Prefetch(signed, signers) for signed in ("handed_over_by", "taken_over_by")]
        return self.select_related("org", "roster", *people).prefetch_related(*apart, "operators__user")

    def standing(self) -> Self:
        """Those that were not taken out of a draft."""
        return self.exclude(state="dropped")

    def in_force(self) -> Self:
        return self.standing().filter(roster__state="published")

    def overlapping(self, span: Span) -> Self:
        return self.filter(begins_at__lt=span.ends_at, ends_at__gt=span.begins_at)

    def on_duty(self, org: UnionOrg, at: datetime) -> Any | None:
        """The shift that answers for the organisation at that instant; where it has none, that of the nearest superior.

        A shift answers from its first instant up to, not at, its last.
        """
        rows = self.in_force().filter(scope__in=lineage_of(org.path), begins_at__lte=at, ends_at__gt=at)
        return rows.select_related("org", "leader__user").order_by(Length("scope").desc()).first()

    def handed_to(self, shift: Any) -> Self:
        """The shift of the same organisation that begins when this one ends."""
        return self.in_force().filter(org=shift.org_id, begins_at=shift.ends_at)

    def handed_from(self, shift: Any) -> Self:
        """The shift of the same organisation that ends when this one begins."""
        return self.in_force().filter(org=shift.org_id, ends_at=shift.begins_at)

    def not_handed_over(self, at: datetime, since: datetime) -> Self:
        """Over, and nobody wrote or nobody signed the note."""
        return self.in_force().filter(state__in=["planned", "handed_over"], ends_at__lte=at, ends_at__gt=since)


class ChangeQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        """Read with the shift they belong to."""
        from hotline.models import DutyShift

        return self.filter(shift__in=DutyShift.objects.visible_to(officer))

    def for_page(self) -> Self:
        return self.select_related("by__user", "before__user", "after__user").order_by("-at", "-pk")
