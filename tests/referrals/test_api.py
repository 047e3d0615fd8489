"""The API: the same verbs as the pages, and an answer to every bad body."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from referrals.actions import deliver_at_once
from referrals.models import Referral
from tests.factories.referrals import WORDS, make_referral
from tests.referrals.conftest import open_case

pytestmark = pytest.mark.django_db
JSON = {"content_type": "application/json"}


@pytest.fixture
def call(client):
    def post(officer, path, body=None, **headers):
        client.force_login(officer.user)
        return client.post(f"/api/v1/referrals/{path}", body or {}, **JSON, headers=headers)

    return post


def body(case, /, **more):
    return {**WORDS, "case": case.pk, "kind": "hr_joint_mediation", **more}


def test_the_path_by_api(call, case, li, duan, hr_officer):
    made = call(li, "", body(case))
    assert made.status_code == 201
    pk, day = made.json()["id"], timezone.localdate().isoformat()
    assert made.json()["state"] == "draft"
    assert call(duan, f"{pk}/approve/").json()["state"] == "queued"
    deliver_at_once(Referral.objects.get(pk=pk), at=timezone.now())
    assert call(hr_officer, f"{pk}/acknowledge/", {"acked_on": day}).json()["state"] == "acknowledged"
    taken = call(hr_officer, f"{pk}/accept/", {"decided_on": day, "external_no": "9"})
    assert taken.json()["state"] == "accepted"
    done = call(hr_officer, f"{pk}/complete/", {"result": "agreed", "result_on": day}).json()
    assert (done["state"], done["result_label"]) == ("completed", "达成协议")
    assert call(li, f"{pk}/record_result/", {"told_on": day}).json()["state"] == "closed"


def test_the_same_key_makes_one_referral(call, case, li):
    first = call(li, "", body(case), **{"Idempotency-Key": "a"})
    again = call(li, "", body(case), **{"Idempotency-Key": "a"})
    assert first.json()["id"] == again.json()["id"]
    assert call(li, "", body(case, subject="其他"), **{"Idempotency-Key": "a"}).status_code == 409


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "no such"},
        {"kind": "court_assign"},
        {"kind": None},
        {"kind": ["inspection"]},
        {"case": None},
        {"case": 10**30},
        {"case": -1},
        {"case": "x"},
        {"case": {"pk": 1}},
        {"authority": 10**9},
        {"subject": ""},
        {"subject": "字" * 201},
        {"facts": "字" * 5001},
        {"legal_ground": "because"},
        {"urgent": "perhaps"},
        {"order": 1},
        {"subject": "a\x00b"},
    ],
)
def test_a_bad_body_is_named_and_leaves_nothing(call, case, li, change):
    answer = call(li, "", body(case, **change))
    assert answer.status_code == 400
    assert answer.json()["errors"]
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert not Referral.objects.exists()


def test_malformed_json_is_a_bad_request(client, li):
    client.force_login(li.user)
    assert client.post("/api/v1/referrals/", "{", **JSON).status_code == 400


def test_a_case_of_another_county_is_a_bad_value(call, case, wang):
    assert call(wang, "", body(case)).status_code == 400


def test_a_step_out_of_turn_is_refused_with_reasons(call, case, hr_officer):
    referral = make_referral(case, "acknowledged")
    answer = call(hr_officer, f"{referral.pk}/acknowledge/", {"acked_on": timezone.localdate().isoformat()})
    assert answer.status_code == 409
    assert answer.json()["reasons"]


def test_a_step_decided_on_an_older_version_is_refused(call, case, duan):
    referral = make_referral(case)
    assert call(duan, f"{referral.pk}/approve/", {"version": referral.version + 1}).status_code == 409


def test_another_duty_gets_403(call, case, zhao):
    assert call(zhao, f"{make_referral(case).pk}/approve/").status_code == 403


def test_the_list_needs_the_same_queries_for_five_and_twenty_five(client, case, zhao, li, now):
    client.force_login(li.user)
    client.get("/api/v1/referrals/")  # the session is new
    counts = []
    for rows in (5, 20):
        for _ in range(rows):
            make_referral(open_case(zhao, now), "sent")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/api/v1/referrals/").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 12
