"""Duty rosters and their shifts for systems, and who answers now."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from casework.api import FileSerializer, FileViewSet, listed
from casework.masking import mask_phone
from hotline.models import DutyShift, Roster
from hotline.verbs import PLAN_ROSTER, ROSTER_VERBS, SHIFT_VERBS
from organizations.models import Officer, UnionOrg

UNDATED = {"number", "due_on", "deadlines"}  # no clock runs on a roster, and it has no number
ORGANIZATION = OpenApiParameter(
    "organization", str, description="Division code or number; the own organisation when left out."
)
FIELDS = tuple(name for name in FileSerializer.FIELDS if name not in UNDATED)


class PersonSerializer(serializers.ModelSerializer[Any]):
    class Meta:
        model = Officer
        fields = ("id", "name")


class ShiftSerializer(FileSerializer):
    leader = PersonSerializer(read_only=True)
    backup = PersonSerializer(read_only=True, allow_null=True)
    operators = PersonSerializer(many=True, read_only=True)
    lawyer_phone = serializers.SerializerMethodField()

    class Meta:
        model = DutyShift
        fields = (
            *FIELDS,
            "roster",
            "begins_at",
            "ends_at",
            "leader",
            "backup",
            "operators",
            "lawyer",
            "lawyer_phone",
            "is_holiday",
            "open_matters",
            "handed_over_by",
            "handed_over_at",
            "taken_over_by",
            "taken_over_at",
        )

    def get_lawyer_phone(self, shift: DutyShift) -> str:
        return mask_phone(shift.lawyer_phone)


class DutyRosterSerializer(FileSerializer):
    shifts: Any = listed(ShiftSerializer)(many=True, read_only=True)

    ONE_ONLY = ("shifts",)

    class Meta:
        model = Roster
        fields = (*FIELDS, "begins_at", "ends_at", "note", "shifts")


class RosterViewSet(FileViewSet):
    model = Roster
    verbs = ROSTER_VERBS
    creation = PLAN_ROSTER
    serializer_class = DutyRosterSerializer

    def get_queryset(self) -> QuerySet[Any]:
        rows = Roster.objects.visible_to(self.officer).for_list()
        if self.action == "list":
            return rows
        shifts = DutyShift.objects.visible_to(self.officer).standing().with_people().order_by("begins_at")
        return rows.prefetch_related(Prefetch("shifts", shifts))


class ShiftViewSet(FileViewSet):
    """Shifts of rosters that may be read, those taken out of a draft among them."""

    model = DutyShift
    verbs = SHIFT_VERBS
    serializer_class = ShiftSerializer

    def get_queryset(self) -> QuerySet[Any]:
        return DutyShift.objects.visible_to(self.officer).with_people()

    @extend_schema(parameters=[ORGANIZATION], responses=listed(ShiftSerializer))
    @action(detail=False, url_path="on-duty", url_name="on-duty", pagination_class=None)
    def on_duty(self, request: Request) -> Response:
        """Who answers now for an organisation: its own shift, else that of the nearest union above it."""
        name = request.query_params.get("organization", "")
        org = UnionOrg.objects.visible_to(self.officer).named(name) if name else self.officer.org
        shift = DutyShift.objects.visible_to(self.officer).on_duty(org, timezone.now()) if org else None
        if shift is None:
            raise NotFound(_("No published roster covers this moment."))
        return Response(listed(ShiftSerializer)(shift, context=self.get_serializer_context()).data)
