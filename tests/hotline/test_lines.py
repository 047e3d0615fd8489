"""The telephone on the officer's screen: where a click leads, what the form takes over, who accounts for what."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.utils import timezone

from casework.errors import Refused
from casework.models import Draft
from hotline import actions
from hotline.desk import cards
from hotline.models import CallRecord, Handover, LineCall
from hotline.telephony import board
from hotline.telephony.places import place_of
from tests.factories.hotline import CallFactory, OrderFactory, officer_of
from tests.factories.telephony import CALLER, LineCallFactory, exchange_of, seat, told

pytestmark = pytest.mark.django_db
INQUIRY = {
    "request_type": "inquiry",
    "category": "0101",
    "region": "532923",
    "workers_affected": "1",
    "facts": "询问加班费如何计算",
    "answer_given": "按规定标准支付",
    "next_step": "answer",
    "caller_phone": CALLER,
}


@pytest.fixture
def operator(client, ma):
    client.force_login(ma.user)
    seat(ma, since=timezone.now() - dt.timedelta(days=2))
    return client


@pytest.fixture
def line(operator) -> LineCall:
    return LineCallFactory("ringing", "answered", began=timezone.now() - dt.timedelta(seconds=30))


def text(answer) -> str:
    return answer.content.decode()


def screen(client, **headers: str) -> str:
    answer = client.get("/calls/events/", headers=headers)
    return "" if answer.status_code == 204 else answer.json()["html"]


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


# --- transfer --------------------------------------------------------------------------------------------------------


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


# --- calls nobody has registered -------------------------------------------------------------------------------------


def test_missed_and_answered_calls_wait_until_somebody_accounts_for_them(operator, ma):
    missed, taken = LineCallFactory("missed"), LineCallFactory("answered")
    page = text(operator.get("/calls/unregistered/"))
    assert missed.form_url in page
    assert taken.form_url in page
    assert {str(card.title): card.count for card in cards(ma, timezone.localdate())}["未登记通话"] == "2"
    typed = {"calls": [missed.pk, taken.pk], "reason": "silent", "note": ""}
    assert "已说明2条" in text(operator.post("/calls/unregistered/", typed))
    missed.refresh_from_db()
    assert (missed.reason, missed.accounted_by) == ("silent", ma)
    assert not LineCall.objects.unregistered().exists()
    assert missed.get_reason_display() in text(operator.get("/calls/unregistered/", {"show": "done"}))


def test_what_is_accounted_for_cannot_be_registered_any_more(operator, ma):
    line = LineCallFactory("missed")
    actions.account([line], reason="given_up", by=ma, at=timezone.now())
    assert operator.post(line.form_url, INQUIRY).status_code == 409


def test_an_operator_accounts_for_the_own_calls_a_leader_for_all(client, operator, ma, luo):
    seat(luo, "802", since=timezone.now() - dt.timedelta(hours=1))
    hers = LineCallFactory("missed", extension="802")
    assert hers.form_url not in text(operator.get("/calls/unregistered/"))
    answer = operator.post("/calls/unregistered/", {"calls": [hers.pk], "reason": "silent"})
    assert answer.status_code == 422
    assert actions.account([hers], reason="silent", by=ma, at=timezone.now()) == 0
    client.force_login(luo.user)
    assert hers.form_url in text(client.get("/calls/unregistered/"))


@pytest.mark.parametrize("typed", [{}, {"calls": ["x"]}, {"calls": ["1"], "reason": "nonsense"}, {"reason": "silent"}])
def test_a_wrong_account_is_422_and_changes_nothing(operator, typed):
    line = LineCallFactory("missed")
    assert operator.post("/calls/unregistered/", typed).status_code == 422
    line.refresh_from_db()
    assert line.is_open


# --- the board -------------------------------------------------------------------------------------------------------


def test_the_board_shows_who_waits_who_talks_and_who_is_free(operator, ma, luo):
    seat(luo, "802", since=timezone.now() - dt.timedelta(hours=1))
    assert [row.label for row in board.seats(ma, timezone.now())] == ["空闲", "空闲"]
    LineCallFactory("ringing", "answered")
    waiting = LineCallFactory("ringing", extension="809")
    assert [row.label for row in board.seats(ma, timezone.now())] == ["通话中", "空闲"]
    assert board.waiting(ma) == [waiting]
    page = text(operator.get("/calls/board/"))
    assert "138****6021" in page
    assert CALLER not in page


def test_the_figures_of_the_day_count_every_call_once(operator, ma):
    noon = timezone.localtime().replace(hour=0, minute=5, second=0, microsecond=0)
    registered = LineCallFactory("answered", began=noon)
    actions.register_line(line=registered, by=ma, at=timezone.now(), next_step="non_case", non_case="thanks")
    LineCallFactory("answered", began=noon)
    LineCallFactory("missed", began=noon)
    LineCallFactory("ringing", extension="809")
    test_call = LineCallFactory("missed", began=noon)
    actions.account([test_call], reason="internal", by=ma, at=timezone.now())
    found = board.figures(ma, timezone.now())
    assert (found["calls_offered"], found["calls_answered"], found["calls_quick"]) == (3, 2, 2)


def test_the_board_stays_within_the_own_county(client, operator):
    LineCallFactory("ringing")
    outsider = officer_of("hotline_operator", "532924")
    assert board.waiting(outsider) == []
    assert board.seats(outsider, timezone.now()) == []
    assert board.figures(outsider, timezone.now())["calls_offered"] == 0


@pytest.mark.parametrize("address", ["/calls/board/", "/calls/unregistered/", "/calls/events/"])
def test_pages_of_the_telephone_cost_the_same_for_few_and_for_many(operator, address, django_assert_max_num_queries):
    for _n in range(6):
        LineCallFactory("missed")
        LineCallFactory("ringing", "answered")
    with django_assert_max_num_queries(40):
        assert operator.get(address).status_code == 200


# --- seats -----------------------------------------------------------------------------------------------------------


def test_an_operator_signs_on_and_off_at_the_desk(client, luo):
    exchange = exchange_of()
    client.force_login(luo.user)
    assert "签入话机" in text(client.get("/calls/"))
    page = client.post("/calls/seat/", {"exchange": exchange.pk, "extension": "803"}, follow=True)
    assert "已签入分机803" in text(page)
    assert "签入话机" in text(client.post("/calls/seat/off/", follow=True))


@pytest.mark.parametrize(
    "typed", [{}, {"extension": "八"}, {"extension": "8" * 17}, {"extension": "1", "exchange": "x"}]
)
def test_a_wrong_extension_is_said_and_nobody_is_signed_on(client, luo, typed):
    exchange = exchange_of()
    client.force_login(luo.user)
    client.post("/calls/seat/", {"exchange": exchange.pk, **typed})
    assert not exchange.seats.exists()


def test_the_exchange_of_another_county_is_none_to_sign_on_at(client, luo):
    client.force_login(luo.user)
    client.post("/calls/seat/", {"exchange": exchange_of("532924").pk, "extension": "801"})
    assert not exchange_of("532924").seats.exists()


def test_a_silent_exchange_is_named_with_what_to_do(operator, ma):
    LineCallFactory("missed", began=timezone.now() - dt.timedelta(hours=3))
    assert "正常" in text(operator.get("/calls/unregistered/"))
    later = timezone.now() + dt.timedelta(hours=2)
    from hotline.telephony.health import exchanges_for

    assert [health.is_silent for health in exchanges_for(ma, later)] == [True]


def test_the_page_json_holds_no_number(operator, line):
    assert CALLER not in json.dumps(operator.get("/calls/events/").json())
