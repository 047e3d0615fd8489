"""A creating request sent twice creates once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from casework.models import IdempotentAnswer
from hotline.models import CallRecord
from organizations.models import AccessToken
from tests.factories.organizations import OfficerFactory

BODY = {
    "request_type": "inquiry",
    "category": "0101",
    "region": "532923",
    "workers_affected": 1,
    "facts": "咨询年休假工资",
    "next_step": "answer",
    "answer_given": "已告知规定",
}


def post(token, body, key):
    headers = {"Authorization": f"Bearer {token}", **({"Idempotency-Key": key} if key else {})}
    return Client().post("/api/v1/calls/", body, content_type="application/json", headers=headers)


@pytest.fixture
def token(ma):
    return AccessToken.objects.issue(ma.user)


@pytest.mark.django_db
def test_the_same_key_and_body_get_the_first_answer(token):
    first, second = post(token, BODY, "k1"), post(token, BODY, "k1")
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    assert CallRecord.objects.count() == 1


@pytest.mark.django_db
def test_another_body_under_the_same_key_is_a_conflict(token):
    post(token, BODY, "k1")
    answer = post(token, {**BODY, "facts": "另一件事"}, "k1")
    assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")
    assert CallRecord.objects.count() == 1


@pytest.mark.django_db
def test_a_refused_request_may_be_mended_and_sent_again(token):
    assert post(token, {**BODY, "workers_affected": 0}, "k1").status_code == 400
    assert post(token, BODY, "k1").status_code == 201


@pytest.mark.django_db
def test_keys_of_two_people_are_two_keys(token, luo):
    post(token, BODY, "k1")
    assert post(AccessToken.objects.issue(luo.user), BODY, "k1").status_code == 201
    assert CallRecord.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_ten_at_once_create_one():
    token = AccessToken.objects.issue(OfficerFactory(duty="hotline_operator").user)

    def send(_n):
        try:
            return post(token, BODY, "k1").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as pool:
        assert set(pool.map(send, range(10))) == {201}
    assert CallRecord.objects.count() == IdempotentAnswer.objects.count() == 1
