"""Telephone exchanges for the administrator: their secrets are shown once, when they are made."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hotline.models import Exchange
from hotline.models.exchanges import fresh_secret
from organizations.admin import ControlAdmin, control


class ExchangeAdmin(ControlAdmin):
    """A new secret leaves the former one in force, so that the exchange is changed over without losing an event."""

    list_display = ("name", "org", "active", "last_seen", "has_former_secret")
    autocomplete_fields = ("org",)
    actions = ("renew", "withdraw")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Exchange]:
        rows: Any = Exchange.objects.with_health().select_related("org")
        return rows  # type: ignore[no-any-return]

    @admin.display(description=gettext_lazy("last message"))
    def last_seen(self, exchange: Any) -> Any:
        return exchange.last_seen

    @admin.display(description=gettext_lazy("two secrets in force"), boolean=True)
    def has_former_secret(self, exchange: Exchange) -> bool:
        return bool(exchange.former_secret)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            self.tell(request, obj)

    def tell(self, request: HttpRequest, exchange: Exchange) -> None:
        words = _("The secret of “%(name)s”, shown this once: %(secret)s")
        self.message_user(request, words % {"name": exchange.name, "secret": exchange.secret}, messages.WARNING)

    @admin.action(description=gettext_lazy("Make a new secret; the present one stays valid until it is withdrawn"))
    def renew(self, request: HttpRequest, queryset: QuerySet[Exchange]) -> None:
        for exchange in queryset:
            exchange.former_secret, exchange.secret = exchange.secret, fresh_secret()
            exchange.save(update_fields=["former_secret", "secret"])
            self.tell(request, exchange)

    @admin.action(description=gettext_lazy("Withdraw the former secret"))
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Exchange]) -> None:
        queryset.update(former_secret="")
        self.message_user(request, _("Only the newest secret is valid now."))


control.register(Exchange, ExchangeAdmin)
