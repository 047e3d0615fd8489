"""The year for arbitration, from what the worker tells: arithmetic of days, no database and no clock.

Mediation and Arbitration Law article 27: one year from the day the infringement was known or should have been; a
claim to the other side, a request to an authority or a promise of the other side starts the year anew; force majeure
and other good reasons make it stand still; arrears of pay may be claimed without limit while the employment lasts, and
within a year from its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.periods import Calendar, Period, Rule, Stop, period

ONE_DAY = timedelta(days=1)


class Start(models.TextChoices):
    """Which day the year runs from."""

    KNOWN = "known", _("The day the worker knew of it")
    SHOULD_KNOW = "should_know", _("The day the worker should have known of it")
    ENDED = "ended", _("Arrears of pay, the employment has ended")
    EMPLOYED = "employed", _("Arrears of pay, the employment still lasts")


class Event(models.TextChoices):
    """What starts the year anew (article 27 section 2), or makes it stand still (section 3)."""

    CLAIM = "claim", _("Claimed from the employer")
    RELIEF = "relief", _("Relief sought from an authority or the union")
    PROMISE = "promise", _("The employer promised to pay or perform")
    FORCE_MAJEURE = "force_majeure", _("Force majeure or another good reason (from, to)")


@dataclass(frozen=True)
class Fact:
    """Something that moved the end. A hindrance without a last day still lasts."""

    kind: str
    day: date
    until: date | None = None

    @property
    def hinders(self) -> bool:
        return self.kind == Event.FORCE_MAJEURE


class Effect(models.TextChoices):
    BEGINS = "begins", _("The year begins")
    ANEW = "anew", _("The year begins anew")
    LONGER = "longer", _("The year stands still")
    TOO_EARLY = "too_early", _("No effect: the year did not run yet")
    TOO_LATE = "too_late", _("No effect: the year was over")
    ROLLED = "rolled", _("The end moves past the days of rest")
    UNLIMITED = "unlimited", _("No limit while the employment lasts")


@dataclass(frozen=True)
class Step:
    """One step of the count, and the last day as it stands after it. `days` are natural days added by a hindrance."""

    effect: Effect
    day: date | None = None
    until: date | None = None
    kind: str = ""
    due_on: date | None = None
    days: int = 0


@dataclass(frozen=True)
class Limitation:
    """The last day, None while nothing runs; the day the present year runs from; and how that came about."""

    due_on: date | None
    runs_from: date | None
    steps: list[Step]
    provisional: bool = False


def limitation(
    start: str, on: date | None, facts: Sequence[Fact], rule: Rule, calendar: Calendar, today: date
) -> Limitation | None:
    """The last day on which arbitration can be asked for, with every step to it. None while the first day is missing.

    A hindrance counts from its first to its last day, both included, and up to today while it lasts. What happened
    before the year began, or after it was over, has no effect (a promise made too late is a question for a lawyer).
    """
    if start == Start.EMPLOYED:
        return Limitation(None, None, [Step(Effect.UNLIMITED)])
    return _Count(on, rule, calendar, today).through(facts) if on else None


class _Count:
    """One count: where the present year runs from, what it stood still for, and where it ends so far."""

    def __init__(self, on: date, rule: Rule, calendar: Calendar, today: date) -> None:
        self.rule, self.calendar, self.today = rule, calendar, today
        self.runs_from, self.stops = on, list[Stop]()
        self.found = self.period(on, self.stops)
        self.steps = [Step(Effect.BEGINS, on, due_on=self.found.due_on)]

    def through(self, facts: Sequence[Fact]) -> Limitation:
        for fact in sorted(facts, key=lambda fact: (fact.day, fact.kind)):
            self.take(fact)
        due_on, unrolled = self.found.due_on, self.unrolled()
        if due_on > unrolled:
            self.steps.append(Step(Effect.ROLLED, unrolled, due_on=due_on))
        return Limitation(due_on, self.runs_from, self.steps, self.found.provisional)

    def take(self, fact: Fact) -> None:
        last = (fact.until or self.today) if fact.hinders else fact.day
        if fact.day > self.found.due_on:
            self.note(Effect.TOO_LATE, fact)
        elif last < self.runs_from or (fact.hinders and last == self.runs_from):
            self.note(Effect.TOO_EARLY, fact)
        elif fact.hinders:
            self.stand_still(fact, last)
        else:
            self.begin_anew(fact)

    def begin_anew(self, fact: Fact) -> None:
        """The year begins on the day of the event. It never ends earlier for it, not even by a day of February."""
        fresh = self.period(fact.day, self.stops)
        if fresh.due_on >= self.found.due_on:
            self.found, self.runs_from = fresh, fact.day
        self.note(Effect.ANEW, fact)

    def stand_still(self, fact: Fact, last: date) -> None:
        before = self.unrolled()
        self.stops.append(Stop(fact.day - ONE_DAY, last))
        self.found = self.period(self.runs_from, self.stops)
        self.note(Effect.LONGER, fact, days=(self.unrolled() - before).days)

    def note(self, effect: Effect, fact: Fact, days: int = 0) -> None:
        self.steps.append(Step(effect, fact.day, fact.until, fact.kind, self.found.due_on, days))

    def period(self, on: date, stops: list[Stop]) -> Period:
        return period(on, self.rule, self.calendar, stops=stops)

    def unrolled(self) -> date:
        """The end before it moves past days of rest."""
        return period(self.runs_from, replace(self.rule, rolls=False), self.calendar, stops=self.stops).due_on
