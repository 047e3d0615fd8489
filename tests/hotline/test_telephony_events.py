"""What an exchange may post, what it is answered, and what stays when messages repeat, are late, or come unordered."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import logging
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hotline import actions
from hotline.models import CallRecord, Exchange, LineCall, LineEvent
from hotline.models.exchanges import fresh_secret
from tests.factories.hotline import officer_of
from tests.factories.telephony import (
    ADDRESS,
    BEGAN,
    CALLER,
    LineCallFactory,
    exchange_of,
    post,
    ringing,
    seat,
    signed,
    told,
)

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def exchange(db) -> Exchange:
    return exchange_of()


def test_a_signed_event_is_kept(exchange, ma):
    seat(ma, since=timezone.now() - MINUTE)
    answer = post(ringing())
    call = LineCall.objects.get()
    assert (answer.status_code, answer.content) == (204, b"")
    assert (call.key, call.caller_phone, call.officer, call.is_ringing) == ("c1", CALLER, ma, True)


def test_the_former_secret_is_valid_until_it_is_withdrawn(exchange):
    former = exchange.secret
    exchange.former_secret, exchange.secret = former, fresh_secret()
    exchange.save()
    assert post(ringing(), former).status_code == 204
    assert post(ringing(), exchange.secret).status_code == 204
    exchange.former_secret = ""
    exchange.save()
    assert post(ringing(), former).status_code == 401


@pytest.mark.parametrize("offset", [-6 * MINUTE, 6 * MINUTE, -dt.timedelta(days=365)])
def test_an_old_or_future_signature_is_401(exchange, offset):
    assert post(ringing(), at=timezone.now() + offset).status_code == 401


@pytest.mark.parametrize("offset", [-4 * MINUTE, 4 * MINUTE])
def test_five_minutes_between_two_clocks_are_allowed(exchange, offset):
    assert post(ringing(), at=timezone.now() + offset).status_code == 204


@pytest.mark.parametrize(
    "signature", ["v1,", "v1", "x", "v1,AAAA", "v1,ä", "v2,AAAA", "v1a,AAAA v1,%%%", ",,,", " ", "v1,AAAA " * 200]
)
def test_a_wrong_signature_is_401_in_whatever_form(exchange, signature):
    answer = post(ringing(), signed_by=signature)
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert answer["WWW-Authenticate"]
    assert not LineCall.objects.exists()


@pytest.mark.parametrize("missing", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_a_missing_header_is_401(exchange, missing):
    payload, headers = signed(ringing(), exchange.secret)
    del headers[missing]
    assert Client().post(ADDRESS, payload, content_type="application/json", headers=headers).status_code == 401


@pytest.mark.parametrize("stamp", ["nan", "inf", "x", "", "-1", "9" * 400])
def test_a_strange_timestamp_is_401(exchange, stamp):
    payload, headers = signed(ringing(), exchange.secret)
    headers["webhook-timestamp"] = stamp
    assert Client().post(ADDRESS, payload, content_type="application/json", headers=headers).status_code == 401


def test_a_changed_body_is_401(exchange):
    _payload, headers = signed(ringing(), exchange.secret)
    other = json.dumps(ringing(extension="999"))
    assert Client().post(ADDRESS, other, content_type="application/json", headers=headers).status_code == 401


def test_an_exchange_that_was_switched_off_is_401(exchange):
    exchange.active = False
    exchange.save()
    assert post(ringing(), exchange.secret).status_code == 401


def test_a_session_or_a_token_opens_nothing_here(client, ma):
    client.force_login(ma.user)
    assert client.post(ADDRESS, json.dumps(ringing()), content_type="application/json").status_code == 401
    assert client.get(ADDRESS).status_code == 405


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "null", '"x"', "1", "[" * 5000, "\ud800".encode("utf-8", "replace").decode()]
)
def test_what_is_no_object_is_400(exchange, body):
    answer = post(body)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert "body" in answer.json()["errors"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "dialled"),
        ("type", None),
        ("type", 1),
        ("call", ""),
        ("call", None),
        ("call", "a b"),
        ("call", "x" * 101),
        ("call", ["c1"]),
        ("at", None),
        ("at", "yesterday"),
        ("at", "2026-07-01T10:42:08"),
        ("at", "1998-12-31T23:59:59Z"),
        ("at", "2199-12-31T23:59:59Z"),
        ("at", 1751337728),
        ("extension", ""),
        ("extension", "八〇一"),
        ("extension", 801),
        ("extension", "8" * 17),
        ("caller", 13800006021),
        ("caller", "sip:13800006021@x"),
        ("caller", "1" * 61),
        ("caller", {"n": 1}),
        ("line", "x" * 31),
        ("line", "\x07"),
        ("recording", "x" * 201),
        ("recording", "\u0000"),
        ("transferred_to", "<b>"),
    ],
)
def test_a_wrong_field_is_named_and_logged_once_without_personal_data(exchange, caplog, field, value):
    with caplog.at_level(logging.WARNING):
        answer = post(ringing(**{field: value}))
    assert answer.status_code == 400, answer.content
    assert list(answer.json()["errors"]) == [field]
    assert [record.name for record in caplog.records] == ["heyi.telephony"]
    assert CALLER not in caplog.text
    assert not LineCall.objects.exists()


@pytest.mark.parametrize("name", ["x" * 101, "a b", "ä"])
def test_the_number_of_a_message_is_short_and_plain(exchange, name):
    try:
        answer = post(ringing(), name=name)
    except UnicodeEncodeError:
        return  # the header cannot even be sent
    assert answer.status_code in {400, 401}


def test_transferred_needs_to_whom(exchange):
    assert list(post(ringing(type="transferred")).json()["errors"]) == ["transferred_to"]


def test_another_content_type_is_415_and_a_book_is_413(exchange):
    assert post(ringing(), content_type="text/plain").status_code == 415
    assert post(ringing(recording="x" * 20_000)).status_code == 413


def test_unsigned_attempts_are_logged_once_each_and_throttled(exchange, settings, caplog):
    settings.TELEPHONY_BAD_SIGNATURES = 3
    with caplog.at_level(logging.WARNING):
        codes = [post(ringing(), signed_by="v1,AAAA").status_code for _n in range(5)]
    assert codes == [401, 401, 401, 429, 429]
    assert [record.name for record in caplog.records] == ["heyi.telephony"] * 3
    assert post(ringing()).status_code == 204, "a good signature is never counted"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("+86 138 0000 6021", "+8613800006021"),
        ("１３８００００６０２１", "13800006021"),
        ("0872-3120000", "08723120000"),
        ("(0872) 312 0000", "08723120000"),
        ("anonymous", ""),
        (None, ""),
        ("", ""),
    ],
)
def test_a_number_is_taken_however_it_is_written(exchange, written, kept):
    assert post(ringing(caller=written)).status_code == 204
    assert LineCall.objects.get().caller_phone == kept


def test_a_repeat_is_answered_like_the_first_and_changes_nothing(exchange):
    body = ringing()
    for _n in range(3):
        assert post(body, name="msg_1").status_code == 204
    assert post(ringing(call="another"), name="msg_1").status_code == 204
    assert (LineCall.objects.count(), LineEvent.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_a_hundred_repeats_at_once_are_one_event():
    secret = exchange_of().secret
    payload, headers = signed(ringing(), secret, name="msg_1")

    def send(_n: int) -> int:
        try:
            return Client().post(ADDRESS, payload, content_type="application/json", headers=headers).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        codes = list(threads.map(send, range(100)))
    assert set(codes) == {204}
    assert (LineCall.objects.count(), LineEvent.objects.count()) == (1, 1)


COLUMNS = [
    "began_at rang_at answered_at ended_at ring_seconds talk_seconds extension officer_id scope caller_phone",
    "caller_told_at line recording_key transferred_to never_ended",
]


def row(call: LineCall) -> dict[str, object]:
    return {name: getattr(call, name) for name in " ".join(COLUMNS).split()}


STORY = [
    ("ringing", 0, {"caller": ""}),
    ("answered", 8, {"recording_key": "rec/1"}),
    ("transferred", 60, {"transferred_to": "802", "caller": "13900000000"}),
    ("hung_up", 207, {"extension": ""}),
]


def test_any_order_of_the_same_events_gives_the_same_call(exchange, ma, luo):
    seat(ma, "801")
    seat(luo, "802")
    messages = [told(kind, at, webhook_id=f"m{n}", **more) for n, (kind, at, more) in enumerate(STORY)]
    found = []
    for order in itertools.permutations(messages):
        with transaction.atomic():
            for message in order:
                actions.take_event(exchange, message, at=BEGAN)
            found.append(row(LineCall.objects.get()))
            transaction.set_rollback(True)
    assert all(one == found[0] for one in found)
    assert found[0] | {"caller_told_at": None} == {
        "began_at": BEGAN,
        "rang_at": BEGAN,
        "answered_at": BEGAN + dt.timedelta(seconds=8),
        "ended_at": BEGAN + dt.timedelta(seconds=207),
        "ring_seconds": 8,
        "talk_seconds": 199,
        "extension": "802",
        "officer_id": luo.pk,
        "scope": luo.path,
        "caller_phone": CALLER,
        "caller_told_at": None,
        "line": "12351",
        "recording_key": "rec/1",
        "transferred_to": "802",
        "never_ended": False,
    }


EVENTS = st.lists(
    st.tuples(
        st.sampled_from(LineEvent.Kind.values),
        st.integers(0, 3),
        st.sampled_from(["801", "802"]),
        st.sampled_from(["", CALLER, "13900000000"]),
    ),
    min_size=2,
    max_size=5,
)


@settings(
    max_examples=8,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(story=EVENTS, data=st.data())
def test_even_strange_and_simultaneous_events_do_not_depend_on_their_order(exchange, ma, luo, story, data):
    if not ma.seats.exists():
        seat(ma, "801")
        seat(luo, "802")
    messages = [
        told(kind, at, webhook_id=f"m{n}", extension=where, transferred_to=where, caller=number)
        for n, (kind, at, where, number) in enumerate(story)
    ]
    rows = []
    for order in (messages, data.draw(st.permutations(messages))):
        with transaction.atomic():
            for message in order:
                actions.take_event(exchange, message, at=BEGAN)
            rows.append(row(LineCall.objects.get()))
            transaction.set_rollback(True)
    assert rows[0] == rows[1]


@pytest.mark.parametrize(
    ("lost", "known"),
    [
        ("ringing", {"ring_seconds": None, "talk_seconds": 10, "is_missed": False}),
        ("answered", {"ring_seconds": 20, "talk_seconds": None, "is_missed": True}),
        ("hung_up", {"ring_seconds": 10, "talk_seconds": None, "is_talking": True}),
    ],
)
def test_a_lost_event_leaves_unknown_what_only_it_could_tell(ma, lost, known):
    seat(ma)
    for n, kind in enumerate(["ringing", "answered", "hung_up"]):
        if kind != lost:
            actions.take_event(exchange_of(), told(kind, n * 10), at=BEGAN)
    call = LineCall.objects.get()
    assert {name: getattr(call, name) for name in known} == known
    assert call.officer == ma


def test_a_late_event_reaches_who_sat_there_then(ma, luo):
    seat(ma, "801", BEGAN - MINUTE)
    seat(luo, "801", BEGAN + MINUTE)
    actions.take_event(exchange_of(), told("ringing"), at=BEGAN + 60 * MINUTE)
    assert LineCall.objects.get().officer == ma


def test_a_call_that_never_ends_is_closed_and_says_so(ma):
    seat(ma)
    actions.take_event(exchange_of(), told("ringing"), at=BEGAN)
    actions.take_event(exchange_of(), told("answered", 5), at=BEGAN)
    assert actions.close_unended(at=BEGAN + 239 * MINUTE) == 0
    assert actions.close_unended(at=BEGAN + 241 * MINUTE) == 1
    assert actions.close_unended(at=BEGAN + 242 * MINUTE) == 0
    call = LineCall.objects.get()
    assert (call.never_ended, call.ended_at, call.talk_seconds) == (True, None, None)
    assert call.get_state_display() == "未报挂机"
    assert list(LineCall.objects.visible_to(ma).unregistered()) == [call]
    actions.take_event(exchange_of(), told("hung_up", 100), at=BEGAN + 300 * MINUTE)
    call.refresh_from_db()
    assert (call.never_ended, call.talk_seconds) == (False, 95)


def test_the_end_of_a_registered_call_completes_its_record(ma):
    seat(ma)
    call = LineCallFactory("ringing", "answered")
    record = actions.register_line(line_call=call, by=ma, at=timezone.now(), **NOTHING)
    actions.take_event(exchange_of(), told("hung_up", 100, key=call.key, began=call.began_at), at=timezone.now())
    assert CallRecord.objects.get(pk=record.pk).talk_seconds == 90


NOTHING = {"next_step": "non_case", "non_case": "thanks", "request_type": "praise"}


def test_messages_are_append_only_and_carry_no_number(ma):
    LineCallFactory("missed")
    event = LineEvent.objects.first()
    with pytest.raises(TypeError):
        LineEvent.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        event.delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(e)::text FROM hotline_lineevent e")
        assert all(CALLER not in text for (text,) in cursor.fetchall())
        cursor.execute("SELECT row_to_json(c)::text FROM hotline_linecall c")
        assert all(CALLER not in text for (text,) in cursor.fetchall())


def test_an_officer_has_one_extension_and_an_extension_one_officer(ma, luo):
    seat(ma, "801")
    seat(ma, "802")
    seat(luo, "802")
    open_seats = {(one.officer, one.extension) for one in exchange_of().seats.taken()}
    assert open_seats == {(luo, "802")}
    assert exchange_of().seats.count() == 3


def test_one_event_costs_a_fixed_number_of_queries(ma, django_assert_max_num_queries):
    seat(ma, since=timezone.now() - MINUTE)
    post(ringing())
    with django_assert_max_num_queries(24):
        post(ringing(type="answered"))


def test_the_county_of_the_officer_gets_a_call_of_the_prefectures_exchange(ma):
    from organizations.models import UnionOrg

    dali = Exchange.objects.create(name="大理", org=UnionOrg.objects.get(region="532900", kind="federation"))
    actions.sign_on(dali, extension="801", by=ma, at=BEGAN - MINUTE)
    actions.take_event(dali, told("ringing"), at=BEGAN)
    outsider = officer_of("hotline_operator", "532924")
    assert LineCall.objects.visible_to(ma).count() == 1
    assert LineCall.objects.visible_to(outsider).count() == 0
