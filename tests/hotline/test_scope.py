"""Who may know of what, and whose name is shown to whom."""

from __future__ import annotations

import pytest

from hotline.models import CallRecord, WorkOrder
from organizations.models import Officer
from tests.factories.hotline import PHONE, CallFactory, OrderFactory, officer_of

pytestmark = pytest.mark.django_db

READS_BOTH = ["ma", "luo", "bai", "duan", "zhao"]
READS_NONE = ["yang", "su", "mu", "li", "gao", "shen", "tan", "hr_officer", "wang"]


@pytest.fixture
def order(db) -> WorkOrder:
    return OrderFactory("signed")


@pytest.mark.parametrize("who", [*READS_BOTH, "he"])
def test_the_hotline_and_its_superiors_see_calls_and_orders(request, who, order):
    officer = request.getfixturevalue(who)
    assert list(WorkOrder.objects.visible_to(officer)) == [order]
    assert list(CallRecord.objects.visible_to(officer)) == [order.call]


@pytest.mark.parametrize("who", READS_NONE)
def test_nobody_else_does(request, who, order):
    officer = request.getfixturevalue(who)
    assert not WorkOrder.objects.visible_to(officer)
    assert not CallRecord.objects.visible_to(officer)


def test_a_case_officer_sees_no_call_without_an_order(zhao, ma):
    CallFactory(by=ma)
    assert not CallRecord.objects.visible_to(zhao)


def test_a_county_sees_what_the_prefecture_sent_and_nothing_more(zhao):
    superior = officer_of("hotline_operator", "532900")
    sent = CallFactory(by=superior, next_step="order")
    CallFactory(by=superior)
    assert list(CallRecord.objects.visible_to(zhao)) == [sent]
    assert not CallRecord.objects.visible_to(officer_of("hotline_operator"))


@pytest.mark.parametrize("who", ["zhao", "bai", "he"])
@pytest.mark.parametrize("page", ["call", "order"])
def test_the_page_masks_the_caller(client, request, who, page, order):
    file = order if page == "order" else order.call
    client.force_login(request.getfixturevalue(who).user)
    text = client.get(file.get_absolute_url()).content.decode()
    assert "138****1234" in text
    assert "杨某某" in text
    assert PHONE not in text
    assert "杨测试" not in text


@pytest.mark.parametrize("who", ["wang", "yang", "tan", "hr_officer"])
@pytest.mark.parametrize("page", ["call", "order"])
def test_the_page_exists_only_within_scope(client, request, who, page, order):
    file = order if page == "order" else order.call
    client.force_login(request.getfixturevalue(who).user)
    assert client.get(file.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("flag", ["anonymous", "confidential"])
def test_a_hidden_caller_is_known_to_who_took_the_call_and_who_handles_it(client, zhao, bai, luo, flag):
    order = OrderFactory("signed", **{flag: True})
    page = order.get_absolute_url() + "reveal/"
    for officer, status in [(order.call.handled_by, 200), (order.handler, 200), (bai, 403), (luo, 403)]:
        client.force_login(officer.user)
        text = client.get(order.get_absolute_url()).content.decode()
        assert "138****" not in text
        assert "杨" not in text
        assert client.get(page).status_code == status


def test_showing_the_caller_is_recorded_with_the_reason(client, zhao, order):
    client.force_login(zhao.user)
    answer = client.post(order.get_absolute_url() + "reveal/", {"reason": "电话联系来电人"})
    assert PHONE in answer.content.decode()
    event = order.events.last()
    assert (event.verb, event.by, event.note) == ("reveal", zhao, "电话联系来电人")


@pytest.mark.parametrize("who", ["he", "duan"])
def test_who_only_looks_on_is_not_shown_the_caller(client, request, who, order):
    client.force_login(request.getfixturevalue(who).user)
    assert client.get(order.get_absolute_url() + "reveal/").status_code == 403
    assert "reveal/" not in client.get(order.get_absolute_url()).content.decode()


def test_lists_hide_the_caller_who_asked_for_it(client, ma):
    CallFactory(by=ma, confidential=True)
    client.force_login(ma.user)
    text = client.get("/calls/").content.decode()
    assert "来电人" in text
    assert "杨" not in text


def test_an_officer_of_another_duty_may_look_but_not_act(client, bai, order):
    client.force_login(bai.user)
    assert client.post(order.step_url("start"), {"contacted_on": order.call.received_on}).status_code == 403


def test_system_sees_every_order(order):
    assert WorkOrder.objects.visible_to(Officer.objects.system()).exists()
