"""An application told at the counter, and the roster of a group, by clicking."""

from __future__ import annotations

import pytest

from casework.models import DeadlineRule
from disputes.models import DisputeCase
from tests.conftest import member
from tests.factories.disputes import CaseFactory
from tests.factories.roster import table, worker

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(transactional_db):
    assert DeadlineRule.objects.exists()
    return member("case_officer", "case_officer")


def test_an_oral_application_against_two_respondents_is_taken_at_the_counter(sign_in, violations, officer):
    page = sign_in(officer, "/cases/new/")
    page.fill("[name=received_on]", "2026-01-05")
    page.select_option("[name=application_manner]", "oral")
    page.select_option("[name=category]", "0107")
    page.fill("[name=applicants-0-name]", "杨测试")
    page.fill("[name=respondents-0-name]", "云南测试劳务有限公司")
    page.select_option("[name=respondents-0-capacity]", "subcontractor")
    page.click("[name=respondents-add]")
    page.fill("[name=respondents-1-name]", "云南测试建设有限公司")
    page.select_option("[name=respondents-1-capacity]", "general_contractor")
    page.fill("[name=worker_count]", "1")
    page.fill("[name=claims-0-amount]", "30000")
    page.fill("[name=facts]", "拖欠工程款工资")
    page.get_by_role("button", name="登记申请").click()
    page.wait_for_selector("[data-summary]")
    assert "宣读" in page.inner_text("[data-summary]")
    assert page.input_value("[name=respondents-1-name]") == "云南测试建设有限公司"
    assert violations(page) == []
    page.check("[name=read_back]")
    page.get_by_role("button", name="登记申请").click()
    page.wait_for_selector(".notice-success")
    text = page.inner_text("main")
    assert "分包单位" in text
    assert "施工总承包单位" in text
    assert "口头申请" in text
    assert violations(page) == []


def test_a_roster_of_two_hundred_with_five_bad_rows_is_put_right_and_taken_in(sign_in, violations, officer):
    case = CaseFactory(worker_count=200)
    page = sign_in(officer, case.get_absolute_url())
    page.get_by_role("link", name="导入劳动者名单").click()
    rows = [worker(n) for n in range(1, 201)]
    bad = [list(row) for row in rows]
    bad[6][0], bad[40][1], bad[99][4], bad[180][3] = "", "532923198805110011", "三万", "没有的案由"
    bad[120] = bad[20]
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.set_input_files("[name=table]", {"name": "名单.xlsx", "mimeType": kind, "buffer": table(bad)})
    page.get_by_role("button", name="导入劳动者名单").click()
    page.wait_for_selector("[data-summary]")
    told = page.inner_text("[data-summary]")
    assert [n for n in range(2, 202) if f"第 {n} 行，" in told] == [8, 42, 101, 122, 182]
    assert not case.roster.exists()
    assert violations(page) == []
    page.set_input_files("[name=table]", {"name": "名单.xlsx", "mimeType": kind, "buffer": table(rows)})
    page.get_by_role("button", name="导入劳动者名单").click()
    page.wait_for_selector(".notice-success")
    assert DisputeCase.objects.get().amount_claimed == 6_000_000
    page.get_by_role("link", name="查看名单").click()
    page.wait_for_url("**/roster/")
    assert page.locator("tbody tr").count() == 50
    assert violations(page) == []
