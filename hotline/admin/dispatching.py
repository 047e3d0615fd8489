"""Dispatch rules for the administrator. Calls and work orders are not here."""

from __future__ import annotations

from hotline.models import DispatchRule
from organizations.admin import ControlAdmin, control


class DispatchRuleAdmin(ControlAdmin):
    list_display = ("category", "region", "unit", "level", "valid_from", "valid_to")
    list_filter = ("level",)
    autocomplete_fields = ("category", "region", "unit")
    list_select_related = ("category__parent", "region", "unit")


control.register(DispatchRule, DispatchRuleAdmin)
