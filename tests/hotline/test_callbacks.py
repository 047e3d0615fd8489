"""Planned callbacks, extensions that are asked for, holds with a cause, links of calls and cases, and races."""

from __future__ import annotations

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from casework.errors import StepRefused
from casework.locking import lock
from hotline import actions
from hotline.bookings import load_table
from hotline.models import CallbackBooking, CaseLink, WorkOrder
from hotline.panels import panels
from tests.conftest import member
from tests.factories.disputes import CaseFactory
from tests.factories.hotline import CallFactory, OrderFactory, at

pytestmark = pytest.mark.django_db
MONDAY = at("2024-06-03")


def test_the_load_of_every_hour_adds_up_to_the_bookings(bai, client):
    client.force_login(bai.user)
    orders = [OrderFactory("feedback_given") for _n in range(4)]
    begin = dt.datetime.now(tz=dt.UTC).replace(minute=0, second=0, microsecond=0) + dt.timedelta(days=1)
    for order, hours in zip(orders, [0, 0, 1, 26], strict=True):
        actions.plan_callback(order, by=bai, at=order.opened_at, planned_at=begin + dt.timedelta(hours=hours))
    answer = client.get("/work-orders/callbacks/")
    load = answer.context["load"]
    assert (
        load.total == sum(load.by_hour) == sum(row.total for row in load.days) == CallbackBooking.objects.count() == 4
    )
    assert all(order.number in answer.content.decode() for order in orders)


def test_an_empty_load_is_empty():
    assert (load_table([]).total, load_table([]).by_hour) == (0, [])


def test_another_hour_replaces_the_one_booked_and_ringing_ends_it(bai):
    order = OrderFactory("feedback_given", when=MONDAY)
    for hour in (10, 15):
        order = actions.plan_callback(order, by=bai, at=MONDAY, planned_at=at("2024-06-04", hour))
    assert order.bookings.open().get().planned_at == at("2024-06-04", 15)
    order = actions.record_attempt(order, by=bai, at=at("2024-06-04", 15))
    assert not order.bookings.open()


@pytest.mark.parametrize("moment", ["2020-01-01T10:00", "2099-01-01T10:00", "morgen"])
def test_an_hour_that_has_passed_or_is_far_off_is_refused(client, bai, moment):
    order = OrderFactory("feedback_given")
    client.force_login(bai.user)
    assert client.post(order.step_url("plan_callback"), {"planned_at": moment}).status_code == 422


def test_a_fourth_attempt_is_refused_and_no_hour_is_booked_any_more(bai):
    order = OrderFactory("feedback_given", when=MONDAY)
    for day in ("2024-06-04", "2024-06-04", "2024-06-05"):
        order = actions.record_attempt(order, by=bai, at=at(day))
    with pytest.raises(StepRefused, match="3"):
        actions.record_attempt(order, by=bai, at=at("2024-06-05", 16))
    with pytest.raises(StepRefused, match="3"):
        actions.plan_callback(order, by=bai, at=at("2024-06-05"), planned_at=at("2024-06-06"))


# Extensions


def test_an_extension_is_asked_for_and_granted_from_the_old_day(client, zhao, duan):
    order = OrderFactory("in_progress", when=MONDAY)
    order = actions.ask_extension(order, by=zhao, at=at("2024-06-05"), days=5, reason="单位正在对账")
    with pytest.raises(StepRefused):
        actions.ask_extension(order, by=zhao, at=at("2024-06-05"), days=5, reason="再问")
    order = actions.extend(order, by=duan, at=at("2024-06-06"), days=5, reason="同意")
    asked = order.extension_requests.get()
    assert (asked.granted, asked.decided_by) == (True, duan)
    assert order.due_on == dt.date(2024, 6, 18)
    with pytest.raises(StepRefused):
        actions.ask_extension(order, by=zhao, at=at("2024-06-06"), days=1, reason="第二次")


def test_a_refused_extension_leaves_the_limit_and_may_be_asked_for_again(zhao, luo):
    order = OrderFactory("in_progress", when=MONDAY)
    with pytest.raises(StepRefused):
        actions.refuse_extension(order, by=luo, at=MONDAY, reason="没有申请")
    order = actions.ask_extension(order, by=zhao, at=at("2024-06-05"), days=5, reason="单位正在对账")
    order = actions.refuse_extension(order, by=luo, at=at("2024-06-05"), reason="理由不足")
    assert (order.extension_requests.get().granted, order.due_on) == (False, dt.date(2024, 6, 11))
    assert actions.ask_extension(order, by=zhao, at=at("2024-06-06"), days=2, reason="补充理由")


def test_nothing_is_asked_for_after_the_last_day(zhao):
    with pytest.raises(StepRefused, match="2024-06-11"):
        actions.ask_extension(
            OrderFactory("in_progress", when=MONDAY), by=zhao, at=at("2024-06-12"), days=1, reason="迟了"
        )


def test_at_most_the_same_length_again_and_the_caller_is_told(client, zhao, luo):
    order = OrderFactory("in_progress")
    client.force_login(zhao.user)
    typed = {"days": "5", "reason": "对账", "caller_told": "on"}
    assert client.post(order.step_url("ask_extension"), {**typed, "days": "6"}).status_code == 422
    assert client.post(order.step_url("ask_extension"), {**typed, "caller_told": ""}).status_code == 422
    assert client.post(order.step_url("ask_extension"), typed).status_code == 302
    assert "待审批" in client.get(order.get_absolute_url()).content.decode()
    client.force_login(luo.user)
    assert "对账" in client.get(order.step_url("extend")).content.decode()


def test_a_hold_names_what_is_awaited(client, zhao):
    order = OrderFactory("in_progress")
    client.force_login(zhao.user)
    assert client.post(order.step_url("suspend"), {"reason": "等待工伤认定"}).status_code == 422
    answer = client.post(order.step_url("suspend"), {"reason": "等待工伤认定", "cause": "appraisal"})
    assert answer.status_code == 302
    assert order.deadlines.of_rule(order.finish_rule).get().pauses.get().cause == "appraisal"


# One call and several cases, one case and several calls


@pytest.fixture
def case():
    return CaseFactory("accepted")


def test_one_call_has_two_cases_and_one_case_five_calls(client, zhao, ma, case, now):
    other = CaseFactory("accepted")
    orders = [OrderFactory("in_progress") for _n in range(4)]
    for order in orders:
        actions.link_case(order, by=zhao, at=now, case=case, reason="同一用人单位")
    actions.link_case(orders[0], by=zhao, at=now, case=other, reason="同一用人单位")
    alone = CallFactory(by=ma)
    actions.link_case(alone, by=ma, at=now, case=case, reason="询问本案")
    client.force_login(zhao.user)
    page = client.get(orders[0].get_absolute_url()).content.decode()
    assert case.get_absolute_url() in page
    assert other.get_absolute_url() in page
    lines = [line.url for panel in panels(case, ma) for line in panel.lines]
    assert {order.call.get_absolute_url() for order in orders} | {alone.get_absolute_url()} <= set(lines)


def test_a_case_is_linked_by_number_with_a_reason_and_unlinked_again(client, zhao, case):
    order = OrderFactory("in_progress")
    client.force_login(zhao.user)
    typed = {"case": case.number, "reason": "同一争议"}
    assert client.post(order.step_url("link_case"), {**typed, "reason": ""}).status_code == 422
    assert client.post(order.step_url("link_case"), {**typed, "case": "无此案"}).status_code == 422
    assert client.post(order.step_url("link_case"), typed).status_code == 302
    assert client.post(order.step_url("link_case"), typed).status_code == 422
    assert client.post(order.step_url("unlink_case"), {"case": case.pk, "reason": "有误"}).status_code == 302
    assert CaseLink.objects.get().ended_at is not None
    assert [e.note for e in order.events.filter(verb__in=["link_case", "unlink_case"]).order_by("pk")] == [
        "同一争议",
        "有误",
    ]


def test_a_case_out_of_scope_is_not_linked(client, zhao):
    order = OrderFactory("in_progress")
    stranger = CaseFactory("accepted", region="532924")
    client.force_login(zhao.user)
    assert client.post(order.step_url("link_case"), {"case": stranger.number, "reason": "…"}).status_code == 422


# Races


@pytest.mark.django_db(transaction=True)
def test_of_two_officers_who_sign_at_once_one_wins(zhao):
    second = member("case_officer", "second")
    order = OrderFactory()
    start = threading.Barrier(2, timeout=20)

    def sign(officer) -> int:
        client = Client()
        client.force_login(officer.user)
        start.wait()
        try:
            return client.post(f"/api/v1/work-orders/{order.pk}/sign_for/").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(sign, [zhao, second]))
    assert answers == [200, 409]
    assert WorkOrder.objects.get(pk=order.pk).events.filter(verb="sign_for").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_leaders_who_merge_two_orders_into_each_other_never_wait_for_each_other(luo):
    orders = [OrderFactory(), OrderFactory()]
    held = threading.Barrier(2, timeout=20)

    def merge(pair: list[WorkOrder]) -> None:
        order, into = pair
        try:
            with transaction.atomic():
                lock(order, luo)
                held.wait()
                with pytest.raises(StepRefused, match="另一工单正有人办理"):
                    actions.merge(order, by=luo, at=timezone.now(), into=into)
                held.wait()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(merge, [orders, orders[::-1]]))
    assert set(WorkOrder.objects.values_list("state", flat=True)) == {"dispatched"}
