"""A caller follows a matter by number and query code, without a name and without signing in."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client

from hotline import actions
from hotline.models import CallRecord
from tests.factories.hotline import PHONE, CallFactory, OrderFactory
from tests.hotline.test_pages import SAID, text

pytestmark = pytest.mark.django_db
CODE = re.compile(r'query-code figures">(\d{6})<')


@pytest.fixture
def operator(client, ma):
    client.force_login(ma.user)
    return client


def ask(number, secret):
    return Client().post("/progress/", {"number": number, "secret": secret})


def issued(call, by, now) -> str:
    return actions.issue_code(call, by=by, at=now).fresh_code


def test_an_anonymous_caller_is_offered_a_code_at_once(operator):
    answer = operator.post("/calls/new/", {**SAID, "anonymous": "on", "next_step": "order"})
    call = CallRecord.objects.get()
    assert answer["Location"] == f"/calls/{call.pk}/issue_code/"
    assert not CODE.search(text(operator.get(answer["Location"])))
    code = CODE.search(text(operator.post(answer["Location"])))[1]
    assert not CODE.search(text(operator.get(answer["Location"])))
    assert "已派至" in text(ask(call.orders.get().number, code))


def test_the_code_is_kept_only_as_a_keyed_hash(ma, now):
    call = CallFactory(by=ma)
    code = issued(call, ma, now)
    with connection.cursor() as cursor:
        cursor.execute("SELECT code_hash, row_to_json(c)::text FROM hotline_callrecord c WHERE id = %s", [call.pk])
        kept, row = cursor.fetchone()
    assert len(kept) == 32
    assert code not in row.replace(kept, "")
    assert code not in "".join(call.events.values_list("note", flat=True))


def test_number_of_call_or_order_and_code_tell_how_far_it_is_and_nothing_else(ma, now):
    order = OrderFactory("in_progress")
    code = issued(order.call, order.call.handled_by, now)
    for number in (order.number, order.call.number.lower(), f" {order.number} "):
        answer = ask(number, f"{code[:3]} {code[3:]}")
        page = text(answer)
        assert answer.status_code == 200
        assert "正在办理" in page
        assert "签收日期" in page
        assert not [word for word in ("杨", "祥云", PHONE, "工资", "0101", "投诉") if word in page]


@pytest.mark.parametrize("state", ["dispatched", "signed", "in_progress", "feedback_given", "callback_done", "closed"])
@pytest.mark.parametrize("anonymous", [False, True])
def test_every_state_has_plain_words(ma, now, state, anonymous):
    order = OrderFactory(state, anonymous=anonymous)
    code = issued(order.call, order.call.handled_by, now)
    page = text(ask(order.number, code))
    assert "下一步" in page
    assert not re.search(r"[a-z]+_[a-z]+<", page)
    assert not (anonymous and "是否满意" in page)


def test_an_answered_call_has_words_too(ma, now):
    call = CallFactory(by=ma, next_step="answer", request_type="inquiry", answer_given="已答复")
    assert "已答复" in text(ask(call.number, issued(call, ma, now)))


def test_a_new_code_ends_the_earlier_one(ma, now):
    call = CallFactory(by=ma)
    old, new = issued(call, ma, now), issued(call, ma, now)
    assert ask(call.number, new).status_code == 200
    assert ask(call.number, old).status_code == (200 if old == new else 422)


@pytest.mark.parametrize(
    ("number", "secret"),
    [("", ""), ("DH1", "123456"), ("字" * 61, "1"), ("a\ud800".encode("utf-8", "replace"), "1" * 13)],
)
def test_what_fits_no_call_is_told_in_one_way(number, secret):
    assert ask(number, secret).status_code == 422


def test_a_call_without_a_code_cannot_be_asked_for(ma):
    assert ask(CallFactory(by=ma).number, "000000").status_code == 422


def test_guesses_are_counted_before_anything_is_looked_up(ma, now):
    call = CallFactory(by=ma)
    code = issued(call, ma, now)
    wrong = f"{(int(code) + 1) % 10**6:06}"
    assert {ask(call.number, wrong).status_code for _n in range(10)} == {422}
    answer = ask(call.number, code)
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 3600
    assert "正在" not in text(answer)


def test_an_address_cannot_try_all_numbers(ma):
    statuses = [ask(f"DH{n}", "000000").status_code for n in range(51)]
    assert (statuses[49], statuses[50]) == (422, 429)


def test_the_page_is_open_and_says_so(client):
    page = client.get("/progress/")
    assert page.status_code == 200
    assert "向公众开放" in text(page)
    assert client.put("/progress/").status_code == 405


def test_only_the_hotline_gives_codes(client, zhao, wang, ma):
    order = OrderFactory("signed")
    address = f"/calls/{order.call.pk}/issue_code/"
    for officer, status in [(zhao, 403), (wang, 404)]:
        client.force_login(officer.user)
        assert client.post(address).status_code == status


def test_what_is_no_request_has_no_progress(operator, ma):
    call = CallFactory(by=ma, next_step="non_case", non_case="silent")
    assert operator.post(f"/calls/{call.pk}/issue_code/").status_code == 409


def test_the_api_gives_the_code_once(operator, ma):
    call = CallFactory(by=ma)
    answer = operator.post(f"/api/v1/calls/{call.pk}/issue_code/").json()
    assert ask(call.number, answer["query_code"]).status_code == 200
    assert operator.get(f"/api/v1/calls/{call.pk}/").json()["query_code"] == ""
    assert "query_code" not in operator.get("/api/v1/calls/").json()["results"][0]


RATED = {"satisfaction": "dissatisfied", "attitude": "satisfied"}


def rate(number, secret, **changes):
    return Client().post("/progress/rating/", {"number": number, "secret": secret, **RATED, **changes})


def test_the_caller_rates_the_result_once_and_it_stands_for_the_callback(ma, now):
    order = OrderFactory("feedback_given")
    code = issued(order.call, order.call.handled_by, now)
    assert "请您评价" in text(ask(order.number, code))
    assert rate(order.number, code).status_code == 200
    order.refresh_from_db()
    assert (order.state, order.satisfaction, order.attitude) == ("callback_done", "dissatisfied", "satisfied")
    again = rate(order.number, code, satisfaction="satisfied")
    assert again.status_code == 409
    order.refresh_from_db()
    assert order.satisfaction == "dissatisfied"


@pytest.mark.parametrize("state", ["in_progress", "closed"])
def test_nothing_is_rated_before_the_result_or_after_the_end(ma, now, state):
    order = OrderFactory(state)
    code = issued(order.call, order.call.handled_by, now)
    assert "请您评价" not in text(ask(order.number, code))
    assert rate(order.number, code).status_code == 409


def test_a_rating_needs_the_code(ma, now):
    order = OrderFactory("feedback_given")
    issued(order.call, order.call.handled_by, now)
    assert rate(order.number, "000000x").status_code == 422
    assert rate(order.number, "", satisfaction="").status_code == 422
    order.refresh_from_db()
    assert order.state == "feedback_given"
