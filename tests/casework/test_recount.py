"""Running clocks are counted anew when the notice for a year comes out."""

import datetime as dt

import pytest

from casework.models import CalendarYear, Holiday
from casework.recount import recount, recount_provisional
from disputes import actions
from disputes.models import DisputeDeadline
from tests.factories.disputes import CaseFactory

D = dt.date
pytestmark = pytest.mark.django_db
WEEK_OFF = [D(2027, 2, 5) + dt.timedelta(days=n) for n in range(8)]


@pytest.fixture
def case(zhao):
    """Fifteen days from 25 January 2027 end on Tuesday 9 February, as far as is known in the year before."""
    case = CaseFactory(received_on=D(2027, 1, 25), when=dt.datetime(2027, 1, 25, 3, tzinfo=dt.UTC))
    assert clock(case).provisional
    assert clock(case).due_on == D(2027, 2, 9)
    return case


def clock(case):
    return DisputeDeadline.objects.of_rule("case.mediate").get(file=case)


def notice(*, days=WEEK_OFF):
    """The administrator enters the days of the notice and marks the year published."""
    Holiday.objects.bulk_create(Holiday(date=day, kind="off", name="春节") for day in days)
    CalendarYear.objects.filter(year=2027).update(status="published")


def test_a_day_inside_a_holiday_moves_behind_it_once_the_notice_is_entered(case):
    notice()
    assert recount_provisional() == 1
    assert (clock(case).due_on, clock(case).provisional) == (D(2027, 2, 15), False)


def test_the_moved_day_is_told_in_the_history_of_the_file(case):
    notice()
    recount_provisional()
    event = case.events.get(verb="recount")
    assert event.note == "调解期限: 2027-02-09 → 2027-02-15"
    assert event.by.duty == "system"


def test_the_file_is_sorted_by_the_new_day(case):
    actions.accept(case, by=case_officer(case), at=case.opened_at, accepted_on=case.received_on)
    notice()
    recount_provisional()
    case.refresh_from_db()
    assert case.due_on == D(2027, 2, 15)


def case_officer(case):
    return case.events.first().by


def test_counting_a_second_time_moves_nothing(case):
    notice()
    recount_provisional()
    assert recount_provisional() == 0
    assert case.events.filter(verb="recount").count() == 1


def test_a_day_the_notice_does_not_touch_is_only_confirmed(case):
    notice(days=[D(2027, 1, 1)])
    assert recount_provisional() == 0
    assert (clock(case).due_on, clock(case).provisional) == (D(2027, 2, 9), False)
    assert not case.events.filter(verb="recount").exists()


def test_before_the_notice_nothing_moves(case):
    assert recount_provisional() == 0
    assert clock(case).provisional


def test_a_clock_that_was_met_stays_as_it_was(case):
    DisputeDeadline.objects.filter(file=case).update(met_on=D(2027, 2, 1))
    notice()
    assert recount_provisional() == 0
    assert clock(case).due_on == D(2027, 2, 9)


def test_a_clock_met_while_the_recount_was_on_its_way_stays_as_it_was(case):
    DisputeDeadline.objects.filter(file=case).update(met_on=D(2027, 2, 1))
    notice()
    assert not recount(clock(case).pk, DisputeDeadline)
    assert clock(case).due_on == D(2027, 2, 9)
