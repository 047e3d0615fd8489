"""Dispute cases for partner systems."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disputes.models import DisputeCase, Payment
from tests.factories.disputes import CaseFactory

pytestmark = pytest.mark.django_db
URL = "/api/v1/cases/"
BODY = {
    "received_on": "2024-01-08",
    "origin": "walk_in",
    "category": "0101",
    "legal_ground": "pay",
    "applicants": [{"name": "杨测试", "phone": "13800001234", "id_number": "11010519491231002X"}],
    "respondents": [{"name": "云南测试花卉有限公司"}],
    "claims": [{"amount": "118600.00"}],
    "worker_count": 6,
    "facts": "拖欠三个月工资",
}


@pytest.fixture
def api(client, request):
    def call(name, method, url, body=None, **headers):
        client.force_login(request.getfixturevalue(name).user)
        return getattr(client, method)(url, body, content_type="application/json", headers=headers)

    return call


def test_the_path_of_a_case_by_requests_alone(api, yang):
    case = api("zhao", "post", URL, BODY)
    assert case.status_code == 201, case.content.decode()
    one = f"{URL}{case.json()['id']}/"
    for name, verb, body in [
        ("zhao", "accept", {"accepted_on": "2024-01-08", "both_sides_willing": True}),
        ("zhao", "assign", {"mediator": yang.pk, "assigned_on": "2024-01-08"}),
        (
            "yang",
            "hold_meeting",
            {
                "held_on": "2024-01-15",
                "manner": "on_site",
                "rights_read": True,
                "parties_present": True,
                "minutes": "双方到场",
            },
        ),
        (
            "yang",
            "agree",
            {
                "terms": "一次付清",
                "agreed": [{"claim": 1, "amount": "112000.00"}],
                "instalments": [{"due_on": "2024-01-30", "amount": "112000.00"}],
                "applicants_signed_on": "2024-01-19",
                "respondents_signed_on": "2024-01-19",
                "mediator_signed_on": "2024-01-19",
                "seal_on": "2024-01-19",
            },
        ),
    ]:
        answer = api(name, "post", f"{one}{verb}/", body)
        assert answer.status_code == 200, answer.content.decode()
    shown = answer.json()
    assert (shown["state"], shown["outcome"], shown["agreement"]["effective_on"]) == (
        "performing",
        "agreed",
        "2024-01-19",
    )
    last_days = {d["rule"]: d["due_on"] for d in shown["deadlines"]}
    assert last_days["agreement.judicial_confirmation"] == "2024-02-18"
    assert last_days["agreement.arbitral_review"] == "2024-02-04"
    part = shown["instalments"][0]["id"]
    paid = {"instalment": part, "amount": "112000.00", "paid_on": "2024-01-30"}
    shown = api("yang", "post", f"{one}record_payment/", paid).json()
    assert (shown["amount_paid"], shown["instalments"][0]["settled_on"]) == ("112000.00", "2024-01-30")
    assert shown["instalments"][0]["payments"][0]["kind"] == "wages"
    closed = api("zhao", "post", f"{one}close_out/", {"closed_out_on": "2024-01-31", "callback": "satisfied"})
    assert closed.json()["state"] == "closed_out"


def test_personal_data_leaves_masked(api):
    shown = api("zhao", "post", URL, BODY).json()
    party = shown["parties"][0]
    assert (party["name"], party["phone"], party["id_number"]) == ("杨某某", "138****1234", "110***********002X")
    text = api("zhao", "get", f"{URL}{shown['id']}/").content.decode() + api("zhao", "get", URL).content.decode()
    assert "杨测试" not in text
    assert "13800001234" not in text


def test_the_same_key_opens_one_case(api):
    first = api("zhao", "post", URL, BODY, idempotency_key="a1")
    second = api("zhao", "post", URL, BODY, idempotency_key="a1")
    assert first.json()["id"] == second.json()["id"]
    assert DisputeCase.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"received_on": None}, "received_on"),
        ({"received_on": "gestern"}, "received_on"),
        ({"received_on": "2999-01-01"}, "received_on"),
        ({"origin": "by_drone"}, "origin"),
        ({"origin": "court_entrusted"}, "procedure"),
        ({"category": "9876"}, "category"),
        ({"applicants": []}, "applicants"),
        ({"applicants": [{"name": "某" * 61}]}, "applicants"),
        ({"applicants": [{"name": "杨测试", "id_number": "110105194912310021"}]}, "applicants"),
        ({"respondents": "nobody"}, "respondents"),
        ({"claims": [{"amount": "-1"}]}, "claims"),
        ({"claims": [{"amount": "1e99"}]}, "claims"),
        ({"worker_count": 0}, "worker_count"),
        ({"worker_count": "many"}, "worker_count"),
        ({"facts": ""}, "facts"),
        ({"facts": "x" * 5001}, "facts"),
        ({"org": 10**9}, "org"),
    ],
)
def test_a_bad_application_is_400_and_names_the_field(api, change, field):
    answer = api("zhao", "post", URL, {**BODY, **change})
    assert answer.status_code == 400
    assert field in answer.json()["errors"]
    assert not DisputeCase.objects.exists()


SIGNED = dict.fromkeys(("applicants_signed_on", "respondents_signed_on", "mediator_signed_on", "seal_on"), "2024-01-19")
AGREED = {"terms": "一次付清", "agreed": [{"claim": 1, "amount": "112000"}], **SIGNED}
ON_TIME = [{"due_on": "2024-01-30", "amount": "112000"}]
MEETING = {"manner": "on_site", "rights_read": True, "parties_present": True, "minutes": "双方到场"}


@pytest.mark.parametrize(
    ("state", "verb", "body", "word"),
    [
        ("mediating", "agree", {**AGREED, **dict.fromkeys(SIGNED, "2024-01-12"), "instalments": ON_TIME}, "早于"),
        ("mediating", "agree", {**AGREED, "instalments": [{"due_on": "2024-01-30", "amount": "¥112000$"}]}, "数字"),
        ("performing", "record_payment", {"amount": "112000.01", "paid_on": "2024-01-30"}, "112,000.00"),
        ("assigned", "hold_meeting", {**MEETING, "held_on": "2024-01-24"}, "2024-01-23"),
        ("assigned", "hold_meeting", {**MEETING, "held_on": "2024-01-07"}, "早于"),
    ],
)
def test_what_cannot_have_been_is_refused_in_words_and_changes_nothing(api, yang, state, verb, body, word):
    case = CaseFactory(state, mediator=yang)
    if verb == "record_payment":
        body = {**body, "instalment": case.instalments.get().pk}
    answer = api("yang", "post", f"{URL}{case.pk}/{verb}/", body)
    assert answer.status_code in {400, 409}
    assert word in answer.content.decode()
    assert DisputeCase.objects.get(pk=case.pk).version == case.version


def test_a_union_outside_the_own_area_cannot_be_named(api, wang):
    assert api("zhao", "post", URL, {**BODY, "org": wang.org_id}).status_code == 400


def test_a_case_of_another_county_is_not_there(api):
    case = CaseFactory()
    assert api("wang", "get", f"{URL}{case.pk}/").status_code == 404
    assert api("wang", "post", f"{URL}{case.pk}/accept/", {}).status_code == 404
    assert api("wang", "get", URL).json()["results"] == []


@pytest.mark.parametrize("name", ["he", "su", "gao", "ma"])
def test_another_duty_may_look_but_not_act(api, name):
    case = CaseFactory()
    body = {"accepted_on": "2024-01-08", "both_sides_willing": True}
    assert api(name, "get", f"{URL}{case.pk}/").status_code == 200
    assert api(name, "post", f"{URL}{case.pk}/accept/", body).status_code == 403


def test_a_wrong_state_is_409_with_the_reason(api):
    case = CaseFactory("accepted")
    body = {"accepted_on": "2024-01-08", "both_sides_willing": True}
    answer = api("zhao", "post", f"{URL}{case.pk}/accept/", body)
    assert answer.status_code == 409
    assert "已受理" in answer.json()["reasons"][0]


def test_an_older_version_is_409(api):
    case = CaseFactory("accepted")
    body = {"closed_on": "2024-01-09", "reason": "自行解决", "version": 1}
    assert api("zhao", "post", f"{URL}{case.pk}/withdraw/", body).status_code == 409


def test_an_instalment_of_another_case_is_400(api, yang):
    case, other = CaseFactory("performing", mediator=yang), CaseFactory("performing", mediator=yang)
    body = {"instalment": other.instalments.get().pk, "amount": "1.00", "paid_on": "2024-01-30"}
    assert api("yang", "post", f"{URL}{case.pk}/record_payment/", body).status_code == 400
    assert not Payment.objects.exists()


def test_what_a_step_takes_out_of_sight_is_not_shown_again(api, yang):
    case = CaseFactory("assigned", mediator=yang)
    body = {"ground": "relative", "asked_by": "mediator", "decided_on": "2024-01-09"}
    done = api("yang", "post", f"{URL}{case.pk}/recuse/", body)
    assert (done.status_code, done.content) == (204, b"")
    assert api("yang", "get", f"{URL}{case.pk}/").status_code == 404


def test_twenty_five_cases_cost_no_more_queries_than_five(api, zhao):
    def cost():
        with CaptureQueriesContext(connection) as seen:
            assert api("zhao", "get", f"{URL}?page_size=200").status_code == 200
        return len(seen)

    for _n in range(5):
        CaseFactory("accepted")
    cost()
    few = cost()
    for _n in range(20):
        CaseFactory("accepted")
    assert cost() == few
