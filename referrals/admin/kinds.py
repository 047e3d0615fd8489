"""Kinds of referral for the administrator. Referrals themselves are not here."""

from __future__ import annotations

from organizations.admin import ControlAdmin, control
from referrals.models import ReferralKind


class ReferralKindAdmin(ControlAdmin):
    list_display = ("label", "code", "direction", "authority_kind", "needs_approval", "needs_papers")
    list_filter = ("direction", "authority_kind")
    search_fields = ("code", "label")


control.register(ReferralKind, ReferralKindAdmin)
