"""The checklist of topics for the administrator. Matters and documents are not here."""

from __future__ import annotations

from organizations.admin import ControlAdmin, control

from .models import SupervisionTopic


class SupervisionTopicAdmin(ControlAdmin):
    list_display = ("name", "code", "position", "valid_from", "valid_to")
    search_fields = ("name", "code")


control.register(SupervisionTopic, SupervisionTopicAdmin)
