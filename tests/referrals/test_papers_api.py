"""Papers an authority's system fetches and sends: by the signature of its messages, only what they name, recorded."""

from __future__ import annotations

import datetime as dt
import json
from hashlib import sha256
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from standardwebhooks import Webhook

import receiver_kit
from casework.attachments import keep
from casework.models import Blob
from casework.stores import Stored
from organizations.models import Authority
from receiver_kit import Paper
from receiver_kit.papers import request_for
from referrals import actions
from referrals.actions.messages import Told, take_message
from referrals.actions.replies import papers_of
from referrals.models import Delivery, Referral, ReferralKind
from tests.factories.incoming import ADDRESS as INCOMING
from tests.factories.incoming import came_in, endpoint_of, signed
from tests.factories.referrals import approve, details_of, make_referral, recall

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


SAID = dt.datetime(2026, 7, 1, 2, 0, tzinfo=dt.UTC)
RULING = Paper("调解协议书.txt", "调解协议书:支付一万二千元。".encode())


@pytest.fixture
def handled(case) -> Referral:
    """A referral the HR office has taken on, to be answered by its system."""
    referral = make_referral(case, "accepted")
    endpoint_of(referral.authority)
    return referral


def told_by(client, referral: Referral, kind: str, *papers: Paper, key: str = "m-1", **change):
    """A message of the HR office with papers beside it, as the kit sends it."""
    data = {"number": referral.number}
    if kind == "result":
        data |= {"result": "agreed", "result_on": timezone.localdate().isoformat()}
    message = receiver_kit.Answer(f"referral.{kind}", data, papers, id=key, at=SAID)
    headers = message.headers(change.get("secret") or endpoint_of(referral.authority).secret)
    content = change.get("content", lambda sent: sent)(message.content)
    return client.post(INCOMING, content, content_type=headers.pop("content-type"), headers=headers)


def test_a_result_brings_its_papers(client, li, handled):
    answer = told_by(client, handled, "result", RULING, Paper("工资表.txt", "三月".encode()))
    assert (answer.status_code, answer.json()["state"]) == (200, "taken"), answer.content.decode()
    kept = handled.attachments.select_related("blob").order_by("pk")
    assert [(paper.title, paper.blob.size) for paper in kept] == [("调解协议书.txt", 40), ("工资表.txt", 6)]
    assert {paper.by.authority for paper in kept} == {handled.authority}  # what it wrote stays with it
    client.force_login(li.user)
    assert "调解协议书.txt" in client.get(handled.get_absolute_url()).content.decode()


def test_while_the_step_is_taken_the_store_is_not_asked(client, handled, monkeypatch):
    """A store elsewhere may take seconds; they must not be those of a transaction that holds the file."""
    asked = []
    for name in ("open", "exists", "is_whole", "write"):
        act = getattr(Stored, name)
        watched = lambda self, *given, act=act: (asked.append(len(connection.savepoint_ids)), act(self, *given))[1]  # noqa: E731
        monkeypatch.setattr(Stored, name, watched)
    outside = len(connection.savepoint_ids)
    assert told_by(client, handled, "result", RULING).status_code == 200
    assert asked
    assert set(asked) == {outside}


def test_a_paper_under_the_ending_of_another_kind_is_refused(client, case):
    """It waits in the store from before: its row says what it is."""
    referral = make_referral(case, "accepted")
    keep(SimpleUploadedFile(RULING.title, RULING.content))
    data = {"number": referral.number, "papers": [{"title": "裁定.pdf", "sha256": sha256(RULING.content).hexdigest()}]}
    message = signed("referral.papers", data, endpoint_of(referral.authority).secret)
    assert client.post(INCOMING, **message).status_code == 400
    told = Told("m-9", "referral.papers", SAID, data, "signed in a package")
    assert take_message(referral.authority, told, at=timezone.now()).state == "refused"


def test_the_same_message_again_brings_nothing_twice(client, handled):
    first, again = (told_by(client, handled, "result", RULING) for _ in range(2))
    assert (first.status_code, first.json()) == (again.status_code, again.json()) == (200, first.json())
    assert handled.attachments.count() == 1


def test_papers_of_a_message_that_waits_are_there_in_its_turn(client, case):
    referral = make_referral(case, "sent")
    early = told_by(client, referral, "papers", RULING)
    assert (early.status_code, referral.attachments.count()) == (202, 0)
    data = {"number": referral.number, "acked_on": timezone.localdate().isoformat()}
    client.post(INCOMING, **signed("referral.received", data, endpoint_of(referral.authority).secret))
    assert [paper.title for paper in referral.attachments.all()] == [RULING.title]


def test_the_papers_a_court_sends_are_not_named_to_it_as_ours(client):
    court = Authority.objects.get(kind="court", region="532923")
    data = {
        "kind": "court_lead", "received_on": timezone.localdate().isoformat(), "external_no": "7", "subject": "欠薪",
        "facts": "多件", "details": details_of(ReferralKind.objects.get(pk="court_lead")),
    }  # fmt: skip
    message = receiver_kit.Answer("referral.sent", data, (RULING,))
    headers = message.headers(endpoint_of(court).secret)
    answer = client.post(INCOMING, message.content, content_type=headers.pop("content-type"), headers=headers)
    referral = Referral.objects.get(number=answer.json()["number"])
    assert [paper.by.authority for paper in referral.attachments.all()] == [court]
    assert papers_of(referral) == {"papers": []}


@pytest.mark.parametrize(
    ("kind", "papers", "change", "status"),
    [
        ("result", [Paper("大.txt", b"x" * 2000)], {}, 413),
        ("result", [Paper("全部.txt", b"x" * 22 * 1024 * 1024)], {}, 413),
        ("result", [Paper("病毒.exe", b"MZ")], {}, 415),
        ("result", [Paper("假.pdf", "不是".encode())], {}, 415),
        ("result", [Paper("空.txt", b"")], {}, 400),
        ("result", [RULING], {"content": lambda sent: sent.replace("一万".encode(), "二万".encode())}, 400),
        ("result", [RULING], {"content": lambda sent: sent.replace(b'name="papers"', b'name="other"')}, 400),
        ("result", [RULING], {"content": lambda sent: sent[:300]}, 401),
        ("result", [RULING], {"content": lambda sent: sent.replace(b"agreed", b"failed")}, 401),
        ("result", [RULING], {"secret": "whsec_" + "c29tZWJvZHkgZWxzZSdzIHNlY3JldA=="}, 401),
        ("received", [RULING], {}, 409),
        ("returned", [RULING], {}, 409),
    ],
    ids=["a paper too large", "all too large", "a program", "not what it says", "empty", "changed on the way",
         "named and not sent", "cut off", "the message changed", "forged", "with a receipt", "with a return"],
)  # fmt: skip
def test_papers_that_are_not_taken_change_nothing(client, settings, case, kind, papers, change, status):
    settings.ATTACHMENT_MAX_BYTES = 1000
    referral = make_referral(case, "accepted" if kind == "result" else "sent")
    answer = told_by(client, referral, kind, *papers, **change)
    assert answer.status_code == status, answer.content.decode()
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert not referral.attachments.exists()
    assert Referral.objects.get(pk=referral.pk).state == referral.state


@pytest.mark.parametrize("state", ["completed", "closed", "returned"])
def test_papers_that_come_too_late_are_not_dropped_without_a_word(client, case, state):
    referral = make_referral(case, state)
    assert told_by(client, referral, "papers", RULING).status_code == 409
    assert not referral.attachments.exists()


def test_what_was_not_sent_yet_takes_no_papers_and_is_not_known(client, case):
    draft = make_referral(case)
    endpoint_of(draft.authority)
    answer = told_by(client, draft, "papers", RULING)
    assert answer.status_code == told_by(client, Referral(number="YS532923-2020-0001", authority=draft.authority),
                                         "papers", RULING, key="m-2").status_code == 409  # fmt: skip
    assert not draft.attachments.exists()


def test_of_papers_one_of_which_is_not_taken_none_is_kept(client, handled):
    assert told_by(client, handled, "papers", RULING, Paper("病毒.exe", b"MZ")).status_code == 415
    assert not Blob.objects.filter(size=len(RULING.content)).exists()


def test_a_known_number_with_other_papers_is_another_message(client, handled):
    told_by(client, handled, "papers", RULING)
    assert told_by(client, handled, "papers", Paper("另一份.txt", "另".encode())).status_code == 409
    assert handled.attachments.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"webhook-id": ""},
        {"webhook-id": "x" * 101},
        {"webhook-timestamp": "1"},
        {"webhook-timestamp": "soon"},
        {"webhook-signature": "v1,short"},
    ],
)
def test_what_cannot_be_signed_rightly_is_refused_before_it_is_read(client, monkeypatch, handled, wrong):
    message = receiver_kit.Answer("referral.result", {"number": handled.number}, (RULING,), id="m-1", at=SAID)
    headers = message.headers(endpoint_of(handled.authority).secret) | wrong
    monkeypatch.setattr(HttpRequest, "_load_post_and_files", lambda _request: pytest.fail("the body was read"))
    answer = client.post(INCOMING, message.content, content_type=headers.pop("content-type"), headers=headers)
    assert answer.status_code == 401
