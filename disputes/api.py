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
from disputes.dossier.completeness import needed_for
from disputes.dossier.contents import contents_of
from disputes.models import ClaimItem, DisputeCase, Instalment, MediationAgreement, MediationMeeting, Party, Payment
from disputes.related import related
from disputes.verbs import CREATION, VERBS
from organizations.http import officer_of


class PartySerializer(serializers.ModelSerializer[Party]):
    """A party as everybody may see it."""

    name = serializers.CharField(source="label", read_only=True)
    id_number = serializers.CharField(source="masked_id_number", read_only=True)
    phone = serializers.CharField(source="masked_phone", read_only=True)

    class Meta:
        model = Party
        fields = ("id", "role", "name", "id_number", "phone", "employer")


class ClaimSerializer(serializers.ModelSerializer[ClaimItem]):
    claim = serializers.IntegerField(source="position", read_only=True)
    claimant = serializers.CharField(source="claimant_label", read_only=True)

    class Meta:
        model = ClaimItem
        fields = ("claim", "category", "claimant", "claimed", "agreed")


class MeetingSerializer(serializers.ModelSerializer[MediationMeeting]):
    """Mediation is not public: the minutes stay in the file."""

    class Meta:
        model = MediationMeeting
        fields = ("held_on", "manner", "place", "rights_read", "parties_present")


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
        )


class PaymentSerializer(serializers.ModelSerializer[Payment]):
    class Meta:
        model = Payment
        fields = ("id", "paid_on", "amount", "kind", "person_count")


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
    agreement = serializers.SerializerMethodField()
    instalments = InstalmentSerializer(many=True, read_only=True)
    relations = serializers.SerializerMethodField()

    ONE_ONLY = ("facts", "parties", "claims", "meetings", "agreement", "instalments", "relations", "undisputed_facts")

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
            "settlement",
            "facts",
            "parties",
            "claims",
            "meetings",
            "agreement",
            "instalments",
            "relations",
        )

    @extend_schema_field(RelationSerializer(many=True))
    def get_relations(self, case: DisputeCase) -> Any:
        return RelationSerializer(related(case, officer_of(self.context["request"])), many=True).data

    @extend_schema_field(AgreementSerializer(allow_null=True))
    def get_agreement(self, case: DisputeCase) -> Any:
        agreement = getattr(case, "agreement", None)
        return AgreementSerializer(agreement).data if agreement else None


class DisputeCaseViewSet(FileViewSet):
    model = DisputeCase
    verbs = VERBS
    creation = CREATION
    serializer_class = DisputeCaseSerializer

    def get_queryset(self) -> QuerySet[Any]:
        rows = super().get_queryset()
        if self.action == "list":
            return rows
        return rows.select_related("agreement").prefetch_related("claims", "meetings", "instalments__payments")

    @extend_schema(responses=DossierSerializer)
    @action(detail=True)
    def dossier(self, request: Request, **kwargs: Any) -> Response:
        """The contents of the case file in their order, and what it must hold."""
        case = self.get_object()
        found = {"papers": contents_of(case), "needed": needed_for(case, timezone.localdate())}
        return Response(DossierSerializer(found).data)


ROUTES: list[tuple[str, type[Any]]] = [("cases", DisputeCaseViewSet)]
