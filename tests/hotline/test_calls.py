"""A call is registered and ended in one act."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from casework.errors import StepRefused
from casework.models import Employer, Policy
from casework.workflow import Act
from hotline import actions
from hotline.limitation_clock import Told, clock
from hotline.models import CallRecord, WorkOrder, phone_key
from organizations.models import Region
from tests.factories.hotline import PHONE, CallFactory, at

pytestmark = pytest.mark.django_db


def test_an_inquiry_answered_directly_closes_without_an_order(ma):
    call = CallFactory(by=ma, next_step="answer", request_type="inquiry", answer_given="可以申请仲裁")
    assert (call.state, call.answer) == ("closed", "可以申请仲裁")
    assert not WorkOrder.objects.exists()
    assert [e.verb for e in call.events.order_by("pk")] == ["register", "answer"]


def test_a_complaint_cannot_be_closed_with_an_answer_and_nothing_is_kept(ma):
    with pytest.raises(StepRefused, match="投诉"):
        CallFactory(by=ma, next_step="answer", answer_given="已告知")
    assert not CallRecord.objects.exists()


def test_which_types_close_directly_is_a_setting(ma, now):
    Policy.objects.create(
        code="direct_close_request_types", value=["suggestion"], valid_from=dt.date(2001, 1, 1), label="本省"
    )
    assert CallFactory(by=ma, next_step="answer", request_type="suggestion", answer_given="已记录").state == "closed"


def test_an_answer_needs_words(ma):
    with pytest.raises(StepRefused):
        CallFactory(by=ma, next_step="answer", request_type="inquiry", answer_given=" ")


def test_a_call_to_be_answered_later_is_offered_its_ends(ma, now):
    call = CallFactory(by=ma, request_type="inquiry")
    assert call.state == "registered"
    assert {o.verb for o in call.offers(Act(ma, now)) if o.allowed} == {
        "answer",
        "open_order",
        "follow",
        "close_non_case",
        "flag_caller",
        "issue_code",
        "link_case",
        "attach",
    }
    call = actions.answer(call, by=ma, at=now, answer_given="已答复")
    assert call.state == "closed"


def test_a_complaint_becomes_an_order_dispatched_to_the_union_of_the_place(ma):
    call = CallFactory(by=ma, next_step="order")
    order = call.orders.get()
    assert (call.state, order.state) == ("ordered", "dispatched")
    assert order.org.region_id == order.dispatched_to.region_id == "532923"
    assert order.number.startswith("GD532923-")
    assert call.number.startswith("DH532923-")


def test_a_county_of_the_prefecture_receives_what_the_prefecture_registers(now):
    from tests.factories.hotline import officer_of

    call = CallFactory(
        by=officer_of("hotline_operator", "532900"), next_step="order", region=Region.objects.get(pk="532924")
    )
    order = call.orders.get()
    assert (call.scope, order.scope) == ("53/29/", "53/29/24/")


def test_a_place_outside_the_area_needs_another_unit(ma):
    with pytest.raises(StepRefused):
        CallFactory(by=ma, next_step="order", region=Region.objects.get(pk="530114"))


@pytest.mark.parametrize(
    ("missing", "word"), [({"claim": ""}, "请求"), ({"employer_name": ""}, "单位"), ({"caller_phone": ""}, "电话")]
)
def test_an_order_says_what_it_is_about_and_how_to_reach_the_caller(ma, missing, word):
    with pytest.raises(StepRefused, match=word):
        CallFactory(by=ma, next_step="order", **missing)
    assert not CallRecord.objects.exists()


def test_an_anonymous_caller_needs_no_number(ma):
    call = CallFactory(by=ma, next_step="order", anonymous=True, caller_phone="", caller_name="")
    assert call.state == "ordered"


@pytest.mark.parametrize(("kind", "type_"), [("silent", "invalid"), ("thanks", "praise")])
def test_what_is_no_request_is_closed_and_counted(ma, kind, type_):
    call = actions.register(by=ma, at=timezone.now(), next_step="non_case", non_case=kind)
    assert (call.state, call.request_type, call.non_case) == ("closed", type_, kind)


def test_a_call_entered_afterwards_keeps_its_time_and_both_people(ma, luo):
    began = at("2024-06-03", 20, 40)
    call = CallFactory(by=luo, handled_by=ma, started_at=began)
    assert (call.started_at, call.handled_by, call.entered_by) == (began, ma, luo)
    assert call.entered_afterwards


def test_a_call_just_taken_began_as_long_ago_as_it_lasted(ma, now):
    call = CallFactory(by=ma, when=now, talk_seconds=90)
    assert call.started_at == now - dt.timedelta(seconds=90)
    assert not call.entered_afterwards


def test_an_emergency_is_urgent(ma):
    assert CallFactory(by=ma, next_step="order", request_type="emergency").orders.get().urgent


def test_the_employer_is_known_again(ma):
    first, second = CallFactory(by=ma), CallFactory(by=ma)
    assert first.employer == second.employer
    assert Employer.objects.count() == 1


def test_numbers_have_no_gap_where_a_registration_failed(ma):
    first = CallFactory(by=ma)
    with pytest.raises(StepRefused):
        CallFactory(by=ma, next_step="answer", answer_given="…")
    assert int(CallFactory(by=ma).number[-5:]) == int(first.number[-5:]) + 1


@pytest.mark.parametrize("typed", [PHONE, "+86 138-0000-1234", "008613800001234", "138 0000 1234"])
def test_a_number_is_found_in_every_way_of_writing_it(ma, typed):
    call = CallFactory(by=ma)
    assert list(CallRecord.objects.visible_to(ma).from_phone(typed)) == [call]


def test_landlines_keep_their_digits():
    assert phone_key("0872-3120000") == "08723120000"


def test_an_anonymous_caller_is_never_found_by_number(ma):
    CallFactory(by=ma, anonymous=True)
    assert not CallRecord.objects.visible_to(ma).from_phone(PHONE)


def test_the_caller_is_sealed_in_the_table(ma):
    CallFactory(by=ma, caller_id_number="532923199001011215")
    with connection.cursor() as cursor:
        cursor.execute("SELECT caller_name, caller_phone, caller_id_number, phone_index FROM hotline_callrecord")
        row = cursor.fetchone()
    assert "杨测试" not in row[0]
    assert PHONE not in "".join(row)


def test_history_holds_no_name_and_no_number(ma):
    call = CallFactory(by=ma, next_step="order")
    notes = [*call.events.values_list("note", flat=True), *call.orders.get().events.values_list("note", flat=True)]
    assert notes == ["", "", "", ""]


def test_a_call_taken_down_was_answered_after_the_ringing(ma, now):
    call = CallFactory(by=ma, when=now, ring_seconds=12, talk_seconds=90)
    assert call.answered_at == now - dt.timedelta(seconds=90)
    assert call.started_at == now - dt.timedelta(seconds=102)


def test_a_call_nobody_talked_in_rang_in_vain(ma):
    vain = {"next_step": "non_case", "request_type": "invalid", "non_case": "silent"}
    assert CallFactory(by=ma, ring_seconds=30, **vain).answered_at is None
    assert CallFactory(by=ma, ring_seconds=3, talk_seconds=5, **vain).answered_at is not None


def test_what_came_by_letter_was_never_answered_on_the_telephone(ma):
    assert CallFactory(by=ma, channel="letter").answered_at is None


def test_how_early_the_end_of_limitation_is_pointed_out_is_a_setting():
    today = dt.date(2024, 1, 10)
    told = Told(known_on=dt.date(2023, 3, 10))
    assert clock(told, None, today).tone == "neutral"
    Policy.objects.create(code="limitation_warning_days", value=[90, 7], valid_from=dt.date(2001, 1, 1), label="本省")
    assert clock(told, None, today).tone == "warning"
