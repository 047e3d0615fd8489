"""Beside the call: what to ask, what to answer, how long arbitration is open; and the pages of the knowledge base."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.models import Draft
from hotline import actions
from hotline.models import CallRecord, HiddenPart, KnowledgeVersion
from organizations.models import AccessToken
from tests.factories.hotline import OrderFactory, officer_of
from tests.hotline.test_knowledge import drafted, published, words
from tests.hotline.test_pages import INQUIRY, SAID

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(client, ma):
    client.force_login(ma.user)
    return client


@pytest.fixture
def article(ma, luo, now) -> KnowledgeVersion:
    return published(ma, luo, now)


def text(answer) -> str:
    return answer.content.decode()


def row(version: KnowledgeVersion, n: int = 0) -> dict[str, str]:
    return {f"articles-{n}-version": str(version.pk), f"articles-{n}-inserted_at": "2026-11-20T02:42:08.000Z"}


def test_the_search_beside_the_form_finds_articles(operator, article):
    assert article.title in text(operator.post("/calls/knowledge/", {"knowledge_query": "qxts"}))
    assert "没有找到" in text(operator.post("/calls/knowledge/", {"knowledge_query": "量子"}))
    assert operator.get("/calls/knowledge/", {"knowledge_query": "qxts"}).status_code == 405


def test_the_category_proposes_articles(operator, article):
    assert article.title in text(operator.post("/calls/prompts/", {"category": "0101"}))


def test_the_search_belongs_to_the_hotline(client, zhao):
    client.force_login(zhao.user)
    for path in ("/calls/knowledge/", "/calls/prompts/", "/calls/limitation/sheet/"):
        assert client.post(path, {"knowledge_query": "欠薪", "prompts": "hide"}).status_code == 403
    assert not HiddenPart.objects.exists()


def test_without_script_an_answer_is_inserted_and_nothing_typed_is_lost(operator, article):
    typed = {**INQUIRY, "answer_given": "您好", "insert": str(article.pk)}
    page = text(operator.post("/calls/new/", typed))
    assert "您好\n" + article.text in page
    assert "询问加班费如何计算" in page
    assert f'name="articles-0-version" value="{article.pk}" checked' in page
    assert not CallRecord.objects.exists()


def test_without_script_the_search_comes_back_with_the_form(operator, article):
    page = text(operator.post("/calls/new/", {**INQUIRY, "knowledge_query": "欠薪", "find": "1"}))
    assert article.title in page
    assert "询问加班费如何计算" in page


@pytest.mark.parametrize("key", ["0", "-1", "x", "9" * 30, "99999999"])
def test_an_article_that_is_none_is_not_inserted(operator, key):
    assert operator.post("/calls/new/", {**INQUIRY, "insert": key}).status_code == 404
    wrong = {**INQUIRY, "next_step": "answer", "articles-0-version": key}
    assert operator.post("/calls/new/", wrong).status_code == 422


def test_a_foreign_draft_is_not_inserted(operator, now):
    foreign = drafted(officer_of("hotline_operator", "532924"), now)
    assert operator.post("/calls/new/", {**INQUIRY, "insert": str(foreign.pk)}).status_code == 404
    assert operator.post("/calls/new/", {**INQUIRY, "next_step": "answer", **row(foreign)}).status_code == 422
    assert operator.get(foreign.get_absolute_url()).status_code == 404
    assert foreign.title not in text(operator.get("/knowledge/", {"show": "all"}))


def test_the_call_keeps_which_version_it_was_told(operator, article, luo, now):
    answer = operator.post("/calls/new/", {**INQUIRY, "next_step": "answer", **row(article), **row(article, 1)})
    call = CallRecord.objects.get()
    told = call.articles.get()
    assert (told.version, told.inserted_at.year) == (article, 2026)
    newer = actions.revise(article, by=luo, at=now, **words(title="另一个标题"))
    actions.publish(newer, by=officer_of("committee_director"), at=now)
    page = text(operator.get(answer.url))
    assert article.title in page
    assert "另一个标题" not in page


def test_what_was_unticked_is_not_recorded(operator, article):
    operator.post("/calls/new/", {**INQUIRY, "next_step": "answer", "articles-0-inserted_at": "2026-11-20T02:42:08Z"})
    assert not CallRecord.objects.get().articles.exists()


def test_a_restored_draft_still_knows_what_was_inserted(operator, ma, article):
    kept = f"answer_given=a&articles-0-version={article.pk}&articles-0-inserted_at=2026-11-20T02:42:08Z"
    Draft.objects.create(user=ma.user, key="calls/new", text=kept, saved_at=timezone.now())
    page = text(operator.get("/calls/new/"))
    assert f'name="articles-0-version" value="{article.pk}" checked' in page
    assert article.title in page


def test_the_api_takes_and_shows_the_articles_and_the_facts(ma, article):
    body = {
        **INQUIRY,
        "next_step": "answer",
        "articles": [{"version": article.pk}],
        "limitation_start": "known",
        "occurred_on": "2026-01-08",
        "limitation_facts": [{"kind": "claim", "day": "2026-06-11"}],
    }
    headers = {"Authorization": f"Bearer {AccessToken.objects.issue(ma.user)}"}
    answer = Client().post("/api/v1/calls/", json.dumps(body), content_type="application/json", headers=headers)
    assert answer.status_code == 201, answer.content.decode()
    call = answer.json()
    assert [(told["version"], told["edition"]) for told in call["articles"]] == [(article.pk, 1)]
    assert call["limitation_facts"] == [{"kind": "claim", "day": "2026-06-11", "until": None}]


def test_hiding_the_prompts_is_remembered_for_the_person(operator, client, luo):
    assert "考勤" in text(operator.post("/calls/prompts/", {"category": "0101"}))
    assert "已隐藏" in text(operator.post("/calls/prompts/", {"category": "0101", "prompts": "hide"}))
    assert "已隐藏" in text(operator.get("/calls/new/"))
    assert "显示" in text(operator.post("/calls/new/", {**INQUIRY, "prompts": "hide"}))
    assert "考勤" in text(operator.post("/calls/new/", {**INQUIRY, "prompts": "show"}))
    client.force_login(luo.user)
    assert "已隐藏" not in text(client.get("/calls/new/"))


TOLD = {
    "limitation_start": "known",
    "occurred_on": "2025-12-01",
    "limitation_facts-0-kind": "claim",
    "limitation_facts-0-day": "2026-06-11",
}


def test_the_clock_says_the_last_day_the_law_and_every_step(operator):
    page = text(operator.post("/calls/limitation/", TOLD))
    for word in ("2027-06-11", "中断", "第二十七条", "仅供参考"):
        assert word in page
    half = {**TOLD, "limitation_facts-1-kind": "claim", "limitation_facts-1-day": "2026-1"}
    assert "2027-06-11" in text(operator.post("/calls/limitation/", half))


def test_while_employment_lasts_there_is_no_last_day(operator):
    assert "不受限" in text(operator.post("/calls/limitation/", {"limitation_start": "employed"}))
    assert "终止之日" in text(operator.post("/calls/limitation/", {"limitation_start": "ended"}))


@pytest.mark.parametrize(
    ("left", "tone"), [(100, "neutral"), (60, "warning"), (8, "warning"), (7, "danger"), (-1, "danger")]
)
def test_the_tone_follows_the_days_of_the_setting(operator, left, tone):
    from hotline.limitation_clock import Told, clock

    told = Told(known_on=dt.date(2025, 7, 1))
    shown = clock(told, None, dt.date(2026, 7, 1) - dt.timedelta(days=left))
    assert shown is not None
    assert (shown.days_left, shown.tone) == (left, tone)


def test_the_page_for_the_worker_carries_the_number_and_no_name(operator):
    page = text(operator.post("/calls/limitation/sheet/", {**TOLD, "caller_name": "杨测试"}))
    for word in ("2027-06-11", "12351", "仅供参考", "data-print"):
        assert word in page
    assert "杨测试" not in page
    assert operator.get("/calls/limitation/sheet/", TOLD).status_code == 405
    assert "起算日" in text(operator.post("/calls/limitation/sheet/", {}))


def test_what_was_told_about_limitation_stays_with_the_call(operator):
    operator.post("/calls/new/", {**SAID, **TOLD, "request_type": "inquiry", "next_step": "later"})
    call = CallRecord.objects.get()
    assert [(f.kind, f.day) for f in call.limitation_facts.all()] == [("claim", dt.date(2026, 6, 11))]
    assert "2027-06-11" in text(operator.get(call.get_absolute_url()))


@pytest.mark.parametrize(
    "wrong",
    [
        {"limitation_facts-0-day": "2099-01-01"},
        {"limitation_facts-0-until": "2026-07-01"},
        {"limitation_facts-0-kind": "force_majeure", "limitation_facts-0-until": "2026-06-01"},
        {"limitation_start": "x"},
    ],
)
def test_a_wrong_fact_is_refused_with_everything_typed(operator, wrong):
    answer = operator.post("/calls/new/", {**INQUIRY, **TOLD, "next_step": "answer", **wrong})
    assert answer.status_code == 422
    assert "询问加班费如何计算" in text(answer)


@pytest.mark.parametrize(
    ("told", "expires"),
    [
        ({"occurred_on": dt.date(2025, 12, 1)}, dt.date(2026, 12, 1)),
        (
            {
                "occurred_on": dt.date(2025, 12, 1),
                "limitation_facts": [{"kind": "claim", "day": dt.date(2026, 6, 11), "until": None}],
            },
            dt.date(2027, 6, 11),
        ),
        ({"limitation_start": "ended", "employment_ended_on": dt.date(2026, 3, 31)}, dt.date(2027, 3, 31)),
        ({"limitation_start": "employed", "occurred_on": dt.date(2020, 1, 1)}, None),
    ],
)
def test_the_case_gets_the_last_day_the_call_shows(zhao, told, expires, now):
    order = OrderFactory("in_progress", **told)
    order = actions.open_case(
        order,
        by=zhao,
        at=now,
        received_on=timezone.localdate(now),
        category=order.call.category,
        facts="欠薪",
        amount=None,
        worker_count=1,
        employer_name=order.call.employer_name,
        legal_ground="pay",
    )
    assert order.case.limitation_expires_on == expires


def test_an_article_is_drafted_read_by_another_and_published_by_clicks(client, ma, luo):
    client.force_login(ma.user)
    typed = {**words(), "valid_from": "2026-01-01", "valid_to": ""}
    answer = client.post("/knowledge/new/", typed)
    version = KnowledgeVersion.objects.get(title=words()["title"])
    assert answer.url == version.get_absolute_url()
    assert client.post(version.step_url("publish"), {"version": "1"}).status_code == 403
    client.force_login(luo.user)
    assert client.post(version.step_url("publish"), {"version": "1"}).status_code == 302
    changed = {**typed, "text": "带上欠条，上网投诉。", "valid_from": "2027-01-01", "version": "2"}
    answer = client.post(version.step_url("revise"), changed)
    page = text(client.get(answer.url))
    assert "<ins>" in page
    assert "<del>" in page
    assert client.post(KnowledgeVersion.objects.latest("pk").step_url("publish"), {"version": "1"}).status_code == 409


def test_a_refused_draft_keeps_what_was_typed(operator):
    answer = operator.post("/knowledge/new/", {**words(), "categories": ["xx"], "valid_from": "", "valid_to": ""})
    assert answer.status_code == 422
    assert words()["text"] in text(answer)


@pytest.mark.parametrize("show", ["in_force", "draft", "all", "nonsense"])
def test_every_filter_of_articles_answers(operator, article, show):
    asked = {"show": show, "words": "qxts", "category": "0101"}
    assert operator.get("/knowledge/", asked).status_code == 200
    assert article.title in text(operator.get("/knowledge/", {"words": "欠薪"}))


def test_the_screen_and_the_pages_cost_the_same_for_few_and_for_many(operator, ma, luo, now):
    operator.get("/knowledge/")
    counts = []
    for more in (1, 12):
        for _n in range(more):
            published(ma, luo, now)
        for asked in ("get", "post"):
            with CaptureQueriesContext(connection) as seen:
                if asked == "get":
                    operator.get("/knowledge/")
                else:
                    operator.post("/calls/knowledge/", {"knowledge_query": "欠薪", "category": "0101"})
            counts.append(len(seen))
    assert counts[:2] == counts[2:]
    assert max(counts) <= 20
