"""The golden set of pauses and extensions: forty-two dated examples, walked day by day beside the counting code."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from django.utils import timezone

from casework.errors import StepRefused
from casework.periods import Calendar, Rule, Stop, Unit, period
from disputes import actions
from disputes.models import DisputeCase
from disputes.tasks import propose_ends
from tests.factories.disputes import CaseFactory

DAY = date.fromisoformat
ONE = timedelta(days=1)
HOLIDAYS = Path(__file__).parents[2] / "casework" / "data" / "holidays.csv"
NATURAL, WORKING = False, True

# start, length, unit, pauses "last running day/last still day", extensions, last day
GOLDEN = [
    ("2024-01-08", 15, NATURAL, "", "", "2024-01-23"),  # no pause
    ("2024-01-08", 15, NATURAL, "2024-01-15/2024-01-25", "", "2024-02-02"),  # ten days
    ("2024-01-08", 15, NATURAL, "2024-01-15/2024-01-16", "", "2024-01-24"),  # one day
    ("2024-01-08", 15, NATURAL, "2024-01-15/2024-01-15", "", "2024-01-23"),  # resumed on the same day
    ("2024-01-08", 15, NATURAL, "2024-01-09/2024-01-12 2024-01-15/2024-01-19", "", "2024-01-30"),  # two pauses
    ("2024-01-08", 15, NATURAL, "2024-01-19/2024-01-22", "", "2024-01-26"),  # over a weekend
    ("2024-01-08", 15, NATURAL, "2024-01-22/2024-02-22", "", "2024-02-23"),  # over the Spring Festival
    ("2024-01-08", 15, NATURAL, "2024-01-23/2024-01-30", "", "2024-01-30"),  # stopped on the last day
    ("2024-01-08", 15, NATURAL, "2024-01-24/2024-02-10", "", "2024-01-23"),  # stopped after the end: nothing moves
    ("2024-01-08", 15, NATURAL, "", "10", "2024-02-02"),  # extended
    ("2024-01-08", 15, NATURAL, "", "15", "2024-02-07"),  # extended by as much again
    ("2024-01-08", 15, NATURAL, "", "10 5", "2024-02-07"),  # extended twice
    ("2024-01-08", 15, NATURAL, "2024-01-15/2024-01-25", "10", "2024-02-18"),  # paused and extended
    ("2024-01-08", 15, NATURAL, "2024-01-25/2024-01-28", "10", "2024-02-05"),  # paused within the extension
    ("2024-01-19", 15, NATURAL, "", "", "2024-02-04"),  # ends on an adjusted working Sunday
    (
        "2024-01-19",
        15,
        NATURAL,
        "2024-01-24/2024-01-30",
        "",
        "2024-02-09",
    ),  # moved into the days before the Spring Festival
    (
        "2024-01-19",
        15,
        NATURAL,
        "2024-01-24/2024-01-31",
        "",
        "2024-02-18",
    ),  # moved onto the Spring Festival: rolls to its end
    ("2024-01-19", 30, NATURAL, "2024-01-24/2024-01-25", "", "2024-02-19"),  # beyond the adjusted working Sunday
    ("2024-09-02", 15, NATURAL, "", "", "2024-09-18"),  # Mid-Autumn
    ("2024-09-02", 15, NATURAL, "2024-09-10/2024-09-11", "", "2024-09-18"),  # moved to where the roll had led
    ("2024-09-02", 15, NATURAL, "2024-09-10/2024-09-14", "", "2024-09-23"),  # moved to a Saturday
    ("2024-09-02", 15, NATURAL, "2024-09-18/2024-09-20", "", "2024-09-20"),  # stopped on the rolled last day
    ("2024-09-02", 15, NATURAL, "", "13", "2024-10-08"),  # extended into National Day from the rolled end
    ("2024-09-16", 15, NATURAL, "", "", "2024-10-08"),  # raw end on the first of October
    ("2024-09-16", 15, NATURAL, "2024-09-20/2024-09-29", "", "2024-10-10"),  # beyond the holidays
    ("2025-03-17", 30, NATURAL, "", "", "2025-04-16"),  # the court's thirty days
    ("2025-03-17", 30, NATURAL, "2025-03-20/2025-03-24", "", "2025-04-21"),  # five-day appraisal
    ("2025-03-17", 30, NATURAL, "2025-03-20/2025-04-08", "30", "2025-06-05"),  # court case extended after a pause
    ("2025-03-17", 7, NATURAL, "2025-03-20/2025-03-21", "", "2025-03-25"),  # summary procedure
    ("2025-04-03", 30, NATURAL, "2025-04-10/2025-04-11", "", "2025-05-06"),  # moved within Labour Day
    ("2026-01-05", 15, NATURAL, "2026-01-12/2026-01-20", "", "2026-01-28"),  # building site
    ("2026-01-16", 15, NATURAL, "2026-01-20/2026-02-03", "", "2026-02-14"),  # moved onto an adjusted working Saturday
    ("2026-01-16", 15, NATURAL, "2026-02-01/2026-02-04", "", "2026-02-05"),  # stopped while the end was rolling
    ("2026-01-16", 15, NATURAL, "", "5", "2026-02-09"),  # rolled end plus five ends on a Saturday
    (
        "2024-09-27",
        5,
        WORKING,
        "2024-09-29/2024-10-08",
        "",
        "2024-10-12",
    ),  # six rest days and one working day stand still
    ("2024-09-20", 15, WORKING, "2024-09-23/2024-09-26", "", "2024-10-21"),  # three working days stand still
    ("2024-09-20", 15, WORKING, "2024-09-27/2024-09-29", "", "2024-10-17"),  # an adjusted Sunday stands still
    ("2024-09-06", 3, WORKING, "2024-09-07/2024-09-08", "", "2024-09-11"),  # a rest day standing still costs nothing
    (
        "2025-01-24",
        3,
        WORKING,
        "2025-01-26/2025-02-04",
        "",
        "2025-02-06",
    ),  # Spring Festival 2025: rest days cost nothing
    ("2025-01-24", 3, WORKING, "2025-01-24/2025-01-26", "", "2025-02-06"),  # the working Sunday before the festival
    ("2024-10-24", 60, WORKING, "2024-11-01/2024-11-15", "30", "2025-03-20"),  # inspection, paused and extended
    ("2024-04-18", 15, WORKING, "2024-04-26/2024-04-28", "", "2024-05-13"),  # adjusted Sunday
]


@cache
def notices():
    """The national notices as they stand in the data: the day, and whether it is worked."""
    with HOLIDAYS.open(encoding="utf-8", newline="") as lines:
        return {DAY(row["date"]): row["kind"] == "work" for row in csv.DictReader(lines) if not row["region_code"]}


def rests(day):
    return not notices().get(day, day.weekday() < 5)


def pauses_in(text):
    return [tuple(map(DAY, part.split("/"))) for part in text.split()]


class Walk:
    """One step a day, and nothing shared with the code that counts."""

    def __init__(self, working, pauses):
        self.working, self.pauses, self.used = working, pauses, set()
        self.still = {}
        for n, (last_running, last_still) in enumerate(pauses):
            day = last_running
            while day < last_still:
                day += ONE
                self.still[day] = n

    def counts(self, day):
        return not (self.working and rests(day))

    def rolled(self, day):
        while not self.working and rests(day):
            day += ONE
        return day

    def forward(self, day, length):
        while length:
            day += ONE
            if day in self.still:
                self.used.add(self.still[day])
            elif self.counts(day):
                length -= 1
        return self.settled(day)

    def settled(self, end):
        """A pause that began on the last day, or while that day was rolling, moves it by the days it lasted."""
        for n, (last_running, _last_still) in enumerate(self.pauses):
            if n in self.used or not end <= last_running <= self.rolled(end):
                continue
            self.used.add(n)
            end = end if last_running == end else self.rolled(end)
            left = sum(1 for day, m in self.still.items() if m == n and self.counts(day))
            while left:
                end += ONE
                left -= self.counts(end)
        return end


def walked(start, length, working, pauses, extensions):
    walk = Walk(working, pauses)
    end = walk.forward(start, length)
    for more in extensions:
        end = walk.forward(walk.rolled(end), more)
    return walk.rolled(end)


@pytest.mark.parametrize(("start", "length", "working", "pauses", "extensions", "due"), GOLDEN)
def test_a_clock_that_stood_still_or_was_extended_ends_on_the_day_walked(
    start, length, working, pauses, extensions, due
):
    stops, more = pauses_in(pauses), [int(days) for days in extensions.split()]
    assert walked(DAY(start), length, working, stops, more) == DAY(due)
    rule = Rule("any", length, Unit.WORKING if working else Unit.NATURAL, rolls=not working)
    calendar = Calendar(national=notices(), published=frozenset({2024, 2025, 2026}))
    found = period(DAY(start), rule, calendar, stops=[Stop(*pair) for pair in stops], extensions=more)
    assert found.due_on == DAY(due)


FORTNIGHT = [row for row in GOLDEN if row[0] == "2024-01-08" and len(row[3].split()) < 2 and "01-24/" not in row[3]]


@pytest.mark.django_db
@pytest.mark.parametrize(("start", "length", "working", "pauses", "extensions", "due"), FORTNIGHT)
def test_a_case_suspended_and_extended_is_due_on_the_same_day(
    yang, now, start, length, working, pauses, extensions, due
):
    case = CaseFactory("mediating", mediator=yang)
    for days in [int(days) for days in extensions.split()]:
        case = actions.extend(case, by=yang, at=now, days=days, consented_on=DAY("2024-01-16"), reason="双方同意")
    for stopped, still in pauses_in(pauses):
        case = actions.suspend(case, by=yang, at=now, suspended_on=stopped, reason="等待鉴定", cause="appraisal")
        case = actions.resume(case, by=yang, at=now, resumed_on=still)
        assert case.deadlines.of_rule("case.mediate").get().pauses.get().cause == "appraisal"
    assert case.due_on == DAY(due)


@pytest.mark.django_db
def test_all_extensions_together_keep_to_the_most_allowed(yang, now):
    case = CaseFactory("mediating", mediator=yang)
    given = {"consented_on": DAY("2024-01-16"), "reason": "双方同意"}
    case = actions.extend(case, by=yang, at=now, days=350, **given)
    with pytest.raises(StepRefused):
        actions.extend(case, by=yang, at=now, days=16, **given)
    assert actions.extend(case, by=yang, at=now, days=15, **given)


@pytest.mark.django_db
def test_consent_after_the_last_day_extends_nothing(yang, now):
    case = CaseFactory("mediating", mediator=yang)
    with pytest.raises(StepRefused):
        actions.extend(case, by=yang, at=now, days=5, consented_on=DAY("2024-01-24"), reason="双方同意")


@pytest.mark.django_db
def test_the_last_day_proposes_the_end_once_and_ends_nothing(client, yang, now):
    case = CaseFactory("mediating", mediator=yang)
    suspended = CaseFactory("suspended", mediator=yang)
    propose_ends()
    propose_ends()
    case.refresh_from_db()
    assert (case.state, case.outcome, case.failure_proposed_on) == ("mediating", "", timezone.localdate(now))
    assert case.events.filter(verb="propose_failure").count() == 1
    suspended.refresh_from_db()
    assert suspended.failure_proposed_on is None
    assert list(DisputeCase.objects.to_be_ended()) == [case]
    client.force_login(yang.user)
    page = client.get(case.get_absolute_url()).content.decode()
    assert "2024-01-23" in page, "the page says when the time ended, and what remains"
    assert "申请仲裁" in page
    case = actions.extend(case, by=yang, at=now, days=5, consented_on=DAY("2024-01-23"), reason="双方同意")
    assert case.failure_proposed_on is None
