"""Kinds of referral for the administrator. Referrals themselves are not here."""

from __future__ import annotations

from organizations.admin import ControlAdmin, control
from referrals.models import OfficeRule, ReferralKind


class ReferralKindAdmin(ControlAdmin):
    list_display = ("label", "code", "direction", "authority_kind", "needs_approval", "needs_papers")
    list_filter = ("direction", "authority_kind")
    search_fields = ("code", "label")


class OfficeRuleAdmin(ControlAdmin):
    list_display = ("authority_kind", "kind", "region", "place", "level", "named", "basis")
    list_filter = ("authority_kind", "place", "level")
    list_select_related = ("kind", "region")
    autocomplete_fields = ("region",)


control.register(OfficeRule, OfficeRuleAdmin)
control.register(ReferralKind, ReferralKindAdmin)
