"""What nobody means to send gets an answer all the same, and never a fault of ours."""

import json

import pytest
from django.test import Client
from django.utils import timezone

from hotline.models import CallRecord
from organizations.models import AccessToken
from tests.factories.disputes import CaseFactory
from tests.factories.organizations import OfficerFactory

pytestmark = pytest.mark.django_db
CALL = {
    "request_type": "inquiry",
    "category": "0101",
    "region": "532923",
    "workers_affected": "1",
    "facts": "咨询年休假工资",
    "next_step": "answer",
    "answer_given": "已告知规定",
}
POISON = [
    None,
    "",
    "x" * 100_000,
    [],
    {},
    [1, {"a": [None]}],
    True,
    10**40,
    -1,
    "NaN",
    "a\x00b",
    "\ud800",
    "😀" * 50,
    "9" * 5000,
    "2026-02-30",
    "0001-01-01",
    "<script>",
]
WAGE_BODY = {"received_on": "2026-03-02", "origin": "walk_in", "category": "0101", "facts": "欠薪", "worker_count": 1}


def bearer(officer, **more):
    return {"Authorization": f"Bearer {AccessToken.objects.issue(officer.user)}", **more}


def send(path, body, headers):
    return Client().post(path, json.dumps(body), content_type="application/json", headers=headers)


@pytest.mark.parametrize("poison", POISON, ids=lambda poison: repr(poison)[:20])
def test_no_value_of_a_creating_body_is_a_fault_of_ours(ma, zhao, poison):
    for officer, path, body in ((ma, "/api/v1/calls/", CALL), (zhao, "/api/v1/cases/", WAGE_BODY)):
        headers = bearer(officer)
        for field in body:
            answer = send(path, {**body, field: poison}, headers)
            assert answer.status_code in {201, 400}, (path, field)
            answer.content.decode()


@pytest.mark.parametrize("body", ["", "null", "[]", '"x"', "1", "NaN", "{", '{"a":' * 50_000, "\x00"])
def test_a_body_of_another_shape_is_400(ma, body):
    answer = Client().post("/api/v1/calls/", body, content_type="application/json", headers=bearer(ma))
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("version", ["9" * 5000, "-1", "1.5", "٣", "x"])
def test_a_version_that_is_none_is_no_fault_of_ours(client, zhao, version):
    case = CaseFactory("applied")
    client.force_login(zhao.user)
    typed = {"accepted_on": f"{timezone.localdate()}", "version": version}
    assert client.post(f"/cases/{case.pk}/accept/", typed).status_code in {302, 409, 422}
    answer = Client().post(f"/api/v1/cases/{case.pk}/accept/", typed, headers=bearer(zhao))
    assert answer.status_code in {200, 400, 409}


def test_a_source_of_a_referral_that_is_none_is_not_found(client, zhao):
    client.force_login(zhao.user)
    assert client.post("/referrals/new/", {"case": "9" * 5000}).status_code in {403, 404}


def test_a_key_that_could_not_be_kept_whole_is_refused(ma):
    answer = send("/api/v1/calls/", CALL, bearer(ma, **{"Idempotency-Key": "k" * 10_000}))
    assert answer.status_code == 400
    assert "Idempotency-Key" in answer.json()["errors"]
    assert not CallRecord.objects.exists()


def test_somebody_elses_duty_is_refused_and_not_exchanged_for_an_own_one(ma, luo):
    for named in (luo.pk, "x", 10**30):
        answer = Client().get("/api/v1/calls/", headers=bearer(ma, **{"X-Officer": str(named)}))
        assert (answer.status_code, answer["Content-Type"]) == (403, "application/problem+json")
    assert Client().get("/api/v1/calls/", headers=bearer(ma, **{"X-Officer": str(ma.pk)})).status_code == 200


def test_a_duty_that_ended_opens_nothing(ma, now):
    second = OfficerFactory(duty="duty_leader", user=ma.user)
    headers = bearer(ma, **{"X-Officer": str(second.pk)})
    assert Client().get("/api/v1/calls/", headers=headers).status_code == 200
    second.valid_until = timezone.localdate(now) - timezone.timedelta(days=1)
    second.save()
    assert Client().get("/api/v1/calls/", headers=headers).status_code == 403


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_a_method_nobody_offers_is_405(ma, method):
    answer = getattr(Client(), method)("/api/v1/calls/", headers=bearer(ma))
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")


def test_an_address_without_its_last_slash_loses_nothing_that_was_sent(ma):
    answer = Client().post("/api/v1/calls", CALL, content_type="application/json", headers=bearer(ma))
    assert (answer.status_code, answer["Location"]) == (308, "/api/v1/calls/")
    again = Client().post("/api/v1/calls", CALL, content_type="application/json", headers=bearer(ma), follow=True)
    assert again.status_code == 201


@pytest.mark.parametrize("query", ["page_size=0", "page_size=-1", "page_size=1000000000", "page_size=x", "any=1"])
def test_a_strange_page_size_gets_a_page(ma, query):
    assert Client().get(f"/api/v1/regions/?{query}", headers=bearer(ma)).status_code == 200


@pytest.mark.parametrize("cursor", ["x", "cD05OTk5OTk5OTk5OTk5OTk5OTk5OTk=", "bz0tMQ==", "%FF", "cD14AA==", "cD1hYmM="])
def test_a_cursor_nobody_was_given_is_404_or_a_page(ma, cursor):
    for path in ("/api/v1/calls/", "/api/v1/cases/", "/calls/"):
        client = Client()
        client.force_login(ma.user)
        assert client.get(f"{path}?cursor={cursor}").status_code in {200, 404}


def test_the_same_form_sent_twice_opens_one_file_and_another_one_a_second(client, ma):
    client.force_login(ma.user)
    mark = client.get("/calls/new/").context["mark"]
    first = client.post("/calls/new/", {**CALL, "_mark": mark})
    again = client.post("/calls/new/", {**CALL, "_mark": mark})
    assert first.status_code == again.status_code == 302
    assert first["Location"] == again["Location"]
    assert CallRecord.objects.count() == 1
    client.post("/calls/new/", {**CALL, "_mark": mark, "facts": "另一件事"})
    assert CallRecord.objects.count() == 2


def test_a_form_sent_back_for_correction_keeps_its_mark(client, ma):
    client.force_login(ma.user)
    mark = client.get("/calls/new/").context["mark"]
    answer = client.post("/calls/new/", {**CALL, "facts": "", "_mark": mark})
    assert answer.status_code == 422
    assert f'value="{mark}"' in answer.content.decode()


def test_pages_and_answers_are_kept_nowhere(client, ma):
    client.force_login(ma.user)
    for path in ("/calls/", "/api/v1/calls/", "/nowhere/", "/account/", "/api/v1/calls/999/"):
        assert "no-store" in client.get(path)["Cache-Control"], path
    assert "no-store" in Client().get("/calls/")["Cache-Control"]


def test_more_reveals_than_work_needs_are_refused_with_words(client, zhao, settings):
    settings.REVEALS_PER_HOUR = 2
    client.force_login(zhao.user)
    cases = [CaseFactory("applied"), CaseFactory("applied")]
    for case in cases:
        assert client.post(f"/cases/{case.pk}/reveal/", {"reason": "核对电话"}).status_code == 200
    refused = client.post(f"/cases/{cases[0].pk}/reveal/", {"reason": "再核对一次"})
    assert (refused.status_code, refused["Retry-After"]) == (429, "3600")
    assert "再核对一次" in refused.content.decode()
    assert "13800001234" not in refused.content.decode()
    assert cases[0].events.filter(verb="reveal").count() == 1


@pytest.mark.parametrize("charset", ["base64", "hex", "idna", "utf-7", "nothing"])
@pytest.mark.parametrize("path", ["/login/", "/api/v1/token/", "/api/v1/referrals/incoming/"])
def test_a_body_in_signs_that_are_none_is_refused(path, charset):
    kind = f"multipart/form-data; boundary=x; charset={charset}"
    body = b'--x\r\nContent-Disposition: form-data; name="message"\r\n\r\na\r\n--x--\r\n'
    assert Client().generic("POST", path, body, content_type=kind).status_code == 400
