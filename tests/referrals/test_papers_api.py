"""Papers an authority's system fetches: by the signature of its messages, only what it was told of, recorded."""

from __future__ import annotations

import datetime as dt
import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from standardwebhooks import Webhook

import receiver_kit
from casework.attachments import keep
from organizations.models import Authority
from receiver_kit.papers import request_for
from referrals import actions
from referrals.models import Delivery, Referral
from tests.factories.incoming import came_in, endpoint_of
from tests.factories.referrals import approve, make_referral, recall

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/referrals/papers/"
MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def blob(store):
    return keep(SimpleUploadedFile("协议.txt", "调解协议书:支付一万二千元。".encode()))


@pytest.fixture
def told(case, blob, now) -> Referral:
    """A referral with a paper, just being sent to the HR office's system."""
    draft = make_referral(case, papers=[("工资条.txt", blob)])
    endpoint_of(draft.authority)
    referral = approve(draft, now)
    Delivery.objects.update(attempts=1)
    return referral


def asked(client, number: str, sha256: str, secret: str, *, at: dt.datetime | None = None):
    stamp, key = (at or timezone.now()).astimezone(dt.UTC), uuid4().hex
    body = json.dumps({"number": number, "sha256": sha256})
    headers = {
        "webhook-id": key,
        "webhook-timestamp": str(int(stamp.timestamp())),
        "webhook-signature": Webhook(secret).sign(key, stamp, body),
    }
    return client.post(ADDRESS, body, content_type="application/json", headers=headers)


def test_a_paper_a_message_has_named_is_handed_out_and_recorded(client, told, blob):
    paper = json.loads(told.deliveries.get().body)["data"]["papers"][0]
    body, headers = request_for(told.number, paper["sha256"], endpoint_of(told.authority).secret)
    answer = client.post(ADDRESS, body, content_type=headers.pop("content-type"), headers=headers)
    assert b"".join(answer.streaming_content).decode() == "调解协议书:支付一万二千元。"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    record = told.events.get(verb="fetch_paper")
    assert (record.note, record.by.authority) == (blob.sha256[:12], told.authority)


def test_the_papers_of_an_answer_flow_back_to_the_sender(client, li, blob, now):
    referral = came_in("court_lead", applicants=[], respondents=[], channel="http")
    endpoint, today = endpoint_of(referral.authority), timezone.localdate(now)
    assert asked(client, referral.external_no, blob.sha256, endpoint.secret).status_code == 404
    referral = actions.sign_in(referral, by=li, at=now, acked_on=today)
    referral = actions.take_on(referral, by=li, at=now, decided_on=today)
    actions.answer(referral, by=li, at=now, result="issued", result_on=today, papers=[("协议.txt", blob)])
    assert asked(client, referral.external_no, blob.sha256, endpoint.secret).status_code == 404  # not told yet
    Delivery.objects.update(attempts=1)
    assert asked(client, referral.external_no, blob.sha256, endpoint.secret).status_code == 200


@pytest.mark.parametrize(
    ("change", "status"),
    [
        (dict, 200),
        (lambda: {"secret": endpoint_of(Authority.objects.get(kind="court", region="532924")).secret}, 404),
        (lambda: {"secret": "whsec_" + "c29tZWJvZHkgZWxzZSdzIHNlY3JldA=="}, 401),
        (lambda: {"at": timezone.now() - 6 * MINUTE}, 401),
        (lambda: {"number": "YS532923-2020-0001"}, 404),
        (lambda: {"sha256": "0" * 64}, 404),
        (lambda: {"sha256": "../etc/passwd"}, 400),
    ],
    ids=["asked rightly", "another authority", "forged", "replayed", "another number", "another paper", "no hash"],
)
def test_nothing_else_is_handed_out(client, told, blob, change, status):
    right = {"number": told.number, "sha256": blob.sha256, "secret": endpoint_of(told.authority).secret}
    assert asked(client, **{**right, **change()}).status_code == status
    assert told.events.filter(verb="fetch_paper").exists() == (status == 200)


def test_after_a_recall_or_ninety_days_nothing_is_handed_out(client, told, blob, now):
    right = {"number": told.number, "sha256": blob.sha256, "secret": endpoint_of(told.authority).secret}
    Delivery.objects.update(queued_at=now - 91 * DAY)
    assert asked(client, **right).status_code == 410
    Delivery.objects.update(queued_at=now)
    recall(told, now)
    assert asked(client, **right).status_code == 410


def test_the_kit_opens_nothing_whose_hash_is_another(monkeypatch):
    class Answer:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def read(self, _most):
            return b"something else"

    monkeypatch.setattr("urllib.request.urlopen", lambda *_a, **_k: Answer())
    with pytest.raises(receiver_kit.WrongBytes):
        receiver_kit.fetch_paper("https://union.example/", "whsec_c2VjcmV0", "7", "0" * 64)
    with pytest.raises(ValueError, match="https"):
        receiver_kit.fetch_paper("http://union.example/", "whsec_c2VjcmV0", "7", "0" * 64)
