"""The way of a work order and its clocks."""

from __future__ import annotations

import datetime as dt
from contextlib import nullcontext

import pytest

from casework.errors import StepRefused
from casework.workflow import Act
from hotline import actions
from hotline.models import WorkOrder
from hotline.tasks import archive_orders
from organizations.models import Officer, UnionOrg
from tests.factories.hotline import PHONE, RESULT, STATES, CallFactory, OrderFactory, at, officer_of

pytestmark = pytest.mark.django_db

MONDAY = at("2024-06-03", 20, 40)


def due(order: WorkOrder, code: str) -> str:
    return order.deadlines.of_rule(code).order_by("-pk").first().due_on.isoformat()


def linxiang(time_class: str = "difficult") -> WorkOrder:
    """Example 10.1: five streamers unpaid, registered on Monday evening and dispatched the next day."""
    return OrderFactory(when=MONDAY, time_class=time_class, amount="46300")


def test_the_limits_of_the_streamers_of_linxiang():
    order = linxiang()
    assert due(order, "order.dispatch") == "2024-06-04"
    assert due(order, "order.finish.difficult") == "2024-06-25"


@pytest.mark.parametrize(
    ("time_class", "day"), [("ordinary", "2024-06-11"), ("difficult", "2024-06-25"), ("complex", "2024-07-16")]
)
def test_the_limit_follows_the_class_and_skips_the_dragon_boat_holiday(time_class, day):
    assert due(linxiang(time_class), f"order.finish.{time_class}") == day


def test_the_chain_of_linxiang_up_to_the_callback(ma, zhao, bai):
    order = CallFactory(by=ma, when=MONDAY, next_step="order", time_class="difficult").orders.get()
    WorkOrder.objects.filter(pk=order.pk).update(state="registered", dispatched_to=None)
    order.deadlines.of_rule("order.sign").delete()
    order = actions.dispatch(order, by=ma, at=at("2024-06-04"), dispatched_to=order.org)
    assert due(order, "order.sign") == "2024-06-05"
    order = actions.sign_for(order, by=zhao, at=at("2024-06-04", 15))
    assert order.handler == zhao
    order = actions.start(order, by=zhao, at=at("2024-06-05"), contacted_on=dt.date(2024, 6, 5))
    assert order.due_on == dt.date(2024, 6, 25)
    order = actions.give_feedback(order, by=zhao, at=at("2024-06-25"), result=RESULT, recovered="26300")
    finish = order.deadlines.of_rule("order.finish.difficult").get()
    assert finish.met_on <= finish.due_on
    assert due(order, "order.callback") == "2024-06-28"
    said = {"satisfaction": "satisfied", "attitude": "very_satisfied"}
    order = actions.record_callback(order, by=bai, at=at("2024-06-27"), reached=True, **said)
    order = actions.close(order, by=bai, at=at("2024-06-27"))
    assert (order.state, order.due_on, order.closed_on) == ("closed", None, dt.date(2024, 6, 27))


def test_a_call_entered_afterwards_starts_the_clocks_on_its_own_day(ma, now):
    call = CallFactory(by=ma, when=now, started_at=MONDAY, next_step="order", time_class="difficult")
    assert due(call.orders.get(), "order.finish.difficult") == "2024-06-25"


def test_a_returned_order_goes_back_and_the_dispatch_clock_runs_anew(zhao, ma):
    order = actions.return_order(OrderFactory(when=MONDAY), by=zhao, at=at("2024-06-04"), reason="不属本单位")
    assert (order.state, order.returns, order.dispatched_to, order.handler) == ("registered", 1, None, None)
    assert order.deadlines.running().of_rule("order.dispatch").get().due_on == dt.date(2024, 6, 5)
    order = actions.dispatch(order, by=ma, at=at("2024-06-05"), dispatched_to=order.org)
    assert order.state == "dispatched"


def test_after_two_returns_the_duty_leader_decides(zhao, ma, luo):
    order = OrderFactory(when=MONDAY)
    for _round in range(2):
        order = actions.return_order(order, by=zhao, at=MONDAY, reason="不属本单位")
        if order.returns < 2:
            order = actions.dispatch(order, by=ma, at=MONDAY, dispatched_to=order.org)
    with pytest.raises(StepRefused, match="值班负责人"):
        actions.dispatch(order, by=ma, at=MONDAY, dispatched_to=order.org)
    order = actions.dispatch(order, by=luo, at=MONDAY, dispatched_to=order.org)
    with pytest.raises(StepRefused):
        actions.return_order(order, by=zhao, at=MONDAY, reason="再退")


def test_a_return_comes_within_the_time_for_signing(zhao):
    with pytest.raises(StepRefused, match="2024-06-04"):
        actions.return_order(OrderFactory(when=MONDAY), by=zhao, at=at("2024-06-05"), reason="迟了")


def test_only_the_receiving_unit_acts(now):
    order = OrderFactory()
    superior = officer_of("case_officer", "532900")
    with pytest.raises(StepRefused, match="祥云县"):
        actions.sign_for(order, by=superior, at=now)


def test_a_returned_order_is_dispatched_by_who_took_the_call(now):
    call = CallFactory(
        by=officer_of("hotline_operator", "532900"), when=now, next_step="order", dispatched_to=xiangyun()
    )
    order = actions.return_order(call.orders.get(), by=officer_of("case_officer"), at=now, reason="不属本县")
    with pytest.raises(StepRefused, match="大理"):
        actions.dispatch(order, by=officer_of("hotline_operator"), at=now, dispatched_to=xiangyun())
    again = officer_of("hotline_operator", "532900")
    assert actions.dispatch(order, by=again, at=now, dispatched_to=order.call.org).scope == "53/29/"


def xiangyun() -> UnionOrg:
    return UnionOrg.objects.get(path="53/29/23/")


def test_an_order_can_go_to_one_officer_of_the_unit(ma, zhao, now):
    assert CallFactory(by=ma, next_step="order", handler=zhao).orders.get().handler == zhao
    stranger = officer_of("case_officer", "532900")
    with pytest.raises(StepRefused):
        CallFactory(
            by=officer_of("hotline_operator", "532900"), next_step="order", dispatched_to=xiangyun(), handler=stranger
        )


def test_an_extension_counts_from_the_old_day_and_is_given_once(luo):
    order = OrderFactory("in_progress", when=MONDAY)
    order = actions.extend(order, by=luo, at=at("2024-06-05"), days=5, reason="等单位对账")
    assert due(order, "order.finish.ordinary") == "2024-06-18"
    with pytest.raises(StepRefused):
        actions.extend(order, by=luo, at=at("2024-06-06"), days=1, reason="再延")


def test_no_extension_after_the_last_day(luo):
    with pytest.raises(StepRefused, match="2024-06-11"):
        actions.extend(OrderFactory("in_progress", when=MONDAY), by=luo, at=at("2024-06-12"), days=1, reason="迟了")


def test_the_clock_stands_still_while_the_order_is_suspended(zhao):
    order = OrderFactory("in_progress", when=MONDAY)
    order = actions.suspend(order, by=zhao, at=at("2024-06-04"), reason="等待鉴定")
    assert order.state == "suspended"
    order = actions.resume(order, by=zhao, at=at("2024-06-07"))
    assert (order.state, due(order, "order.finish.ordinary")) == ("in_progress", "2024-06-14")


def test_feedback_needs_a_result(zhao, now):
    with pytest.raises(StepRefused):
        actions.give_feedback(OrderFactory("in_progress"), by=zhao, at=now, result=" ")


def test_the_inspector_sends_back_once_within_a_new_limit(zhao, bai):
    order = OrderFactory("feedback_given", when=MONDAY)
    order = actions.send_back(order, by=bai, at=at("2024-06-04"), reason="事实不清")
    assert (order.state, due(order, "order.redo")) == ("in_progress", "2024-06-12")
    assert not order.deadlines.running().of_rule("order.callback")
    order = actions.give_feedback(order, by=zhao, at=at("2024-06-05"), result=RESULT)
    assert order.deadlines.of_rule("order.redo").get().met_on == dt.date(2024, 6, 5)
    with pytest.raises(StepRefused):
        actions.send_back(order, by=bai, at=at("2024-06-05"), reason="又不清")


@pytest.mark.parametrize(
    ("tried", "on", "refused"),
    [
        (["06-04"], "06-04", ""),
        (["06-04", "06-04"], "06-04", "2"),  # the third must be on another day, or the callback could never end
        (["06-04", "06-04"], "06-05", ""),
        (["06-04", "06-05"], "06-05", ""),
        (["06-04", "06-04", "06-05"], "06-06", "3"),
        (["06-04", "06-04", "06-04"], "06-04", "2"),  # recorded before that rule
        (["06-04", "06-04", "06-04"], "06-05", ""),
    ],
)
def test_a_caller_not_reached_is_tried_three_times_on_two_days(bai, tried, on, refused):
    order = OrderFactory("feedback_given", when=MONDAY)
    for day in tried:
        order.attempts.create(by=bai, at=at(f"2024-{day}"))
    with pytest.raises(StepRefused, match=refused) if refused else nullcontext():
        actions.record_attempt(order, by=bai, at=at(f"2024-{on}"))


def test_fewer_attempts_do_not_stand_for_a_callback_and_its_hour_can_be_planned(bai):
    order = OrderFactory("feedback_given", when=MONDAY)
    for _n in range(2):
        order = actions.record_attempt(order, by=bai, at=at("2024-06-04"))
    with pytest.raises(StepRefused, match="2"):
        actions.record_callback(order, by=bai, at=at("2024-06-04"), reached=False)
    order = actions.plan_callback(order, by=bai, at=at("2024-06-04"), planned_at=at("2024-06-05"))
    assert order.bookings.open().get().planned_at == at("2024-06-05")


def test_three_attempts_on_two_days_stand_for_a_callback(bai):
    order = OrderFactory("feedback_given", when=MONDAY)
    for day in ("2024-06-04", "2024-06-04", "2024-06-05"):
        order = actions.record_attempt(order, by=bai, at=at(day))
    order = actions.record_callback(order, by=bai, at=at("2024-06-05"), reached=False)
    assert (order.state, order.satisfaction, order.reached) == ("callback_done", "not_rated", False)


def test_attempts_before_the_redo_do_not_count_for_it(zhao, bai):
    order = OrderFactory("feedback_given", when=MONDAY)
    for day in ("2024-06-04", "2024-06-05"):
        order = actions.record_attempt(order, by=bai, at=at(day))
    order = actions.send_back(order, by=bai, at=at("2024-06-05"), reason="事实不清")
    order = actions.give_feedback(order, by=zhao, at=at("2024-06-06"), result=RESULT)
    assert actions.record_attempt(order, by=bai, at=at("2024-06-06")).attempts.since(order.fed_back_at).count() == 1


def test_an_anonymous_caller_is_not_called_back(bai, now):
    order = OrderFactory("feedback_given", anonymous=True)
    assert not order.deadlines.of_rule("order.callback")
    assert "record_attempt" not in {o.verb for o in order.offers(Act(bai, now)) if o.allowed}
    assert order.due_on == order.deadlines.running().get().due_on  # or nobody would miss it
    order = actions.record_callback(order, by=bai, at=now, reached=False)
    assert actions.close(order, by=bai, at=now).state == "closed"


@pytest.mark.parametrize("anonymous", [False, True])
def test_an_order_is_closed_on_the_day_of_its_callback_or_it_is_late(bai, anonymous):
    order = OrderFactory("feedback_given", when=MONDAY, anonymous=anonymous)
    assert order.due_on == dt.date(2024, 6, 6)
    rated = {} if anonymous else {"satisfaction": "dissatisfied", "attitude": "satisfied"}
    order = actions.record_callback(order, by=bai, at=at("2024-06-08"), reached=not anonymous, **rated)
    assert order.due_on == dt.date(2024, 6, 11)  # the day was a Saturday before the Dragon Boat holiday
    if not anonymous:
        again = actions.redo(order, by=bai, at=at("2024-06-11"), reason="金额未付清")
        assert not again.deadlines.running().of_rule("order.close")


@pytest.mark.parametrize("anonymous", [False, True])
@pytest.mark.parametrize("state", STATES)
def test_an_order_has_a_day_until_it_is_closed(state, anonymous):
    order = OrderFactory(state, anonymous=anonymous)
    assert (order.due_on is not None) is order.is_open


def test_only_a_dissatisfied_caller_has_it_done_again(bai, now):
    with pytest.raises(StepRefused):
        actions.redo(OrderFactory("callback_done"), by=bai, at=now, reason="…")
    order = OrderFactory("feedback_given")
    said = {"satisfaction": "dissatisfied", "attitude": "satisfied"}
    order = actions.record_callback(order, by=bai, at=now, reached=True, **said)
    assert actions.redo(order, by=bai, at=now, reason="金额未付清").state == "in_progress"


def test_a_closed_order_is_archived_after_thirty_days():
    order = OrderFactory("closed", when=MONDAY)
    archive_orders()
    order.refresh_from_db()
    assert order.state == "archived"


def test_a_closed_order_is_not_archived_earlier(now):
    order = OrderFactory("closed")
    archive_orders()
    order.refresh_from_db()
    assert order.state == "closed"
    with pytest.raises(StepRefused):
        actions.archive(order, by=Officer.objects.system(), at=now)


def test_the_same_caller_on_the_same_matter_is_merged(luo, now):
    first, second = OrderFactory("in_progress"), OrderFactory()
    merged = actions.merge(second, by=luo, at=now, into=first)
    assert (merged.state, merged.merged_into, merged.due_on) == ("merged", first, None)


def test_the_same_person_on_another_number_is_merged(luo, now):
    person = {"caller_id_number": "532923199001011230", "id_type": "resident"}
    first, second = OrderFactory(**person), OrderFactory(caller_phone="13900001111", **person)
    assert actions.merge(second, by=luo, at=now, into=first).state == "merged"


@pytest.mark.parametrize("other", [{"caller_phone": "13900001111"}, {"confidential": True}, {"anonymous": True}])
def test_nobody_else_is_merged(luo, now, other):
    first, second = OrderFactory(), OrderFactory(**{"caller_phone": PHONE, **other})
    with pytest.raises(StepRefused):
        actions.merge(second, by=luo, at=now, into=first)


def test_an_order_does_not_merge_into_itself(luo, now):
    order = OrderFactory()
    with pytest.raises(StepRefused):
        actions.merge(order, by=luo, at=now, into=order)
