"""Chases, presses and weekly circulars, by simulated days."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from casework.deadlines import start
from casework.errors import StepRefused, WrongDuty
from casework.transactions import all_or_nothing
from hotline import actions, sweeps
from hotline.models import Chase, Circular, CircularEntry, WorkOrder
from tests.factories.hotline import PHONE, RESULT, CallFactory, OrderFactory, at, officer_of

pytestmark = pytest.mark.django_db
MONDAY = at("2024-06-03")  # ordinary: due on Tuesday the 11th, as the 10th is a holiday


@pytest.fixture
def order() -> WorkOrder:
    return OrderFactory("in_progress", when=MONDAY)


def days(*names: str) -> list[dt.datetime]:
    return [at(f"2024-06-{name}", 7, 10) for name in names]


def sweep(moment: dt.datetime) -> None:
    sweeps.chase_late(moment)
    sweeps.press_late(moment)
    sweeps.issue_circulars(moment)


def test_the_ladder_of_a_late_order_day_by_day(order):
    """Chased on the day after, pressed 3 working days late, in the circular of the week in which it was 5 late."""
    seen = {}
    for moment in days("11", "12", "13", "14", "17", "18", "19", "24"):
        sweep(moment)
        order.refresh_from_db()
        seen[moment.day] = (order.chases.count(), order.is_pressed, order.listings.count())
    assert seen == {
        11: (0, False, 0),
        12: (1, False, 0),
        13: (1, False, 0),
        14: (1, True, 0),
        17: (1, True, 0),
        18: (1, True, 0),
        19: (1, True, 0),
        24: (2, True, 1),
    }


def test_a_row_that_is_passed_over_takes_nothing_from_the_others_however_many_stand_or_fall_together(order):
    """An order with two late clocks is pressed by the first and refused by the second."""
    start(order, "order.first_contact", MONDAY.date())
    with all_or_nothing():
        assert sweeps.press_late(at("2024-06-24", 7, 10)) == 1
    order.refresh_from_db()
    assert order.is_pressed


def test_the_yellow_mark_is_given_one_working_day_before_the_limit_and_goes_with_it(order):
    """Due on Tuesday the 11th after the holiday of the 10th: the last working day before is Friday the 7th."""
    seen = {}
    for moment in days("06", "07", "08", "11", "12"):
        sweeps.warn_near(moment)
        order.refresh_from_db()
        yellow = order in WorkOrder.objects.yellow(moment.date())
        assert order.is_yellow(moment.date()) == yellow
        seen[moment.day] = yellow
    assert seen == {6: False, 7: True, 8: True, 11: True, 12: False}
    assert order.events.filter(verb="warn").count() == 1


def test_a_new_limit_needs_a_mark_of_its_own(order):
    sweeps.warn_near(days("07")[0])
    actions.extend(order, by=officer_of("duty_leader"), at=days("11")[0], days=5, reason="鉴定结论未出")
    order.refresh_from_db()
    assert not order.is_yellow(days("11")[0].date())


def test_a_clock_of_one_day_is_not_marked_as_it_starts():
    order = OrderFactory("dispatched", when=MONDAY)
    assert sweeps.warn_near(at("2024-06-03", 18)) == 0
    assert sweeps.warn_near(at("2024-06-04", 7)) == 1
    assert order.events.filter(verb="warn").exists()


def test_a_day_the_clock_missed_catches_up(order):
    sweep(days("24")[0])
    order.refresh_from_db()
    assert (order.chases.count(), order.is_pressed, order.listings.count()) == (1, True, 1)
    assert order.listings.get().days_late == 8


def test_running_twice_changes_nothing(order):
    for _run in range(2):
        sweep(days("24")[0])
    assert Chase.objects.filter(order=order).count() == 1
    assert order.events.filter(verb="chase").count() == order.events.filter(verb="press").count() == 1
    assert order.events.filter(verb="list_in_circular").count() == 1
    assert Circular.objects.count() == 1


def test_the_clock_acts_in_the_name_of_the_system(order):
    sweep(days("24")[0])
    assert {event.by.duty for event in order.events.filter(verb__in=["chase", "press"])} == {"system"}


def test_weeks_the_clock_missed_are_issued_one_by_one(order):
    sweep(days("24")[0])
    sweep(at("2024-07-09", 7))
    assert [c.week_from.isoformat() for c in Circular.objects.order_by("week_from")] == [
        "2024-06-17",
        "2024-06-24",
        "2024-07-01",
    ]


def test_the_circular_tells_what_stood_on_its_last_day(order, zhao):
    actions.give_feedback(order, by=zhao, at=at("2024-06-24", 6), result=RESULT)
    sweeps.issue_circulars(days("24")[0])
    assert CircularEntry.objects.get().order == order


def test_what_was_done_before_the_week_ended_is_not_listed(order, zhao):
    actions.give_feedback(order, by=zhao, at=at("2024-06-21"), result=RESULT)
    sweeps.issue_circulars(days("24")[0])
    assert not Circular.objects.exists()


def test_an_issued_circular_is_frozen(order):
    sweep(days("24")[0])
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE hotline_circularentry SET days_late = 1")


def test_an_order_on_hold_is_neither_chased_nor_pressed_nor_listed(order, zhao):
    order = actions.suspend(order, by=zhao, at=at("2024-06-05"), reason="等待鉴定", cause="appraisal")
    assert order.due_on is None
    sweep(days("24")[0])
    order.refresh_from_db()
    assert (order.chases.count(), order.is_pressed, order.listings.count()) == (0, False, 0)


def test_the_chase_prints_and_names_no_caller(client, duan, order):
    sweep(days("12")[0])
    client.force_login(duan.user)
    page = client.get(order.chases.get().get_absolute_url()).content.decode()
    assert "工单催办单" in page
    assert order.number in page
    assert "杨测试" not in page
    assert PHONE not in page


def test_circulars_are_seen_in_scope_only(client, luo, wang, order):
    sweep(days("24")[0])
    circular = Circular.objects.get()
    for who, status in [(luo, 200), (wang, 404)]:
        client.force_login(who.user)
        assert client.get(circular.get_absolute_url()).status_code == status
        assert (order.org.name in client.get("/work-orders/circulars/").content.decode()) is (who == luo)
    client.force_login(wang.user)
    assert client.get(f"/work-orders/{order.pk}/chases/{order.chases.get().pk}/").status_code == 404


# Pressing by people


def test_a_leader_presses_by_instruction_and_the_unit_reports_every_week(order, luo, zhao):
    order = actions.press(order, by=luo, at=at("2024-06-04"), cause="instruction", reason="州总工会领导批示")
    report = order.deadlines.running().of_rule("order.press_report")
    assert report.get().due_on == dt.date(2024, 6, 11)
    order = actions.report_progress(order, by=zhao, at=at("2024-06-11"), text="已约谈单位负责人")
    assert report.get().due_on == dt.date(2024, 6, 18)
    order = actions.give_feedback(order, by=zhao, at=at("2024-06-11"), result=RESULT)
    assert not report
    assert order.reports.get().text == "已约谈单位负责人"


def test_a_report_that_is_late_is_chased_but_is_no_delay_of_the_order(order, luo):
    actions.press(order, by=luo, at=at("2024-06-03"), cause="instruction", reason="批示")
    sweep(days("11")[0] + dt.timedelta(hours=1))
    sweep(at("2024-06-12", 7))
    assert {chase.deadline.rule.code for chase in order.chases.all()} == {"order.finish.ordinary", "order.press_report"}


@pytest.mark.parametrize(("who", "error"), [("zhao", WrongDuty), ("bai", WrongDuty)])
def test_nobody_else_presses(request, order, now, who, error):
    with pytest.raises(error):
        actions.press(order, by=request.getfixturevalue(who), at=now, cause="instruction")


def test_nothing_is_pressed_twice_or_reported_without_a_press(order, luo, zhao, now):
    with pytest.raises(StepRefused):
        actions.report_progress(order, by=zhao, at=now, text="…")
    order = actions.press(order, by=luo, at=now, cause="instruction")
    with pytest.raises(StepRefused):
        actions.press(order, by=luo, at=now, cause="instruction")


def test_an_operator_presses_for_a_repeated_call_only(client, ma, order):
    client.force_login(ma.user)
    said = {"reason": "来电人再次催问", "version": order.version}
    assert client.post(order.step_url("press"), {**said, "cause": "instruction"}).status_code == 422
    assert client.post(order.step_url("press"), {"cause": "repeat_call"}).status_code == 422
    assert client.post(order.step_url("press"), {**said, "cause": "repeat_call"}).status_code == 302


def test_asking_again_presses_the_open_order_instead_of_opening_another(order, ma):
    call = CallFactory(by=ma, next_step="order", about=order)
    order.refresh_from_db()
    assert (call.state, call.orders.count(), order.press_cause) == ("ordered", 0, "repeat_call")
    assert order.repeat_calls == 1


@pytest.mark.parametrize("other", [{"caller_phone": "13900001111"}, {"anonymous": True}])
def test_somebody_else_about_the_same_order_gets_an_order_of_their_own(order, ma, other):
    call = CallFactory(by=ma, next_step="order", about=order, **other)
    order.refresh_from_db()
    assert (call.orders.count(), order.is_pressed) == (1, False)


def test_a_merged_order_counts_as_a_repeated_call_and_stays_readable(client, order, luo, now):
    second = OrderFactory()
    actions.merge(second, by=luo, at=now, into=order)
    order.refresh_from_db()
    assert (order.press_cause, order.repeat_calls) == ("repeat_call", 1)
    client.force_login(luo.user)
    assert second.get_absolute_url() in client.get(order.get_absolute_url()).content.decode()
    assert order.get_absolute_url() in client.get(second.get_absolute_url()).content.decode()


# Lists


@pytest.mark.parametrize(("show", "found"), [("chased", True), ("pressed", True), ("urgent", False), ("sign", False)])
def test_the_lists_of_chased_and_pressed_orders(client, luo, order, show, found):
    sweep(days("24")[0])
    client.force_login(luo.user)
    assert (order.number in client.get("/work-orders/", {"show": show}).content.decode()) is found


def test_the_list_of_what_is_due_soon(client, luo):
    soon, far = OrderFactory(when=at("2024-06-03")), OrderFactory("in_progress", time_class="complex")
    client.force_login(luo.user)
    page = client.get("/work-orders/", {"due_in": "3"}).content.decode()
    assert soon.number in page
    assert far.number not in page


# Money and cases


def test_feedback_before_the_case_has_ended_needs_a_reason_and_leaves_the_money_to_the_case(client, zhao, order):
    from tests.factories.disputes import CaseFactory

    case = CaseFactory("accepted")
    WorkOrder.objects.filter(pk=order.pk).update(case=case)
    client.force_login(zhao.user)
    answer = client.post(order.step_url("give_feedback"), {"result": RESULT})
    assert answer.status_code == 422
    assert "id_reason" in answer.content.decode()
    type(case).objects.filter(pk=case.pk).update(amount_agreed=Decimal(100), amount_paid=Decimal(100))
    answer = client.post(order.step_url("give_feedback"), {"result": RESULT, "reason": "另案处理", "recovered": "100"})
    assert answer.status_code == 422
    assert "重复计算" in answer.content.decode()
    typed = {"result": RESULT, "reason": "调解另行进行"}
    assert client.post(order.step_url("give_feedback"), typed).status_code == 302
    assert order.events.get(verb="give_feedback").note == "调解另行进行"
