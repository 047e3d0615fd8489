"""Who may know of a group incident: the duty leaders and the signatories of the subtree, nobody else."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Count, Q, QuerySet, Sum

from casework.querysets import FileQuerySet
from organizations.models import Duty

from .rosters import lineage_of

if TYPE_CHECKING:
    from hotline.models import CallRecord
    from organizations.models import Officer, UnionOrg

INCIDENT_READERS = {Duty.DUTY_LEADER, Duty.SIGNATORY}
LIVE = {"proposed", "running", "settled"}


class IncidentQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """Restricted. The union above sees it at once, as its subtree holds it."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        return self.within(officer) if officer.duty in INCIDENT_READERS else self.none()

    def for_list(self) -> Self:
        return super().for_list().select_related("region").prefetch_related("reports")

    def for_page(self) -> Self:
        return super().for_page().select_related("region", "employer", "addressed_to__user", "addressed_to__org")

    def live(self) -> Self:
        return self.filter(state__in=LIVE)

    def proposed(self) -> Self:
        return self.filter(state="proposed")

    def running(self) -> Self:
        return self.filter(state__in=["running", "settled"])

    def about(self, call: CallRecord, org: UnionOrg) -> Self:
        """Live ones at the same employer, by its row in the register or by the very name, there or at a union above."""
        same = Q(employer=call.employer) if call.employer_id else Q(pk__in=[])
        named = Q(employer_name=call.employer_name) if call.employer_name else Q(pk__in=[])
        return self.live().filter(same | named, scope__in=lineage_of(org.path)).order_by("pk")

    def with_report_overdue(self, at: datetime) -> Self:
        return self.filter(pk__in=self.reports().overdue(at).values("incident"))

    def reports(self) -> Any:
        from hotline.models import IncidentReport

        return IncidentReport.objects.all()


class ReportQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        """The reports of the incidents the officer may know of."""
        from hotline.models import GroupIncident

        return self.filter(incident__in=GroupIncident.objects.visible_to(officer))

    def pending(self) -> Self:
        return self.filter(given_at=None, lapsed_at=None)

    def overdue(self, at: datetime) -> Self:
        return self.pending().filter(due_at__lt=at)

    def given(self) -> Self:
        return self.exclude(given_at=None)

    def for_page(self) -> Self:
        return self.select_related("given_by__user", "given_by__org").prefetch_related("addressees")


class IncidentCallQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        from hotline.models import GroupIncident

        return self.filter(incident__in=GroupIncident.objects.visible_to(officer))

    def totals(self) -> dict[str, Any]:
        """How many calls, how many people and how much money they speak of."""
        sums = {"people": Sum("call__workers_affected"), "money": Sum("call__amount")}
        return self.aggregate(calls=Count("pk"), **sums)


class SurgeSheetQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        """Whoever answers calls in the subtree, or above it, or below: a crowd rings every line that serves it."""
        if officer.duty not in {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER} or not officer.path:
            return self.none()
        return self.filter(Q(scope__startswith=officer.path) | Q(scope__in=lineage_of(officer.path)))

    def open(self) -> Self:
        return self.filter(closed_at=None)

    def for_page(self) -> Self:
        return self.select_related("org__region", "region", "category__parent", "order", "employer")
