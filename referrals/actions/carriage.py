"""One attempt after another: send outside any transaction, then write down how it went."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from casework.errors import StepRefused
from casework.transactions import one_transaction
from referrals.actions.delivery import delivered, fail_delivery
from referrals.actions.replies import handed_over
from referrals.causes import Cause
from referrals.clock import ClockTimestamp
from referrals.models import Circuit, Delivery, DeliveryAttempt, Referral
from referrals.outbox import back_off
from referrals.transports import TRANSPORTS, ReadyToCarry, TransportError

LAST_WORDS = {Delivery.Matter.RESULT, Delivery.Matter.RETURNED}
LONGEST_REST = timedelta(hours=24)  # an authority cannot ask for more


def carry(delivery: Delivery, *, at: datetime | None = None, go_on: bool = False) -> Delivery | None:
    """One attempt that was begun. With `go_on` the next message of this authority, begun, if this one got through.

    `at` is the time of data entered from the past; without it the time is taken before the send and after it.
    """
    try:
        status = attempt(delivery, at=at or timezone.now())
    except TransportError as error:
        postpone(delivery, error, at=at or timezone.now())
        return None
    except ReadyToCarry:
        lay_ready(delivery, at=at or timezone.now())
        return None
    return succeed(delivery, at=at or timezone.now(), status=status, go_on=go_on)


def attempt(delivery: Delivery, *, at: datetime) -> int | None:
    """The status of the answer, where there is one. Raises TransportError."""
    if not delivery.is_unaltered:
        raise TransportError(Cause.ALTERED, parks=Delivery.Parked.ALTERED)
    if delivery.give_up_at < timezone.now() and cut_off_before(delivery):
        raise TransportError(Cause.CUT_OFF)
    return TRANSPORTS[delivery.channel].send(delivery, at=at)


def cut_off_before(delivery: Delivery) -> bool:
    """A message whose senders die would otherwise never reach a person."""
    return delivery.tries.filter(n=delivery.attempts - 1, finished_at=None).exists()


@one_transaction
def succeed(delivery: Delivery, *, at: datetime, status: int | None = None, go_on: bool = False) -> Delivery | None:
    """It arrived. The referral is locked first, as in every verb; one recalled meanwhile stays recalled."""
    finish(delivery, at, DeliveryAttempt.Outcome.SENT, status=status)
    try:
        with transaction.atomic():
            arrived(delivery, at=at)
    except StepRefused:
        pass
    else:
        ended = Delivery.objects.filter(pk=delivery.pk, cancelled_at=None)
        ended.update(done_at=at, parked_at=None, parked_reason="", lease=None)
    if Circuit.objects.worked(delivery.authority_id):
        Delivery.objects.drain(delivery.authority_id)
    return Delivery.objects.begin_next(delivery.authority_id, at=at) if go_on else None


def arrived(delivery: Delivery, *, at: datetime) -> None:
    """The referral is with the authority now. Of notices only the last answer to what came in changes anything."""
    if delivery.matter == Delivery.Matter.REFERRAL:
        delivered(delivery, at=at)
    elif delivery.matter in LAST_WORDS and delivery.referral.is_incoming:
        handed_over(delivery.referral, at=at)


@one_transaction
def postpone(delivery: Delivery, error: TransportError, *, at: datetime) -> None:
    """It did not arrive: later again, or into the hands of a person when ten days are over."""
    finish(delivery, at, DeliveryAttempt.Outcome.FAILED, error.cause, error.status)
    rest = min(error.rest, LONGEST_REST) if error.rest else None
    if error.of_line:
        Circuit.objects.failed(delivery.authority_id, rest)
    ours = Delivery.objects.pending().filter(pk=delivery.pk, lease=delivery.lease)
    reason = error.parks or (Delivery.Parked.EXHAUSTED if ours.exhausted().exists() else "")
    if reason and ours.exists():
        park(delivery, at=at, reason=reason)
        return
    pause = max(back_off(delivery.attempts), rest or timedelta())
    ours.update(next_attempt_at=ClockTimestamp() + pause, lease=None, leased_until=None)


@one_transaction
def park(delivery: Delivery, *, at: datetime, reason: str = Delivery.Parked.EXHAUSTED) -> None:
    """Put it in front of a person. Nothing is lost: the row stays with all its attempts."""
    if delivery.matter == Delivery.Matter.REFERRAL:
        fail_delivery(delivery.referral, at=at, reason=str(Delivery.Parked(reason).label))
    parked = {"parked_at": at, "parked_reason": reason, "lease": None, "leased_until": None}
    Delivery.objects.filter(pk=delivery.pk).update(**parked)


@one_transaction
def lay_ready(delivery: Delivery, *, at: datetime) -> None:
    """Made, and waiting for a person to carry it. It may lie for days, so it holds up no later message of its file."""
    finish(delivery, at, DeliveryAttempt.Outcome.READY)
    waits = {"parked_at": at, "parked_reason": Delivery.Parked.CARRIED, "passed_at": at}
    ours = Delivery.objects.pending().filter(pk=delivery.pk, lease=delivery.lease)
    ours.update(lease=None, leased_until=None, **waits)


def finish(delivery: Delivery, at: datetime, outcome: str, error: str = "", status: int | None = None) -> None:
    last: Any = delivery.tries.filter(n=delivery.attempts)
    last.update(finished_at=at, outcome=outcome, error=error[:300], status=status)


def deliver_at_once(referral: Referral, *, at: datetime) -> Referral:
    """Deliver without the broker, at a stated time: for data entered from the past."""
    for delivery in Delivery.objects.pending().filter(referral=referral):
        delivery.lease = delivery.message_id
        delivery.save(update_fields=["lease"])
        if begun := Delivery.objects.begin_attempt(delivery.pk, delivery.message_id, at=at):
            carry(begun, at=at)
    referral.refresh_from_db()
    return referral
