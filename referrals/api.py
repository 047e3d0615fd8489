"""What systems may ask and do here."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from casework.api import FileSerializer, FileViewSet
from referrals.models import Referral
from referrals.verbs import CREATION, VERBS

# Which file of the union it comes from, and how the union came to send it here, is no business of the authority.
UNION_ONLY = ("case", "order", "document", "override_reason", "rerouted_from")


class ReferralSerializer(FileSerializer):
    kind_label = serializers.CharField(source="kind.label", read_only=True)
    authority_name = serializers.CharField(source="authority.name", read_only=True)
    result_label = serializers.CharField(read_only=True)

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
        )

    def to_representation(self, instance: Referral) -> dict[str, Any]:
        shown: dict[str, Any] = super().to_representation(instance)
        if self.context["request"]._request.officer.authority_id:
            shown.update(dict.fromkeys(UNION_ONLY))
        return shown


class ReferralViewSet(FileViewSet):
    model = Referral
    verbs = VERBS
    creation = CREATION
    serializer_class = ReferralSerializer


ROUTES: list[tuple[str, type[Any]]] = [("referrals", ReferralViewSet)]
