"""Which state the tables of rules are in, so that a process knows whether what it keeps of them is still so."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Subquery
from django.utils.translation import gettext_lazy as _


class ReferenceState(models.Model):
    """One row. Triggers write a new version whenever a rule, a setting or a calendar changes, in that transaction."""

    version = models.UUIDField(_("version"), default=uuid4)

    class Meta:
        verbose_name = _("state of the rules")
        verbose_name_plural = _("state of the rules")

    def __str__(self) -> str:
        return str(self.version)

    @classmethod
    def current(cls) -> Subquery:
        """The version as a column of another query, which a request makes anyway."""
        return Subquery(cls.objects.values("version")[:1])
