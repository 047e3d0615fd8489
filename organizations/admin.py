"""Django's own admin for organisations, people, duties: open to system administrators only, no file content."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .models import Authority, Certificate, Duty, Officer, Region, UnionOrg, User


class ControlSite(AdminSite):
    """Who may enter follows from the duty held today, not from flags on the user."""

    site_header = _("Heyi administration")
    site_title = _("Heyi administration")
    index_title = _("Organisations, people, rules and calendars")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        officer = getattr(request, "officer", None)
        return officer is not None and officer.duty == Duty.SYSTEM_ADMIN

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """No second way to sign in: whoever holds another duty is refused at the door."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def door(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not self.has_permission(request):
                raise PermissionDenied
            return inner(request, *args, **kwargs)

        return door


control = ControlSite(name="control")


class ControlAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Rights of Django's own permission tables are not used: the site's door decides."""

    list_per_page = 50
    show_full_result_count = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return control.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return control.has_permission(request)

    has_add_permission = has_change_permission = has_view_permission

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows end by a date; nothing others point to is deleted."""
        return False


class OfficerInline(admin.TabularInline):  # type: ignore[type-arg]  # not subscriptable at run time
    model = Officer
    extra = 0
    autocomplete_fields = ("org", "authority")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return control.has_permission(request)

    has_add_permission = has_change_permission = has_view_permission

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class PersonAdmin(ControlAdmin, UserAdmin):  # type: ignore[type-arg]
    list_display = ("username", "display_name", "is_active")
    list_filter = ("is_active",)
    search_fields = ("username", "display_name")
    fieldsets = ((None, {"fields": ("username", "password", "display_name", "is_active")}),)
    add_fieldsets = ((None, {"fields": ("username", "display_name", "password1", "password2")}),)
    filter_horizontal = ()
    inlines = (OfficerInline,)


class RegionAdmin(ControlAdmin):
    list_display = ("code", "name", "level", "valid_from", "valid_to")
    list_filter = ("level",)
    search_fields = ("code", "name")
    autocomplete_fields = ("parent",)


class UnionOrgAdmin(ControlAdmin):
    list_display = ("name", "short_mark", "level", "path")
    list_filter = ("level", "kind")
    search_fields = ("name", "path")
    autocomplete_fields = ("parent", "region")


class AuthorityAdmin(ControlAdmin):
    list_display = ("name", "kind", "region", "active")
    list_filter = ("kind", "active")
    search_fields = ("name",)
    autocomplete_fields = ("region",)


class OfficerAdmin(ControlAdmin):
    list_display = ("user", "duty", "org", "authority", "valid_from", "valid_until", "suspended")
    list_filter = ("duty", "suspended")
    search_fields = ("user__username", "user__display_name", "org__name", "authority__name")
    autocomplete_fields = ("user", "org", "authority")
    list_select_related = ("user", "org", "authority")


class CertificateAdmin(ControlAdmin):
    list_display = ("number", "kind", "officer", "valid_until", "status")
    list_select_related = ("officer__user", "officer__org", "officer__authority")
    list_filter = ("kind", "status")
    search_fields = ("number",)
    autocomplete_fields = ("officer",)


control.register(User, PersonAdmin)
control.register(Region, RegionAdmin)
control.register(UnionOrg, UnionOrgAdmin)
control.register(Authority, AuthorityAdmin)
control.register(Officer, OfficerAdmin)
control.register(Certificate, CertificateAdmin)
