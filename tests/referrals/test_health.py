"""Whether deliveries are well, as the page, the API and the probes say it: from the database alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from referrals.clock import ClockTimestamp
from referrals.conservation import write_balance
from referrals.health.figures import delivery_health
from referrals.models import Balance, Circuit, Delivery, Heartbeat
from tests.factories.referrals import make_referral

pytestmark = pytest.mark.django_db
PARTS = ("beat", "relay", "worker")
API, PAGE = "/api/v1/health/delivery/", "/health/delivery/"


@pytest.fixture
def alive():
    for part in PARTS:
        Heartbeat.objects.note(part)
    write_balance()


def test_all_is_well_while_every_part_lives_and_the_sums_agree(alive, tan, client):
    client.force_login(tan.user)
    told = client.get(API)
    assert (told.status_code, told.json()["well"], told.json()["alarms"]) == (200, True, [])
    assert told.json()["balance"]["missing"] == 0
    assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize("part", PARTS)
def test_a_part_silent_for_more_than_a_minute_is_an_alarm_with_its_remedy(alive, tan, client, part):
    Heartbeat.objects.filter(part=part).update(at=ClockTimestamp() - timedelta(seconds=61))
    client.force_login(tan.user)
    told = client.get(API)
    assert told.status_code == 503
    assert [p["name"] for p in told.json()["parts"] if not p["alive"]] == [part]
    assert told.json()["alarms"][0] in client.get(PAGE).content.decode()


def test_a_message_that_could_go_and_is_a_minute_late_is_an_alarm(alive, tan, case):
    make_referral(case, "queued")
    Delivery.objects.update(next_attempt_at=ClockTimestamp() - timedelta(seconds=90))
    assert write_balance().lag in range(90, 100)
    assert len(delivery_health(tan).alarms) == 1


def test_what_waits_for_an_office_out_of_reach_is_shown_and_no_alarm(alive, tan, client, case):
    referral = make_referral(case, "queued")
    Delivery.objects.update(next_attempt_at=ClockTimestamp() - timedelta(seconds=90))
    Circuit.objects.create(authority=referral.authority, failures=7, probe_at=ClockTimestamp())
    assert write_balance().lag == 0
    client.force_login(tan.user)
    (line,) = client.get(API).json()["lines"]
    assert (line["authority"], line["waiting"], line["broken"]) == (referral.authority.name, 1, True)
    page = client.get(PAGE).content.decode()
    assert referral.authority.name in page
    assert referral.number not in page


def test_a_row_that_vanished_is_an_alarm(alive, tan, case):
    make_referral(case, "queued")
    with connection.cursor() as cursor:  # as somebody might who owns the database
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE referrals_delivery DISABLE TRIGGER referrals_delivery_keep")
        cursor.execute("DELETE FROM referrals_delivery")
    assert write_balance().missing == 1
    assert len(delivery_health(tan).alarms) == 1


def test_sums_that_were_not_written_lately_are_no_comfort(alive, tan):
    Balance.objects.update(at=ClockTimestamp() - timedelta(minutes=4))
    assert len(delivery_health(tan).alarms) == 1


def test_sums_are_kept_for_a_month(alive):
    Balance.objects.update(at=ClockTimestamp() - timedelta(days=31))
    write_balance()
    assert Balance.objects.count() == 1


def test_who_was_given_up_is_named_to_those_who_may_know_it(alive, client, li, tan, case):
    referral = make_referral(case, "send_failed")
    client.force_login(li.user)
    assert referral.number in client.get(PAGE).content.decode()
    client.force_login(tan.user)
    assert referral.number not in client.get(PAGE).content.decode()


@pytest.mark.parametrize("who", ["zhao", "hr_officer", "ma"])
def test_others_do_not_see_it(client, request, who):
    client.force_login(request.getfixturevalue(who).user)
    assert (client.get(PAGE).status_code, client.get(API).status_code) == (403, 403)


def test_the_page_asks_as_often_whatever_waits(alive, li, case, django_assert_max_num_queries):
    make_referral(case, "send_failed")
    with django_assert_max_num_queries(3):
        delivery_health(li)
