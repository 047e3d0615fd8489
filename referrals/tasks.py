"""Entry points of the clock and of the queues. The only place that talks to the broker."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from referrals.actions import carry
from referrals.models import Delivery, Heartbeat


@shared_task(ignore_result=True)
def relay() -> None:
    """Every second. Safe to run twice, late, or in parallel."""
    Heartbeat.objects.note("worker")
    hand_out()


def hand_out() -> None:
    """Put what is due into the queue of its kind of authority. A message that gets lost is handed out again."""
    for delivery in Delivery.objects.lease():
        deliver.apply_async((delivery.pk, str(delivery.lease)), queue=delivery.authority_kind)


def stand_in() -> None:
    """Tick in place of beat when it has been silent for a minute."""
    if not Heartbeat.objects.is_fresh("beat"):
        relay.apply_async()


@shared_task(acks_late=True, reject_on_worker_lost=True, ignore_result=True)
def deliver(pk: int, lease: str) -> None:
    """One attempt. Nothing happens when another worker has done it or holds it."""
    if delivery := Delivery.objects.begin_attempt(pk, lease, at=timezone.now()):
        carry(delivery)
