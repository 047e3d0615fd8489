"""Calls and work orders for systems: same verbs, same words, personal data always masked."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hotline.models import CallRecord, WorkOrder
from tests.factories.hotline import PHONE, CallFactory, OrderFactory
from tests.factories.rosters import DraftFactory, RosterFactory

pytestmark = pytest.mark.django_db

CALLS, ORDERS = "/api/v1/calls/", "/api/v1/work-orders/"
SAID = {
    "request_type": "complaint",
    "category": "0101",
    "region": "532923",
    "workers_affected": 5,
    "employer_name": "祥云测试建筑有限公司",
    "facts": "三个月工资未发",
    "claim": "要求支付工资",
    "caller_phone": PHONE,
    "caller_name": "杨测试",
    "amount": "46300.00",
    "next_step": "order",
    "time_class": "difficult",
}


@pytest.fixture
def api(client, ma):
    client.force_login(ma.user)
    return client


def post(client, url, body, **headers):
    return client.post(url, body, content_type="application/json", headers=headers)


def test_a_call_is_registered_and_dispatched(api):
    answer = post(api, CALLS, SAID)
    call = answer.json()
    assert answer.status_code == 201, call
    assert (call["state"], call["caller"], call["caller_phone"]) == ("ordered", "杨某某", "138****1234")
    assert PHONE not in answer.content.decode()
    order = api.get(f"{ORDERS}{call['work_orders'][0]}/").json()
    assert (order["state"], order["time_class"], order["call"]) == ("dispatched", "difficult", call["id"])
    assert {d["rule"] for d in order["deadlines"]} == {"order.dispatch", "order.finish.difficult", "order.sign"}


def test_no_request_needs_nothing_else(api):
    assert post(api, CALLS, {"non_case": "silent"}).status_code == 201


def test_the_call_of_example_10_1_can_be_entered_afterwards(api):
    call = post(api, CALLS, {**SAID, "started_at": "2024-06-03T20:40:00+08:00"}).json()
    order = api.get(f"{ORDERS}{call['work_orders'][0]}/").json()
    due = {d["rule"]: d["due_on"] for d in order["deadlines"]}
    assert (due["order.dispatch"], due["order.finish.difficult"]) == ("2024-06-04", "2024-06-25")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"request_type": "shout"}, "request_type"),
        ({"category": 5}, "category"),
        ({"category": None}, "category"),
        ({"workers_affected": "many"}, "workers_affected"),
        ({"workers_affected": 0}, "workers_affected"),
        ({"amount": "1e400"}, "amount"),
        ({"amount": "NaN"}, "amount"),
        ({"facts": ""}, "facts"),
        ({"facts": ["a"]}, "facts"),
        ({"facts": "a\x00b"}, "facts"),
        ({"caller_phone": {"a": 1}}, "caller_phone"),
        ({"caller_name": "名" * 300}, "caller_name"),
        ({"employer_name": "名" * 300}, "employer_name"),
        ({"occurred_on": "yesterday"}, "occurred_on"),
        ({"started_at": "2099-01-01T00:00:00Z"}, "started_at"),
        ({"started_at": "soon"}, "started_at"),
        ({"dispatched_to": 999999}, "dispatched_to"),
        ({"dispatched_to": -1}, "dispatched_to"),
        ({"handler": 10**30}, "handler"),
        ({"handled_by": "me"}, "handled_by"),
        ({"next_step": "sleep"}, "next_step"),
        ({"next_step": None}, "next_step"),
        ({"talk_seconds": -1}, "talk_seconds"),
        ({"about": "GD1"}, "about"),
        ({"employer_name": "\u202e\u200b"}, "employer_name"),
        ({"region": "532924"}, "dispatched_to"),  # another county: none of the own units is in charge by itself
    ],
)
def test_bad_input_is_400_by_field(api, wrong, field):
    answer = post(api, CALLS, {**SAID, **wrong})
    assert answer.status_code == 400, answer.content
    assert field in answer.json()["errors"]
    assert not CallRecord.objects.exists()


def test_a_name_is_one_line_whatever_a_system_sends(api):
    said = {**SAID, "employer_name": "祥云\r\n测试\t建筑", "place": "一号\u202e\n\u200b工地", "facts": "一\n二"}
    call = post(api, CALLS, said).json()
    assert (call["employer_name"], call["place"], call["facts"]) == ("祥云 测试 建筑", "一号 工地", "一\n二")


@pytest.mark.parametrize("body", ["{", "[]", '"x"', "null"])
def test_a_malformed_body_is_400(api, body):
    assert post(api, CALLS, body).status_code == 400


def test_an_end_that_is_refused_is_409_with_reasons(api):
    answer = post(api, CALLS, {**SAID, "next_step": "answer", "answer_given": "已告知"})
    assert answer.status_code == 409
    assert answer.json()["reasons"]


def test_the_same_key_registers_once(api):
    first = post(api, CALLS, SAID, **{"Idempotency-Key": "k1"})
    again = post(api, CALLS, SAID, **{"Idempotency-Key": "k1"})
    other = post(api, CALLS, {**SAID, "facts": "别的"}, **{"Idempotency-Key": "k1"})
    assert (first.json()["id"], other.status_code) == (again.json()["id"], 409)
    assert CallRecord.objects.count() == 1


def test_who_is_no_operator_registers_nothing(client, zhao, hr_officer):
    for officer in (zhao, hr_officer):
        client.force_login(officer.user)
        assert post(client, CALLS, SAID).status_code in {400, 403}
    assert not CallRecord.objects.exists()


def test_an_order_is_walked_by_its_verbs(client, zhao, bai):
    order = OrderFactory()
    client.force_login(zhao.user)
    url = f"{ORDERS}{order.pk}/"
    assert {s["verb"] for s in client.get(url).json()["steps"]} == {
        "sign_for",
        "return_order",
        "attach",
        "link_case",
        "unlink_case",
        "report_progress",
    }
    assert post(client, f"{url}sign_for/", {}).json()["state"] == "signed"
    assert post(client, f"{url}start/", {"contacted_on": str(order.call.received_on)}).json()["state"] == "in_progress"
    assert post(client, f"{url}give_feedback/", {"result": "已补发"}).json()["state"] == "feedback_given"
    client.force_login(bai.user)
    body = {"reached": "yes", "satisfaction": "satisfied", "attitude": "neutral"}
    assert post(client, f"{url}record_callback/", body).json()["state"] == "callback_done"
    assert post(client, f"{url}close/", {}).json()["state"] == "closed"


def test_a_return_by_api_leaves_the_order_with_the_unit_until_decided(client, zhao, ma):
    order = OrderFactory()
    client.force_login(zhao.user)
    answer = post(client, f"{ORDERS}{order.pk}/return_order/", {"reason": "不属本单位"})
    assert answer.json()["state"] == "registered"
    client.force_login(ma.user)
    body = {"dispatched_to": order.org_id}
    assert post(client, f"{ORDERS}{order.pk}/dispatch/", body).json()["state"] == "dispatched"


@pytest.mark.parametrize(
    ("verb", "who", "status"),
    [("sign_for", "ma", 403), ("sign_for", "wang", 404), ("close", "bai", 409), ("fly", "zhao", 404)],
)
def test_wrong_duty_scope_state_and_verb(client, request, verb, who, status):
    order = OrderFactory()
    client.force_login(request.getfixturevalue(who).user)
    assert post(client, f"{ORDERS}{order.pk}/{verb}/", {}).status_code == status


def test_a_version_seen_long_ago_is_409(client, zhao):
    order = OrderFactory()
    client.force_login(zhao.user)
    assert post(client, f"{ORDERS}{order.pk}/sign_for/", {"version": 99}).status_code == 409


def test_outsiders_find_nothing(client, wang, hr_officer):
    order = OrderFactory()
    for officer in (wang, hr_officer):
        client.force_login(officer.user)
        for url in (f"{CALLS}{order.call_id}/", f"{ORDERS}{order.pk}/"):
            assert client.get(url).status_code == 404


def test_nobody_without_signing_in(client, db):
    assert client.get(CALLS).status_code == 401
    assert client.get(ORDERS).status_code == 401


@pytest.mark.parametrize("url", [CALLS, ORDERS])
def test_a_list_costs_the_same_for_few_and_for_many(api, url):
    api.get(url)
    counts = []
    for more in (5, 20):
        for _n in range(more):
            OrderFactory()
        with CaptureQueriesContext(connection) as seen:
            assert len(api.get(url).json()["results"]) >= more
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 15


def test_a_confidential_caller_is_hidden(api):
    CallFactory(confidential=True)
    row = api.get(CALLS).json()["results"][0]
    assert (row["caller"], row["caller_phone"]) == ("来电人", "")
    assert WorkOrder.objects.count() == 0


# Duty rosters ---------------------------------------------------------------------------------------------------------

ROSTERS, SHIFTS = "/api/v1/rosters/", "/api/v1/shifts/"


def test_a_roster_is_drawn_up_published_and_read_and_tells_who_answers(client, luo, ma, zhao, wang):
    client.force_login(luo.user)
    today = timezone.localdate()
    plan = {"begins_on": str(today - dt.timedelta(days=1)), "ends_on": str(today + dt.timedelta(days=1))}
    plan |= {"pattern": "turns", "clocks": "08:30 17:30", "leaders": [luo.pk], "operators": [ma.pk]}
    plan |= {"lawyer": "法律顾问", "lawyer_phone": "13800001234"}
    answer = post(client, ROSTERS, plan)
    roster = answer.json()
    assert (answer.status_code, roster["state"], len(roster["shifts"])) == (201, "draft", 6), roster
    assert post(client, f"{ROSTERS}{roster['id']}/publish/", {}).json()["state"] == "published"
    assert {"shifts", "steps"}.isdisjoint(client.get(ROSTERS).json()["results"][0])
    client.force_login(zhao.user)
    now = client.get(f"{SHIFTS}on-duty/").json()
    assert now["leader"] == {"id": luo.pk, "name": luo.name}
    assert now["lawyer_phone"] in {"", "138****1234"}
    assert client.get(f"{SHIFTS}on-duty/", {"organization": "532923"}).json()["id"] == now["id"]
    assert post(client, f"{SHIFTS}{now['id']}/change/", {}).status_code == 403
    client.force_login(wang.user)
    assert client.get(f"{SHIFTS}{now['id']}/").status_code == 404
    assert client.get(f"{SHIFTS}on-duty/").status_code == 404


def test_a_roster_with_a_gap_is_refused_with_its_reasons(client, luo, ma):
    client.force_login(luo.user)
    draft = DraftFactory()
    shift = draft.shifts.first()
    assert post(client, f"{SHIFTS}{shift.pk}/drop/", {}).json()["state"] == "dropped"
    refused = post(client, f"{ROSTERS}{draft.pk}/publish/", {})
    assert refused.status_code == 409
    assert refused.json()["reasons"]


def test_shifts_are_listed_by_a_constant_number_of_statements(client, luo, ma):
    client.force_login(luo.user)
    today, counts = timezone.localdate(), []
    for first, last in ((0, 2), (10, 19)):
        RosterFactory(begins_on=today + dt.timedelta(days=first), ends_on=today + dt.timedelta(days=last))
        client.get(SHIFTS)
        with CaptureQueriesContext(connection) as seen:
            client.get(SHIFTS)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 8
