"""From the ringing event to the registered call, on the screen of the officer, in a real browser."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from hotline.models import CallRecord, LineCall
from tests.factories.hotline import CallFactory
from tests.factories.telephony import CALLER, LineCallFactory, exchange_of, post, ringing, seat

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def operator(ma):
    seat(ma, since=timezone.now() - dt.timedelta(hours=1))
    return ma


def test_a_ringing_telephone_appears_and_is_registered(sign_in, violations, operator):
    CallFactory(by=operator, caller_phone=CALLER, next_step="answer", request_type="inquiry", answer_given="已答复")
    page = sign_in(operator, "/work-orders/")
    page.locator("#line").wait_for(state="attached")
    assert post(ringing(), exchange_of().secret).status_code == 204
    bar = page.locator("[data-line-call]")
    bar.wait_for()
    assert "138****6021" in bar.inner_text()
    assert "第2次来电" in bar.inner_text()
    assert violations(page) == []
    post(ringing(type="answered"), exchange_of().secret)
    page.locator("[data-line-call] >> text=通话中").wait_for()
    page.get_by_role("link", name="登记", exact=True).click()
    page.wait_for_url(f"**/calls/new/?line={LineCall.objects.get().pk}")
    assert page.locator("#id_caller_phone").input_value() == CALLER
    page.keyboard.press("1")
    page.locator("#id_category").select_option("0103")
    page.locator("#id_facts").fill("询问加班费如何计算")
    page.locator("#id_answer_given").fill("按法定标准支付")
    post(ringing(type="hung_up"), exchange_of().secret)
    page.locator("[data-line-shown] >> text=已挂机").wait_for()
    assert violations(page) == []
    page.locator("button[name=next_step][value=answer]").click()
    page.wait_for_url(lambda url: url.rstrip("/").rsplit("/", 1)[-1].isdigit())
    call = CallRecord.objects.order_by("pk").last()
    assert call.line_call.answered_at == call.answered_at
    assert call.talk_seconds is not None


def test_a_stream_that_cannot_be_had_gives_way_to_asking(sign_in, operator, settings):
    settings.LINE_STREAMS = 0
    page = sign_in(operator, "/calls/")
    page.locator("#line").wait_for(state="attached")
    LineCallFactory("ringing")
    page.locator("[data-line-call]").wait_for()


def test_the_half_filled_form_goes_over(sign_in, violations, operator, luo):
    seat(luo, "802", since=timezone.now() - dt.timedelta(hours=1))
    call = LineCallFactory("ringing", "answered")
    page = sign_in(operator, call.form_url)
    page.locator("#id_facts").fill("三个月工资未发")
    page.locator("h1").click()
    page.keyboard.press("t")
    page.wait_for_url("**/transfer/")
    assert violations(page) == []
    assert "三个月工资未发" in page.inner_text("main")
    page.locator("#id_receiver").select_option(str(luo.pk))
    page.get_by_role("button", name="发出转接").click()
    page.get_by_role("button", name="撤回转接").wait_for()
    other = sign_in(luo, "/calls/")
    other.get_by_role("link", name="查看并接手").click()
    assert violations(other) == []
    other.get_by_role("button", name="接手来电").click()
    other.wait_for_url(f"**{call.form_url}")
    assert other.locator("#id_facts").input_value() == "三个月工资未发"


def test_the_board_follows_what_happens(sign_in, violations, luo):
    seat(luo, "801", since=timezone.now() - dt.timedelta(hours=1))
    page = sign_in(luo, "/calls/board/")
    page.locator("text=暂无等待的来电").wait_for()
    assert violations(page) == []
    LineCallFactory("ringing", extension="809")
    page.locator("#board-waiting >> text=138****6021").wait_for()
    assert violations(page) == []


def test_the_list_of_unregistered_calls_is_open_to_everybody(sign_in, violations, operator):
    LineCallFactory("missed")
    LineCallFactory("answered")
    page = sign_in(operator, "/calls/unregistered/")
    assert violations(page) == []
