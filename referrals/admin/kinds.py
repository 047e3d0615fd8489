"""Kinds of referral for the administrator. Referrals themselves are not here."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import HttpRequest

from organizations.admin import ControlAdmin, control
from referrals.models import AuthorityReach, OfficeRule, ReferralKind


class ReferralKindAdmin(ControlAdmin):
    list_display = ("label", "code", "direction", "authority_kind", "needs_approval", "needs_papers")
    list_filter = ("direction", "authority_kind")
    search_fields = ("code", "label")


class AuthorityReachAdmin(ControlAdmin):
    """Ways to authorities. The key of packages is made here once and handed to the office by other means."""

    list_display = ("authority", "channel", "email")
    list_filter = ("channel",)
    autocomplete_fields = ("authority",)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A fresh key stands in the form of a new row."""
        return {"package_key": secrets.token_hex(32), **super().get_changeform_initial_data(request)}


control.register(AuthorityReach, AuthorityReachAdmin)


class OfficeRuleAdmin(ControlAdmin):
    list_display = ("authority_kind", "kind", "region", "place", "level", "named", "basis")
    list_filter = ("authority_kind", "place", "level")
    list_select_related = ("kind", "region")
    autocomplete_fields = ("region",)


control.register(OfficeRule, OfficeRuleAdmin)
control.register(ReferralKind, ReferralKindAdmin)
