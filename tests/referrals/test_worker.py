"""The way of a referral through real workers and the real broker, and what kills and wipes do to it."""

from __future__ import annotations

import os
import signal
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from config.celery import app
from config.clock import Clock
from organizations.models import Authority
from referrals.clock import ClockTimestamp
from referrals.conservation import balance
from referrals.models import Delivery, DeliveryAttempt, Heartbeat, InboxEntry, Referral
from referrals.tasks import hand_out
from tests.factories.referrals import accept, acknowledge, complete, make_referral, record
from tests.referrals.workers import tick, until, wipe_broker, worker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def empty_broker():
    wipe_broker()


def state_of(referral: Referral) -> str:
    return str(Referral.objects.values_list("state", flat=True).get(pk=referral.pk))


def test_a_referral_goes_out_by_celery_and_the_answer_comes_home(case, now):
    referral = make_referral(case, "queued")
    with worker():
        until(lambda: state_of(referral) == "sent", "the referral is on the authority's desk", tick)
    assert Heartbeat.objects.is_fresh("relay")
    for step in (acknowledge, accept, complete, record):
        referral = step(Referral.objects.get(pk=referral.pk), timezone.now())
    assert state_of(referral) == "closed"
    assert case.events.filter(verb="referral_answered", note=referral.number).exists()


def test_a_worker_killed_while_sending_and_a_wiped_broker_lose_nothing(case, tmp_path):
    referral = make_referral(case, "queued")
    os.mkfifo(tmp_path / "pipe")
    with worker("tests.referrals.gated", HEYI_TEST_GATE=str(tmp_path)) as sender:
        until((tmp_path / "reached").exists, "the send has begun", tick)
        sender.send_signal(signal.SIGKILL)
        sender.wait(20)
    wipe_broker()
    assert state_of(referral) == "queued"
    assert DeliveryAttempt.objects.get().outcome == ""
    assert balance().pending == 1
    Delivery.objects.update(next_attempt_at=ClockTimestamp(), leased_until=ClockTimestamp())  # the lease ends
    with worker():
        until(lambda: state_of(referral) == "sent", "it arrived after the restart", tick)
    assert [t.outcome for t in DeliveryAttempt.objects.order_by("n")] == ["", "sent"]
    assert InboxEntry.objects.filter(referral=referral).count() == 1
    assert [e.verb for e in referral.events.all()].count("delivered") == 1
    assert balance().holds


def test_messages_wiped_from_the_broker_are_handed_out_again(case, zhao, now):
    """Leased and published, then the broker forgets: the rows come back when the lease ends."""
    referral = make_referral(case, "queued")
    hand_out()
    wipe_broker()
    assert Delivery.objects.lease() == []
    Delivery.objects.update(next_attempt_at=ClockTimestamp(), leased_until=ClockTimestamp())
    with worker():
        until(lambda: state_of(referral) == "sent", "it arrived", tick)
    assert InboxEntry.objects.count() == 1


def test_a_request_answers_although_the_broker_is_gone(case, duan, now, client, settings):
    """Nothing a request does talks to the broker."""
    settings.REDIS_URL = "unix:///nowhere/broker.sock"
    app.conf.broker_url, known = "redis+socket:///nowhere/broker.sock", app.conf.broker_url
    try:
        client.force_login(duan.user)
        referral = make_referral(case)
        began = time.monotonic()
        answer = client.post(referral.step_url("approve"), {"version": referral.version})
    finally:
        app.conf.broker_url = known
    assert answer.status_code == 302
    assert time.monotonic() - began < 5
    assert state_of(referral) == "queued"


def test_the_clock_hands_out_every_second(settings):
    entry = settings.CELERY_BEAT_SCHEDULE["relay"]
    assert entry["task"] == "referrals.tasks.relay"
    assert entry["schedule"].run_every.total_seconds() == 1


def test_without_beat_the_workers_hand_out_themselves(case):
    referral = make_referral(case, "queued")
    with worker():
        until(lambda: state_of(referral) == "sent", "a worker stood in for beat")


def test_every_kind_of_authority_has_a_queue(settings):
    assert set(Authority.Kind.values) <= set(settings.CELERY_TASK_QUEUES)


def test_beat_leaves_a_sign_of_life(tmp_path):
    clock = Clock(app, schedule_filename=str(tmp_path / "beat"), lazy=True)
    clock.setup_schedule()
    clock.tick()
    clock.close()
    assert Heartbeat.objects.is_fresh("beat")


def test_a_part_silent_for_a_minute_counts_as_dead():
    Heartbeat.objects.note("worker")
    Heartbeat.objects.update(at=ClockTimestamp() - timedelta(seconds=61))
    assert not Heartbeat.objects.is_fresh("worker")
