"""Dispute cases as systems read and advance them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from casework.api import FileSerializer, FileViewSet
from casework.paging import CursorPages
from disputes.dossier.completeness import needed_for
from disputes.dossier.contents import contents_of
from disputes.forms import CaseFilter
from disputes.models import DisputeCase
from disputes.related import related
from disputes.verbs import CREATION, VERBS
from organizations.http import officer_of

from .parts import (
    AgreementSerializer,
    AppointmentSerializer,
    AssignmentSerializer,
    ClaimSerializer,
    DossierSerializer,
    DraftSerializer,
    InstalmentSerializer,
    MeetingSerializer,
    PartySerializer,
    RelationSerializer,
    RosterSerializer,
    TaskSerializer,
)
from .worklists import PARAMETERS, filter_of


class DisputeCaseSerializer(FileSerializer):
    """In a list without parties, claims, meetings, agreement and instalments."""

    origin_label = serializers.CharField(source="get_origin_display", read_only=True)
    category_label = serializers.CharField(source="category.name", read_only=True)
    legal_ground_label = serializers.CharField(source="get_legal_ground_display", read_only=True)
    outcome_label = serializers.CharField(source="get_outcome_display", read_only=True)
    mediator_name = serializers.CharField(source="mediator.name", default=None, allow_null=True, read_only=True)
    applicant = serializers.CharField(source="applicant_label", read_only=True)
    respondent = serializers.CharField(source="respondent_names", read_only=True)
    parties = PartySerializer(many=True, read_only=True)
    claims = ClaimSerializer(many=True, read_only=True)
    meetings = MeetingSerializer(many=True, read_only=True)
    appointments = AppointmentSerializer(many=True, read_only=True)
    assignments = AssignmentSerializer(many=True, read_only=True)
    tasks = TaskSerializer(many=True, read_only=True)
    agreement = serializers.SerializerMethodField()
    agreement_draft = serializers.SerializerMethodField()
    instalments = InstalmentSerializer(many=True, read_only=True)
    relations = serializers.SerializerMethodField()

    ONE_ONLY = (
        "facts",
        "parties",
        "claims",
        "meetings",
        "appointments",
        "assignments",
        "tasks",
        "agreement",
        "agreement_draft",
        "instalments",
        "routes",
        "relations",
        "undisputed_facts",
    )

    class Meta:
        model = DisputeCase
        fields = (
            *FileSerializer.FIELDS,
            "origin",
            "origin_label",
            "procedure",
            "external_no",
            "category",
            "category_label",
            "legal_ground",
            "legal_ground_label",
            "exclusion",
            "application_manner",
            "notice_read_on",
            "refused_by",
            "applicant",
            "respondent",
            "worker_count",
            "is_group",
            "received_on",
            "accepted_on",
            "assigned_on",
            "closed_on",
            "closed_out_on",
            "archived_on",
            "archive_no",
            "retention_class",
            "kept_until",
            "on_hold",
            "destroyed_on",
            "is_restricted",
            "declined_on",
            "outcome",
            "outcome_label",
            "end_reason",
            "advice",
            "further_advice",
            "undisputed_facts",
            "returned_on",
            "passed_to",
            "callback",
            "limitation_expires_on",
            "amount_claimed",
            "amount_agreed",
            "amount_paid",
            "pay_by",
            "mediator",
            "mediator_name",
            "is_grave",
            "confirmed_on",
            "failure_proposed_on",
            "settlement",
            "facts",
            "parties",
            "claims",
            "meetings",
            "appointments",
            "assignments",
            "tasks",
            "agreement",
            "agreement_draft",
            "instalments",
            "routes",
            "relations",
        )

    @extend_schema_field(DraftSerializer(allow_null=True))
    def get_agreement_draft(self, case: DisputeCase) -> Any:
        draft = getattr(case, "agreement_draft", None)
        return DraftSerializer(draft).data if draft else None

    @extend_schema_field(RelationSerializer(many=True))
    def get_relations(self, case: DisputeCase) -> Any:
        return RelationSerializer(related(case, officer_of(self.context["request"])), many=True).data

    @extend_schema_field(AgreementSerializer(allow_null=True))
    def get_agreement(self, case: DisputeCase) -> Any:
        agreement = getattr(case, "agreement", None)
        return AgreementSerializer(agreement).data if agreement else None


MEDIATION = ("meetings__attendances", "appointments", "assignments", "tasks")


class DisputeCaseViewSet(FileViewSet):
    model = DisputeCase
    verbs = VERBS
    creation = CREATION
    serializer_class = DisputeCaseSerializer

    @extend_schema(parameters=PARAMETERS)
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Cases by the filters of the page: urgent ones first among those in hand, else the newest first."""
        return super().list(request, *args, **kwargs)

    @cached_property
    def chosen(self) -> CaseFilter:
        return filter_of(self.request)

    @property
    def ordering(self) -> str:
        return self.chosen.ordering

    def get_queryset(self) -> QuerySet[Any]:
        if self.action == "list":
            return self.chosen.rows().for_list().with_clocks()
        rows = super().get_queryset()
        rows = rows.select_related("agreement", "agreement_draft")
        rows = rows.prefetch_related("parties__proxies", "claims", *MEDIATION)
        return rows.prefetch_related("instalments__payments__taken_back_because", "routes", "agreement_terms")

    @extend_schema(responses=RosterSerializer(many=True))
    @action(detail=True, filter_backends=[])
    def roster(self, request: Request, pk: int) -> Response:
        """The workers of a group, page by page."""
        pages = CursorPages()
        pages.ordering = "position"
        found = pages.paginate_queryset(self.get_object().roster.select_related("file"), request)
        return pages.get_paginated_response(RosterSerializer(found, many=True).data)

    @extend_schema(responses=DossierSerializer)
    @action(detail=True)
    def dossier(self, request: Request, **kwargs: Any) -> Response:
        """The contents of the case file in their order, and what it must hold."""
        case = self.get_object()
        found = {"papers": contents_of(case), "needed": needed_for(case, timezone.localdate())}
        return Response(DossierSerializer(found).data)
