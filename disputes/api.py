"""What systems may ask and do here. Personal data leaves masked, always."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from casework.api import FileSerializer, FileViewSet
from casework.paging import CursorPages
from disputes.dossier.completeness import needed_for
from disputes.dossier.contents import contents_of
from disputes.models import (
    AgreementDraft,
    AgreementTerm,
    Appointment,
    Assignment,
    Attendance,
    CaseTask,
    ClaimItem,
    DisputeCase,
    Instalment,
    MediationAgreement,
    MediationMeeting,
    Party,
    Payment,
    PostAgreementRoute,
    Proxy,
    RosterEntry,
)
from disputes.related import related
from disputes.verbs import CREATION, ROUTE_VERBS, VERBS
from organizations.http import officer_of


class ProxySerializer(serializers.ModelSerializer[Proxy]):
    name = serializers.CharField(source="label", read_only=True)

    class Meta:
        model = Proxy
        fields = ("id", "name", "relation", "powers", "authorised_on", "ended_on")


class PartySerializer(serializers.ModelSerializer[Party]):
    """A party as everybody may see it."""

    name = serializers.CharField(source="label", read_only=True)
    id_number = serializers.CharField(source="masked_id_number", read_only=True)
    phone = serializers.CharField(source="masked_phone", read_only=True)

    proxies = ProxySerializer(many=True, read_only=True)

    class Meta:
        model = Party
        fields = (
            "id",
            "role",
            "capacity",
            "name",
            "id_number",
            "phone",
            "employer",
            "needs",
            "electronic_service",
            "is_minor",
            "elected_on",
            "may_settle",
            "ended_on",
            "proxies",
        )


class ClaimSerializer(serializers.ModelSerializer[ClaimItem]):
    claim = serializers.IntegerField(source="position", read_only=True)
    claimant = serializers.CharField(source="claimant_label", read_only=True)

    class Meta:
        model = ClaimItem
        fields = ("claim", "category", "claimant", "claimed", "agreed")


class RosterSerializer(serializers.ModelSerializer[RosterEntry]):
    """A worker of a group as everybody may see it."""

    name = serializers.CharField(source="label", read_only=True)
    id_number = serializers.CharField(source="masked_id_number", read_only=True)
    phone = serializers.CharField(source="masked_phone", read_only=True)

    class Meta:
        model = RosterEntry
        fields = ("position", "person", "name", "id_number", "phone", "category", "claimed", "agreed")


class AttendanceSerializer(serializers.ModelSerializer[Attendance]):
    """Who came; a proxy's name stays in the file."""

    class Meta:
        model = Attendance
        fields = ("party", "presence")


class AppointmentSerializer(serializers.ModelSerializer[Appointment]):
    class Meta:
        model = Appointment
        fields = ("id", "starts_at", "ends_at", "manner", "place", "notified_on", "outcome", "not_held", "meeting")


class AssignmentSerializer(serializers.ModelSerializer[Assignment]):
    """What was disclosed stays in the file."""

    class Meta:
        model = Assignment
        fields = ("officer", "presides", "chosen_by", "why", "assigned_on", "confirmed_on", "ended_on")


class TaskSerializer(serializers.ModelSerializer[CaseTask]):
    class Meta:
        model = CaseTask
        fields = ("id", "title", "owner", "due_on", "done_on")


class MeetingSerializer(serializers.ModelSerializer[MediationMeeting]):
    """Mediation is not public: the minutes stay in the file."""

    attendances = AttendanceSerializer(many=True, read_only=True)

    class Meta:
        model = MediationMeeting
        fields = ("id", "held_on", "manner", "place", "rights_read", "parties_present", "attendances", "signed_on")


class AgreementSerializer(serializers.ModelSerializer[MediationAgreement]):
    class Meta:
        model = MediationAgreement
        fields = (
            "terms",
            "applicants_signed_on",
            "respondents_signed_on",
            "mediator_signed_on",
            "seal_on",
            "effective_on",
            "is_online",
            "breach",
            "route",
            "copies",
        )


class TermSerializer(serializers.ModelSerializer[AgreementTerm]):
    account = serializers.CharField(source="masked_account", read_only=True)

    class Meta:
        model = AgreementTerm
        fields = ("position", "debtor", "kind", "what", "amount", "account", "due_on")


class DraftSerializer(serializers.ModelSerializer[AgreementDraft]):
    terms = TermSerializer(source="file.agreement_terms", many=True, read_only=True)

    class Meta:
        model = AgreementDraft
        fields = ("terms", "agreed", "further_terms", "breach", "route", "copies", "legal_check")


class PaymentSerializer(serializers.ModelSerializer[Payment]):
    class Meta:
        model = Payment
        fields = ("id", "paid_on", "amount", "kind", "person_count", "reverses", "reason")


class InstalmentSerializer(serializers.ModelSerializer[Instalment]):
    payments = PaymentSerializer(many=True, read_only=True)

    class Meta:
        model = Instalment
        fields = ("id", "position", "due_on", "amount", "paid", "settled_on", "payments")


class EntrySerializer(serializers.Serializer[Any]):
    """A paper in its place; `pages` is null where nobody has counted them."""

    number = serializers.CharField()
    place = serializers.CharField(source="place.value")
    title = serializers.CharField(source="paper.title")
    date = serializers.DateField(source="day")
    pages = serializers.IntegerField(allow_null=True)
    sha256 = serializers.CharField(source="paper.blob_id")


class NeededSerializer(serializers.Serializer[Any]):
    place = serializers.CharField(source="place.value")
    reason = serializers.CharField()
    is_there = serializers.BooleanField()
    explained = serializers.CharField()
    is_missing = serializers.BooleanField()


class DossierSerializer(serializers.Serializer[Any]):
    papers = EntrySerializer(many=True)
    needed = NeededSerializer(many=True)


class RelationSerializer(serializers.Serializer[Any]):
    """Another case and what it is to this one, when the officer may know of both."""

    kind = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field named like an option
    case = serializers.IntegerField(source="case.pk")
    number = serializers.CharField(source="case.number")


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

    def get_queryset(self) -> QuerySet[Any]:
        rows = super().get_queryset()
        if self.action == "list":
            return rows
        rows = rows.select_related("agreement", "agreement_draft")
        rows = rows.prefetch_related("parties__proxies", "claims", *MEDIATION)
        return rows.prefetch_related("instalments__payments", "routes", "agreement_terms")

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


class RouteSerializer(FileSerializer):
    """A way after an agreement."""

    kind_label = serializers.CharField(source="get_kind_display", read_only=True)

    class Meta:
        model = PostAgreementRoute
        fields = (
            *FileSerializer.FIELDS,
            "case",
            "kind",
            "kind_label",
            "body",
            "external_no",
            "filed_on",
            "docketed_on",
            "issued_on",
            "served_on",
            "ended_on",
            "result",
        )


class RouteViewSet(FileViewSet):
    """The ways after agreements; one is opened by `open_route` of its case."""

    model = PostAgreementRoute
    verbs = ROUTE_VERBS
    serializer_class = RouteSerializer


ROUTES: list[tuple[str, type[Any]]] = [("cases", DisputeCaseViewSet), ("routes", RouteViewSet)]
