"""The right column of the call screen in a real browser: nothing typed is lost, and what was told is recorded."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from hotline.models import CallRecord, KnowledgeVersion

CALL_PAGE = re.compile(r"/calls/\d+/$")
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_answer_is_inserted_at_the_caret_and_recorded_on_the_call(sign_in, violations, ma):
    page = sign_in(ma, "/calls/new/")
    page.keyboard.press("1")
    page.locator("#id_category").select_option("0103")
    page.locator("#id_facts").fill("询问周末加班怎么算")
    page.locator("#id_answer_given").fill("您好。再见。")
    page.locator("#id_answer_given").evaluate("field => { field.focus(); field.setSelectionRange(3, 3); }")
    page.locator("#knowledge-query").fill("jbf")
    page.locator("#articles li[data-title^='加班费']").wait_for()
    page.locator("#knowledge-query").press("Enter")
    assert page.locator("#id_facts").input_value() == "询问周末加班怎么算"
    page.locator("#articles li[data-title^='加班费'] [data-insert-answer]").click()
    answer = page.locator("#id_answer_given").input_value()
    assert answer.startswith("您好。\n")
    assert answer.endswith("第四十四条）再见。")
    page.locator("[data-inserted-list] input[type=checkbox]").wait_for()
    assert violations(page) == []
    page.locator("button[name=next_step][value=answer]").click()
    page.wait_for_url(CALL_PAGE)
    told = CallRecord.objects.get().articles.get()
    assert told.version == KnowledgeVersion.objects.get(article__code="pay.overtime")
    assert page.get_by_role("link", name=told.version.title).count() == 1
    assert violations(page) == []


def test_hidden_prompts_stay_hidden(sign_in, ma):
    page = sign_in(ma, "/calls/new/")
    page.locator("#id_category").select_option("0101")
    page.locator("#prompts ol li").first.wait_for()
    page.locator("#id_facts").fill("正在说")
    page.locator("#prompts button[value=hide]").click()
    page.locator("#prompts button[value=show]").wait_for()
    assert page.locator("#id_facts").input_value() == "正在说"
    page.reload()
    assert page.locator("#prompts ol").count() == 0
    page.locator("#prompts button[value=show]").click()
    page.locator("#prompts ul li").first.wait_for()


def test_the_clock_counts_while_rows_are_typed_and_prints_a_page(sign_in, violations, context, ma):
    page = sign_in(ma, "/calls/new/")
    today = timezone.localdate()
    page.locator("#id_occurred_on").fill(f"{today.year - 1}-12-01")
    page.locator("#limitation .pill").first.wait_for()
    page.get_by_text("主张过、投诉过").click()
    page.locator("[name=limitation_facts-0-kind]").select_option("claim")
    page.locator("[name=limitation_facts-0-day]").fill(f"{today.year}-01-05")
    page.locator("#limitation strong", has_text=f"{today.year + 1}-01-05").wait_for()
    assert violations(page) == []
    with context.expect_page() as opened:
        page.get_by_role("button", name="打印给职工").click()
    sheet = opened.value
    sheet.get_by_text("12351").wait_for()
    assert sheet.url.endswith("/calls/limitation/sheet/")
    assert violations(sheet) == []
    sheet.emulate_media(media="print")
    assert not sheet.locator(".areas").is_visible()
    assert page.locator("form#call.sending").count() == 0


@pytest.mark.parametrize("address", ["/knowledge/", "/knowledge/new/"])
def test_the_pages_of_the_knowledge_base_are_open_to_everybody(sign_in, violations, ma, address):
    page = sign_in(ma, address)
    assert violations(page) == []
    page.goto(page.url.split("/knowledge/")[0] + KnowledgeVersion.objects.first().get_absolute_url())
    assert violations(page) == []
