"""Article 27 of the Mediation and Arbitration Law, by dated examples and by what holds for all days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.periods import Calendar, Rule, Unit
from hotline.limitation import Effect, Event, Fact, Limitation, Start, limitation

YEAR = Rule("arbitration.limitation", 1, Unit.YEARS, rolls=True)
PLAIN = Calendar()
TODAY = date(2026, 11, 20)
D = date.fromisoformat


def counted(start: str, on: str | date | None, *facts: Fact, today: date = TODAY) -> Limitation:
    day = D(on) if isinstance(on, str) else on
    found = limitation(start, day, facts, YEAR, PLAIN, today)
    assert found is not None
    return found


def claim(day: str) -> Fact:
    return Fact(Event.CLAIM, D(day))


def hindrance(day: str, until: str | None) -> Fact:
    return Fact(Event.FORCE_MAJEURE, D(day), D(until) if until else None)


MARCH, AUGUST = hindrance("2025-03-01", "2025-03-10"), hindrance("2025-08-01", "2025-08-10")


@pytest.mark.parametrize(
    ("start", "on", "facts", "last_day", "runs_from"),
    [
        # one year from Friday 2023-03-10 ends on a Sunday, so on the Monday after it
        ("known", "2023-03-10", [], "2024-03-11", "2023-03-10"),
        ("should_know", "2025-07-01", [], "2026-07-01", "2025-07-01"),
        # there is no 29 February in the next year; 2025-02-28 is a Friday
        ("known", "2024-02-29", [], "2025-02-28", "2024-02-29"),
        # a claim, a request to an authority, a promise: the year begins anew from that day
        ("known", "2025-01-08", [claim("2025-06-11")], "2026-06-11", "2025-06-11"),
        ("known", "2025-01-08", [Fact(Event.RELIEF, D("2025-06-11"))], "2026-06-11", "2025-06-11"),
        ("known", "2025-01-08", [Fact(Event.PROMISE, D("2025-06-11"))], "2026-06-11", "2025-06-11"),
        # the second one counts only because of the first: without it the year was over on 2026-01-08
        ("known", "2025-01-08", [claim("2026-02-03"), claim("2025-06-11")], "2027-02-03", "2026-02-03"),
        ("known", "2025-01-08", [claim("2026-02-03")], "2026-01-08", "2025-01-08"),
        # on the last day, rolled to the Monday, the year still runs
        ("known", "2023-03-10", [claim("2024-03-11")], "2025-03-11", "2024-03-11"),
        ("known", "2023-03-10", [claim("2024-03-12")], "2024-03-11", "2023-03-10"),
        # before the year began there was nothing to interrupt
        ("known", "2025-01-08", [claim("2024-12-31")], "2026-01-08", "2025-01-08"),
        # force majeure for ten days, both ends included: ten days later
        ("known", "2025-01-08", [MARCH], "2026-01-19", "2025-01-08"),
        # two hindrances that overlap count once: 1 to 20 March
        (
            "known",
            "2025-01-08",
            [MARCH, hindrance("2025-03-05", "2025-03-20")],
            "2026-01-28",
            "2025-01-08",
        ),
        # what stood still before the year began anew has nothing left to give
        (
            "known",
            "2025-01-08",
            [MARCH, claim("2025-06-11")],
            "2026-06-11",
            "2025-06-11",
        ),
        (
            "known",
            "2025-01-08",
            [claim("2025-06-11"), AUGUST],
            "2026-06-22",
            "2025-06-11",
        ),
        # interrupted in the midst of it: the days left of the hindrance are added to the new year
        (
            "known",
            "2025-01-08",
            [MARCH, claim("2025-03-05")],
            "2026-03-10",
            "2025-03-05",
        ),
        # it still lasts: counted up to today
        ("known", "2026-01-06", [hindrance("2026-11-11", None)], "2027-01-18", "2026-01-06"),
        # arrears of pay after the end of employment
        ("ended", "2025-09-30", [], "2026-09-30", "2025-09-30"),
        ("ended", "2025-09-30", [claim("2025-01-01")], "2026-09-30", "2025-09-30"),
    ],
)
def test_the_last_day_of_the_year(start, on, facts, last_day, runs_from):
    found = counted(start, on, *facts)
    assert (found.due_on, found.runs_from) == (D(last_day), D(runs_from))


def test_while_the_employment_lasts_arrears_of_pay_have_no_limit():
    found = counted(Start.EMPLOYED, None, claim("2025-01-01"))
    assert found.due_on is None
    assert [step.effect for step in found.steps] == [Effect.UNLIMITED]


@pytest.mark.parametrize("start", ["known", "should_know", "ended"])
def test_without_the_first_day_there_is_nothing_to_count(start):
    assert limitation(start, None, [claim("2025-01-01")], YEAR, PLAIN, TODAY) is None


def test_every_step_says_what_it_did_and_where_the_end_stood_then():
    facts = [MARCH, claim("2024-12-31"), claim("2025-06-13"), claim("2027-01-01")]
    found = counted("known", "2025-01-08", *facts)
    assert [(step.effect, step.due_on, step.days) for step in found.steps] == [
        (Effect.BEGINS, D("2026-01-08"), 0),
        (Effect.TOO_EARLY, D("2026-01-08"), 0),
        (Effect.LONGER, D("2026-01-19"), 10),
        (Effect.ANEW, D("2026-06-15"), 0),
        (Effect.TOO_LATE, D("2026-06-15"), 0),
        (Effect.ROLLED, D("2026-06-15"), 0),
    ]
    assert found.steps[-1].day == D("2026-06-13")  # a Saturday


days = st.dates(date(2020, 1, 1), date(2026, 11, 1))
interruptions = st.builds(Fact, st.sampled_from([Event.CLAIM, Event.RELIEF, Event.PROMISE]), days)
hindrances = st.builds(
    lambda day, length: Fact(Event.FORCE_MAJEURE, day, day + timedelta(days=length)), days, st.integers(0, 200)
)
facts = st.lists(st.one_of(interruptions, hindrances), max_size=6)


def last_day(on: date, told: list[Fact]) -> date:
    due_on = counted("known", on, *told).due_on
    assert due_on is not None
    return due_on


@given(days, facts, st.one_of(interruptions, hindrances))
def test_no_event_ever_takes_time_away(on, told, one_more):
    assert last_day(on, [*told, one_more]) >= last_day(on, told)


@given(days, facts)
def test_the_order_of_telling_does_not_matter(on, told):
    assert last_day(on, told) == last_day(on, told[::-1])


@given(days, facts)
def test_it_ends_on_a_working_day_and_a_year_or_more_after_it_began(on, told):
    found = counted("known", on, *told)
    assert found.due_on is not None
    assert found.runs_from is not None
    assert found.due_on.weekday() < 5
    assert found.due_on - on >= timedelta(days=365)
    assert found.runs_from >= on
