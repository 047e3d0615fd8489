"""Typing during a call: nothing is lost, and a Chinese input method never triggers anything."""

from __future__ import annotations

import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from hotline.models import CallRecord
from tests.factories.hotline import PHONE, CallFactory

CALL_PAGE = re.compile(r"/calls/\d+/$")
FACTS = "三个月工资未发，工地在财富工业园区"
PASSWORD = "a-long-word-for-tests"
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def screen(sign_in, ma):
    """The call screen with a clock that can be moved on."""
    page = sign_in(ma, "/calls/")
    page.clock.install()
    page.goto(page.url + "new/")
    yield page
    page.close()


def kept(page) -> None:
    """The last word is saved; nothing is under way to the server when the page goes."""
    page.locator("[data-draft-status]", has_text="草稿已自动保存").wait_for()


def unfold(page, title: str) -> None:
    page.locator("summary", has_text=title).click()


def type_a_call(page) -> None:
    page.keyboard.press("3")
    page.locator("#id_category").select_option("0101")
    page.locator("#id_facts").fill(FACTS)
    unfold(page, "来电人详情")
    page.locator("input[name=needs][value=hearing]").check()
    page.locator("#id_call_times").fill("18点以后")
    unfold(page, "诉求详情")
    page.locator("#id_evidence").fill("考勤表")
    page.locator("#id_urgency").select_option("urgent")


def what_stands_there(page) -> dict[str, object]:
    return {
        "type": page.locator("input[name=request_type]:checked").get_attribute("value"),
        "category": page.locator("#id_category").input_value(),
        "facts": page.locator("#id_facts").input_value(),
        "needs": page.locator("input[name=needs]:checked").get_attribute("value"),
        "call_times": page.locator("#id_call_times").input_value(),
        "evidence": page.locator("#id_evidence").input_value(),
        "urgency": page.locator("#id_urgency").input_value(),
    }


TYPED = {
    "type": "complaint",
    "category": "0101",
    "facts": FACTS,
    "needs": "hearing",
    "call_times": "18点以后",
    "evidence": "考勤表",
    "urgency": "urgent",
}


def five_seconds_pass(page) -> None:
    with page.expect_response("**/drafts/calls/new/") as answer:
        page.clock.run_for(5000)
    assert answer.value.ok


def test_five_seconds_after_the_last_key_a_crash_loses_nothing(screen, sign_in, ma):
    type_a_call(screen)
    five_seconds_pass(screen)
    screen.close()
    page = sign_in(ma, "/calls/new/")
    assert what_stands_there(page) == TYPED
    assert page.locator("#id_evidence").is_visible()


def test_the_text_is_there_on_a_second_machine(screen, browser, live_server, ma):
    type_a_call(screen)
    five_seconds_pass(screen)
    client = Client()
    client.force_login(ma.user)
    other = browser.new_context(locale="zh-CN")
    other.add_cookies([{"name": "sid", "value": client.cookies["sid"].value, "url": live_server.url}])
    page = other.new_page()
    page.goto(live_server.url + "/calls/new/")
    assert what_stands_there(page) == TYPED
    other.close()


def test_a_session_that_ended_before_sending_loses_nothing(screen, ma):
    ma.user.set_password(PASSWORD)
    ma.user.save()
    type_a_call(screen)
    Session.objects.all().delete()
    screen.clock.run_for(5000)
    screen.locator("[data-draft-status]", has_text="登录已失效，请重新登录").wait_for()
    screen.locator("button[name=next_step][value=order]").click()
    screen.wait_for_url("**/login/**")
    screen.locator("#id_username").fill(ma.user.username)
    screen.locator("#id_password").fill(PASSWORD)
    screen.keyboard.press("Enter")
    screen.wait_for_url(re.compile(r":\d+/calls/new/$"))
    screen.wait_for_load_state()
    assert what_stands_there(screen) == TYPED
    kept(screen)
    assert not CallRecord.objects.exists()


def test_what_was_registered_leaves_no_copy_behind(screen):
    screen.keyboard.press("1")
    screen.locator("#id_category").select_option("0101")
    screen.locator("#id_facts").fill(FACTS)
    screen.locator("#id_answer_given").fill("已告知")
    screen.locator("button[name=next_step][value=answer]").click()
    screen.wait_for_url(CALL_PAGE)
    assert screen.evaluate("Object.keys(localStorage).filter(k => k.startsWith('heyi:draft:'))") == []


class InputMethod:
    """A Chinese input method, as the browser sees one: compositions, and keys it keeps for itself."""

    def __init__(self, page) -> None:
        self.cdp = page.context.new_cdp_session(page)

    def compose(self, text: str) -> None:
        at = {"selectionStart": len(text), "selectionEnd": len(text)}
        self.cdp.send("Input.imeSetComposition", {"text": text, **at})

    def press(self, key: str, code: str, modifiers: int = 0) -> None:
        taken = {"key": key, "code": code, "windowsVirtualKeyCode": 229, "modifiers": modifiers}
        self.cdp.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **taken})
        self.cdp.send("Input.dispatchKeyEvent", {"type": "keyUp", **taken})

    def commit(self, text: str) -> None:
        self.cdp.send("Input.insertText", {"text": text})


@pytest.mark.parametrize("field", ["caller_name", "employer_name", "facts"])
def test_a_composition_neither_submits_nor_triggers_keys(screen, field):
    CallFactory()
    ime, box = InputMethod(screen), screen.locator(f"#id_{field}")
    box.focus()
    screen.evaluate("window.seen = []; addEventListener('submit', () => window.seen.push('submit'), true)")
    ime.compose("yang")
    for key, code, modifiers in [("Enter", "Enter", 0), ("Enter", "Enter", 2), ("1", "Digit1", 0), ("w", "KeyW", 0)]:
        ime.press(key, code, modifiers)
    ime.press("Escape", "Escape")
    assert screen.evaluate("document.activeElement.id") == f"id_{field}"
    ime.commit("杨")
    assert box.input_value() == "杨"
    assert screen.evaluate("window.seen") == []
    assert screen.url.endswith("/calls/new/")
    assert screen.locator("input[name=request_type]:checked").count() == 0
    assert CallRecord.objects.count() == 1


def tab_to(page, selector: str) -> None:
    """Press Tab until the field has the focus, as somebody without a mouse does."""
    for _n in range(80):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by Tab")


def test_the_six_fields_of_a_consultation_by_keyboard_only(sign_in, ma):
    page = sign_in(ma, "/calls/")
    page.keyboard.press("n")
    page.wait_for_url("**/calls/new/")
    page.keyboard.press("1")
    for _n in range(2):
        tab_to(page, "#id_category")
        page.keyboard.press("ArrowDown")
    tab_to(page, "#id_workers_affected")
    page.keyboard.type("3")
    tab_to(page, "#id_region")
    tab_to(page, "#id_facts")
    page.keyboard.insert_text("询问加班费如何计算")
    tab_to(page, "#id_answer_given")
    page.keyboard.insert_text("按法定标准支付")
    tab_to(page, "button[name=next_step][value=answer]")
    page.keyboard.press("Enter")
    page.wait_for_url(CALL_PAGE)
    call = CallRecord.objects.get()
    assert (call.state, call.request_type, call.workers_affected) == ("closed", "inquiry", 3)
    assert call.category
    assert call.region_id == "532923"


def test_an_anonymous_caller_gets_a_code_and_follows_the_matter(screen, violations, browser, live_server):
    screen.keyboard.press("3")
    screen.locator("#id_category").select_option("0101")
    screen.locator("#id_employer_name").fill("祥云测试建筑有限公司")
    screen.locator("#id_facts").fill(FACTS)
    screen.locator("#id_claim").fill("要求支付工资")
    screen.locator("#id_anonymous").check()
    screen.keyboard.press("Control+Enter")
    screen.wait_for_url("**/issue_code/")
    screen.get_by_role("button", name="出具查询码").click()
    code = screen.locator(".query-code").inner_text()
    assert violations(screen) == []
    outside = browser.new_context(locale="zh-CN")
    page = outside.new_page()
    page.goto(live_server.url + "/progress/")
    assert violations(page) == []
    page.locator("#id_number").fill(CallRecord.objects.get().orders.get().number)
    page.locator("#id_secret").fill(code)
    page.keyboard.press("Enter")
    page.get_by_text("已派至承办工会").wait_for()
    assert violations(page) == []
    outside.close()


def test_flags_and_warnings_are_open_to_everybody(sign_in, violations, ma):
    call = CallFactory(by=ma, do_not_call=True, call_times="18点以后", needs=["hearing"])
    page = sign_in(ma, call.step_url("flag_caller"))
    page.locator("#id_kind").select_option("at_risk")
    page.locator("#id_until").fill("2027-01-31")
    page.locator("#id_reason").fill("来电中谈及自伤")
    assert violations(page) == []
    page.keyboard.press("Control+Enter")
    page.wait_for_url(CALL_PAGE)
    assert violations(page) == []
    page.goto(page.url.partition("/calls/")[0] + "/calls/new/")
    page.locator("#id_caller_phone").fill(PHONE)
    page.locator("#id_caller_name").focus()
    page.locator("#contacts .pill", has_text="有自伤或受害风险").wait_for()
    for title in ("来电人详情", "代他人来电", "用人单位和地点", "诉求详情", "时限与派单", "事后补录"):
        unfold(page, title)
    assert violations(page) == []
    kept(page)
    page.close()


def test_a_refused_form_is_not_offered_its_own_text_again(screen):
    type_a_call(screen)
    screen.keyboard.press("Control+Enter")
    screen.locator("[data-summary]").wait_for()
    assert what_stands_there(screen) == TYPED
    assert screen.get_by_text("尚未上传的草稿").count() == 0
    five_seconds_pass(screen)
    kept(screen)
    assert screen.evaluate("Object.keys(localStorage).filter(k => k.startsWith('heyi:draft:'))") == []
