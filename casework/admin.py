"""Rules, settings, calendars and categories for the administrator. Files and their papers are not here."""

from __future__ import annotations

from organizations.admin import ControlAdmin, control

from .models import CalendarYear, Category, DeadlineRule, Holiday, Policy


class DeadlineRuleAdmin(ControlAdmin):
    list_display = ("label", "code", "province", "valid_from", "length", "unit", "rolls", "assumed")
    list_filter = ("unit", "assumed")
    search_fields = ("code", "label", "basis")
    autocomplete_fields = ("province",)


class PolicyAdmin(ControlAdmin):
    list_display = ("label", "code", "region", "valid_from", "value")
    search_fields = ("code", "label")
    autocomplete_fields = ("region",)


class HolidayAdmin(ControlAdmin):
    list_display = ("date", "kind", "region", "name", "source")
    list_filter = ("kind",)
    date_hierarchy = "date"
    autocomplete_fields = ("region",)


class CalendarYearAdmin(ControlAdmin):
    list_display = ("year", "status", "source")


class CategoryAdmin(ControlAdmin):
    list_display = ("code", "name", "parent", "group", "valid_from", "valid_to")
    list_select_related = ("parent",)
    search_fields = ("code", "name")
    autocomplete_fields = ("parent",)


control.register(DeadlineRule, DeadlineRuleAdmin)
control.register(Policy, PolicyAdmin)
control.register(Holiday, HolidayAdmin)
control.register(CalendarYear, CalendarYearAdmin)
control.register(Category, CategoryAdmin)
