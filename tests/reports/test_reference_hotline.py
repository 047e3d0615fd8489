"""The reference figures of the hotline: 120 calls that rang, 25 work orders due, 20 callers who rated the result."""

import datetime as dt

import pytest

from hotline import actions
from hotline.models import LineCall
from organizations.models import UnionOrg
from reports.question import Question
from reports.report import report
from tests.factories.hotline import CallFactory, OrderFactory, at, officer_of
from tests.factories.telephony import LineCallFactory
from tests.reports.listing import unlike_their_lists
from tests.reports.test_reference_figures import FIRST_HALF, QUERY_DAY, ask_both_ways

DAY = "2024-03-04"
RATES = {
    "connection_rate": ("95.73", 112, 117),
    "answered_quickly_rate": ("90.18", 101, 112),
    "direct_answer_rate": ("70.00", 63, 90),
    "dispatch_on_time_rate": ("100.00", 25, 25),
    "sign_on_time_rate": ("100.00", 25, 25),
    "on_time_completion_rate": ("96.00", 24, 25),
    "satisfaction_rate": ("90.00", 18, 20),
    "callback_rate": ("80.00", 20, 25),
    "redo_rate": ("None", 0, 0),
    "repeat_call_rate": ("2.22", 2, 90),
}
RATED = ["very_satisfied"] * 12 + ["satisfied"] * 6 + ["neutral", "dissatisfied"]
IN_VAIN = {"next_step": "non_case", "request_type": "invalid", "non_case": "silent"}


def answered(n):
    """The n-th of 112 answered calls: 101 within fifteen seconds."""
    when = at(DAY, 8 + n // 20, n % 20)
    phone = f"138{min(n, 87):08}"  # the last two requests come from a number that asked before
    return {"when": when, "caller_phone": phone, "ring_seconds": 15 if n < 101 else 16, "talk_seconds": 60}


def finished(order, n):
    """24 in time, one a day late; the first twenty callers rate, the others cannot be reached in time."""
    late = n == 24
    when = at("2024-03-12" if late else "2024-03-11")
    assert order.due_on == dt.date(2024, 3, 11)
    order = actions.give_feedback(order, by=order.handler, at=when, result="已办")
    if n < len(RATED):
        rating = RATED[n]
        inspector = officer_of("quality_inspector")
        actions.record_callback(order, by=inspector, at=when, reached=True, satisfaction=rating, attitude=rating)


@pytest.fixture
def hotline(db):
    """120 rang: 112 answered, 3 given up within five seconds, 5 later. Of the answered 63 asked and were told,
    27 asked and got a work order or wait for one, 22 asked for nothing."""
    for n in range(8):
        CallFactory(**IN_VAIN, when=at(DAY, 7, n), ring_seconds=5 if n < 3 else 6, facts="")
    for n in range(63):
        CallFactory(next_step="answer", request_type="inquiry", answer_given="已答复", **answered(n))
    for n in range(63, 88):
        finished(OrderFactory("in_progress", **answered(n)), n - 63)
    for n in range(88, 90):
        CallFactory(next_step="later", **answered(n))
    for n in range(90, 112):
        CallFactory(**IN_VAIN, **answered(n), facts="")


def test_the_figures_of_the_hotline_are_those_of_the_reference(hotline, he):
    values = ask_both_ways(he).total.values
    found = {code: values[code] for code in RATES}
    assert {code: (str(r.value), r.numerator, r.denominator) for code, r in found.items()} == RATES
    assert (values["calls_offered"], values["calls_answered"], values["work_orders"]) == (120, 112, 25)


def test_the_lists_behind_them_are_as_long_as_the_numbers(hotline, he):
    org = UnionOrg.objects.get(region="532923", kind="federation")
    asked = Question(he, org, FIRST_HALF, "", QUERY_DAY)
    assert not unlike_their_lists(asked, report(asked).total.values)


def test_an_order_done_again_counts_when_it_is_closed(db, he):
    phones = {8: "13800000008", 9: "13800000009"}
    found = [OrderFactory("feedback_given", when=at(DAY, hour), caller_phone=phone) for hour, phone in phones.items()]
    once, again = found
    inspector = officer_of("quality_inspector")
    again = actions.send_back(again, by=inspector, at=at("2024-03-06"), reason="事实不清")
    again = actions.give_feedback(again, by=again.handler, at=at("2024-03-08"), result="已重办")
    asked = {"reached": True, "satisfaction": "satisfied", "attitude": "satisfied"}
    for order in (once, again):
        called = actions.record_callback(order, by=inspector, at=at("2024-03-08", 15), **asked)
        actions.close(called, by=inspector, at=at("2024-03-08", 16))
    values = ask_both_ways(he).total.values
    assert (values["redo_rate"].numerator, values["redo_rate"].denominator) == (1, 2)
    assert (values["callback_rate"].numerator, values["callback_rate"].denominator) == (3, 3)


def test_an_urgent_order_is_signed_for_in_time_to_the_minute(db, he):
    for phone, minutes in [("13800000008", 29), ("13800000009", 31)]:
        order = OrderFactory("dispatched", when=at(DAY, 9), caller_phone=phone, urgent=True)
        actions.sign_for(order, by=officer_of("case_officer"), at=at(DAY, 9) + dt.timedelta(minutes=minutes))
    values = ask_both_ways(he).total.values
    assert [(values[c].numerator, values[c].denominator) for c in ("dispatch_on_time_rate", "sign_on_time_rate")] == [
        (2, 2),
        (1, 2),
    ]


def test_who_rates_the_result_without_being_rung_has_been_called_back(db, he):
    order = OrderFactory("feedback_given", when=at(DAY))
    actions.rate_by_caller(order, at=at("2024-03-05"), satisfaction="satisfied", attitude="satisfied")
    rate = ask_both_ways(he).total.values["callback_rate"]
    assert (rate.numerator, rate.denominator) == (1, 1)


def test_anonymous_callers_are_never_brought_together_by_their_number(db, he):
    for hour in (8, 9):
        CallFactory(when=at(DAY, hour), anonymous=True)
    assert ask_both_ways(he).total.values["repeat_call_rate"].numerator == 0


def test_the_ranking_counts_valid_requests_and_shows_no_share_of_few(client, he):
    for n in range(3):
        CallFactory(when=at(DAY, 8 + n))
    CallFactory(**IN_VAIN, when=at(DAY, 12), facts="")
    client.force_login(he.user)
    page = client.get("/reports/requests/", {"period_name": "free", "from": "2024-01-01", "to": "2024-06-30"})
    assert page.context["total"] == 3
    for ranking in page.context["rankings"]:
        assert (ranking.places[0].count, ranking.places[0].share) == (3, "—")


@pytest.mark.parametrize("who", ["ma", "bai", "tan", "yang"])
def test_the_ranking_belongs_to_those_who_read_reports(client, request, who):
    client.force_login(request.getfixturevalue(who).user)
    assert client.get("/reports/requests/").status_code == 403


def test_telephone_calls_without_a_record_were_offered_all_the_same(hotline, he):
    """Three more rang: one given up at once, one later, one answered and never registered; a fourth was a test."""
    for n, (kinds, rang) in enumerate([("missed", 3), ("missed", 30), ("answered", 9), ("missed", 9)]):
        LineCallFactory(kinds, began=at(DAY, 20, n))
        LineCall.objects.filter(began_at=at(DAY, 20, n)).update(ring_seconds=rang)
    tried = LineCall.objects.filter(began_at=at(DAY, 20, 3))
    actions.account(list(tried), reason="internal", by=officer_of("duty_leader"), at=at(DAY, 21))
    values = ask_both_ways(he).total.values
    assert (values["calls_offered"], values["calls_answered"]) == (123, 113)
    rate = values["connection_rate"]
    assert (rate.numerator, rate.denominator) == (113, 119)
