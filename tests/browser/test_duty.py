"""Rosters and quick registration in a real browser: by keyboard, refused in words, open to everybody."""

from __future__ import annotations

import re

import pytest

from hotline.actions import rosters
from hotline.models import CallRecord, Roster
from tests.factories.rosters import BEFORE, DraftFactory, IncidentFactory, SheetFactory, give, shift_at

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COMPOSING = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}


def test_many_callers_are_registered_by_keyboard_only(sign_in, violations, luo, ma):
    sheet = SheetFactory()
    page = sign_in(ma, sheet.get_absolute_url())
    assert violations(page) == []
    for n in range(3):
        page.wait_for_function("document.activeElement.name === 'caller_phone'")
        for words in (f"1380000123{n}", "杨测试", "2", "6000", "工头已跑"):
            page.keyboard.insert_text(words)
            page.keyboard.press("Enter")
        page.locator(".counter-value").first.get_by_text(str(n + 1), exact=True).wait_for()
    assert CallRecord.objects.filter(state="ordered", workers_affected=2, amount=6000).count() == 3


def test_enter_of_an_input_method_neither_moves_on_nor_saves(sign_in, luo, ma):
    page = sign_in(ma, SheetFactory().get_absolute_url())
    page.locator("#id_caller_name").focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "yang", "selectionStart": 4, "selectionEnd": 4})
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **COMPOSING})
    session.send("Input.insertText", {"text": "杨"})
    assert page.evaluate("document.activeElement.name") == "caller_name"
    assert page.locator("#id_caller_name").input_value() == "杨"
    assert not CallRecord.objects.exists()


def test_a_roster_with_a_gap_is_refused_and_says_which(sign_in, violations, luo, ma):
    roster = DraftFactory()
    rosters.drop(shift_at(roster, "2026-12-03T08:30"), by=luo, at=BEFORE)
    page = sign_in(luo, roster.get_absolute_url() + "?week=2026-12-03")
    assert violations(page) == []
    page.get_by_role("link", name="发布").click()
    page.locator("#id_note").fill("保持电话畅通")
    page.locator("#id_note").press("Control+Enter")
    page.get_by_text("2026-12-03 08:30–17:30 无人值班").wait_for()
    assert page.locator("#id_note").input_value() == "保持电话畅通"
    assert violations(page) == []
    assert Roster.objects.get().state == "draft"


def test_a_roster_is_drawn_up_by_keyboard(sign_in, violations, luo, ma):
    page = sign_in(luo, "/rosters/")
    assert violations(page) == []
    page.keyboard.press("n")
    page.wait_for_url("**/rosters/new/")
    page.locator("#id_lawyer").fill("法律顾问")
    assert violations(page) == []
    page.locator("#id_lawyer").press("Control+Enter")
    page.wait_for_url(re.compile(r"/rosters/\d+/$"))
    assert violations(page) == []


def test_the_pages_of_an_incident_are_open_to_everybody(sign_in, violations, live_server, luo, ma):
    incident = give(IncidentFactory(), "phone", BEFORE)
    addresses = [
        incident.get_absolute_url(),
        incident.step_url("give_report"),
        incident.reports.get(kind="phone").get_absolute_url(),
        "/incidents/",
        "/incidents/new/",
        "/shifts/",
    ]
    page = sign_in(luo)
    for address in addresses:
        page.goto(live_server.url + address)
        assert violations(page) == [], address
