"""The live board, and who sits at which telephone."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from hotline import actions
from hotline.telephony import board
from hotline.telephony.health import exchanges_for
from tests.factories.hotline import officer_of
from tests.factories.telephony import CALLER, LineCallFactory, exchange_of, seat, text

pytestmark = pytest.mark.django_db


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
    actions.register_line(line_call=registered, by=ma, at=timezone.now(), next_step="non_case", non_case="thanks")
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
    assert [health.is_silent for health in exchanges_for(ma, later)] == [True]


def test_what_the_stream_tells_holds_no_number(operator, line):
    assert CALLER not in text(operator.get("/calls/events/"))
