"""Entry points of the clock and of the queues. The only place that talks to the broker."""

from __future__ import annotations

import time

from celery import shared_task
from django.utils import timezone

from casework.steady import steady
from referrals import actions
from referrals.actions import carry
from referrals.conservation import write_balance
from referrals.models import Delivery, Heartbeat
from referrals.transports.connections import open_links

AT_A_STRETCH = 5.0  # seconds one task goes on with the next message of its authority, so that it can be stopped


@shared_task(ignore_result=True)
def relay() -> None:
    """Every second. Safe to run twice, late, or in parallel."""
    Heartbeat.objects.note("relay")
    hand_out()


def hand_out() -> None:
    """Put what is due into the queue of its kind of authority. A message that gets lost is handed out again."""
    for delivery in Delivery.objects.lease():
        deliver.apply_async((delivery.pk, str(delivery.lease)), queue=delivery.authority_kind)


def stand_in() -> None:
    """Tick in place of beat when it has been silent for a minute."""
    if not Heartbeat.objects.is_fresh("beat"):
        relay.apply_async()
        balance.apply_async()


@shared_task(ignore_result=True, expires=50)
def follow_cases() -> None:
    """Every minute: what the cases opened from incoming referrals have decided goes back to who sent them."""
    actions.follow_cases(at=timezone.now())


@shared_task(acks_late=True, reject_on_worker_lost=True, ignore_result=True)
def deliver(pk: int, lease: str) -> None:
    """One attempt, and while the line works the next ones. Nothing happens when another worker did it or holds it."""
    until = time.monotonic() + AT_A_STRETCH
    with steady(), open_links():  # rules, calendars and the address are read once for all messages of a stretch
        delivery = Delivery.objects.begin_attempt(pk, lease, at=timezone.now())
        while delivery:
            delivery = carry(delivery, go_on=time.monotonic() < until)


@shared_task(ignore_result=True)
def heartbeat() -> None:
    """Every ten seconds: the worker of all other jobs takes what it is given."""
    Heartbeat.objects.note("worker")


@shared_task(ignore_result=True)
def balance() -> None:
    """Every minute."""
    write_balance()
