"""What may be asked of whom, as data: the codes a system needs for a referral it writes or answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers, viewsets

from organizations.http import officer_of
from referrals.detail_fields import MAKERS
from referrals.models import Referral, ReferralKind
from referrals.sharing import ITEMS


class CodeSerializer(serializers.Serializer[Any]):
    """A code and its name."""

    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field named like a property


class PaperCodeSerializer(CodeSerializer):
    """A paper of the kind, named in `enclosed` of a referral by its code."""

    required = serializers.BooleanField()  # type: ignore[assignment]  # a field named like a property


class DetailCodeSerializer(PaperCodeSerializer):
    """What stands in `details` of a referral under its code. Days and sums are text: `2026-07-01`, `1200.50`.

    `within` is the code of the period that must still run on the day that is told.
    """

    type = serializers.ChoiceField(list(MAKERS))
    choices = serializers.SerializerMethodField()
    within = serializers.CharField()
    help = serializers.CharField()

    @extend_schema_field(CodeSerializer(many=True))
    def get_choices(self, detail: dict[str, Any]) -> list[dict[str, str]]:
        return named(detail["choices"])


class ReferralKindSerializer(serializers.ModelSerializer[ReferralKind]):
    """Each list holds what the field of a referral with that name may hold."""

    act = serializers.SerializerMethodField()
    legal_ground = serializers.SerializerMethodField()
    shared = serializers.SerializerMethodField()
    details = DetailCodeSerializer(source="fields", many=True)
    enclosed = serializers.SerializerMethodField()
    result = serializers.SerializerMethodField()

    class Meta:
        model = ReferralKind
        fields = (
            *("code", "label", "direction", "authority_kind", "basis", "needs_approval", "needs_papers"),
            *("by_agreement", "act", "legal_ground", "shared", "details", "enclosed", "result"),
        )
        read_only_fields = fields

    @extend_schema_field(CodeSerializer(many=True))
    def get_act(self, kind: ReferralKind) -> list[dict[str, str]]:
        return named((code, ReferralKind.Act(code).label) for code in kind.acts)

    @extend_schema_field(CodeSerializer(many=True))
    def get_legal_ground(self, kind: ReferralKind) -> list[dict[str, str]]:
        return named((code, Referral.LegalGround(code).label) for code in kind.grounds)

    @extend_schema_field(CodeSerializer(many=True))
    def get_shared(self, kind: ReferralKind) -> list[dict[str, str]]:
        return named((code, ITEMS[code]) for code in kind.shares)

    @extend_schema_field(PaperCodeSerializer(many=True))
    def get_enclosed(self, kind: ReferralKind) -> list[dict[str, Any]]:
        return [{"code": code, "label": label, "required": needed} for code, label, needed in kind.papers]

    @extend_schema_field(CodeSerializer(many=True))
    def get_result(self, kind: ReferralKind) -> list[dict[str, str]]:
        return named(kind.outcomes)


def named(pairs: Iterable[tuple[str, Any]]) -> list[dict[str, str]]:
    return [{"code": code, "label": str(label)} for code, label in pairs]


class ReferralKindViewSet(viewsets.ReadOnlyModelViewSet[ReferralKind]):
    """The kinds of referral with the codes each knows: what may be told, passed on, enclosed, and how it may end."""

    serializer_class = ReferralKindSerializer
    ordering = ("code",)

    def get_queryset(self) -> Any:
        return ReferralKind.objects.visible_to(officer_of(self.request))
