"""The API of matters and documents: same verbs, same words, and an answer to any bad input."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from organizations.models import AccessToken
from supervision.models import SupervisionDocument
from tests.factories import supervision as made
from tests.supervision.test_pages import PDF

AT = made.noon("2024-06-05")


@pytest.fixture
def api():
    def of(officer) -> APIClient:
        client = APIClient()
        client.force_login(officer.user)
        return client

    return of


def url(document, verb: str = "") -> str:
    return f"/api/v1/{document.collection}/{document.pk}/{f'{verb}/' if verb else ''}"


def proof() -> SimpleUploadedFile:
    return SimpleUploadedFile("回证.pdf", PDF, "application/pdf")


def test_the_path_of_a_letter_by_the_api(api, su, mu, li):
    drafter, signatory, liaison = api(su), api(mu), api(li)
    assert "pay" in [row["code"] for row in drafter.get("/api/v1/topics/").json()["results"]]
    body = {"employer_name": "祥云星播传媒有限公司", "topic": "pay", "source": "complaint", "facts": "拖欠报酬"}
    answer = drafter.post("/api/v1/matters/", {**body, "workers_affected": 5, "received_on": "2024-06-04"})
    assert answer.status_code == 201, answer.content
    matter = answer.json()
    assert (matter["state"], matter["employer_name"]) == ("open", "祥云星播传媒有限公司")

    answer = drafter.post("/api/v1/documents/", {"matter": matter["id"], "kind": "reminder_letter", **made.TEXTS})
    assert answer.status_code == 201, answer.content
    document = answer.json()
    assert (document["state"], document["number"]) == ("draft", "")
    base = f"/api/v1/documents/{document['id']}"
    assert drafter.post(f"{base}/submit/", {"no_conflict": True}).status_code == 200
    assert drafter.post(f"{base}/approve/").status_code == 403

    answer = signatory.post(f"{base}/approve/", {"approved_on": "2024-06-05"}).json()
    assert answer["number"] == "祥云工劳监提〔2024〕1号"
    assert "2024年6月5日" in answer["text"]
    assert liaison.post(f"{base}/seal/").status_code == 200
    answer = liaison.post(f"{base}/dispatch/", {"method": "direct", "dispatched_on": "2024-06-06"})
    assert answer.status_code == 200, answer.content
    bare = {"served_on": "2024-06-06", "method": "direct", "received_by": "王门卫"}
    answer = liaison.post(f"{base}/record_service/", bare)
    assert answer.status_code == 400
    assert "papers" in answer.json()["errors"]
    answer = liaison.post(f"{base}/record_service/", {**bare, "papers": [proof()]}, format="multipart").json()
    assert answer["due_on"] == "2024-06-21"
    assert answer["deadlines"][0]["rule"] == "letter.reply"
    assert answer["service_attempts"][0]["received_by"] == "王某某"
    reply = {"replied_on": "2024-06-20", "stance": "corrected", "summary": "已支付", "papers": [proof()]}
    answer = liaison.post(f"{base}/reply/", reply, format="multipart").json()
    assert (answer["state"], answer["on_time"]) == ("replied", True)
    assert drafter.post(f"{base}/accept_reply/", {"rectify_by": "2024-07-02"}).status_code == 200
    seen = {"verified_on": "2024-07-03", "findings": "已付清", "papers": [proof()]}
    answer = drafter.post(f"{base}/verify/", seen, format="multipart").json()
    assert (answer["state"], answer["outcome"]) == ("closed", "rectified")
    assert drafter.get(f"/api/v1/matters/{matter['id']}/").json()["outcome"] == "rectified"


def test_steps_say_why_they_are_closed(api, su, mu, li):
    letter = made.awaiting(su, AT, signatory=mu, liaison=li, served_on=dt.date(2026, 11, 1))
    steps = {step["verb"]: step for step in api(su).get(url(letter)).json()["steps"]}
    assert steps["escalate"]["allowed"] is (letter.due_on < dt.date(2026, 11, 20))
    assert "docket" not in steps


def test_escalating_early_answers_409_with_reasons(api, su, mu, li, now):
    from django.utils import timezone

    letter = made.awaiting(su, now, signatory=mu, liaison=li, served_on=timezone.localdate())
    answer = api(su).post(url(letter, "escalate"))
    assert answer.status_code == 409
    assert "不得提前" in answer.json()["reasons"][0]


def test_the_drafter_in_another_duty_is_refused_with_the_reason(api, su):
    from tests.factories.organizations import OfficerFactory

    letter = made.submitted(su, AT)
    same = OfficerFactory(duty="signatory", user=su.user, org=su.org)
    client = api(same)
    session = client.session
    session["officer"] = same.pk
    session.save()
    answer = client.post(url(letter, "approve"))
    assert answer.status_code == 409
    assert "起草人" in answer.json()["reasons"][0]


def test_a_stale_version_is_refused(api, su):
    letter = made.draft(su, AT)
    client = api(su)
    assert client.post(url(letter, "edit"), {"facts": "新的事实", "version": 1}).status_code == 200
    assert client.post(url(letter, "edit"), {"facts": "旧的事实", "version": 1}).status_code == 409
    letter.refresh_from_db()
    assert letter.facts == "新的事实"


def test_an_edit_leaves_what_it_does_not_name(api, su):
    letter = made.draft(su, AT)
    api(su).post(url(letter, "edit"), {"facts": "新的事实"})
    letter.refresh_from_db()
    assert (letter.facts, letter.demands) == ("新的事实", made.TEXTS["demands"])


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"kind": "reminder_letter"},
        {"matter": "x", "kind": "reminder_letter"},
        {"matter": 999999999, "kind": "reminder_letter"},
        {"matter": 10**30, "kind": "reminder_letter"},
        {"matter": -1, "kind": "reminder_letter"},
        {"kind": "nonsense"},
        {"kind": ["reminder_letter"]},
        {"kind": "opinion", "audience": "public"},
        {"kind": "reminder_letter", "facts": "长" * 20_001},
        {"kind": "reminder_letter", "facts": "\x00"},
        {"kind": "reminder_letter", "contact_phone": "电话"},
        {"kind": "reminder_letter", "addressee_address": {"a": 1}},
        [],
        "text",
    ],
)
def test_a_bad_body_is_answered_field_by_field(api, su, body):
    matter = made.matter(su, AT)
    if isinstance(body, dict) and body.get("kind") and "matter" not in body and len(body) > 1:
        body = {"matter": matter.pk, **body}
    answer = api(su).post("/api/v1/documents/", body)
    assert answer.status_code == 400, answer.content
    assert not SupervisionDocument.objects.exists()


def test_malformed_json_is_no_error_of_the_server(api, su):
    for address in ("/api/v1/documents/", "/api/v1/matters/"):
        answer = api(su).post(address, b"{", content_type="application/json")
        assert answer.status_code == 400


def test_a_matter_out_of_scope_cannot_be_named(api, su, mu):
    from tests.conftest import member

    other = member("supervisor", "supervisor.binchuan", "532924")
    matter = made.matter(other, AT)
    answer = api(su).post("/api/v1/documents/", {"matter": matter.pk, "kind": "reminder_letter"})
    assert answer.status_code == 400
    assert api(su).get(url(matter)).status_code == 404
    assert api(mu).get(f"/api/v1/documents/{10**15}/").status_code == 404


@pytest.mark.parametrize("who", ["yang", "ma", "shen", "tan", "hr_officer", "wang"])
def test_outsiders_find_neither_list_rows_nor_files(api, request, su, who):
    letter = made.draft(su, AT)
    client = api(request.getfixturevalue(who))
    assert client.get("/api/v1/documents/").json().get("results", []) == []
    assert client.get(url(letter)).status_code == 404
    assert client.post(url(letter, "submit"), {"no_conflict": True}).status_code == 404
    assert client.post(url(letter.matter, "close")).status_code == 404


@pytest.mark.parametrize("who", ["duan", "mu", "li", "zhao", "he", "gao", "luo"])
def test_readers_see_the_letter_but_do_not_open_matters(api, request, su, who):
    letter = made.draft(su, AT)
    client = api(request.getfixturevalue(who))
    assert client.get(url(letter)).status_code == 200
    assert len(client.get("/api/v1/documents/").json()["results"]) == 1
    body = {"topic": "pay", "source": "complaint", "facts": "拖欠", "workers_affected": 1}
    assert client.post("/api/v1/matters/", body).status_code == 403


def test_nobody_without_signing_in(su):
    letter = made.draft(su, AT)
    assert APIClient().get(url(letter)).status_code == 401
    assert AccessToken.objects.count() == 0


def test_the_same_key_creates_once(api, su):
    body = {"topic": "pay", "source": "complaint", "facts": "拖欠", "workers_affected": 1}
    client = api(su)
    first = client.post("/api/v1/matters/", body, headers={"Idempotency-Key": "k1"})
    second = client.post("/api/v1/matters/", body, headers={"Idempotency-Key": "k1"})
    assert (first.status_code, first.json()["id"]) == (201, second.json()["id"])


@pytest.mark.parametrize("collection", ["documents", "matters"])
def test_a_list_costs_the_same_for_few_and_for_many_rows(api, su, collection, django_assert_max_num_queries):
    client = api(su)

    def queries() -> int:
        with django_assert_max_num_queries(12) as counted:
            assert client.get(f"/api/v1/{collection}/").status_code == 200
        return len(counted)

    for _n in range(5):
        made.draft(su, AT)
    client.get(f"/api/v1/{collection}/")
    few = queries()
    for _n in range(20):
        made.draft(su, AT)
    assert queries() == few


def test_investigators_are_named_by_the_api(api, su):
    matter = made.matter(su, AT)
    other = made.colleague(su, "supervisor", certified=True)
    body = {"held_on": "2024-06-04", "way": "现场检查", "findings": "属实", "supervisors": [su.pk, other.pk]}
    assert api(su).post(url(matter, "investigate"), body).status_code == 200
    assert matter.investigations.get().investigators.count() == 2
    uncertified = made.colleague(su, "supervisor")
    answer = api(su).post(url(matter, "investigate"), {**body, "supervisors": [uncertified.pk]})
    assert answer.status_code == 409
