"""Gaps and overlaps, told to the minute in Asia/Shanghai, over midnight and the ends of months."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hotline.coverage import Span, cut, gaps, overlaps

MINUTE = dt.timedelta(minutes=1)


def moment(text: str) -> dt.datetime:
    return timezone.make_aware(dt.datetime.fromisoformat(text))


def span(begin: str, end: str) -> Span:
    return Span(moment(begin), moment(end))


def told(spans) -> list[str]:
    return [str(found) for found in spans]


# A busy machine generates slowly: no test here measures time.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAY = span("2026-12-01T00:00", "2026-12-02T00:00")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ["2026-12-01 00:00–24:00"]),
        ([("2026-12-01T00:00", "2026-12-02T00:00")], []),
        ([("2026-12-01T00:00", "2026-12-01T08:00"), ("2026-12-01T08:00", "2026-12-02T00:00")], []),
        (
            [("2026-12-01T00:00", "2026-12-01T08:00"), ("2026-12-01T09:00", "2026-12-02T00:00")],
            ["2026-12-01 08:00–09:00"],
        ),
        (
            [("2026-12-01T09:00", "2026-12-02T00:00"), ("2026-12-01T00:00", "2026-12-01T08:59")],
            ["2026-12-01 08:59–09:00"],
        ),
        ([("2026-11-30T17:30", "2026-12-01T08:30")], ["2026-12-01 08:30–24:00"]),
        ([("2026-12-01T08:00", "2026-12-02T03:00")], ["2026-12-01 00:00–08:00"]),
        (
            [("2026-12-01T00:00", "2026-12-01T20:00"), ("2026-12-01T08:00", "2026-12-01T09:00")],
            ["2026-12-01 20:00–24:00"],
        ),
        ([("2026-12-03T00:00", "2026-12-04T00:00")], ["2026-12-01 00:00–24:00"]),
    ],
)
def test_every_gap_of_a_day_is_named_exactly(parts, expected):
    assert told(gaps(DAY, [span(*part) for part in parts])) == expected


def test_a_gap_over_midnight_at_the_end_of_a_year_names_both_days():
    whole = span("2026-12-31T08:30", "2027-01-01T08:30")
    assert told(
        gaps(whole, [span("2026-12-31T08:30", "2026-12-31T22:00"), span("2027-01-01T02:00", "2027-01-01T08:30")])
    ) == ["2026-12-31 22:00–2027-01-01 02:00"]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([("2026-12-01T00:00", "2026-12-01T08:00"), ("2026-12-01T08:00", "2026-12-02T00:00")], []),
        (
            [("2026-12-01T00:00", "2026-12-01T09:00"), ("2026-12-01T08:00", "2026-12-02T00:00")],
            ["2026-12-01 08:00–09:00"],
        ),
        (
            [
                ("2026-12-01T00:00", "2026-12-01T10:00"),
                ("2026-12-01T01:00", "2026-12-01T03:00"),
                ("2026-12-01T02:00", "2026-12-01T12:00"),
            ],
            ["2026-12-01 01:00–10:00"],
        ),
    ],
)
def test_every_overlap_is_named_once(parts, expected):
    assert told(overlaps([span(*part) for part in parts])) == expected


MINUTES = st.integers(0, 240)
PARTS = st.lists(st.tuples(MINUTES, MINUTES).map(sorted).filter(lambda pair: pair[0] < pair[1]), max_size=9)
ZERO = moment("2026-11-30T22:00")


def at(minute: int) -> dt.datetime:
    return ZERO + minute * MINUTE


def minutes_of(spans) -> set[int]:
    return {m for s in spans for m in range((s.begins_at - ZERO) // MINUTE, (s.ends_at - ZERO) // MINUTE)}


@UNTIMED
@given(PARTS, MINUTES, MINUTES)
def test_gaps_are_exactly_the_minutes_nobody_covers(parts, one, other):
    begin, end = min(one, other), max(one, other) + 1
    covered = {minute for a, b in parts for minute in range(a, b)}
    found = gaps(Span(at(begin), at(end)), [Span(at(a), at(b)) for a, b in parts])
    assert minutes_of(found) == set(range(begin, end)) - covered
    assert found == sorted(found)


@UNTIMED
@given(PARTS)
def test_overlaps_are_exactly_the_minutes_covered_twice(parts):
    twice = {m for m in range(240) if sum(a <= m < b for a, b in parts) > 1}
    found = overlaps([Span(at(a), at(b)) for a, b in parts])
    assert minutes_of(found) == twice
    assert len(minutes_of(found)) == sum((s.ends_at - s.begins_at) // MINUTE for s in found)


@UNTIMED
@given(
    st.lists(st.times().map(lambda t: t.replace(second=0, microsecond=0)), min_size=1, max_size=5), st.integers(1, 40)
)
def test_a_roster_cut_at_any_times_of_the_day_has_no_gap_and_no_overlap(clocks, days):
    begin = timezone.make_aware(dt.datetime.combine(dt.date(2026, 12, 20), min(clocks)))
    whole = Span(begin, begin + dt.timedelta(days=days))
    parts = list(cut(whole, clocks))
    assert (gaps(whole, parts), overlaps(parts)) == ([], [])
    assert len(parts) == len(set(clocks)) * days


def test_a_month_from_its_first_change_to_that_of_the_next_month():
    parts = list(cut(span("2027-02-01T08:30", "2027-03-01T08:30"), [dt.time(8, 30), dt.time(17, 30)]))
    assert (len(parts), str(parts[0]), str(parts[-1])) == (
        56,
        "2027-02-01 08:30–17:30",
        "2027-02-28 17:30–2027-03-01 08:30",
    )
