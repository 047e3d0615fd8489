"""A published roster answers every minute of its span, and changes on it are recorded steps."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from casework.errors import StepRefused, WrongDuty
from casework.models import Holiday, Policy
from casework.verbs import perform
from casework.workflow import Act
from hotline.actions import rosters
from hotline.models import CallRecord, DutyShift, Roster, ShiftChange
from hotline.querysets.rosters import lineage_of
from hotline.verbs import ROSTER_VERBS, SHIFT_VERBS
from hotline.workflow import ROSTERS, SHIFTS
from organizations.models import Duty, Officer, UnionOrg
from tests.conftest import member
from tests.factories.hotline import OrderFactory, officer_of
from tests.factories.rosters import BEFORE, DraftFactory, RosterFactory, moment, shift_at

pytestmark = pytest.mark.django_db

LEADER, ON_DUTY = {"duty_leader"}, {"duty_leader", "hotline_operator"}
ROSTER_TABLE = {
    "add_shift": ({"draft"}, None, LEADER),
    "publish": ({"draft"}, "published", LEADER),
    "supersede": ({"published"}, "superseded", {"system"}),
}
SHIFT_TABLE = {
    "drop": ({"planned"}, "dropped", LEADER),
    "change": ({"planned"}, None, LEADER),
    "hand_over": ({"planned", "handed_over"}, "handed_over", ON_DUTY),
    "take_over": ({"handed_over"}, "taken_over", ON_DUTY),
}


@pytest.fixture(autouse=True)
def people(luo, ma):
    """The leader and the operator of Xiangyun."""


@pytest.mark.parametrize(
    ("workflow", "table", "verbs"), [(ROSTERS, ROSTER_TABLE, ROSTER_VERBS), (SHIFTS, SHIFT_TABLE, SHIFT_VERBS)]
)
def test_the_table_is_the_one_agreed_and_every_step_of_a_person_has_a_form(workflow, table, verbs):
    steps = {v: (set(s.sources), s.target, set(s.duties)) for v, s in workflow.steps.items() if s.sources}
    assert steps == table
    assert {verb.name for verb in verbs} == {v for v, row in table.items() if row[2] != {"system"}}


@pytest.mark.parametrize(
    ("model", "workflow", "table"), [(Roster, ROSTERS, ROSTER_TABLE), (DutyShift, SHIFTS, SHIFT_TABLE)]
)
def test_a_step_is_open_in_its_states_and_to_its_duties_only(model, workflow, table):
    for state in model.State.values:
        for verb, (sources, _target, duties) in table.items():
            for duty in set(Duty.values) - duties:
                with pytest.raises(WrongDuty):
                    workflow.check(verb, model(state=state), Act(Officer(duty=duty), BEFORE))
            if state not in sources:
                with pytest.raises(StepRefused):
                    workflow.check(verb, model(state=state), Act(Officer(duty=min(duties)), BEFORE))


def test_a_roster_in_turns_covers_every_minute_and_is_published(luo):
    roster = RosterFactory()
    assert roster.state == "published"
    assert roster.shifts.count() == 14
    assert str(roster.span) == "2026-12-01 08:30–2026-12-08 08:30"


@pytest.mark.parametrize(
    ("begin", "told"),
    [
        ("2026-12-01T08:30", "2026-12-01 08:30–17:30 无人值班"),
        ("2026-12-03T17:30", "2026-12-03 17:30–2026-12-04 08:30 无人值班"),
        ("2026-12-07T17:30", "2026-12-07 17:30–2026-12-08 08:30 无人值班"),
    ],
)
def test_a_roster_with_a_gap_is_refused_and_the_gap_is_named(luo, begin, told):
    roster = DraftFactory()
    rosters.drop(shift_at(roster, begin), by=luo, at=BEFORE)
    with pytest.raises(StepRefused) as refused:
        rosters.publish(roster, by=luo, at=BEFORE)
    assert told in refused.value.reasons[0]
    roster.refresh_from_db()
    assert roster.state == "draft"


def test_a_gap_is_closed_by_a_shift_of_exactly_its_hours(luo, ma):
    roster = DraftFactory()
    rosters.drop(shift_at(roster, "2026-12-05T08:30"), by=luo, at=BEFORE)
    hours = {"begins_at": moment("2026-12-05T08:30"), "ends_at": moment("2026-12-05T17:30")}
    rosters.add_shift(roster, by=luo, at=BEFORE, leader=luo, operators=[ma], **hours)
    assert rosters.publish(roster, by=luo, at=BEFORE).state == "published"


@pytest.mark.parametrize(
    ("begin", "end", "told"),
    [
        ("2026-12-01T12:00", "2026-12-01T13:00", "2026-12-01 08:30–17:30 已有班次"),
        ("2026-12-08T08:30", "2026-12-08T17:30", "2026-12-08 08:30–17:30 超出值班表时间范围"),
    ],
)
def test_a_shift_beside_another_or_beyond_the_roster_is_refused(luo, ma, begin, end, told):
    roster = DraftFactory()
    with pytest.raises(StepRefused, match=told):
        rosters.add_shift(
            roster, by=luo, at=BEFORE, leader=luo, operators=[ma], begins_at=moment(begin), ends_at=moment(end)
        )


def test_the_database_itself_refuses_two_leaders_at_a_time_and_two_rosters_in_force(luo):
    roster = RosterFactory()
    shift = roster.shifts.earliest("begins_at")
    shift.pk = None
    with pytest.raises(IntegrityError, match="one_shift_at_a_time"), transaction.atomic():
        shift.save(force_insert=True)
    draft = DraftFactory()
    with pytest.raises(IntegrityError, match="one_published_roster_at_a_time"), transaction.atomic():
        Roster.objects.filter(pk=draft.pk).update(**{"state": "published"})


def test_office_hours_of_working_days_need_a_law_officer(luo):
    with pytest.raises(StepRefused) as refused:
        RosterFactory(lawyer="")
    reason = refused.value.reasons[0]
    assert "2026-12-01 08:30–17:30 无法律值班人员" in reason
    assert "2026-12-05" not in reason  # a Saturday
    Policy.objects.filter(code="law_officer_hours").update(value=[])
    assert RosterFactory(lawyer="").state == "published"


def test_the_law_officer_is_on_call_on_an_adjusted_working_saturday(luo):
    Holiday.objects.create(date=dt.date(2026, 12, 5), kind="work", name="调休")
    assert shift_at(RosterFactory(), "2026-12-05T08:30").lawyer == "法律顾问"


def test_shifts_of_a_holiday_are_marked_and_plain_weekends_are_not(luo):
    Holiday.objects.create(date=dt.date(2026, 12, 4), kind="off", name="节日")
    roster = RosterFactory()
    marked = {timezone.localdate(shift.begins_at) for shift in roster.shifts.filter(is_holiday=True)}
    assert marked == {dt.date(2026, 12, 4)}


def test_leaders_take_turns_and_the_next_one_stands_behind(luo):
    second = member("duty_leader", "second")
    roster = RosterFactory(leaders=[luo, second])
    people = [(s.leader, s.backup) for s in roster.shifts.order_by("begins_at")[:3]]
    assert people == [(luo, second), (second, luo), (luo, second)]


@pytest.mark.parametrize(("pattern", "days"), [("week", 10), ("month", 31)])
def test_a_roster_repeats_the_days_before_and_joins_them_without_a_gap(luo, pattern, days):
    begin = dt.date(2026, 12, 1)
    earlier = 7 if pattern == "week" else 28
    RosterFactory(begins_on=begin - dt.timedelta(days=earlier), ends_on=begin - dt.timedelta(days=1))
    Policy.objects.filter(code="law_officer_hours").update(value=[])
    roster = RosterFactory(begins_on=begin, ends_on=begin + dt.timedelta(days=days - 1), pattern=pattern)
    assert roster.state == "published"
    assert roster.shifts.count() == 2 * days
    assert roster.shifts.earliest("begins_at").begins_at == moment("2026-12-01T08:30")


def test_what_was_not_covered_before_is_a_gap_again(luo):
    with pytest.raises(StepRefused, match="2026-12-01 08:30–2026-12-08 08:30 无人值班"):
        RosterFactory(pattern="week")


def test_a_new_roster_takes_the_place_of_one_it_covers_and_of_no_part_of_another(luo):
    old = RosterFactory()
    new = RosterFactory(begins_on=dt.date(2026, 11, 30), ends_on=dt.date(2026, 12, 8))
    old.refresh_from_db()
    assert (old.state, new.state) == ("superseded", "published")
    with pytest.raises(StepRefused, match="在部分时间内仍有效"):
        RosterFactory(begins_on=dt.date(2026, 12, 5), ends_on=dt.date(2026, 12, 20))


def test_a_roster_in_use_is_not_replaced(luo):
    RosterFactory()
    draft = DraftFactory()
    with pytest.raises(StepRefused, match="已开始执行"):
        rosters.publish(draft, by=luo, at=moment("2026-12-02T10:00"))


def test_who_lost_the_duty_cannot_be_put_on_a_roster(luo, ma):
    draft = DraftFactory()
    Officer.objects.filter(pk=ma.pk).update(valid_until=dt.date(2026, 12, 3))
    with pytest.raises(StepRefused, match="Ma已不再担任该职责"):
        rosters.publish(draft, by=luo, at=BEFORE)


def test_a_swap_after_publishing_is_kept_with_cause_and_leaves_no_gap(luo, ma):
    second, other = member("duty_leader", "second"), member("hotline_operator", "other")
    shift = shift_at(RosterFactory(), "2026-12-03T17:30")
    rosters.change(
        shift, by=luo, at=BEFORE, leader=second, operators=[other], cause="illness", reason="发热", lawyer=shift.lawyer
    )
    changes = {(c.part, c.before, c.after) for c in ShiftChange.objects.filter(shift=shift)}
    assert changes == {("leader", luo, second), ("operator", ma, other)}
    assert shift.events.get().verb == "change"
    assert DutyShift.objects.on_duty(luo.org, moment("2026-12-03T23:59")).leader == second


def test_a_published_shift_is_not_taken_out(luo):
    with pytest.raises(StepRefused, match="请办理调班"):
        rosters.drop(shift_at(RosterFactory(), "2026-12-01T08:30"), by=luo, at=BEFORE)


def test_a_shift_is_not_taken_out_of_a_roster_that_was_published_since_the_page_was_read(luo):
    shift = shift_at(DraftFactory(), "2026-12-01T08:30")
    assert shift.roster.state == "draft"  # as the page has read it
    rosters.publish(Roster.objects.get(pk=shift.roster_id), by=luo, at=BEFORE)
    with pytest.raises(StepRefused, match="请办理调班"):
        perform(SHIFT_VERBS.get("drop"), shift, by=luo, at=BEFORE)


def test_a_shift_that_is_over_stays_as_it_was(luo, ma):
    shift, after = shift_at(RosterFactory(), "2026-12-01T08:30"), moment("2026-12-02T00:00")
    with pytest.raises(StepRefused, match="班次已结束"):
        rosters.change(shift, by=luo, at=after, leader=luo, operators=[ma], cause="swap")


def test_only_the_leader_of_the_organisation_itself_draws_up_its_roster(luo):
    draft = DraftFactory()
    with pytest.raises(StepRefused, match="只能由"):
        rosters.publish(draft, by=member("duty_leader", "above", region="532900"), at=BEFORE)


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        ("2026-12-01T08:30", "2026-12-01T08:30"),
        ("2026-12-01T17:29", "2026-12-01T08:30"),
        ("2026-12-01T17:30", "2026-12-01T17:30"),
        ("2026-12-01T23:59", "2026-12-01T17:30"),
        ("2026-12-02T00:00", "2026-12-01T17:30"),
        ("2026-12-02T08:29", "2026-12-01T17:30"),
        ("2026-12-08T08:29", "2026-12-07T17:30"),
    ],
)
def test_who_answers_is_known_to_the_minute_and_over_midnight(luo, at, begins):
    RosterFactory()
    assert DutyShift.objects.on_duty(luo.org, moment(at)).begins_at == moment(begins)


@pytest.mark.parametrize("at", ["2026-12-01T08:29", "2026-12-08T08:30"])
def test_outside_every_roster_nobody_answers(luo, at):
    RosterFactory()
    assert DutyShift.objects.on_duty(luo.org, moment(at)) is None


def test_a_county_without_a_roster_is_answered_by_its_superior_and_the_nearest_one_first(luo):
    above = {code: member("duty_leader", f"leader{code}", region=code) for code in ("530000", "532900")}
    org = UnionOrg.objects.get(path="53/29/23/")
    at = moment("2026-12-02T03:00")
    for code, leader in above.items():
        officer_of("hotline_operator", code)
        RosterFactory(code)
        assert DutyShift.objects.on_duty(org, at).leader == leader
    RosterFactory()
    assert DutyShift.objects.on_duty(org, at).leader == luo
    assert DutyShift.objects.on_duty(UnionOrg.objects.get(path="53/01/14/"), at).leader == above["530000"]


def test_a_draft_answers_for_nobody(luo):
    DraftFactory()
    assert DutyShift.objects.on_duty(luo.org, moment("2026-12-02T03:00")) is None


def test_the_path_of_an_organisation_names_all_above_it():
    assert lineage_of("53/29/23/g7/") == ["53/", "53/29/", "53/29/23/", "53/29/23/g7/"]
    assert lineage_of("") == []


def test_the_note_goes_from_one_shift_to_the_next_and_both_are_kept(luo, ma):
    roster = RosterFactory()
    shift = shift_at(roster, "2026-12-01T08:30")
    ends = shift.ends_at
    shift = rosters.hand_over(shift, by=ma, at=ends, open_matters="GD1 待派单")
    shift = rosters.hand_over(shift, by=ma, at=ends, open_matters="GD1 已派单")
    shift = rosters.take_over(shift, by=luo, at=ends + dt.timedelta(minutes=5))
    assert (shift.state, shift.handed_over_by, shift.taken_over_by) == ("taken_over", ma, luo)
    assert shift.taken_over_at - shift.handed_over_at == dt.timedelta(minutes=5)
    with pytest.raises(StepRefused):
        rosters.hand_over(shift, by=ma, at=ends, open_matters="改写")


def test_a_stranger_to_the_shift_neither_hands_over_nor_takes_over(luo, ma):
    shift = shift_at(RosterFactory(), "2026-12-01T08:30")
    stranger = member("hotline_operator", "stranger")
    with pytest.raises(StepRefused, match="只能由本班人员交班"):
        rosters.hand_over(shift, by=stranger, at=shift.ends_at, open_matters="无")
    shift = rosters.hand_over(shift, by=ma, at=shift.ends_at, open_matters="无")
    with pytest.raises(StepRefused, match="只能由下一班人员接班"):
        rosters.take_over(shift, by=stranger, at=shift.ends_at)


def test_the_last_shift_waits_for_the_next_roster(luo, ma):
    shift = shift_at(RosterFactory(), "2026-12-07T17:30")
    shift = rosters.hand_over(shift, by=ma, at=shift.ends_at, open_matters="无")
    with pytest.raises(StepRefused, match="尚无下一班次"):
        rosters.take_over(shift, by=luo, at=shift.ends_at)
    RosterFactory(begins_on=dt.date(2026, 12, 8), ends_on=dt.date(2026, 12, 10))
    assert rosters.take_over(shift, by=luo, at=shift.ends_at).state == "taken_over"


@pytest.mark.parametrize(
    ("words", "at", "told"),
    [(" ", "2026-12-01T17:30", "请填写待办事项"), ("无", "2026-12-01T08:00", "该班次尚未开始")],
)
def test_an_empty_note_or_one_before_the_shift_is_refused(luo, ma, words, at, told):
    shift = shift_at(RosterFactory(), "2026-12-01T08:30")
    with pytest.raises(StepRefused, match=told):
        rosters.hand_over(shift, by=ma, at=moment(at), open_matters=words)


def test_the_note_begins_with_urgent_orders_and_calls_without_an_answer(luo, ma):
    from tests.factories.hotline import CallFactory

    order, call = OrderFactory(urgent=True), CallFactory(by=ma)
    RosterFactory()
    form = SHIFT_VERBS.get("hand_over").form(officer=ma, at=BEFORE, file=DutyShift.objects.first())
    assert order.number in form.initial["open_matters"]
    assert call.number in form.initial["open_matters"]
    assert CallRecord.objects.count() == 2


def test_a_shift_nobody_handed_over_is_seen(luo, ma):
    roster = RosterFactory()
    first, second = roster.shifts.order_by("begins_at")[:2]
    rosters.take_over(rosters.hand_over(first, by=ma, at=first.ends_at, open_matters="无"), by=luo, at=first.ends_at)
    now = second.ends_at + dt.timedelta(hours=1)
    assert list(DutyShift.objects.not_handed_over(now, now - dt.timedelta(days=7))) == [second]
