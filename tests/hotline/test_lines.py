"""The telephone on the officer's screen: where a click leads, what the form takes over, who accounts for what."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from casework.models import Draft
from hotline import actions
from hotline.models import CallRecord
from hotline.telephony.places import place_of
from hotline.telephony.screen import entry
from tests.factories.hotline import CallFactory, OrderFactory, officer_of
from tests.factories.telephony import CALLER, INQUIRY, LineCallFactory, exchange_of, screen, seat, text, told

pytestmark = pytest.mark.django_db


def test_an_unknown_number_leads_to_a_new_intake_with_the_number_filled_in(operator, line):
    answer = operator.get(line.get_absolute_url())
    assert answer["Location"] == f"/calls/new/?line={line.pk}"
    page = text(operator.get(answer["Location"]))
    assert f'value="{CALLER}"' in page
    assert f'data-draft="calls/line-{line.pk}"' in page


@pytest.mark.parametrize("state", ["dispatched", "in_progress", "feedback_given"])
def test_a_known_number_leads_to_its_open_work_order(operator, line, state):
    order = OrderFactory(state, caller_phone=CALLER, when=timezone.now() - dt.timedelta(days=2))
    assert operator.get(line.get_absolute_url())["Location"] == order.get_absolute_url()


def test_without_an_order_a_known_number_leads_to_its_waiting_call(operator, line):
    call = CallFactory(caller_phone="+86 138 0000 6021")
    assert operator.get(line.get_absolute_url())["Location"] == call.get_absolute_url()


@pytest.mark.parametrize(
    "changes",
    [
        {"when": timezone.now() - dt.timedelta(days=31)},
        {"anonymous": True},
        {"next_step": "answer", "request_type": "inquiry", "answer_given": "已答复"},
    ],
)
def test_old_anonymous_and_settled_calls_are_no_open_matter(operator, line, changes):
    CallFactory(**{"caller_phone": CALLER, **changes})
    assert operator.get(line.get_absolute_url())["Location"] == line.form_url


def test_a_confidential_matter_is_known_by_its_number_to_who_knows_the_caller_only(operator, line, luo):
    order = OrderFactory("in_progress", caller_phone=CALLER, confidential=True, when=line.began_at)
    assert operator.get(line.get_absolute_url())["Location"] == order.get_absolute_url()
    assert order.call.get_absolute_url() in screen(operator)
    assert entry(line, luo, []).contacts == []
    operator.force_login(luo.user)
    assert operator.get(line.get_absolute_url())["Location"] == line.form_url


def test_a_matter_of_another_county_is_no_matter_here(operator, line):
    OrderFactory("dispatched", region="532924", caller_phone=CALLER)
    assert operator.get(line.get_absolute_url())["Location"] == line.form_url


def test_the_bar_tells_who_calls_how_often_and_hides_the_number(operator, ma):
    first, second = CallFactory(by=ma, caller_phone=CALLER), CallFactory(by=ma, caller_phone=CALLER)
    LineCallFactory("ringing", began=timezone.now() + dt.timedelta(seconds=1))
    shown = screen(operator)
    assert "近30日第3次来电" in shown
    assert first.get_absolute_url() in shown
    assert second.get_absolute_url() in shown
    assert "138****6021" in shown
    assert CALLER not in shown


def test_the_place_of_a_fixed_line_is_told():
    assert place_of("0872-3120000") == "云南大理"
    assert place_of("+86 872 3120000") == "云南大理"
    assert place_of("010-12351") == "北京"
    assert place_of(CALLER) == place_of("") == ""


def test_whoever_asks_again_and_again_is_told_only_what_changed(operator, line):
    told_first = operator.get("/calls/events/").json()
    assert operator.get("/calls/events/", headers={"Last-Event-ID": told_first["mark"]}).status_code == 204
    actions.take_event(exchange_of(), told("hung_up", 60, key=line.key, began=line.began_at), at=timezone.now())
    changed = operator.get("/calls/events/", headers={"Last-Event-ID": told_first["mark"]}).json()
    assert "已挂机" in changed["html"]


def test_the_screen_tells_only_the_own_calls(client, operator, line, luo):
    seat(luo, "802")
    client.force_login(luo.user)
    assert str(line.pk) not in screen(client)


def test_asking_in_the_background_is_no_use_of_the_session(operator, settings):
    session = operator.session
    session["seen"] = session["began"] = int(timezone.now().timestamp()) - settings.SESSION_IDLE_SECONDS + 120
    session.save()
    operator.get("/calls/events/")
    assert operator.session["seen"] == session["seen"]
    operator.get("/calls/")
    assert operator.session["seen"] > session["seen"]


def test_registering_takes_over_what_the_exchange_measured(operator, ma, line):
    actions.take_event(exchange_of(), told("hung_up", 217, key=line.key, began=line.began_at), at=timezone.now())
    answer = operator.post(line.form_url, {**INQUIRY, "talk_seconds": "3"})
    assert answer.status_code == 302, text(answer)
    call = CallRecord.objects.get()
    line.refresh_from_db()
    assert line.record == call
    assert (call.started_at, call.answered_at) == (line.began_at, line.answered_at)
    assert (call.ring_seconds, call.talk_seconds, call.entered_afterwards) == (10, 207, False)
    assert not Draft.objects.filter(key=line.draft_key).exists()
    assert screen(operator).count("data-line-call") == 0


def test_a_call_is_registered_once_and_the_second_try_leads_to_the_first(operator, line):
    operator.post(line.form_url, INQUIRY)
    call = CallRecord.objects.get()
    again = operator.post(line.form_url, INQUIRY)
    assert again.status_code == 409
    assert call.number in text(again)
    assert call.get_absolute_url() in text(again)
    assert operator.get(line.form_url)["Location"] == call.get_absolute_url()
    assert CallRecord.objects.count() == 1


def test_a_call_registered_the_next_day_counts_from_its_real_day(operator, ma):
    line = LineCallFactory("answered", began=timezone.now() - dt.timedelta(days=1))
    operator.post(line.form_url, INQUIRY)
    call = CallRecord.objects.get()
    assert (call.entered_afterwards, call.started_at, call.handled_by) == (True, line.began_at, ma)


def test_a_refused_end_registers_nothing_and_keeps_the_call_open(operator, line):
    answer = operator.post(line.form_url, {**INQUIRY, "request_type": "complaint"})
    assert answer.status_code == 409
    line.refresh_from_db()
    assert line.record is None


def test_without_an_event_everything_works_by_hand(operator):
    page = text(operator.get("/calls/new/"))
    assert "未收到话机事件，可手工登记" in page
    assert operator.post("/calls/new/", INQUIRY).status_code == 302


def test_a_lost_answer_is_warned_of(operator):
    line = LineCallFactory("missed")
    assert "未计时" in text(operator.get(line.form_url))


@pytest.mark.parametrize("named", ["0", "999999", "x", "-1", "9" * 40, "１", ""])
def test_a_call_that_is_none_is_404_or_a_form_by_hand(operator, named):
    assert operator.get("/calls/new/", {"line": named}).status_code == (404 if named else 200)
    assert operator.get("/calls/new/", {"handover": named}).status_code == (404 if named else 200)


def test_a_telephone_call_of_another_county_is_absent(client, line):
    client.force_login(officer_of("hotline_operator", "532924").user)
    for address in (line.get_absolute_url(), line.form_url, f"{line.get_absolute_url()}transfer/"):
        assert client.get(address).status_code == 404
    assert client.post(line.form_url, INQUIRY).status_code == 404


ADDRESSES = ["/calls/events/", "/calls/board/", "/calls/board/part/", "/calls/unregistered/", "/calls/transfer/"]


@pytest.mark.parametrize("who", ["zhao", "he", "bai", "shen", "tan", "hr_officer"])
@pytest.mark.parametrize("address", [*ADDRESSES, "/calls/line/1/", "/calls/handovers/1/"])
def test_the_telephone_belongs_to_who_answers_it(client, request, who, address):
    client.force_login(request.getfixturevalue(who).user)
    assert client.get(address).status_code == 403
