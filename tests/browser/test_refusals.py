"""Nothing that was typed is lost: mistakes, another window, double clicks, a session that ended, no script."""

from __future__ import annotations

import re

import pytest
from django.contrib.sessions.models import Session

from hotline.models import CallRecord, WorkOrder
from tests.factories.disputes import CaseFactory
from tests.factories.hotline import PHONE

CALL_PAGE = re.compile(r"/calls/\d+/$")
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def fill_call(page, **typed):
    page.locator("[name=request_type][value=complaint]").check()
    page.locator("#id_category").select_option("0101")
    said = {
        "caller_phone": PHONE,
        "caller_name": "杨测试",
        "employer_name": "祥云测试建筑有限公司",
        "facts": "三个月工资未发",
        "claim": "要求支付工资",
        **typed,
    }
    for name, value in said.items():
        page.locator(f"#id_{name}").fill(value)


def test_a_form_with_a_mistake_comes_back_with_everything_typed(sign_in, violations, zhao):
    page = sign_in(zhao, "/cases/new/")
    page.fill("[name=received_on]", "二月三十日")
    page.select_option("[name=category]", "0101")
    page.fill("[name=applicants-0-name]", "杨测试")
    page.fill("[name=applicants-0-phone]", "12")
    page.fill("[name=respondents-0-name]", "云南测试花卉有限公司")
    page.fill("[name=claims-0-amount]", "十一万")
    page.fill("[name=facts]", "拖欠三个月工资")
    with page.expect_response(lambda answer: answer.request.method == "POST" and "/cases/new/" in answer.url) as sent:
        page.get_by_role("button", name="登记申请").click()
    assert sent.value.status == 422
    page.locator("[data-summary]").wait_for()
    kept = {
        "received_on": "二月三十日",
        "category": "0101",
        "applicants-0-name": "杨测试",
        "applicants-0-phone": "12",
        "respondents-0-name": "云南测试花卉有限公司",
        "claims-0-amount": "十一万",
        "facts": "拖欠三个月工资",
    }
    assert {name: page.locator(f"[name='{name}']").input_value() for name in kept} == kept
    assert violations(page) == []
    page.locator("[data-summary] a").first.click()
    assert page.evaluate("document.activeElement.closest('.field') !== null")


def test_the_second_of_two_windows_is_refused_and_keeps_its_text(sign_in, violations, zhao, yang):
    case = CaseFactory("accepted")
    first = sign_in(zhao, case.step_url("assign"))
    second = first.context.new_page()
    second.set_default_timeout(20_000)
    second.goto(first.url.replace("/assign/", "/terminate/"))
    second.fill("[name=closed_on]", "2024-01-09")
    second.fill("[name=reason]", "双方都不愿意继续")
    first.select_option("[name=mediator]", str(yang.pk))
    first.get_by_role("button", name="指派调解员").click()
    first.locator(".notice-success").wait_for()
    second.get_by_role("button", name="终止调解").click()
    second.locator("[data-summary]", has_text="您填写的内容均已保留").wait_for()
    assert second.locator("[name=reason]").input_value() == "双方都不愿意继续"
    assert second.locator("[name=closed_on]").input_value() == "2024-01-09"
    assert violations(second) == []
    case.refresh_from_db()
    assert case.state == "assigned"


def test_a_double_click_registers_one_call(sign_in, ma):
    page = sign_in(ma, "/calls/new/")
    fill_call(page)
    page.get_by_role("button", name="登记并转办").dblclick()
    page.wait_for_url(CALL_PAGE)
    assert (CallRecord.objects.count(), WorkOrder.objects.count()) == (1, 1)


def test_after_the_session_ended_the_draft_is_put_back(sign_in, ma):
    ma.user.set_password("correct horse battery")
    ma.user.save()
    page = sign_in(ma, "/calls/new/")
    fill_call(page, facts="讲到一半")
    page.locator("[data-draft-status]", has_text="草稿已自动保存").wait_for()
    Session.objects.all().delete()
    page.get_by_role("button", name="登记并转办").click()
    page.get_by_label("用户名").fill("ma")
    page.get_by_label("密码").fill("correct horse battery")
    page.get_by_role("button", name="登录").click()
    page.wait_for_url("**/calls/new/")
    assert page.locator("#id_facts").input_value() == "讲到一半"
    assert page.locator("#id_caller_phone").input_value() == PHONE
    assert page.locator("[name=request_type]:checked").input_value() == "complaint"
    page.get_by_role("button", name="登记并转办").click()
    page.wait_for_url(CALL_PAGE)
    assert CallRecord.objects.get().facts == "讲到一半"


@pytest.fixture
def without_script(browser, live_server, client, ma):
    """A page in a browser that runs no script."""
    client.force_login(ma.user)
    context = browser.new_context(java_script_enabled=False, locale="zh-CN", timezone_id="Asia/Shanghai")
    context.add_cookies([{"name": "sid", "value": client.cookies["sid"].value, "url": live_server.url}])
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(live_server.url)
    yield page
    context.close()


def test_a_call_is_registered_without_script(without_script):
    page = without_script
    page.get_by_role("link", name="开始登记").click()
    page.locator("#id_caller_phone").fill(PHONE)
    page.get_by_role("button", name="查询该号码").click()
    assert "该号码" in page.locator("#contacts").inner_text()
    fill_call(page, claim="")
    page.get_by_role("button", name="登记并转办").click()
    assert "转工单时必填" in page.locator("[data-summary]").inner_text()
    assert page.locator("#id_facts").input_value() == "三个月工资未发"
    page.locator("#id_claim").fill("要求支付工资")
    page.get_by_role("button", name="登记并转办").click()
    page.wait_for_url(CALL_PAGE)
    assert WorkOrder.objects.get().state == "dispatched"
