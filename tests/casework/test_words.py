"""Days, instants, amounts and remaining time in words, in both languages."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from casework import words
from casework.periods import Calendar, Unit

FRIDAY = date(2026, 11, 20)
NATIONAL_DAY = {date(2026, 10, n): False for n in range(1, 8)} | {date(2026, 10, 10): True}


@pytest.fixture(autouse=True)
def chinese():
    with translation.override("zh-hans"):
        yield


def test_a_day_carries_its_weekday():
    assert words.day(FRIDAY) == "2026-11-20(周五)"


def test_a_day_carries_its_weekday_in_english():
    with translation.override("en"):
        assert words.day(FRIDAY) == "2026-11-20 (Fri)"


def test_an_instant_is_shown_in_the_time_of_beijing():
    assert words.instant(datetime(2026, 11, 19, 23, 5, tzinfo=UTC)) == "2026-11-20(周五) 07:05"


def test_the_day_of_an_instant_is_the_day_in_beijing():
    assert words.day(datetime(2026, 11, 19, 23, 5, tzinfo=UTC)) == "2026-11-20(周五)"


@pytest.mark.parametrize("show", [words.day, words.instant, words.money, words.rate])
def test_nothing_is_shown_as_a_dash(show):
    assert show(None) == "—"


@pytest.mark.parametrize(
    ("amount", "text"), [(Decimal("12000.5"), "12,000.50"), (0, "0.00"), (Decimal("-3.005"), "-3.00")]
)
def test_money_has_two_decimals_and_thousands_marks(amount, text):
    assert words.money(amount) == text


def test_a_rate_is_rounded_half_up():
    assert words.rate(Decimal("87.05")) == "87.1%"


def test_a_rate_keeps_as_many_digits_as_asked_for():
    assert (words.rate(Decimal("84.637")), words.rate(Decimal("84.637"), 2)) == ("84.6%", "84.64%")


@pytest.mark.parametrize(
    ("due_on", "text", "tone"),
    [
        (date(2026, 11, 18), "逾期 2 日", "danger"),
        (date(2026, 11, 20), "今日到期", "warning"),
        (date(2026, 11, 21), "还剩 1 日", "warning"),
        (date(2026, 11, 23), "还剩 3 日", "warning"),
        (date(2026, 11, 24), "还剩 4 日", "neutral"),
    ],
)
def test_remaining_time_in_natural_days(due_on, text, tone):
    assert words.due_words(due_on, FRIDAY, soon=date(2026, 11, 23)) == words.Due(text, tone)


def test_a_rule_in_working_days_shows_working_days():
    due = words.due_words(date(2026, 11, 25), FRIDAY, soon=date(2026, 11, 25), unit=Unit.WORKING, calendar=Calendar())
    assert due == words.Due("还剩 3 个工作日", "warning")


def test_working_days_left_skip_the_holiday_and_count_the_adjusted_saturday():
    calendar = Calendar(national=NATIONAL_DAY)
    due = words.due_words(
        date(2026, 10, 12), date(2026, 9, 30), soon=date(2026, 9, 30), unit=Unit.WORKING, calendar=calendar
    )
    assert due.text == "还剩 4 个工作日"


def test_what_is_late_grows_on_the_weekend_too():
    due = words.due_words(FRIDAY, date(2026, 11, 22), soon=FRIDAY, unit=Unit.WORKING, calendar=Calendar())
    assert due == words.Due("逾期 2 日", "danger")


@pytest.mark.parametrize(
    ("met_on", "text", "tone"),
    [(date(2026, 11, 20), "按期完成", "success"), (date(2026, 11, 23), "逾期 3 日完成", "warning")],
)
def test_a_clock_that_was_met_says_whether_in_time(met_on, text, tone):
    assert words.due_words(FRIDAY, date(2027, 1, 1), soon=FRIDAY, met_on=met_on) == words.Due(text, tone)


def test_english_tells_one_day_from_several():
    with translation.override("en"):
        texts = [words.due_words(date(2026, 11, n), FRIDAY, soon=FRIDAY).text for n in (21, 22)]
    assert texts == ["1 day left", "2 days left"]
