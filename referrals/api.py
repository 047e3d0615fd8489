"""What systems may ask and do here."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from casework.api import IDEMPOTENCY_KEY, FileSerializer, FileViewSet
from casework.bodies import serializer_of
from casework.safekeeping import answer_once
from referrals.incoming_forms import ReceiveForm
from referrals.joint_verbs import JOINT_VERBS, OPENING
from referrals.kinds_api import ReferralKindViewSet
from referrals.models import JointMatter, JointSeat, Referral, ReferralRecovery
from referrals.verbs import CREATION, RECEPTION, VERBS

# Which file of the union it comes from, and how the union came to send it here, is no business of the authority.
UNION_ONLY = ("case", "order", "document", "override_reason", "rerouted_from", "recoveries")


class MoneySerializer(serializers.ModelSerializer[ReferralRecovery]):
    class Meta:
        model = ReferralRecovery
        fields = ("id", "kind", "amount", "person_count", "paid_on", "reverses")


class ReferralSerializer(FileSerializer):
    ONE_ONLY = ("recoveries",)
    recoveries = MoneySerializer(many=True, read_only=True)
    kind_label = serializers.CharField(source="kind.label", read_only=True)
    authority_name = serializers.CharField(source="authority.name", read_only=True)
    result_label = serializers.CharField(read_only=True)
    link_code = serializers.CharField(
        source="fresh_code", read_only=True, help_text="Only in the answer to give_code, once; empty otherwise."
    )

    class Meta:
        model = Referral
        fields = (
            *FileSerializer.FIELDS,
            "direction",
            "kind",
            "kind_label",
            "authority",
            "authority_name",
            "case",
            "order",
            "document",
            "rerouted_from",
            "override_reason",
            "subject",
            "facts",
            "request",
            "act",
            "details",
            "special_groups",
            "shared",
            "enclosed",
            "legal_ground",
            "consent_on",
            "legal_basis",
            "agreed_due_on",
            "urgent",
            "channel",
            "sent_at",
            "sent_on",
            "acked_on",
            "external_no",
            "decision",
            "decided_on",
            "result",
            "result_label",
            "result_text",
            "result_on",
            "returned_code",
            "returned_reason",
            "closed_on",
            "recoveries",
            "link_code",
        )

    def to_representation(self, instance: Referral) -> dict[str, Any]:
        shown: dict[str, Any] = super().to_representation(instance)
        if self.context["request"]._request.officer.authority_id:
            shown.update({name: None for name in UNION_ONLY if name in shown})
        return shown


class ReferralViewSet(FileViewSet):
    model = Referral
    verbs = VERBS
    creation = CREATION
    serializer_class = ReferralSerializer

    @extend_schema(
        request=serializer_of(ReceiveForm), responses={201: ReferralSerializer}, parameters=[IDEMPOTENCY_KEY]
    )
    @action(detail=False, methods=["post"], url_path="receive", url_name="receive")
    def receive(self, request: Request) -> Response:
        """A matter an authority lays before the union, typed by its officer or by the union from a letter."""
        return answer_once(request, lambda: self.open(RECEPTION))

    def shown(self, file: Any, status_code: int = status.HTTP_200_OK) -> Response:
        response = super().shown(file, status_code)
        if file.fresh_code:
            response.data["link_code"] = file.fresh_code
        return response


class SeatSerializer(serializers.ModelSerializer[Any]):
    """The place of one authority."""

    is_settled = serializers.BooleanField(read_only=True)

    class Meta:
        model = JointSeat
        fields = ("id", "referral", "waived_at", "waived_reason", "is_settled")


class JointMatterSerializer(FileSerializer):
    seats = SeatSerializer(many=True, read_only=True)

    class Meta:
        model = JointMatter
        fields = (
            *FileSerializer.FIELDS,
            "subject",
            "facts",
            "case",
            "order",
            "document",
            "seats",
            "conclusion",
            "closed_on",
        )


class JointMatterViewSet(FileViewSet):
    model = JointMatter
    verbs = JOINT_VERBS
    creation = OPENING
    serializer_class = JointMatterSerializer


ROUTES: list[tuple[str, type[Any]]] = [
    ("referrals", ReferralViewSet),
    ("joint-matters", JointMatterViewSet),
    ("referral-kinds", ReferralKindViewSet),
]
