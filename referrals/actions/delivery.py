"""What the system does with an approved referral. Rows only; sending happens outside any transaction."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from casework import deadlines
from casework.errors import StepRefused
from organizations.models import Officer
from referrals.clock import ClockTimestamp
from referrals.messages import body_of
from referrals.models import Delivery, DeliveryAttempt, Referral, ReferralKind
from referrals.outbox import back_off
from referrals.transports import TRANSPORTS, TransportError
from referrals.workflow import WORKFLOW


@transaction.atomic
def enqueue(referral: Referral, *, at: datetime) -> Referral:
    """Write down what is to be delivered. Nothing is sent here: the relay finds the row."""
    referral = WORKFLOW.advance(referral, "enqueue", by=Officer.objects.system(), at=at)
    referral.deliveries.create(
        authority_kind=referral.authority.kind,
        channel=referral.channel,
        source=referral.source_key,
        body=body_of(referral),
        queued_at=at,
    )
    return referral


@transaction.atomic
def delivered(referral: Referral, *, at: datetime) -> Referral:
    """The authority holds it: the clocks for signing, taking on and the result run from this day."""
    on = timezone.localdate(at)
    system = Officer.objects.system()
    referral = WORKFLOW.advance(referral, "delivered", by=system, at=at, sent_at=at, sent_on=on)
    start_clocks(referral, on)
    return referral


def start_clocks(referral: Referral, on: date) -> None:
    """For signing, for taking on, and for the result where it is counted from the delivery. Advice is taken on by
    nobody; a day that was agreed stands as it is.
    """
    kind = referral.kind
    deadlines.start(referral, referral.ack_rule, on)
    if kind.decision_rule and not referral.is_advice:
        deadlines.start(referral, kind.decision_rule, on)
    if referral.agreed_due_on:
        deadlines.start_agreed(referral, referral.result_rule, on, referral.agreed_due_on)
    elif referral.is_advice or kind.result_from == ReferralKind.Start.SENT:
        deadlines.start(referral, referral.result_rule, on)


@transaction.atomic
def fail_delivery(referral: Referral, *, at: datetime) -> Referral:
    """Given up for now: it waits for the liaison officer, who tries again, hands over paper, or has it recalled."""
    return WORKFLOW.advance(referral, "fail_delivery", by=Officer.objects.system(), at=at)


def carry(delivery: Delivery, *, at: datetime | None = None) -> None:
    """One attempt that was begun: send, then write down how it went."""
    if delivery.give_up_at < timezone.now() and cut_off_before(delivery):
        postpone(delivery, "the attempts before were cut off", at=at or timezone.now())
        return
    try:
        TRANSPORTS[delivery.channel].send(delivery, at=at or timezone.now())
    except TransportError as error:
        postpone(delivery, str(error), at=at or timezone.now())
    else:
        succeed(delivery, at=at or timezone.now())


def cut_off_before(delivery: Delivery) -> bool:
    """A message whose senders die would otherwise never reach a person."""
    return delivery.tries.filter(n=delivery.attempts - 1, finished_at=None).exists()


@transaction.atomic
def succeed(delivery: Delivery, *, at: datetime) -> None:
    """It arrived. The referral is locked first, as in every verb; one recalled meanwhile stays recalled."""
    finish(delivery, at, DeliveryAttempt.Outcome.SENT)
    try:
        with transaction.atomic():
            delivered(delivery.referral, at=at)
    except StepRefused:
        return
    Delivery.objects.filter(pk=delivery.pk).update(done_at=at, parked_at=None, lease=None)


@transaction.atomic
def postpone(delivery: Delivery, error: str, *, at: datetime) -> None:
    """It did not arrive: later again, or into the hands of a person when ten days are over."""
    finish(delivery, at, DeliveryAttempt.Outcome.FAILED, error)
    ours = Delivery.objects.pending().filter(pk=delivery.pk, lease=delivery.lease)
    if ours.exhausted().exists():
        park(delivery, at=at)
    else:
        ours.update(next_attempt_at=ClockTimestamp() + back_off(delivery.attempts), lease=None)


@transaction.atomic
def park(delivery: Delivery, *, at: datetime) -> None:
    """Put it in front of a person. Nothing is lost: the row stays with all its attempts."""
    fail_delivery(delivery.referral, at=at)
    Delivery.objects.filter(pk=delivery.pk).update(parked_at=at, lease=None)


def finish(delivery: Delivery, at: datetime, outcome: str, error: str = "") -> None:
    last: Any = delivery.tries.filter(n=delivery.attempts)
    last.update(finished_at=at, outcome=outcome, error=error[:300])


def deliver_at_once(referral: Referral, *, at: datetime) -> Referral:
    """Deliver without the broker, at a stated time: for data entered from the past."""
    for delivery in Delivery.objects.pending().filter(referral=referral):
        delivery.lease = delivery.message_id
        delivery.save(update_fields=["lease"])
        if begun := Delivery.objects.begin_attempt(delivery.pk, delivery.message_id, at=at):
            carry(begun, at=at)
    referral.refresh_from_db()
    return referral
