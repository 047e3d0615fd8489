"""Urgent orders: thirty minutes to dispatch, thirty to sign for, around the clock."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from casework.errors import StepRefused
from hotline import actions, sweeps
from hotline.models import WorkOrder
from tests.factories.hotline import CallFactory, OrderFactory, at, officer_of

pytestmark = pytest.mark.django_db
LATE_EVENING = at("2024-06-07", 23, 50)


def urgent(when: dt.datetime = LATE_EVENING) -> WorkOrder:
    return OrderFactory(when=when, urgent=True)


def sign_clock(order: WorkOrder):
    return order.deadlines.of_rule("order.sign.urgent").get()


def test_minutes_run_past_midnight_and_over_a_holiday():
    """Friday night before the Dragon Boat holiday: the limit is Saturday, twenty past midnight."""
    clock = sign_clock(urgent())
    assert timezone.localtime(clock.due_at).isoformat(sep=" ", timespec="minutes") == "2024-06-08 00:20+08:00"
    assert clock.due_on == dt.date(2024, 6, 8)


def test_an_ordinary_order_counts_days():
    order = OrderFactory(when=LATE_EVENING)
    assert order.due_at is None
    assert not order.deadlines.of_rule("order.sign.urgent")


def test_an_emergency_is_urgent_by_itself():
    assert OrderFactory(request_type="emergency").urgent


@pytest.mark.parametrize(("minutes", "late"), [(30, False), (31, True)])
def test_the_minute_of_signing_tells_whether_it_was_in_time(zhao, minutes, late):
    order = actions.sign_for(urgent(), by=zhao, at=LATE_EVENING + dt.timedelta(minutes=minutes))
    assert sign_clock(order).is_late is late
    assert order.due_at is None


def test_an_urgent_order_is_returned_within_the_minutes(zhao):
    order = urgent()
    with pytest.raises(StepRefused, match="00:20"):
        actions.return_order(order, by=zhao, at=LATE_EVENING + dt.timedelta(minutes=31), reason="迟了")
    order = actions.return_order(order, by=zhao, at=LATE_EVENING + dt.timedelta(minutes=30), reason="不属本单位")
    assert order.deadlines.running().of_rule("order.dispatch.urgent").get().due_at == LATE_EVENING + dt.timedelta(
        minutes=60
    )


def test_who_lets_the_minutes_pass_is_chased_at_the_duty_leader_once():
    order = urgent()
    assert sweeps.chase_urgent(LATE_EVENING + dt.timedelta(minutes=30)) == 0
    assert sweeps.chase_urgent(LATE_EVENING + dt.timedelta(minutes=31)) == 1
    assert sweeps.chase_urgent(LATE_EVENING + dt.timedelta(minutes=32)) == 0
    assert order.chases.get().addressee == "duty_leader"


def test_pages_and_lists_count_the_minutes(client, zhao):
    late, soon = urgent(timezone.now() - dt.timedelta(minutes=42)), urgent(timezone.now() - dt.timedelta(minutes=18))
    client.force_login(zhao.user)
    listed = client.get("/work-orders/").content.decode()
    assert "还剩 12 分钟" in listed
    assert "已逾期 12 分钟" in listed
    assert "还剩 12 分钟" in client.get(soon.get_absolute_url()).content.decode()
    overdue = client.get("/work-orders/", {"show": "overdue"}).content.decode()
    assert late.number in overdue
    assert soon.number not in overdue


def test_urgent_orders_come_first_then_the_next_day(client, ma):
    plain, pressing = OrderFactory(), urgent(timezone.now())
    older = OrderFactory(when=at("2024-06-03"))
    suspended = actions.suspend(
        OrderFactory("in_progress"), by=officer_of("case_officer"), at=timezone.now(), reason="…"
    )
    client.force_login(ma.user)
    page = client.get("/work-orders/").content.decode()
    places = [page.index(order.number) for order in (pressing, older, plain, suspended)]
    assert places == sorted(places)


def test_the_list_goes_on_behind_any_row(client, ma):
    for _n in range(3):
        CallFactory(by=ma, next_step="order")
    client.force_login(ma.user)
    from django.test import RequestFactory

    from casework.paging import page_of

    seen, address = [], "/work-orders/"
    while address:
        rows, address, _before = page_of(
            RequestFactory().get(address), WorkOrder.objects.visible_to(ma).open(), size=1, ordering="turn"
        )
        seen += rows
    assert len(seen) == len(set(seen)) == 3
