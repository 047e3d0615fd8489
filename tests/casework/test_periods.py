"""Every dated line of the reference table of periods, counted with the calendars this system ships."""

import csv
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casework.periods import (
    Calendar,
    Rule,
    Stop,
    Unit,
    Why,
    add_months,
    days_left,
    due_at,
    period,
)

DATA = Path(__file__).parents[2] / "casework" / "data"
XISHUANGBANNA, DALI = "532800", "532900"


def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def calendar(region="", **settings):
    days = [row for row in rows("holidays.csv") if row["region_code"] in ("", region)]
    return Calendar(
        national={d(row["date"]): row["kind"] == "work" for row in days if not row["region_code"]},
        regional={d(row["date"]): row["kind"] == "work" for row in days if row["region_code"]},
        published=frozenset(int(row["year"]) for row in rows("calendar_years.csv") if row["status"] == "published"),
        names={d(row["date"]): row["name"] for row in days},
        **settings,
    )


@cache
def rules():
    return {
        row["code"]: Rule(row["code"], int(row["length"]), Unit(row["unit"]), row["basis"], row["rolls"] == "1")
        for row in rows("deadline_rules.csv")
    }


def d(text):
    return date.fromisoformat(text)


def natural(length):
    return Rule("", length, Unit.NATURAL, rolls=True)


def working(length):
    return Rule("", length, Unit.WORKING)


def due(code, start, **more):
    return period(d(start), rules()[code], calendar(), **more).due_on.isoformat()


@pytest.mark.parametrize(
    ("start", "rule", "region", "expected"),
    [
        ("2024-09-02", natural(15), "", "2024-09-18"),
        ("2024-09-20", working(15), "", "2024-10-16"),
        ("2024-04-18", working(15), "", "2024-05-11"),
        ("2024-01-19", natural(30), "", "2024-02-18"),
        ("2024-01-19", natural(15), "", "2024-02-04"),
        ("2025-04-03", natural(30), "", "2025-05-06"),
        ("2026-01-16", natural(30), "", "2026-02-24"),
        ("2026-01-16", natural(15), "", "2026-02-02"),
        ("2025-03-17", natural(30), "", "2025-04-16"),
        ("2025-03-17", natural(30), XISHUANGBANNA, "2025-04-16"),
        ("2025-04-11", working(5), "", "2025-04-18"),
        ("2025-04-11", working(5), XISHUANGBANNA, "2025-04-23"),
        ("2025-04-10", working(3), "", "2025-04-15"),
        ("2025-04-10", working(3), DALI, "2025-04-16"),
        ("2024-09-27", working(5), "", "2024-10-10"),
        ("2025-01-27", working(1), "", "2025-02-05"),
        ("2024-10-24", working(60), "", "2025-01-17"),
        ("2024-12-31", Rule("", 2, Unit.MONTHS, rolls=True), "", "2025-02-28"),
        ("2024-11-06", Rule("", 2, Unit.MONTHS, rolls=True), "", "2025-01-06"),
        ("2023-03-10", Rule("", 1, Unit.YEARS, rolls=True), "", "2024-03-11"),
        ("2024-09-30", working(5), "", "2024-10-12"),
        ("2024-09-30", natural(5), "", "2024-10-08"),
    ],
)
def test_the_reference_table(start, rule, region, expected):
    assert period(d(start), rule, calendar(region)).due_on == d(expected)


@pytest.mark.parametrize(
    ("code", "start", "expected"),
    [
        # reminder letter to a livestreaming company
        ("order.dispatch", "2024-06-03", "2024-06-04"),
        ("order.finish.difficult", "2024-06-03", "2024-06-25"),
        ("order.finish.ordinary", "2024-06-03", "2024-06-11"),
        ("order.sign", "2024-06-04", "2024-06-05"),
        ("letter.reply", "2024-06-06", "2024-06-21"),
        ("case.mediate", "2024-06-11", "2024-06-26"),
        ("referral.ack", "2024-06-11", "2024-06-18"),
        ("agreement.judicial_confirmation", "2024-06-18", "2024-07-18"),
        ("agreement.arbitral_review", "2024-06-18", "2024-07-03"),
        ("order.callback", "2024-06-25", "2024-06-28"),
        # contributions back-paid through the whole chain
        ("supervision.decline_notice", "2024-08-26", "2024-09-02"),
        ("letter.reply", "2024-09-02", "2024-09-18"),
        ("opinion.reply", "2024-09-20", "2024-10-16"),
        ("recommendation.docket", "2024-10-18", "2024-10-25"),
        ("inspection.finish", "2024-10-24", "2025-01-17"),
        ("procuratorial.reply", "2024-12-31", "2025-02-28"),
        # court-assigned mediation and a regional holiday
        ("court.assignment_answer", "2025-03-13", "2025-03-18"),
        ("court.ask_other_side", "2025-03-17", "2025-03-20"),
        ("case.court_assigned", "2025-03-17", "2025-04-16"),
        ("agreement.judicial_confirmation", "2025-04-03", "2025-05-06"),
        ("agreement.arbitral_review", "2025-04-03", "2025-04-18"),
        ("confirmation.rule", "2025-04-09", "2025-05-09"),
        # one-stop agreement and judicial confirmation
        ("case.accept", "2024-01-08", "2024-01-11"),
        ("case.mediate", "2024-01-08", "2024-01-23"),
        ("agreement.judicial_confirmation", "2024-01-19", "2024-02-18"),
        ("agreement.arbitral_review", "2024-01-19", "2024-02-04"),
        ("confirmation.accept", "2024-01-19", "2024-01-22"),
        # group wages on a building site
        ("case.accept", "2026-01-05", "2026-01-08"),
        ("case.mediate", "2026-01-05", "2026-01-20"),
        ("inspection.accept", "2026-01-05", "2026-01-12"),
        ("agreement.judicial_confirmation", "2026-01-16", "2026-02-24"),
        ("agreement.arbitral_review", "2026-01-16", "2026-02-02"),
        # the procuratorate supports suing
        ("order.finish.difficult", "2023-11-20", "2023-12-11"),
        ("referral.ack", "2023-11-27", "2023-12-04"),
        ("referral.result", "2023-11-27", "2023-12-27"),
        ("legal_aid.decide", "2023-12-01", "2023-12-08"),
        ("legal_aid.appoint", "2023-12-08", "2023-12-11"),
        ("agreement.judicial_confirmation", "2023-12-08", "2024-01-08"),
        ("payment_order.answer", "2024-01-09", "2024-01-15"),
        ("payment_order.issue", "2024-01-15", "2024-01-30"),
        ("payment_order.object", "2024-01-31", "2024-02-18"),
    ],
)
def test_the_worked_examples(code, start, expected):
    assert due(code, start) == expected


def test_an_extension_runs_from_the_old_due_day():
    assert due("inspection.finish", "2024-10-24", extensions=[30]) == "2025-03-06"


def test_an_extension_of_a_rolled_end_runs_from_the_rolled_end():
    assert due("case.mediate", "2026-01-16", extensions=[5]) == "2026-02-09"  # 02-02, then raw 02-07, a Saturday


def test_a_second_extension_runs_from_the_first():
    assert due("case.accept", "2024-09-02", extensions=[1, 2]) == "2024-09-10"


def test_a_stop_moves_a_natural_period_by_its_days_before_the_roll():
    stop = Stop(d("2024-09-05"), d("2024-09-09"))
    assert due("case.mediate", "2024-09-02", stops=[stop]) == "2024-09-23"  # raw 09-21, a Saturday


def test_a_stop_moves_a_working_period_by_its_working_days():
    stop = Stop(d("2024-09-03"), d("2024-09-09"))  # four working days stand still
    assert due("case.accept", "2024-09-02", stops=[stop]) == "2024-09-11"


def test_a_stop_over_a_weekend_costs_a_working_period_nothing():
    assert due("case.accept", "2024-09-05", stops=[Stop(d("2024-09-06"), d("2024-09-08"))]) == "2024-09-10"


def test_a_stop_on_the_last_day_leaves_the_day_it_ends_on():
    assert due("case.accept", "2024-09-02", stops=[Stop(d("2024-09-05"), d("2024-09-11"))]) == "2024-09-11"


def test_a_stop_while_the_end_was_rolling_leaves_the_days_that_were_left():
    stop = Stop(d("2026-02-01"), d("2026-02-04"))  # raw end Saturday 01-31, rolled to Monday 02-02
    assert due("case.mediate", "2026-01-16", stops=[stop]) == "2026-02-05"


def test_a_stop_after_the_end_changes_nothing():
    assert due("case.accept", "2024-09-02", stops=[Stop(d("2024-09-06"), d("2024-09-20"))]) == "2024-09-05"


def test_days_covered_by_two_stops_stand_still_once():
    apart = [Stop(d("2024-09-03"), d("2024-09-06")), Stop(d("2024-09-05"), d("2024-09-10"))]
    together = [Stop(d("2024-09-03"), d("2024-09-10"))]
    assert due("case.mediate", "2024-09-02", stops=apart) == due("case.mediate", "2024-09-02", stops=together)


def test_a_stop_within_an_extension_counts_too():
    found = period(
        d("2024-09-02"), working(3), calendar(), extensions=[5], stops=[Stop(d("2024-09-09"), d("2024-09-11"))]
    )
    assert found.due_on == d("2024-09-14")  # 09-05, then 09-12, then two more; 09-14 is an adjusted working day


def test_regional_holidays_move_an_end_only_where_the_office_says_so():
    found = period(d("2025-03-17"), natural(30), calendar(XISHUANGBANNA))
    assert found.later_if_regional == d("2025-04-17")
    assert period(d("2025-03-17"), natural(30), calendar(XISHUANGBANNA, regional_rolls=True)).due_on == d("2025-04-17")


def test_regional_holidays_can_be_left_out_of_working_days():
    found = period(d("2025-04-11"), working(5), calendar(XISHUANGBANNA, regional_counts=False))
    assert (found.due_on, found.later_if_regional) == (d("2025-04-18"), d("2025-04-23"))


def test_no_later_day_is_shown_where_the_region_changes_nothing():
    assert period(d("2025-04-11"), working(5), calendar(XISHUANGBANNA)).later_if_regional is None


def test_a_period_reaching_into_an_unpublished_year_is_provisional():
    assert period(d("2026-12-20"), natural(15), calendar()).provisional
    assert period(d("2026-12-30"), working(3), calendar()).provisional
    assert not period(d("2026-12-01"), natural(15), calendar()).provisional


def test_a_period_that_asks_nothing_of_the_unpublished_year_is_certain():
    assert not period(d("2026-12-20"), Rule("", 30, Unit.NATURAL), calendar()).provisional


def test_hours_run_around_the_clock():
    assert due_at(datetime(2024, 2, 9, 23, 30, tzinfo=UTC), 2) == datetime(2024, 2, 10, 1, 30, tzinfo=UTC)


def test_a_period_in_hours_has_no_last_day():
    with pytest.raises(ValueError, match="due_at"):
        period(d("2024-02-09"), Rule("", 2, Unit.HOURS), calendar())


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [("2024-12-31", 2, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28")],
)
def test_a_month_without_the_day_ends_the_period_on_its_last(day, months, expected):
    assert add_months(d(day), months) == d(expected)


def test_every_day_is_explained():
    found = period(d("2025-04-11"), working(3), calendar(DALI))
    assert [(day.date.day, day.counted, day.why, day.name) for day in found.days] == [
        (11, False, Why.START, ""),
        (12, False, Why.REGIONAL_HOLIDAY, "三月街民族节"),
        (13, False, Why.REGIONAL_HOLIDAY, "三月街民族节"),
        (14, False, Why.REGIONAL_HOLIDAY, "三月街民族节"),
        (15, True, Why.COUNTED, ""),
        (16, True, Why.COUNTED, ""),
        (17, True, Why.COUNTED, ""),
    ]


def test_a_roll_is_explained():
    found = period(d("2024-09-10"), natural(5), calendar())  # raw Sunday 09-15, the first day of Mid-Autumn
    assert [(day.date.day, day.why) for day in found.days[-4:]] == [
        (15, Why.COUNTED),
        (16, Why.HOLIDAY),
        (17, Why.HOLIDAY),
        (18, Why.ROLLED),
    ]


def test_adjusted_days_weekends_and_pauses_are_explained():
    found = period(d("2024-09-27"), working(2), calendar(), stops=[Stop(d("2024-09-29"), d("2024-09-30"))])
    assert [day.why for day in found.days] == [
        Why.START,
        Why.WEEKEND,
        Why.ADJUSTED_WORKING_DAY,
        Why.PAUSED,
        *[Why.HOLIDAY] * 7,
        Why.COUNTED,
    ]


@pytest.mark.parametrize(
    ("today", "due_on", "unit", "left"),
    [
        ("2024-09-27", "2024-10-10", Unit.WORKING, 5),
        ("2024-09-27", "2024-10-10", Unit.NATURAL, 13),
        ("2024-10-10", "2024-10-10", Unit.WORKING, 0),
        ("2024-10-11", "2024-10-10", Unit.NATURAL, -1),
        ("2024-10-14", "2024-10-10", Unit.WORKING, -3),
    ],
)
def test_days_left_are_told_in_the_unit_of_the_rule(today, due_on, unit, left):
    assert days_left(d(today), d(due_on), calendar(), unit) == left


starts = st.dates(d("2023-01-01"), d("2026-06-30"))
lengths = st.integers(1, 60)
units = st.sampled_from([Unit.NATURAL, Unit.WORKING])
pauses = st.lists(st.tuples(starts, st.integers(1, 20)).map(lambda s: Stop(s[0], s[0] + timedelta(s[1]))), max_size=3)


def any_rule(length, unit):
    return Rule("", length, unit, rolls=unit is Unit.NATURAL)


@given(starts, lengths, units, pauses)
def test_a_period_ends_after_it_began_and_explains_every_day_to_its_end(start, length, unit, stops):
    found = period(start, any_rule(length, unit), calendar(), stops=stops)
    assert found.due_on > start
    assert [day.date for day in found.days] == [start + timedelta(n) for n in range((found.due_on - start).days + 1)]


@given(starts, lengths, units)
def test_exactly_the_length_is_counted(start, length, unit):
    assert sum(day.counted for day in period(start, any_rule(length, unit), calendar()).days) == length


@given(starts, lengths, pauses)
def test_stops_leave_the_working_days_counted_as_many(start, length, stops):
    found = period(start, working(length), calendar(), stops=stops)
    assert sum(day.counted for day in found.days) == length


@given(starts, lengths, units, pauses, st.lists(st.integers(1, 20), max_size=2))
def test_no_period_ends_on_a_rest_day(start, length, unit, stops, extensions):
    end = period(start, any_rule(length, unit), calendar(), stops=stops, extensions=extensions).due_on
    assert calendar().works(end, regional=False)


@given(starts, lengths, units, st.sets(st.integers(0, 100), max_size=10))
def test_more_holidays_never_make_it_earlier(start, length, unit, offsets):
    more = {**calendar().national, **{start + timedelta(n): False for n in offsets}}
    rule = any_rule(length, unit)
    assert period(start, rule, Calendar(more)).due_on >= period(start, rule, Calendar(calendar().national)).due_on


@given(starts, lengths, units, pauses)
def test_a_stop_never_makes_it_earlier(start, length, unit, stops):
    rule = any_rule(length, unit)
    assert period(start, rule, calendar(), stops=stops).due_on >= period(start, rule, calendar()).due_on


@given(starts, lengths, units)
def test_a_longer_period_never_ends_earlier(start, length, unit):
    shorter, longer = (period(start, any_rule(n, unit), calendar()).due_on for n in (length, length + 1))
    assert longer >= shorter


@given(starts, starts)
def test_days_left_agree_with_the_count(today, due_on):
    assume(today < due_on and calendar().works(due_on, regional=True))
    left = days_left(today, due_on, calendar(), Unit.WORKING)
    assert period(today, working(left), calendar()).due_on == due_on
