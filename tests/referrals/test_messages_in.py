"""Messages of authorities' systems: signed, taken once, in any order, late, replayed, forged."""

from __future__ import annotations

import datetime as dt
import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from standardwebhooks import Webhook

from organizations.models import Authority
from referrals.actions.messages import Told, take_message
from referrals.models import IncomingMessage, Referral
from tests.factories.incoming import ADDRESS, EMPLOYER, WORKER, endpoint_of, signed
from tests.factories.referrals import make_referral, partner

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def sent(case):
    """A referral the HR office's system holds."""
    referral = make_referral(case, "sent")
    endpoint_of(referral.authority)
    return referral


@pytest.fixture
def tell(client, sent):
    """Post a message of the HR office about that referral."""
    secret = endpoint_of(sent.authority).secret

    def post(kind: str, *, number: str = "", at=None, key: str = secret, **data):
        message = signed(f"referral.{kind}", {"number": sent.number, **data}, key, number=number, at=at)
        return client.post(ADDRESS, **message)

    return post


def state(referral: Referral) -> str:
    return Referral.objects.get(pk=referral.pk).state


def today() -> str:
    return timezone.localdate().isoformat()


def test_a_system_takes_the_referral_all_the_way(tell, sent):
    assert tell("received", acked_on=today(), external_no="7").json()["state"] == "taken"
    assert tell("accepted", decided_on=today(), external_no="祥人社〔2026〕7号").status_code == 200
    answer = tell("result", result="agreed", result_on=today(), result_text="已达成协议")
    assert answer.json() == {"state": "taken", "reason": "", "number": sent.number}
    sent.refresh_from_db()
    assert (sent.state, sent.result, sent.external_no) == ("completed", "agreed", "祥人社〔2026〕7号")
    assert set(sent.events.filter(verb="complete").values_list("by__duty", flat=True)) == {"system"}


def test_a_repeat_changes_nothing_and_gets_the_same_answer(tell, sent):
    answers = [tell("received", number="m-1", acked_on=today()).json() for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert sent.events.filter(verb="acknowledge").count() == 1
    assert IncomingMessage.objects.count() == 1


def test_the_same_number_with_other_words_is_refused(tell, sent):
    tell("received", number="m-1", acked_on=today())
    answer = tell("returned", number="m-1", returned_code="other", returned_reason="x")
    assert answer.status_code == 409
    assert state(sent) == "acknowledged"


def test_what_comes_too_early_waits_and_is_taken_up_in_its_turn(tell, sent):
    early = tell("result", result="agreed", result_on=today())
    assert (early.status_code, early.json()["state"]) == (202, "waiting")
    assert tell("accepted", decided_on=today(), external_no="7").status_code == 202
    assert state(sent) == "sent"
    tell("received", acked_on=today())
    assert state(sent) == "completed"
    assert [e.verb for e in sent.events.order_by("pk")][-3:] == ["acknowledge", "accept", "complete"]
    assert not IncomingMessage.objects.waiting().exists()


def test_what_comes_too_late_is_kept_and_does_nothing(tell, sent):
    tell("received", acked_on=today())
    tell("accepted", decided_on=today(), external_no="7")
    answer = tell("received", acked_on=today())
    assert (answer.status_code, answer.json()["state"]) == (200, "late")
    assert state(sent) == "accepted"


def test_data_that_do_not_fit_are_kept_and_refused_without_their_values(tell, sent):
    answer = tell("received", acked_on="2019-01-01 岩温")
    assert answer.status_code == 409
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert "acked_on" in answer.content.decode()
    assert "岩温" not in answer.content.decode()
    assert IncomingMessage.objects.get().state == "refused"
    assert state(sent) == "sent"


@pytest.mark.parametrize(("off", "status"), [(0, 200), (-4, 200), (4, 200), (-6, 401), (6, 401), (-60 * 24, 401)])
def test_a_signature_is_good_for_five_minutes(tell, sent, off, status):
    assert tell("received", at=timezone.now() + off * MINUTE, acked_on=today()).status_code == status
    assert state(sent) == ("acknowledged" if status == 200 else "sent")


def test_a_forged_changed_or_unsigned_message_changes_nothing(client, tell, sent):
    secret = endpoint_of(sent.authority).secret
    assert tell("received", key="whsec_" + "A" * 44, acked_on=today()).status_code == 401
    good = signed("referral.received", {"number": sent.number, "acked_on": today()}, secret)
    assert client.post(ADDRESS, **{**good, "data": good["data"].replace(b"received", b"accepted")}).status_code == 401
    assert client.post(ADDRESS, **{**good, "headers": {}}).status_code == 401
    other = {**good["headers"], "webhook-id": "another"}
    assert client.post(ADDRESS, **{**good, "headers": other}).status_code == 401
    assert client.get(ADDRESS).status_code == 405
    assert not IncomingMessage.objects.exists()
    assert state(sent) == "sent"


def test_while_a_secret_is_changed_the_former_one_still_signs(tell, sent):
    line = endpoint_of(sent.authority)
    line.former_secret, line.secret = line.secret, "whsec_" + "B" * 44
    line.save()
    assert tell("received", acked_on=today()).status_code == 200
    line.former_secret = ""
    line.save()
    assert tell("received", acked_on=today()).status_code == 401


def test_a_line_not_agreed_on_by_two_or_switched_off_signs_nothing(tell, sent):
    line = endpoint_of(sent.authority)
    line.active = False
    line.save()
    assert tell("received", acked_on=today()).status_code == 401


def test_nobody_speaks_about_the_referrals_of_another_authority(client, sent):
    court = Authority.objects.get(kind="court", region="532923")
    line = endpoint_of(court)
    answer = client.post(ADDRESS, **signed("referral.received", {"number": sent.number}, line.secret))
    assert answer.status_code == 409
    assert client.post(ADDRESS, **signed("referral.received", {"number": "YS000"}, line.secret)).json() == answer.json()
    assert state(sent) == "sent"


@pytest.mark.parametrize(
    "body",
    [b"", b"x", b"[]", b"{}", b'{"type":"x","timestamp":"2026-01-01T00:00:00Z","data":{}}',
     b'{"type":"referral.sent","timestamp":"never","data":{}}', b'{"type":"referral.sent","data":[]}',
     b'{"type":"referral.received","timestamp":"2026-01-01T00:00:00Z","data":{"number":"\\u0000"}}',
     b"[" * 5000, "｛｝".encode("gb18030"), b"{" + b" " * 70_000 + b"}"],
)  # fmt: skip
def test_bad_bodies_are_named_and_never_a_fault_of_ours(client, sent, body):
    line = endpoint_of(sent.authority)
    good = signed("referral.received", {}, line.secret)
    stamp = dt.datetime.now(dt.UTC)
    text = body.decode("utf-8", "replace")
    headers = {**good["headers"], "webhook-timestamp": str(int(stamp.timestamp()))}
    headers["webhook-signature"] = Webhook(line.secret).sign(headers["webhook-id"], stamp, text)
    answer = client.post(ADDRESS, data=body, headers=headers, content_type="application/json")
    assert answer.status_code in {400, 401, 413}
    assert not IncomingMessage.objects.exists()


def test_a_court_assigns_withdraws_and_assigns_again_by_message(client):
    court = Authority.objects.get(kind="court", region="532923")
    line = endpoint_of(court)
    data = {
        "kind": "court_assign", "received_on": today(), "external_no": "（2026）云2923民诉前调7号",
        "subject": "劳动报酬", "facts": "三名职工主张劳动报酬", "details": {"claim": "工资"},
        "applicants": [WORKER], "respondents": [EMPLOYER],
    }  # fmt: skip

    def post(kind: str, told: dict):
        return client.post(ADDRESS, **signed(f"referral.{kind}", told, line.secret))

    first = post("sent", data)
    assert first.status_code == 200, first.content.decode()
    referral = Referral.objects.get(number=first.json()["number"])
    assert (referral.state, referral.channel, referral.org.region_id) == ("sent", "http", "532923")
    assert referral.passed_data["applicants"][0]["name"] == "岩温"
    assert post("sent", data).status_code == 409
    assert post("sent", {**data, "external_no": "8", "kind": "hr_joint_mediation"}).status_code == 409
    assert post("sent", {**data, "external_no": "8", "details": {}}).status_code == 409
    assert post("recalled", {"number": data["external_no"], "reason": "双方和解"}).json()["state"] == "taken"
    assert state(referral) == "recalled"
    assert post("recalled", {"number": data["external_no"], "reason": "双方和解"}).json()["state"] == "late"
    assert post("sent", data).status_code == 200
    assert "岩温" not in str(list(IncomingMessage.objects.values_list("reason", flat=True)))


def test_a_package_takes_the_same_way_without_a_signature(sent):
    """What an offline package brings is told by the same function; its own seal was checked before."""
    data = {"number": sent.number, "acked_on": today()}
    text = json.dumps({"type": "referral.received", "timestamp": "2026-07-01T10:00:00+08:00", "data": data})
    told = Told("package-1", "referral.received", timezone.now(), data, text)
    assert take_message(sent.authority, told, at=timezone.now()).state == "taken"
    assert take_message(sent.authority, told, at=timezone.now()).state == "taken"
    assert sent.events.filter(verb="acknowledge").count() == 1


def test_the_liaison_officer_sees_what_was_told(client, tell, sent, li, hr_officer):
    tell("result", result="agreed", result_on=today())
    client.force_login(li.user)
    assert 'id="messages"' in client.get(sent.get_absolute_url()).content.decode()
    client.force_login(partner(sent.authority).user)
    assert 'id="messages"' not in client.get(sent.get_absolute_url()).content.decode()


@pytest.mark.django_db(transaction=True)
def test_one_message_posted_a_hundred_times_at_once_changes_one_thing(case):
    referral = make_referral(case, "sent")
    line = endpoint_of(referral.authority)
    told = {"number": referral.number, "acked_on": today()}
    message = signed("referral.received", told, line.secret, number="once")
    barrier = threading.Barrier(10, timeout=60)

    def post(_n):
        barrier.wait()
        try:
            return [Client().post(ADDRESS, **message).status_code for _ in range(10)]
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        answers = [status for part in pool.map(post, range(10), timeout=120) for status in part]
    assert answers == [200] * 100
    assert referral.events.filter(verb="acknowledge").count() == 1
    assert IncomingMessage.objects.count() == 1
