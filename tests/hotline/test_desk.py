"""What the desk and the search box know of the hotline."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from hotline import actions, sweeps
from hotline.desk import cards, worklist
from hotline.search import find
from tests.factories.hotline import PHONE, CallFactory, OrderFactory, officer_of
from tests.factories.rosters import IncidentFactory, ProposalFactory, RosterFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


def test_the_operator_sees_the_own_day_and_what_nobody_has_answered(ma, luo, today):
    CallFactory(by=ma)
    CallFactory(by=luo, request_type="inquiry")
    found = {str(card.title): card.count for card in cards(ma, today)}
    assert found["我今天的来电"] == "1"
    assert found["待答复来电"] == "2"


@pytest.fixture
def busy_county(ma, luo, bai, now):
    """Something for every counter, also of the prefecture above, and what only a minute makes late."""
    long_ago, just_late = now - timedelta(days=30), now - timedelta(hours=2)
    CallFactory(by=ma)
    CallFactory(by=luo)
    for state in ("dispatched", "feedback_given", "in_progress"):
        OrderFactory(state, when=long_ago)
    OrderFactory("feedback_given")
    held = OrderFactory("in_progress")
    actions.suspend(held, by=held.handler, at=now, reason="等待工伤认定")
    OrderFactory(urgent=True, when=just_late)
    OrderFactory("feedback_given", region="532900")
    OrderFactory("dispatched", region="532900", when=long_ago)
    sweeps.chase_late(now)
    sweeps.press_late(now)
    ProposalFactory(employer_name="祥云甲公司", when=just_late)
    IncidentFactory(employer_name="祥云乙公司", when=just_late)
    today = timezone.localdate(now)
    for region in ("532923", "530000"):
        RosterFactory(region, begins_on=today - timedelta(days=1), ends_on=today + timedelta(days=1))


@pytest.mark.parametrize("duty", ["hotline_operator", "duty_leader", "case_officer", "quality_inspector", "signatory"])
@pytest.mark.parametrize("region", ["532923", "532900"])
@pytest.mark.usefixtures("busy_county")
def test_a_counter_leads_to_a_list_of_as_many_rows(client, today, duty, region):
    officer = officer_of(duty, region)
    client.force_login(officer.user)
    pages = {str(card.title): (client.get(card.url).context, card) for card in cards(officer, today)}
    listed = {title: (len(page["page"]), int(card.count)) for title, (page, card) in pages.items() if "page" in page}
    assert len(listed) >= 1
    assert {title: pair for title, pair in listed.items() if pair[0] != pair[1]} == {}


def test_an_order_on_hold_is_kept_in_mind_though_no_clock_runs(zhao, luo, duan, today, now):
    order = OrderFactory("in_progress")
    assert "中止的工单" not in {str(card.title) for card in cards(zhao, today)}
    actions.suspend(order, by=zhao, at=now, reason="等待工伤认定")
    for officer in (zhao, luo, duan):
        assert {str(card.title): card.count for card in cards(officer, today)}["中止的工单"] == "1"


def test_an_urgent_order_stands_first_on_the_desk_and_is_late_by_the_minute(client, zhao, now, today):
    OrderFactory("in_progress", when=now - timedelta(days=30))
    urgent = OrderFactory(urgent=True, when=now - timedelta(hours=2))
    first = worklist(zhao, today)[0]
    assert (first.number, str(first.mark), first.due_at) == (urgent.number, "紧急", urgent.due_at)
    client.force_login(zhao.user)
    assert "已逾期" in client.get("/").content.decode()


def test_the_case_officer_sees_what_to_sign_and_what_runs(zhao, today):
    OrderFactory()
    mine = OrderFactory("in_progress")
    found = {str(card.title): card.count for card in cards(zhao, today)}
    assert (found["待签收"], found["我经办的"]) == ("1", "1")
    tasks = worklist(zhao, today)
    assert [task.step for task in tasks if task.number == mine.number] == ["反馈结果"]
    assert len(tasks) == 2


def test_an_order_another_officer_handles_is_not_mine(today, zhao):
    from tests.conftest import member

    OrderFactory("signed")
    assert worklist(member("case_officer", "second"), today) == []


def test_the_inspector_sees_whom_to_call_back(bai, today):
    order = OrderFactory("feedback_given")
    assert [task.number for task in worklist(bai, today)] == [order.number]
    assert [card.count for card in cards(bai, today)] == ["1", "0"]


def test_the_inspector_sees_the_callbacks_planned_for_today_and_missed_before(bai, today, now):
    for days, phone in [(-1, "13900000001"), (0, "13900000002"), (2, "13900000003")]:
        order = OrderFactory("feedback_given", caller_phone=phone)
        actions.plan_callback(order, by=bai, at=now, planned_at=now + timedelta(days=days))
    assert {str(card.title): card.count for card in cards(bai, today)}["今天的预约回访"] == "2"


def test_leader_and_director_see_what_is_chased_and_pressed(luo, duan, today, now):
    OrderFactory(when=now - timedelta(days=60))
    sweeps.chase_late(now)
    sweeps.press_late(now)
    for officer in (luo, duan):
        found = {str(card.title): card.count for card in cards(officer, today)}
        assert (found["已催办工单"], found["督办工单"]) == ("1", "1")


@pytest.mark.parametrize("who", ["yang", "tan", "shen", "hr_officer", "gao"])
def test_other_duties_have_nothing_here(request, who, today):
    officer = request.getfixturevalue(who)
    OrderFactory()
    assert (cards(officer, today), worklist(officer, today)) == ([], [])


@pytest.mark.parametrize("text", [PHONE, "+86 138 0000 1234"])
def test_a_call_is_found_by_its_exact_number(ma, text):
    call = CallFactory(by=ma)
    assert [hit.url for hit in find(ma, text)] == [call.get_absolute_url()]


def test_calls_and_orders_are_found_by_number_and_employer(ma):
    order = OrderFactory()
    assert [hit.url for hit in find(ma, order.number)] == [order.get_absolute_url()]
    assert [hit.url for hit in find(ma, order.call.number)] == [order.call.get_absolute_url()]
    assert {hit.url for hit in find(ma, "测试建筑")} == {order.get_absolute_url(), order.call.get_absolute_url()}


@pytest.mark.parametrize("text", ["", " ", "1380000", "%", "不存在"])
def test_nothing_is_found_by_a_part_of_a_number(ma, text):
    CallFactory(by=ma)
    assert find(ma, text) == [] or text == "%"


def test_search_shows_no_name_and_stays_in_scope(ma, wang):
    call = CallFactory(by=ma)
    assert "杨测试" not in find(ma, call.number)[0].detail
    assert find(wang, call.number) == []
