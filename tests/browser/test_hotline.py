"""The call screen and what follows from it, in a real browser."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from hotline import actions, sweeps
from hotline.models import CallRecord, WorkOrder
from tests.factories.hotline import PHONE, OrderFactory, at

CALL_PAGE = re.compile(r"/calls/\d+/$")
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("address", ["/calls/", "/calls/new/", "/work-orders/"])
def test_the_pages_of_the_hotline_are_open_to_everybody(sign_in, violations, ma, address):
    OrderFactory()
    page = sign_in(ma, address)
    assert violations(page) == []


def test_the_files_of_the_hotline_are_open_to_everybody(sign_in, violations, zhao):
    order = OrderFactory("in_progress", amount="46300", occurred_on="2026-07-01")
    for file in (order, order.call):
        page = sign_in(zhao, file.get_absolute_url())
        assert violations(page) == []
    page = sign_in(zhao, order.step_url("open_case"))
    assert violations(page) == []


def test_an_inquiry_is_taken_by_keyboard_only(sign_in, ma):
    page = sign_in(ma, "/calls/")
    page.keyboard.press("n")
    page.wait_for_url("**/calls/new/")
    page.keyboard.press("1")
    assert page.locator("input[name=request_type]:checked").get_attribute("value") == "inquiry"
    page.locator("#id_category").focus()
    page.keyboard.type("加班")
    page.locator("#id_category").select_option("0103")
    page.locator("#prompts ol li").first.wait_for()
    page.locator("#id_facts").focus()
    page.keyboard.type("询问加班费如何计算")
    page.locator("#id_answer_given").focus()
    page.keyboard.type("按法定标准支付")
    page.keyboard.press("Tab")
    page.locator("button[name=next_step][value=answer]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(CALL_PAGE)
    call = CallRecord.objects.get()
    assert (call.state, call.request_type) == ("closed", "inquiry")
    assert call.talk_seconds is not None


def test_the_number_brings_earlier_contacts_and_the_day_the_time_left(sign_in, violations, ma):
    order = OrderFactory("in_progress")
    page = sign_in(ma, "/calls/new/")
    page.locator("#id_caller_phone").fill(PHONE)
    page.locator("#id_caller_name").focus()
    page.locator(f"#contacts a:has-text('{order.call.number}')").wait_for()
    page.locator("#contacts button[name=again]").click()
    assert page.locator("#id_about").input_value() == order.number
    page.locator("#id_occurred_on").fill("2026-07-01")
    page.locator("#id_facts").focus()
    page.locator("#limitation .pill").first.wait_for()
    assert violations(page) == []


def test_the_main_keys_register_and_dispatch(sign_in, violations, ma):
    page = sign_in(ma, "/calls/new/")
    page.keyboard.press("3")
    page.locator("#id_category").select_option("0101")
    page.locator("#id_employer_name").fill("祥云测试建筑有限公司")
    page.locator("#id_facts").fill("三个月工资未发")
    page.keyboard.press("Control+Enter")
    page.locator("[data-summary]").wait_for()
    assert violations(page) == []
    assert page.locator("#id_facts").input_value() == "三个月工资未发"
    page.locator("#id_claim").fill("要求支付工资")
    page.locator("#id_caller_phone").fill(PHONE)
    page.locator("#id_caller_phone").press("Control+Enter")
    page.wait_for_url(CALL_PAGE)
    assert WorkOrder.objects.get().state == "dispatched"


def test_what_is_no_request_takes_two_clicks(sign_in, ma):
    page = sign_in(ma, "/calls/new/")
    page.get_by_text("非诉求来电").click()
    page.get_by_role("button", name="误拨").click()
    page.wait_for_url(CALL_PAGE)
    assert CallRecord.objects.get().non_case == "wrong_number"


def test_a_complaint_becomes_a_work_order_and_a_case_by_clicking(sign_in, violations, ma, zhao):
    page = sign_in(ma, "/calls/new/")
    page.get_by_label("投诉").check()
    page.locator("#id_category").select_option("0101")
    page.locator("#id_employer_name").fill("祥云测试建筑有限公司")
    page.locator("#id_facts").fill("三个月工资未发")
    page.locator("#id_claim").fill("要求支付工资")
    page.locator("#id_caller_phone").fill(PHONE)
    page.locator("#id_caller_name").fill("杨测试")
    page.locator("button[name=next_step][value=order]").click()
    page.wait_for_url(CALL_PAGE)
    order = WorkOrder.objects.get()
    page = sign_in(zhao, "/work-orders/")
    page.get_by_role("link", name=order.number).click()
    for step in ("签收", "登记首次联系"):
        page.locator(".steps").get_by_role("link", name=step).click()
        page.locator("[data-main]").click()
        page.locator(".notice-success").wait_for()
    page.locator(".steps").get_by_role("link", name="立为争议案件").click()
    page.locator("[data-main]").click()
    page.locator(".notice-success").wait_for()
    order.refresh_from_db()
    assert order.case is not None
    assert violations(page) == []
    page.get_by_role("link", name=str(order.case)).click()
    page.get_by_role("link", name=order.number).first.wait_for()


def test_the_pages_of_the_follow_up_are_open_to_everybody(sign_in, violations, luo, bai):
    order = OrderFactory("in_progress", when=at("2024-06-03"))
    sweeps.chase_late(at("2024-06-24"))
    sweeps.press_late(at("2024-06-24"))
    sweeps.issue_circulars(at("2024-06-24"))
    waiting = OrderFactory("feedback_given", caller_phone="13900001111")
    tomorrow = waiting.opened_at + timedelta(days=1)
    actions.plan_callback(waiting, by=bai, at=waiting.opened_at, planned_at=tomorrow)
    addresses = [
        "/work-orders/?show=pressed",
        order.get_absolute_url(),
        order.chases.get().get_absolute_url(),
        "/work-orders/circulars/",
        order.listings.get().circular.get_absolute_url(),
        "/work-orders/callbacks/",
    ]
    for address in addresses:
        page = sign_in(luo, address)
        assert violations(page) == [], address
