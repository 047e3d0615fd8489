"""The year for arbitration as the screen, the call and the printed page show it: by the rules of the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from casework.calendars import calendar_of
from casework.deadlines import policy_in
from casework.models import DeadlineRule
from casework.words import day
from hotline.limitation import Effect, Event, Fact, Limitation, Start, Step, limitation
from hotline.models import CallRecord
from organizations.models import Region

RULE = "arbitration.limitation"


@dataclass(frozen=True)
class Told:
    """What the caller told about it: which day counts, the days, and what happened since."""

    start: str = ""
    known_on: date | None = None
    ended_on: date | None = None
    facts: Sequence[Fact] = ()

    @property
    def runs_for(self) -> str:
        return self.start or Start.KNOWN

    @property
    def first_day(self) -> date | None:
        return self.ended_on if self.start == Start.ENDED else self.known_on

    @property
    def start_label(self) -> str:
        return str(Start(self.runs_for).label)


@dataclass(frozen=True)
class Clock:
    """The last day with the reasons, and how near it is. `warned` are the days of `limitation_warning_days`."""

    told: Told
    found: Limitation
    today: date
    basis: str
    warned: Sequence[int]

    @property
    def due_on(self) -> date | None:
        return self.found.due_on

    @cached_property
    def days_left(self) -> int | None:
        return (self.due_on - self.today).days if self.due_on else None

    @property
    def tone(self) -> str:
        """Over, or within the shortest warning: danger. Within the longest: warning."""
        if self.days_left is None:
            return "success"
        if self.days_left <= min(self.warned):
            return "danger"
        return "warning" if self.days_left <= max(self.warned) else "neutral"

    @property
    def words(self) -> str:
        left = self.days_left
        if left is None:
            return _("No limit while the employment lasts")
        if left < 0:
            return ngettext("Over since %(days)d day", "Over since %(days)d days", -left) % {"days": -left}
        if left == 0:
            return _("Today is the last day")
        return ngettext("%(days)d day left", "%(days)d days left", left) % {"days": left}

    @property
    def reasons(self) -> list[str]:
        return [reason(step) for step in self.found.steps]


def clock(told: Told, region: Region | None, today: date) -> Clock | None:
    """Count by the rule and the calendar of the division. None while the first day is missing."""
    first = told.first_day or today
    rule = DeadlineRule.objects.in_force(RULE, first, region)
    calendar = calendar_of(region, first)
    found = limitation(told.runs_for, told.first_day, told.facts, rule.rule, calendar, today)
    if found is None:
        return None
    return Clock(told, found, today, rule.basis, policy_in("limitation_warning_days", region, today))


def told_of(call: CallRecord) -> Told:
    """What is kept with a call."""
    facts = [row.fact for row in call.limitation_facts.all()]
    return Told(call.limitation_start, call.occurred_on, call.employment_ended_on, facts)


def clock_of(call: CallRecord, today: date) -> Clock | None:
    return clock(told_of(call), call.org.region, today)


REASONS = {
    Effect.UNLIMITED: gettext_lazy(
        "Arrears of pay have no limit while the employment lasts, and a year after its end."
    ),
    Effect.BEGINS: gettext_lazy("Begins on %(day)s, which does not count itself: last day %(due)s."),
    Effect.ANEW: gettext_lazy("%(day)s, %(what)s: the year begins anew, last day %(due)s."),
    Effect.LONGER: gettext_lazy("%(day)s to %(until)s, the year stands still: %(days)d days more, last day %(due)s."),
    Effect.ROLLED: gettext_lazy("%(day)s is a day of rest, so the last day is %(due)s."),
    Effect.TOO_EARLY: gettext_lazy("%(day)s, %(what)s: no effect, the year did not run yet."),
    Effect.TOO_LATE: gettext_lazy("%(day)s, %(what)s: no effect, the year was over."),
}


def reason(step: Step) -> str:
    """One step in words: what happened when, what it did, and the last day from then on."""
    what = str(Event(step.kind).label) if step.kind else ""
    until = day(step.until) if step.until else _("today")
    words = {"what": what, "day": day(step.day), "due": day(step.due_on), "until": until, "days": step.days}
    return str(REASONS[step.effect]) % words
