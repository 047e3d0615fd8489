"""What every file has in common, and its history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Min
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.workflow import Act, Stage, StepOffer, Workflow
from organizations.models import Duty, Officer, UnionOrg


class File(models.Model):
    """A dispute case, a work order, a supervision document, a referral.

    Concrete classes name their states (`State`), their way (`STAGES`: labels with the states that belong to each),
    their collection in URLs, and their workflow.
    """

    collection: ClassVar[str]
    workflow: ClassVar[Workflow]
    STAGES: ClassVar[list[tuple[Any, set[str]]]] = []
    # Whom an early warning reaches: the officer in this column, else these duties of the handling organisation.
    IN_CHARGE: ClassVar[str] = ""
    ON_CALL: ClassVar[frozenset[Duty]] = frozenset()

    # Rules of periods in which somebody may act and need not: one that nobody used has ended, and nobody is late.
    CHANCES: ClassVar[frozenset[str]] = frozenset()

    number = models.CharField(_("number"), max_length=60, blank=True)
    state = models.CharField(_("state"), max_length=24)
    org = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("handling organisation"))
    # A copy of org.path at intake: a later boundary change must not move old files.
    scope = models.CharField(_("scope"), max_length=60)
    version = models.PositiveIntegerField(_("version"), default=1)
    due_on = models.DateField(_("next due day"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.number or f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse(f"{self._meta.app_label}:{self.collection}-page", args=[self.pk])

    def step_url(self, verb: str) -> str:
        return reverse(f"{self._meta.app_label}:{self.collection}-step", args=[self.pk, verb])

    @property
    def guide_url(self) -> str:
        """Where the state of this file is explained."""
        return f"{reverse('casework:guide', args=[self._meta.label_lower])}#state-{self.state}"

    def offers(self, act: Act) -> list[StepOffer]:
        return self.workflow.offers(self, act)

    def next_due(self) -> dict[str, Any]:
        """The columns that lists are sorted by: the earliest day of the running clocks."""
        running = self.deadlines.running()  # type: ignore[attr-defined]
        return {"due_on": running.aggregate(first=Min("due_on"))["first"]}

    def may_reveal(self, officer: Officer) -> bool:
        """Whether personal data of this file may be shown in full to an officer whose duty allows it at all."""
        return True

    def stages(self) -> list[Stage]:
        """The way of this file as done, current and next parts; a side state shows no current part."""
        return stages_of(self.STAGES, self.state)


def stages_of(parts: Sequence[tuple[Any, set[str]]], state: str) -> list[Stage]:
    current = next((i for i, (_label, states) in enumerate(parts) if state in states), None)
    return [Stage(str(label), status_of(i, current)) for i, (label, _states) in enumerate(parts)]


def status_of(position: int, current: int | None) -> str:
    if current is None or position > current:
        return "next"
    return "current" if position == current else "done"


class AppendOnly(models.QuerySet[Any]):
    """History is never rewritten; a database trigger says the same to raw SQL."""

    def update(self, **kwargs: Any) -> int:
        raise TypeError("events are append-only")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("events are append-only")

    def for_timeline(self) -> Self:
        return self.select_related("by__user", "by__org", "by__authority").order_by("-at", "-pk")


class AbstractEvent(models.Model):
    """One act of one officer on one file. Subclasses add the foreign key `file` with related name "events"."""

    verb = models.CharField(_("act"), max_length=30)
    at = models.DateTimeField(_("time"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    before = models.CharField(_("state before"), max_length=24, blank=True)
    after = models.CharField(_("state after"), max_length=24, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = AppendOnly.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"#{self.pk} {self.verb}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("events are append-only")
        super().save(*args, **kwargs)

    @property
    def label(self) -> str:
        return self.file.workflow.label(self.verb)  # type: ignore[attr-defined,no-any-return]

    @property
    def before_label(self) -> str:
        return self.state_label(self.before)

    @property
    def after_label(self) -> str:
        return self.state_label(self.after)

    def state_label(self, state: str) -> str:
        states = self.file.State  # type: ignore[attr-defined]
        return str(states(state).label) if state else ""
