"""Group incidents for systems: known to duty leaders and signatories, to nobody else, as on the pages."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from casework.api import FileSerializer, FileViewSet
from disputes.models import DisputeCase
from hotline.models import GroupIncident, IncidentCall, IncidentReport, ReportAddressee, WorkOrder
from hotline.querysets import INCIDENT_READERS
from hotline.verbs import ENTER_INCIDENT, INCIDENT_VERBS
from organizations.http import officer_of

DATED = {"due_on", "deadlines"}  # no day is counted on an incident: its reports are due at an instant


class AddresseeSerializer(serializers.ModelSerializer[Any]):
    class Meta:
        model = ReportAddressee
        fields = ("to", "way", "at")


class IncidentReportSerializer(serializers.ModelSerializer[Any]):
    kind_label = serializers.CharField(source="get_kind_display", read_only=True)
    addressees = AddresseeSerializer(many=True, read_only=True)

    class Meta:
        model = IncidentReport
        fields = (
            "id",
            "kind",
            "kind_label",
            "due_at",
            "given_at",
            "given_by",
            "lapsed_at",
            "people",
            "text",
            "addressees",
        )


class NextReportSerializer(serializers.ModelSerializer[Any]):
    class Meta:
        model = IncidentReport
        fields = ("kind", "due_at")


class IncidentSerializer(FileSerializer):
    next_report = NextReportSerializer(read_only=True, allow_null=True)
    reports = IncidentReportSerializer(many=True, read_only=True)
    calls = serializers.SerializerMethodField()
    orders = serializers.SerializerMethodField()
    cases = serializers.SerializerMethodField()

    ONE_ONLY = ("claim", "measures", "on_site_leader", "reports", "calls", "orders", "cases")

    class Meta:
        model = GroupIncident
        fields = (
            *(name for name in FileSerializer.FIELDS if name not in DATED),
            "trigger",
            "trigger_word",
            "addressed_to",
            "known_at",
            "began_at",
            "region",
            "place",
            "employer",
            "employer_name",
            "people",
            "risk",
            "settled_at",
            "closed_at",
            "next_report",
            "claim",
            "measures",
            "on_site_leader",
            "reports",
            "calls",
            "orders",
            "cases",
        )

    def get_calls(self, incident: GroupIncident) -> list[int]:
        return self.numbers(IncidentCall.objects.visible_to(self.officer).filter(incident=incident), "call_id")

    def get_orders(self, incident: GroupIncident) -> list[int]:
        return self.numbers(WorkOrder.objects.visible_to(self.officer).filter(pk__in=incident.orders.all()))

    def get_cases(self, incident: GroupIncident) -> list[int]:
        return self.numbers(DisputeCase.objects.visible_to(self.officer).filter(pk__in=incident.cases.all()))

    def numbers(self, rows: QuerySet[Any], column: str = "pk") -> list[int]:
        return list(rows.order_by("pk").values_list(column, flat=True))

    @property
    def officer(self) -> Any:
        return officer_of(self.context["request"])


class IncidentViewSet(FileViewSet):
    """Whoever may not know of incidents meets 404 here, not 403."""

    model = GroupIncident
    verbs = INCIDENT_VERBS
    creation = ENTER_INCIDENT
    serializer_class = IncidentSerializer

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if self.officer.duty not in INCIDENT_READERS:
            raise NotFound

    def get_queryset(self) -> QuerySet[Any]:
        rows = GroupIncident.objects.visible_to(self.officer).for_list()
        if self.action == "list":
            return rows
        reports = IncidentReport.objects.visible_to(self.officer).for_page()
        return rows.prefetch_related(None).prefetch_related(Prefetch("reports", reports))
