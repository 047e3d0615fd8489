"""What a union may supervise: a checklist kept as data."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from organizations.models import Officer


class TopicQuerySet(models.QuerySet["SupervisionTopic"]):
    def visible_to(self, officer: Officer) -> Self:
        """The checklist is public: everybody signed in may read it."""
        return self.all()

    def in_use(self, on: date) -> Self:
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=on), valid_from__lte=on)


class SupervisionTopic(models.Model):
    """One line of the scope of supervision (Zhejiang supervision regulation art. 9)."""

    code = models.CharField(_("code"), max_length=30, primary_key=True)
    name = models.CharField(_("name"), max_length=60)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    valid_from = models.DateField(_("in force from"))
    valid_to = models.DateField(_("abolished on"), null=True, blank=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic of supervision")
        verbose_name_plural = _("topics of supervision")
        ordering = ("position", "code")

    def __str__(self) -> str:
        return self.name
