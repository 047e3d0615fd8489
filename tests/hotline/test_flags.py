"""A flag of a caller: beside the form as soon as the number is typed, gone after its day, its history kept."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from hotline.models import CallerFlag
from hotline.tasks import expire_flags
from tests.factories.hotline import PHONE, CallFactory, officer_of
from tests.hotline.test_call_sheet import ID_NUMBER
from tests.hotline.test_pages import text

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
NOTE = "说话请放慢"


@pytest.fixture
def operator(client, ma):
    client.force_login(ma.user)
    return client


def flagged(client, call, **typed):
    form = {"kind": "support", "until": TODAY() + dt.timedelta(days=30), "text": NOTE, "reason": "多次来电沟通困难"}
    return client.post(call.step_url("flag_caller"), {**form, **typed})


def test_a_flag_is_shown_as_soon_as_number_or_person_is_typed(operator, ma):
    call = CallFactory(by=ma, caller_id_number=ID_NUMBER)
    assert flagged(operator, call).status_code == 302
    for typed in ({"caller_phone": "+86 " + PHONE}, {"caller_id_number": ID_NUMBER}):
        page = text(operator.post("/calls/contacts/", typed))
        assert "需要耐心协助" in page
        assert NOTE in page
    assert NOTE not in text(operator.post("/calls/contacts/", {"caller_phone": PHONE, "anonymous": "on"}))
    assert NOTE in text(operator.get(CallFactory(by=ma).get_absolute_url()))


def test_number_and_note_are_sealed_and_stay_out_of_the_history(operator, ma):
    call = CallFactory(by=ma)
    flagged(operator, call)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM hotline_callerflag")
        row = repr(cursor.fetchone())
    assert PHONE not in row
    assert NOTE not in row
    event = call.events.get(verb="flag_caller")
    assert (event.by, NOTE in event.note, "多次来电沟通困难" in event.note) == (ma, False, True)


@pytest.mark.parametrize(
    "wrong", [{"reason": ""}, {"until": "2020-01-01"}, {"until": "2099-01-01"}, {"kind": "x"}, {"until": ""}]
)
def test_a_flag_needs_kind_day_and_reason(operator, ma, wrong):
    assert flagged(operator, CallFactory(by=ma), **wrong).status_code == 422
    assert not CallerFlag.objects.exists()


@pytest.mark.parametrize("who", [{"anonymous": True}, {"caller_phone": ""}])
def test_who_cannot_be_recognised_is_not_flagged(operator, ma, who):
    assert flagged(operator, CallFactory(by=ma, **who)).status_code == 409


def test_a_flag_is_ended_with_a_reason(operator, ma):
    call = CallFactory(by=ma)
    flagged(operator, call)
    flag = CallerFlag.objects.get()
    assert operator.post(call.step_url("end_flag"), {"flag": flag.pk, "reason": ""}).status_code == 422
    assert operator.post(call.step_url("end_flag"), {"flag": flag.pk, "reason": "情况已变"}).status_code == 302
    assert not CallerFlag.objects.exists()
    assert [e.verb for e in call.events.order_by("pk")] == ["register", "flag_caller", "end_flag"]


@pytest.mark.parametrize(("days", "left"), [(-1, 0), (-40, 0), (0, 1)])
def test_a_flag_goes_after_its_day_and_its_history_stays(operator, ma, days, left):
    call = CallFactory(by=ma)
    flagged(operator, call)
    CallerFlag.objects.update(until=TODAY() + dt.timedelta(days=days))
    assert (NOTE in text(operator.post("/calls/contacts/", {"caller_phone": PHONE}))) is bool(left)
    expire_flags()
    expire_flags()
    assert CallerFlag.objects.count() == left
    assert call.events.filter(verb="expire_flag").count() == 1 - left


def test_a_flag_is_known_only_within_scope(client, operator, ma, zhao):
    flagged(operator, CallFactory(by=ma))
    outsider = officer_of("hotline_operator", "532924")
    assert CallerFlag.objects.visible_to(zhao).exists()
    assert not CallerFlag.objects.visible_to(outsider).exists()
    client.force_login(outsider.user)
    assert NOTE not in text(client.post("/calls/contacts/", {"caller_phone": PHONE}))


def test_a_flag_not_to_call_warns_like_the_call_itself(operator, ma):
    flagged(operator, CallFactory(by=ma), kind="do_not_call")
    assert "请改用其他方式联系" in text(operator.get(CallFactory(by=ma).get_absolute_url()))
