"""Early warnings, all times frozen: each clock once, as many working days ahead as chosen, in office hours."""

import datetime as dt

import pytest
from django.utils import timezone

from casework.deadlines import extend, meet
from casework.early.sweep import warn_early
from casework.early.window import last_near, soon_until
from casework.models import Policy
from casework.periods import Calendar
from desk.early.box import standing
from disputes.models import DisputeCase
from organizations.models import EarlyWarning
from tests.factories.disputes import CaseFactory
from tests.factories.organizations import OfficerFactory

D = dt.date
pytestmark = pytest.mark.django_db
DUE = D(2024, 1, 23)  # a Tuesday: fifteen days from 8 January 2024
AT_WORK, EARLY, LATE = dt.time(10), dt.time(8, 29), dt.time(17, 30)


def at(day, time=AT_WORK):
    return timezone.make_aware(dt.datetime.combine(day, time))


def told(officer):
    return [(row.about, row.due_on) for row in EarlyWarning.objects.visible_to(officer)]


@pytest.fixture
def case(yang):
    """In the hands of Yang, who has confirmed: only the time of mediation runs."""
    case = CaseFactory("mediating", mediator=yang)
    case.deadlines.running().exclude(rule__code="case.mediate").update(met_on=D(2024, 1, 9))
    return case


@pytest.mark.parametrize(
    ("day", "days", "last"),
    [
        (D(2024, 1, 17), 3, D(2024, 1, 22)),  # Thursday, Friday, Monday
        (D(2024, 1, 17), 2, D(2024, 1, 21)),  # a Sunday is as near as the Friday before it
        (D(2024, 1, 20), 1, D(2024, 1, 22)),  # from a Saturday on
        (D(2024, 9, 12), 2, D(2024, 9, 17)),  # Friday, the swapped Saturday, then the festival up to Tuesday
        (D(2024, 9, 13), 0, D(2024, 9, 13)),  # none ahead: the Saturday is a working day
    ],
)
def test_the_window_is_counted_in_working_days_with_swapped_ones(day, days, last):
    festival = {D(2024, 9, 14): True} | {D(2024, 9, n): False for n in (15, 16, 17)}
    assert last_near(day, days, Calendar(national=festival)) == last


@pytest.mark.parametrize(
    ("day", "time", "count"),
    [
        (D(2024, 1, 17), AT_WORK, 0),  # four working days ahead
        (D(2024, 1, 18), EARLY, 0),  # three, before the office opens
        (D(2024, 1, 18), LATE, 0),  # after it has closed
        (D(2024, 1, 18), AT_WORK, 1),
        (D(2024, 1, 20), AT_WORK, 0),  # a Saturday
        (D(2024, 1, 22), AT_WORK, 1),  # nobody looked for four days: still in time
        (D(2024, 1, 24), AT_WORK, 0),  # over: no longer early
    ],
)
def test_a_clock_is_told_in_office_hours_once_it_is_near(case, yang, day, time, count):
    assert warn_early(at(day, time)) == count
    assert told(yang) == [("调解期限", DUE)] * count


def test_a_swapped_saturday_is_a_day_to_be_told(case, yang):
    case.deadlines.running().update(due_on=D(2024, 9, 20))
    assert warn_early(at(D(2024, 9, 15))) == 0
    assert warn_early(at(D(2024, 9, 14))) == 1


def test_nothing_is_told_twice(case):
    assert [warn_early(at(D(2024, 1, n))) for n in (18, 18, 19, 22)] == [1, 0, 0, 0]


@pytest.mark.parametrize(("days", "first"), [(1, 22), (5, 16), (10, 9), (None, 18)])
def test_each_officer_is_warned_so_many_days_ahead_as_chosen(case, yang, days, first):
    yang.user.warning_days = days
    yang.user.save(update_fields=["warning_days"])
    assert warn_early(at(D(2024, 1, first) - dt.timedelta(days=1))) == 0
    assert warn_early(at(D(2024, 1, first))) == 1


def test_who_wants_no_early_warning_gets_none(case, yang):
    yang.user.warning_days = 0
    yang.user.save(update_fields=["warning_days"])
    assert sum(warn_early(at(D(2024, 1, n))) for n in (18, 22)) == 0


def test_the_place_may_have_other_hours_and_another_number(case):
    rows = {"early_warning_working_days": 1, "office_hours": ["09:00", "12:00"]}
    for code, value in rows.items():
        Policy.objects.create(code=code, value=value, region_id="532923", valid_from=D(2024, 1, 1))
    assert warn_early(at(D(2024, 1, 19))) == 0
    assert warn_early(at(D(2024, 1, 22), LATE)) == 0
    assert warn_early(at(D(2024, 1, 22))) == 1


def test_while_nobody_has_the_file_the_office_of_its_organisation_is_told(zhao, wang, yang):
    CaseFactory()
    warn_early(at(D(2024, 1, 9)))
    assert ("调解申请受理决定", D(2024, 1, 11)) in told(zhao)
    assert not told(wang)
    assert not told(yang)


def test_a_restricted_case_is_told_to_nobody_who_may_not_know_of_it(zhao):
    case = CaseFactory()
    case.is_restricted = True
    case.save(update_fields=["is_restricted"])
    assert warn_early(at(D(2024, 1, 9))) == 0


def test_whose_duty_is_over_is_followed_by_the_office(case, yang, zhao):
    yang.valid_until = D(2024, 1, 1)
    yang.save(update_fields=["valid_until"])
    warn_early(at(D(2024, 1, 18)))
    assert told(zhao) == [("调解期限", DUE)]
    assert not told(yang)
    assert warn_early(at(D(2024, 1, 19))) == 0


def test_a_stopped_clock_does_not_come_near(case):
    case.deadlines.running().get().pauses.create(from_on=D(2024, 1, 12), reason="等待鉴定")
    assert warn_early(at(D(2024, 1, 18))) == 0


def test_what_was_met_is_no_warning_any_more(case, yang):
    warn_early(at(D(2024, 1, 18)))
    assert standing(yang, D(2024, 1, 18))
    meet(case, "case.mediate", D(2024, 1, 18))
    assert not standing(yang, D(2024, 1, 18))
    warn_early(at(D(2024, 1, 18), LATE))
    assert not EarlyWarning.objects.exists()


def test_a_clock_with_more_time_warns_again_before_its_new_day(case, yang):
    warn_early(at(D(2024, 1, 18)))
    extend(case, "case.mediate", length=10, reason="双方同意", on=D(2024, 1, 19))
    assert warn_early(at(D(2024, 1, 19))) == 0
    assert warn_early(at(D(2024, 1, 31))) == 1
    assert told(yang) == [("调解期限", D(2024, 2, 2))]


def test_a_case_handed_on_warns_the_next_mediator_and_no_longer_the_first(case, yang):
    warn_early(at(D(2024, 1, 18)))
    other = OfficerFactory(duty="mediator", region="532923")
    case.mediator = other
    case.save(update_fields=["mediator"])
    assert not standing(yang, D(2024, 1, 18))
    assert warn_early(at(D(2024, 1, 18))) == 1
    assert not told(yang)
    assert told(other) == [("调解期限", DUE)]


def test_closed_files_cost_nothing(case, django_assert_max_num_queries):
    """The same statements however many files there are: each kind of clock is walked once by its own index."""
    with django_assert_max_num_queries(70):
        warn_early(at(D(2024, 1, 18)))


def test_the_desk_the_list_and_every_page_go_by_the_officers_number(client, yang):
    today = timezone.localdate()
    case = CaseFactory("mediating", mediator=yang)
    near = soon_until(yang, today)
    case.deadlines.running().update(due_on=near)
    case.due_on = near
    case.save(update_fields=["due_on"])
    client.force_login(yang.user)
    assert case.number in client.get("/cases/?show=soon").content.decode()
    client.post("/early-warnings/choice/", {"days": "1"})
    page = client.get("/cases/?show=soon").content.decode()
    assert case.number not in page
    yang.user.refresh_from_db()
    assert yang.user.warning_days == 1
    assert 'class="pill pill-neutral"' in client.get("/").content.decode()


@pytest.fixture
def warned(client, yang):
    """A case whose time is over today, in a box nobody has read."""
    today = timezone.localdate()
    case = CaseFactory("mediating", mediator=yang)
    case.deadlines.running().update(due_on=today)
    clock = case.deadlines.running().first()
    row = {"kind": "disputes.disputedeadline", "clock": clock.pk, "number": case.number, "about": clock.rule.label}
    url = case.get_absolute_url()
    EarlyWarning.objects.create(officer=yang, due_on=today, url=url, told_at=timezone.now(), **row)
    client.force_login(yang.user)
    return case


def listed(client):
    return [row["number"] for row in client.get("/api/v1/early-warnings/").json()["results"]]


def test_warnings_stand_on_the_desk_until_they_are_read(client, warned):
    assert 'id="early"' in client.get("/").content.decode()
    assert 'class="early"' in client.get("/cases/").content.decode()
    assert listed(client) == [warned.number]
    client.post("/early-warnings/seen/")
    assert 'id="early"' not in client.get("/").content.decode()
    assert 'class="early"' not in client.get("/cases/").content.decode()
    assert listed(client) == []


def test_nobody_is_told_of_a_file_that_is_no_longer_theirs(client, warned):
    DisputeCase.objects.filter(pk=warned.pk).update(mediator=OfficerFactory(duty="mediator"))
    warned.assignments.update(ended_on=timezone.localdate())
    assert 'id="early"' not in client.get("/").content.decode()
    assert listed(client) == []


@pytest.mark.parametrize(("typed", "status"), [("11", 422), ("-1", 422), ("x", 422), ("", 302), ("0", 302)])
def test_only_a_number_of_the_list_can_be_chosen(client, yang, typed, status):
    client.force_login(yang.user)
    assert client.post("/early-warnings/choice/", {"days": typed}).status_code == status


def test_systems_choose_and_read_the_same(client, yang, wang):
    client.force_login(yang.user)
    answer = client.post("/api/v1/early-warnings/choose/", {"days": "5"}, content_type="application/json")
    assert answer.json() == {"days": 5}
    answer = client.post("/api/v1/early-warnings/choose/", {"days": "12"}, content_type="application/json")
    assert (answer.status_code, "days" in answer.json()["errors"]) == (400, True)
    assert client.post("/api/v1/early-warnings/seen/").status_code == 204
