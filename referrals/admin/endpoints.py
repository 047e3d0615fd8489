"""Addresses of authorities: entered by one administrator, confirmed by another; secrets are shown once."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organizations.admin import ControlAdmin, control
from referrals.models import Circuit, Endpoint
from referrals.models.endpoints import fresh_secret


class EndpointAdmin(ControlAdmin):
    """Nothing is sent to an address before a second administrator has confirmed it, also after it was changed."""

    list_display = ("authority", "address", "active", "is_confirmed", "has_former_secret")
    list_select_related = ("authority",)
    autocomplete_fields = ("authority",)
    actions = ("confirm", "renew", "withdraw")

    @admin.display(description=gettext_lazy("confirmed"), boolean=True)
    def is_confirmed(self, endpoint: Endpoint) -> bool:
        return endpoint.confirmed_by_id is not None

    @admin.display(description=gettext_lazy("two secrets in force"), boolean=True)
    def has_former_secret(self, endpoint: Endpoint) -> bool:
        return bool(endpoint.former_secret)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change or {"address", "authority"} & set(form.changed_data):
            obj.entered_by, obj.confirmed_by = request.user, None
        super().save_model(request, obj, form, change)
        if not change:
            self.tell(request, obj)

    def tell(self, request: HttpRequest, endpoint: Endpoint) -> None:
        words = _("The secret of “%(name)s”, shown this once: %(secret)s")
        self.message_user(request, words % {"name": endpoint.authority, "secret": endpoint.secret}, messages.WARNING)

    @admin.action(description=gettext_lazy("Confirm the address that another administrator entered"))
    def confirm(self, request: HttpRequest, queryset: QuerySet[Endpoint]) -> None:
        confirmed = queryset.exclude(entered_by=request.user.pk).update(confirmed_by=request.user.pk)
        if queryset.filter(entered_by=request.user.pk).exists():
            words = _("Whoever entered an address does not confirm it. Please ask another administrator.")
            self.message_user(request, words, messages.ERROR)
        if confirmed:
            self.message_user(request, _("Confirmed. Messages may go there from now on."))

    @admin.action(description=gettext_lazy("Make a new secret; the present one stays valid until it is withdrawn"))
    def renew(self, request: HttpRequest, queryset: QuerySet[Endpoint]) -> None:
        for endpoint in queryset.select_related("authority"):
            endpoint.former_secret, endpoint.secret = endpoint.secret, fresh_secret()
            endpoint.save(update_fields=["former_secret", "secret"])
            self.tell(request, endpoint)

    @admin.action(description=gettext_lazy("Withdraw the former secret"))
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Endpoint]) -> None:
        queryset.update(former_secret="")
        self.message_user(request, _("Only the newest secret is valid now."))


class CircuitAdmin(ControlAdmin):
    """How many messages at a time an office can take. Failures are counted by the couriers."""

    list_display = ("authority", "at_once", "failures", "probe_at")
    list_select_related = ("authority",)
    fields = ("authority", "at_once", "failures", "probe_at")
    autocomplete_fields = ("authority",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The office is the key of the row: it is named once."""
        return ("failures", "probe_at", "authority") if obj else ("failures", "probe_at")


control.register(Endpoint, EndpointAdmin)
control.register(Circuit, CircuitAdmin)
