"""Telephone calls nobody has registered wait until somebody does, or says why not."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from hotline import actions
from hotline.desk import cards
from hotline.models import LineCall
from tests.factories.telephony import INQUIRY, LineCallFactory, seat, text

pytestmark = pytest.mark.django_db


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
