"""The pages of dispute cases in a browser: readable, reachable, in Chinese only; and the way of a case by clicking."""

from __future__ import annotations

import os
import re

import pytest
from django.utils import timezone

from disputes import actions
from disputes.models import DisputeCase
from tests.conftest import member
from tests.factories.disputes import CaseFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LATIN = re.compile(r"[A-Za-z]{3,}")
ALLOWED = {"pdf", "Ctrl", "Enter", "PDF", "Word", "Excel", "Officer", "Mediator", "Archivist"}


@pytest.fixture
def cast(transactional_db):
    names = ("case_officer", "mediator", "archivist")
    return {duty: member(duty, duty, certified=duty == "mediator") for duty in names}


def english(page) -> list[str]:
    """Words in Latin letters an office would not expect; names of accounts are not words."""
    page.evaluate("document.querySelectorAll('.officer-menu, .topbar').forEach(e => e.remove())")
    words = set(LATIN.findall(page.inner_text("body"))) - ALLOWED
    return [word for word in words if word.lower() not in {"case_officer", "mediator", "archivist", "case"}]


def test_no_page_of_a_case_hinders_anybody_or_shows_english(sign_in, violations, cast):
    officer, mediator = cast["case_officer"], cast["mediator"]
    states = ["applied", "awaiting_supplement", "declined", "accepted", "mediating", "performing", "archived"]
    cases = {state: CaseFactory(state, mediator=mediator) for state in states}
    pages = [(officer, "/cases/"), (officer, "/cases/new/"), (mediator, "/cases/")]
    pages += [(officer, case.get_absolute_url()) for case in cases.values()]
    pages += [
        (officer, cases["applied"].step_url(verb)) for verb in ("accept", "decline", "transfer", "ask_for_papers")
    ]
    pages += [(officer, cases["accepted"].step_url(verb)) for verb in ("assign", "terminate")]
    pages += [(mediator, cases["mediating"].step_url(verb)) for verb in ("hold_meeting", "agree", "extend", "fail")]
    pages += [(mediator, cases["performing"].step_url(verb)) for verb in ("record_payment", "close_out")]
    faults = []
    for n, (who, address) in enumerate(pages):
        page = sign_in(who, address)
        if folder := os.environ.get("HEYI_PICTURES"):
            page.screenshot(path=f"{folder}/{n:02}.png", full_page=True)
        faults += [f"{address}: {fault}" for fault in violations(page)]
        faults += [f"{address}: {word}" for word in english(page)]
        page.close()
    assert faults == []


def press(page, name):
    page.get_by_role("link", name=name, exact=True).click()


def send(page, name):
    page.get_by_role("button", name=name).click()
    page.wait_for_selector(".notice-success")


def test_a_case_is_walked_to_its_payment_by_clicking(sign_in, cast):
    page = sign_in(cast["case_officer"], "/cases/")
    page.keyboard.press("n")
    page.wait_for_url("**/cases/new/")
    page.fill("[name=received_on]", "2024-01-08")
    page.select_option("[name=category]", "0101")
    page.fill("[name=applicants-0-name]", "杨测试")
    page.fill("[name=respondents-0-name]", "云南测试花卉有限公司")
    page.fill("[name=worker_count]", "6")
    page.fill("[name=claims-0-amount]", "118600")
    page.fill("[name=facts]", "拖欠三个月工资")
    send(page, "登记申请")
    press(page, "受理")
    page.fill("[name=accepted_on]", "2024-01-08")
    page.check("[name=both_sides_willing]")
    send(page, "受理")
    press(page, "指派调解员")
    page.select_option("[name=mediator]", index=1)
    page.fill("[name=assigned_on]", "2024-01-08")
    send(page, "指派调解员")
    case = DisputeCase.objects.get()
    page = sign_in(cast["mediator"], case.get_absolute_url())
    press(page, "登记调解会")
    page.fill("[name=held_on]", "2024-01-15")
    page.check("[name=rights_read]")
    page.check("[name=parties_present]")
    page.fill("[name=minutes]", "双方到场")
    send(page, "登记调解会")
    press(page, "登记调解协议")
    page.fill("[name=terms]", "一次付清")
    page.fill("[name=agreed-0-amount]", "112000")
    page.fill("[name=instalments-0-due_on]", "2024-01-30")
    page.fill("[name=instalments-0-amount]", "112000")
    for name in ("applicants_signed_on", "respondents_signed_on", "mediator_signed_on", "seal_on"):
        page.fill(f"[name={name}]", "2024-01-19")
    send(page, "登记调解协议")
    assert "2024-02-18(周日)" in page.inner_text("main")
    press(page, "登记付款")
    page.fill("[name=paid_on]", "2024-01-30")
    send(page, "登记付款")
    case.refresh_from_db()
    assert (case.amount_paid, case.pay_by) == (112000, None)


def test_an_agreement_is_drafted_printed_signed_and_paid_by_clicking(sign_in, violations, cast):
    """Part by part, with an interruption; what was kept is there again, and the paper comes before the signatures."""
    case = CaseFactory("mediating", mediator=cast["mediator"])
    page = sign_in(cast["mediator"], case.get_absolute_url())
    faults = []

    def look():
        faults.extend([*violations(page), *english_in_main(page)])

    press(page, "拟订调解协议")
    look()
    page.fill("[name=terms-0-what]", "2023年9月至11月工资")
    page.fill("[name=terms-0-amount]", "112000")
    page.fill("[name=terms-0-due_on]", "2024-01-30")
    page.fill("[name=terms-0-account]", "6217000000001234567")
    keep(page)
    page.goto(page.url)
    look()
    page.fill("[name=agreed-0-amount]", "112000")
    keep(page)
    look()
    page.select_option("[name=route]", "judicial_confirmation")
    page.fill("[name=breach]", "任何一期逾期的，全部款项立即到期。")
    keep(page)
    look()
    assert "6217000000001234567" not in page.inner_text("main")
    press(page, "打印协议")
    page.wait_for_selector("img.page-picture")
    page.get_by_role("button", name="出具").click()
    page.wait_for_selector(".notice-success")
    press(page, "登记调解协议")
    look()
    for n in range(2):
        page.fill(f"[name=signatures-{n}-signed_on]", "2024-01-19")
    page.fill("[name=mediator_signed_on]", "2024-01-19")
    page.fill("[name=seal_on]", "2024-01-19")
    send(page, "登记调解协议")
    look()
    press(page, "登记付款")
    look()
    page.fill("[name=paid_on]", "2024-01-30")
    send(page, "登记付款")
    look()
    case.refresh_from_db()
    assert (case.amount_paid, case.documents.count(), case.signatures.count()) == (112000, 1, 2)
    assert faults == []


def keep(page):
    with page.expect_navigation():
        page.get_by_role("button", name="保存并继续").click()


def english_in_main(page) -> list[str]:
    words = set(LATIN.findall(page.inner_text("main"))) - ALLOWED
    return [word for word in words if word.lower() not in {"case_officer", "mediator", "case", "docx"}]


def test_no_page_of_a_way_hinders_anybody_or_shows_english(sign_in, violations, cast):
    case = CaseFactory("performing", mediator=cast["mediator"])
    actions.open_route(case, by=cast["mediator"], at=timezone.now(), kind="payment_order", body="祥云县人民法院")
    route = case.routes.get()
    addresses = ["/routes/", route.get_absolute_url(), route.step_url("file_route"), route.step_url("withdraw_route")]
    addresses += [case.get_absolute_url(), case.step_url("follow_up"), case.step_url("draft_agreement") + "check/"]
    faults = []
    for address in addresses:
        page = sign_in(cast["mediator"], address)
        faults += [f"{address}: {fault}" for fault in [*violations(page), *english_in_main(page)]]
        page.close()
    assert faults == []
