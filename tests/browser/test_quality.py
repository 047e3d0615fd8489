"""Handing in a table and judging a call, in a real browser."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from casework.importing import jobs
from casework.models import ImportJob
from hotline.models import CallRecord
from tests.factories.hotline import CallFactory
from tests.factories.tables import call_row, csv_bytes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_table_is_handed_in_looked_at_and_imported(sign_in, violations, luo, tmp_path):
    path = tmp_path / "calls.csv"
    path.write_bytes(csv_bytes([call_row(1), call_row(2, category="", caller_name="<script>alert(1)</script>")]))
    page = sign_in(luo, "/calls/import/")
    assert violations(page) == []
    page.set_input_files("#id_table", path)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/calls/import/*/")
    assert violations(page) == []
    jobs.work(timezone.now())
    page.get_by_text("category").wait_for()  # the page asks again by itself
    assert violations(page) == []
    page.check("#id_skip_bad")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/calls/import/*/")
    jobs.work(timezone.now())
    page.locator("a[download]").wait_for()
    assert violations(page) == []
    assert ImportJob.objects.get().kept == CallRecord.objects.count() == 1


def test_a_call_is_drawn_scored_and_read_by_who_took_it(sign_in, violations, ma, bai):
    CallFactory(by=ma, next_step="answer", request_type="inquiry", answer_given="已答复", talk_seconds=60)
    page = sign_in(bai, "/reviews/draw/")
    assert violations(page) == []
    today = timezone.localdate()
    page.fill("#id_first_on", str(today - dt.timedelta(days=1)))
    page.fill("#id_number", "1")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/reviews/?*")
    assert violations(page) == []
    page.locator("tbody a").first.click()
    page.wait_for_url("**/reviews/*/")
    assert violations(page) == []
    page.goto(page.url + "score/")
    assert violations(page) == []
    page.locator("input[name=marks-1-points]").fill("2")
    page.keyboard.press("Control+Enter")
    page.locator(".field-bad").first.wait_for()
    assert violations(page) == []
    page.locator("input[name=marks-1-remark]").fill("未核对身份")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/reviews/*/", wait_until="load")
    page = sign_in(ma, "/reviews/?show=answer")
    page.locator("tbody a").first.click()
    page.get_by_text("未核对身份").wait_for()
    assert violations(page) == []
    page.goto(page.url.split("/reviews/")[0] + "/reviews/results/")
    assert violations(page) == []


def test_the_ranking_is_open_to_everybody(sign_in, violations, he):
    CallFactory()
    assert violations(sign_in(he, "/reports/requests/")) == []
