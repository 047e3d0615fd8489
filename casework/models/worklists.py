"""How people keep their lists, and who has a file open at the moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.masking import mask_name
from organizations.models import Officer, UnionOrg, User

HERE = timedelta(seconds=75)  # three missed signs of life: the page is closed, or its computer asleep
LATELY = timedelta(minutes=5)


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def visible_to(self, officer: Officer) -> Self:
        """One's own in whatever duty, and what colleagues of the organisation share."""
        return self.filter(Q(owner__user=officer.user) | Q(shared=True, org=officer.org, org__isnull=False))

    def of_page(self, page: str) -> Self:
        return self.filter(page=page).select_related("owner__user").order_by("name", "pk")

    def owned_by(self, officer: Officer) -> Self:
        return self.filter(owner__user=officer.user)


class SavedView(models.Model):
    """A list under a name: the filters as they stand in the address, never the rows.

    A colleague who opens it sees the same list within the own scope.
    """

    owner = models.ForeignKey(Officer, models.CASCADE, related_name="saved_views", verbose_name=gettext_lazy("officer"))
    org = models.ForeignKey(
        UnionOrg, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=gettext_lazy("organisation")
    )
    page = models.CharField(gettext_lazy("list"), max_length=40)
    name = models.CharField(gettext_lazy("name of the view"), max_length=40)
    query = models.CharField(gettext_lazy("filters"), max_length=500, blank=True)
    shared = models.BooleanField(gettext_lazy("shared with the organisation"), default=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("saved view")
        verbose_name_plural = gettext_lazy("saved views")
        constraints = [models.UniqueConstraint(fields=["owner", "page", "name"], name="one_view_per_name")]
        indexes = [models.Index(fields=["org", "page"], name="view_shared", condition=Q(shared=True))]

    def __str__(self) -> str:
        return self.name


class ListColumnsQuerySet(models.QuerySet["ListColumns"]):
    def visible_to(self, officer: Officer) -> Self:
        return self.filter(user=officer.user)


class ListColumns(models.Model):
    """The columns a person wants to see in one list."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=gettext_lazy("person"))
    page = models.CharField(gettext_lazy("list"), max_length=40)
    columns = models.JSONField(gettext_lazy("columns"), default=list)

    objects = ListColumnsQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("columns of a list")
        verbose_name_plural = gettext_lazy("columns of lists")
        constraints = [models.UniqueConstraint(fields=["user", "page"], name="one_choice_of_columns")]

    def __str__(self) -> str:
        return self.page


class PresenceQuerySet(models.QuerySet["Presence"]):
    def visible_to(self, officer: Officer) -> Self:
        """Whoever may see a file may know who else has it open; its page checks that first."""
        return self.exclude(officer__user=officer.user)

    def at_file(self, key: str, now: datetime) -> Self:
        """Those who have the file open or had it lately, the latest sign of life first."""
        return (
            self.filter(key=key, seen_at__gte=now - LATELY).select_related("officer__user").order_by("-seen_at", "pk")
        )


class Presence(models.Model):
    """The last sign of life of an officer's open page of one file. No history: rows are written over and deleted."""

    officer = models.ForeignKey(Officer, models.CASCADE, related_name="+", verbose_name=gettext_lazy("officer"))
    key = models.CharField(gettext_lazy("file"), max_length=60)
    since = models.DateTimeField(gettext_lazy("open since"))
    seen_at = models.DateTimeField(gettext_lazy("last seen"))

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("open page")
        verbose_name_plural = gettext_lazy("open pages")
        constraints = [models.UniqueConstraint(fields=["key", "officer"], name="one_presence_per_file")]
        indexes = [models.Index(fields=["seen_at"], name="presence_seen")]

    def __str__(self) -> str:
        return self.key

    def line(self, now: datetime) -> str:
        """For colleagues on the same file: the masked name, and how long ago."""
        words = {"name": mask_name(self.officer.name), "minutes": max(1, (now - self.seen_at).seconds // 60)}
        if now - self.seen_at <= HERE:
            return _("%(name)s has this file open now") % words
        return _("%(name)s had this file open %(minutes)d min ago") % words
