"""A call and its half-filled form go over to a colleague, and nothing typed is lost."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from casework.errors import Refused
from casework.models import Draft
from hotline import actions
from hotline.models import CallRecord, Handover
from tests.factories.hotline import officer_of
from tests.factories.telephony import CALLER, INQUIRY, exchange_of, screen, seat, text, told

pytestmark = pytest.mark.django_db


def half_filled(client, line, receiver):
    """The sender presses transfer while typing, and chooses a colleague."""
    address = f"/calls/line/{line.pk}/transfer/"
    typed = {"facts": "三个月工资未发", "category": "0101", "caller_phone": CALLER, "_mark": "m"}
    assert client.post(address, typed)["Location"] == address
    answer = client.post(address, {"receiver": receiver.pk})
    assert answer.status_code == 302, text(answer)
    return Handover.objects.get()


def test_the_receiver_sees_the_half_filled_form_at_once(operator, client, line, luo):
    handover = half_filled(operator, line, luo)
    client.force_login(luo.user)
    assert handover.get_absolute_url() in screen(client)
    page = text(client.get(handover.get_absolute_url()))
    assert "三个月工资未发" in page
    assert "拖欠" in page


def test_the_sender_reads_only_until_somebody_answers(operator, line, luo):
    handover = half_filled(operator, line, luo)
    assert operator.get(line.form_url)["Location"] == handover.get_absolute_url()
    assert operator.post(line.form_url, INQUIRY)["Location"] == handover.get_absolute_url()
    assert not CallRecord.objects.exists()
    assert Draft.objects.get(key=line.draft_key).text


def test_accepting_moves_the_call_and_what_was_typed(operator, client, ma, line, luo):
    handover = half_filled(operator, line, luo)
    client.force_login(luo.user)
    answer = client.post(f"{handover.get_absolute_url()}accept/")
    assert answer["Location"] == line.form_url
    assert "三个月工资未发" in text(client.get(line.form_url))
    line.refresh_from_db()
    assert line.officer == luo
    assert not Draft.objects.filter(user=ma.user).exists()
    client.post(line.form_url, INQUIRY)
    assert CallRecord.objects.get().handled_by == luo


@pytest.mark.parametrize("who", ["ma", "luo"])
def test_nothing_typed_is_lost_when_nobody_takes_the_call(operator, client, request, ma, line, luo, who):
    handover = half_filled(operator, line, luo)
    client.force_login(request.getfixturevalue(who).user)
    client.post(f"{handover.get_absolute_url()}refuse/")
    client.force_login(ma.user)
    assert "三个月工资未发" in text(client.get(line.form_url))
    line.refresh_from_db()
    assert line.officer == ma


def test_an_offer_is_answered_once(operator, client, line, luo):
    handover = half_filled(operator, line, luo)
    actions.accept(handover, by=luo, at=timezone.now())
    for verb in (actions.accept, actions.refuse):
        with pytest.raises(Refused):
            verb(handover, by=luo, at=timezone.now())
    client.force_login(luo.user)
    assert client.post(f"{handover.get_absolute_url()}accept/").status_code == 302


def test_a_form_by_hand_is_handed_over_too(operator, client, ma, luo):
    operator.post("/calls/transfer/", {"facts": "三个月工资未发"})
    operator.post("/calls/transfer/", {"receiver": luo.pk})
    handover = Handover.objects.get()
    assert operator.get("/calls/new/")["Location"] == handover.get_absolute_url()
    client.force_login(luo.user)
    answer = client.post(f"{handover.get_absolute_url()}accept/")
    assert "三个月工资未发" in text(client.get(answer["Location"]))
    assert client.post(answer["Location"], INQUIRY).status_code == 302
    assert not Draft.objects.exists()


def test_a_transfer_at_the_telephone_offers_the_form(operator, ma, line, luo):
    seat(luo, "802", since=line.began_at - dt.timedelta(minutes=1))
    Draft.objects.create(user=ma.user, key=line.draft_key, text="facts=x", saved_at=timezone.now())
    moved = told("transferred", 60, key=line.key, began=line.began_at, transferred_to="802")
    actions.take_event(exchange_of(), moved, at=timezone.now())
    handover = Handover.objects.get()
    assert (handover.sender, handover.receiver, handover.call) == (ma, luo, line)


def test_strangers_do_not_see_a_handover(operator, client, line, luo):
    handover = half_filled(operator, line, luo)
    client.force_login(officer_of("hotline_operator", "532924").user)
    for address in ("", "accept/", "refuse/"):
        assert client.post(handover.get_absolute_url() + address).status_code == 404


@pytest.mark.parametrize("receiver", ["", "x", "0", "999999"])
def test_a_receiver_that_is_none_is_422(operator, line, receiver):
    assert operator.post(f"/calls/line/{line.pk}/transfer/", {"receiver": receiver}).status_code == 422
