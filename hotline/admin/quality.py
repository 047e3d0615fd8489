"""Score sheets for the administrator. Calls, work orders and reviews are not here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from hotline.models import ScoreItem, ScoreSheet
from organizations.admin import ControlAdmin, control


class ScoreItemInline(admin.TabularInline):  # type: ignore[type-arg]  # not subscriptable at run time
    model = ScoreItem
    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return control.has_permission(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return control.has_permission(request) and not (obj and obj.is_used)

    has_change_permission = has_delete_permission = has_add_permission


class ScoreSheetAdmin(ControlAdmin):
    """A sheet by which somebody was judged is read-only: the next version is a new sheet."""

    list_display = ("title", "subject", "version", "valid_from")
    inlines = (ScoreItemInline,)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return control.has_permission(request) and not (obj and obj.is_used)


control.register(ScoreSheet, ScoreSheetAdmin)
