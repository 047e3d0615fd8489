"""The link of a mail: one matter, a code sent apart, some days, few tries, and no trace of the token."""

from __future__ import annotations

import logging
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from referrals import actions
from referrals.actions import deliver_at_once
from referrals.conservation import balance
from referrals.models import AuthorityReach, Delivery, MatterLink, Referral, ReferralEvent
from tests.factories.referrals import brought_to, make_referral
from tests.referrals.conftest import open_case

pytestmark = pytest.mark.django_db
ADDRESS = re.compile(r"/letter/open/([0-9a-f]+)/")


@pytest.fixture
def sent(case, now):
    """A referral whose link was mailed to the HR office."""
    referral = make_referral(case)
    AuthorityReach.objects.create(authority=referral.authority, channel="email", email="hr@example.cn")
    return deliver_at_once(make_referral(case, "queued"), at=now)


def token() -> str:
    return ADDRESS.search(mail.outbox[-1].body)[1]


def code_for(referral, li, at=None) -> str:
    referral.refresh_from_db()
    return actions.give_code(referral, by=li, at=at or timezone.now()).fresh_code


def opened(client, referral, li):
    client.get(f"/letter/open/{token()}/")
    assert client.post("/letter/", {"code": code_for(referral, li)}).status_code == 302
    return client


def test_the_mail_says_who_and_how_long_and_nothing_of_the_matter(sent):
    assert sent.state == "sent"
    (letter,) = mail.outbox
    assert letter.to == ["hr@example.cn"]
    assert sent.number in letter.body
    for secret in (sent.subject, sent.facts, sent.request, "杨小明"):
        assert secret not in letter.body + letter.subject
    assert sent.links.get().expires_at - sent.links.get().sent_at == timedelta(days=14)
    assert balance().holds


def test_sending_again_sends_the_same_link_and_the_database_does_not_know_it(sent, now):
    first, delivery = token(), sent.deliveries.get()
    from referrals.transports import TRANSPORTS

    TRANSPORTS["email"].send(delivery, at=now)
    assert token() == first
    link = sent.links.get()
    assert first not in {link.token_hash, str(delivery.body), link.code_hash}


def test_the_token_leaves_the_address_at_once_and_no_log_holds_it(client, sent, li, caplog):
    caplog.set_level(logging.DEBUG)
    secret = token()
    answer = client.get(f"/letter/open/{secret}/")
    assert answer.headers["Location"] == "/letter/"
    assert client.get("/letter/open/deadbeef/").headers["Location"] == "/letter/"
    assert client.get("/letter/").status_code == 404
    client.get(f"/letter/open/{secret}/")
    MatterLink.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert client.get("/letter/").status_code == 410
    assert secret not in caplog.text
    assert secret not in str(client.session.items())


def test_the_code_opens_this_matter_and_no_other_page(client, sent, li, zhao, now):
    opened(client, sent, li)
    page = client.get("/letter/").content.decode()
    assert sent.facts in page
    assert str(sent.authority) in page
    assert 'class="watermark"' in page
    other = deliver_at_once(make_referral(open_case(zhao, now), "queued"), at=now)
    assert other.number not in page
    for address in (sent.get_absolute_url(), other.get_absolute_url(), "/inbox/", "/referrals/", "/"):
        assert client.get(address).status_code == 302, address
    for address in ("/letter/papers/1/", "/letter/act/recall/", "/letter/act/attach/", "/letter/act/give_code/"):
        assert client.get(address).status_code == 404, address
    assert client.get("/letter/sheet.pdf").content.startswith(b"%PDF")


def test_without_the_code_nothing_of_the_matter_is_shown(client, sent):
    client.get(f"/letter/open/{token()}/")
    page = client.get("/letter/")
    assert page.status_code == 200
    assert sent.facts not in page.content.decode()
    assert sent.subject not in page.content.decode()
    for address in ("/letter/act/acknowledge/", "/letter/sheet.pdf", "/letter/papers/1/"):
        assert client.get(address).status_code == 404


def test_a_code_opens_once_in_one_browser(client, sent, li):
    secret = token()
    client.get(f"/letter/open/{secret}/")
    code = code_for(sent, li)
    assert client.post("/letter/", {"code": code}).status_code == 302
    client.cookies.clear()
    client.get(f"/letter/open/{secret}/")
    assert client.post("/letter/", {"code": code}).status_code == 422


def test_five_wrong_codes_close_the_link_until_a_new_code_is_given(client, sent, li):
    client.get(f"/letter/open/{token()}/")
    code = code_for(sent, li)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    for _n in range(5):
        assert client.post("/letter/", {"code": wrong}).status_code == 422
    assert client.post("/letter/", {"code": code}).status_code == 422
    assert client.post("/letter/", {"code": code_for(sent, li)}).status_code == 302


def test_one_address_does_not_try_for_ever(client, sent, li):
    client.get(f"/letter/open/{token()}/")
    statuses = [client.post("/letter/", {"code": "000000"}).status_code for _n in range(31)]
    assert statuses[0] == 422
    assert statuses[-1] == 429


def test_an_expired_link_says_when_and_a_new_one_waits_for_the_union(client, sent, li, now):
    client.get(f"/letter/open/{token()}/")
    old = token()
    MatterLink.objects.update(expires_at=now - timedelta(days=1))
    page = client.get("/letter/")
    assert page.status_code == 410
    assert "申请重新发送" in page.content.decode()
    mail.outbox.clear()
    assert client.post("/letter/again/").status_code == 302
    client.post("/letter/again/")
    assert mail.outbox == []
    assert ReferralEvent.objects.filter(verb="want_link").count() == 1
    sent.refresh_from_db()
    actions.resend_link(sent, by=li, at=timezone.now())
    deliver_at_once(sent, at=timezone.now())
    assert token() != old
    assert client.get(f"/letter/open/{old}/").status_code == 302
    assert client.get("/letter/").status_code == 410
    client.get(f"/letter/open/{token()}/")
    assert client.get("/letter/").status_code == 200
    assert Delivery.objects.unfinished().count() == 0
    assert balance().holds
    sent.refresh_from_db()
    assert sent.state == "sent"


def test_recalling_the_referral_ends_its_link_at_once(client, sent, li, duan):
    opened(client, sent, li)
    sent.refresh_from_db()
    actions.recall(sent, by=duan, at=timezone.now(), reason="当事人撤回")
    assert client.get("/letter/").status_code == 410
    assert client.get("/letter/act/acknowledge/").status_code == 404
    assert client.post("/letter/again/").status_code == 404
    assert sent.links.get().revoked_at


def test_an_opened_browser_closes_by_itself(client, sent, li, now):
    opened(client, sent, li)
    session = client.session
    session["letter"] = {**session["letter"], "until": now.timestamp() - 1}
    session.save()
    assert sent.facts not in client.get("/letter/").content.decode()


def test_the_whole_way_behind_the_link(client, sent, li):
    day = timezone.localdate().isoformat()
    opened(client, sent, li)

    def act(verb, **typed):
        sent.refresh_from_db()
        assert client.get(f"/letter/act/{verb}/").status_code == 200
        answer = client.post(f"/letter/act/{verb}/", {"version": sent.version, **typed})
        assert answer.status_code == 302, answer.content.decode()

    act("acknowledge", acked_on=day)
    act("ask", text="请补充工资条")
    act("accept", decided_on=day, external_no="祥人社〔2026〕9号")
    assert client.get("/letter/act/acknowledge/").status_code == 409
    assert client.post("/letter/act/complete/", {"result": ""}).status_code == 422
    act("complete", result="agreed", result_on=day)
    sent.refresh_from_db()
    assert sent.state == "completed"
    assert sent.events.get(verb="complete").by.authority == sent.authority
    assert "请补充工资条" in client.get("/letter/").content.decode()


def test_a_step_decided_on_an_old_page_is_refused_with_what_was_typed(client, sent, li):
    opened(client, sent, li)
    answer = client.post("/letter/act/ask/", {"version": 1, "text": "请补充材料"})
    assert answer.status_code == 409
    assert "请补充材料" in answer.content.decode()


def test_the_code_goes_by_a_second_mail_where_there_is_another_address(case, now):
    referral = make_referral(case)
    way = {"channel": "email", "email": "hr@example.cn", "code_email": "office@example.cn"}
    AuthorityReach.objects.create(authority=referral.authority, **way)
    deliver_at_once(make_referral(case, "queued"), at=now)
    link, code = mail.outbox
    assert (link.to, code.to) == (["hr@example.cn"], ["office@example.cn"])
    assert not ADDRESS.search(code.body)
    assert not re.search(r"\b\d{6}\b", ADDRESS.sub("", link.body).replace("12351", ""))


def test_without_an_address_it_is_not_approved_and_a_dead_mail_server_is_tried_again(case, now, duan, monkeypatch):
    referral = make_referral(case, channel=Referral.Channel.EMAIL)
    with pytest.raises(Exception, match="邮箱"):
        actions.approve(referral, by=duan, at=now)
    AuthorityReach.objects.create(authority=referral.authority, channel="email", email="hr@example.cn")

    def refuse(self, *args, **kwargs):
        raise ConnectionRefusedError("hr@example.cn")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    referral = brought_to(referral, "sent", at=now)
    assert referral.state == "queued"
    attempt = referral.deliveries.get().tries.get()
    assert attempt.outcome == "failed"
    assert "@" not in attempt.error


def test_the_code_is_shown_once_to_the_liaison_officer_only(client, sent, li, zhao):
    client.force_login(li.user)
    assert client.get(f"/referrals/{sent.pk}/give_code/").status_code == 200
    page = client.post(f"/referrals/{sent.pk}/give_code/").content.decode()
    assert re.search(r"query-code figures\">\d{6}<", page)
    assert not re.search(r"figures\">\d{6}<", client.get(f"/referrals/{sent.pk}/give_code/").content.decode())
    assert "hr@example.cn" in client.get(sent.get_absolute_url()).content.decode()
    client.force_login(zhao.user)
    assert client.post(f"/referrals/{sent.pk}/give_code/").status_code == 403
