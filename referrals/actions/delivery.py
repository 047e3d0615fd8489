"""What the system does with an approved referral. Rows only; sending happens outside any transaction."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from casework import deadlines
from casework.steady import once
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer
from referrals.messages import body_of
from referrals.models import Delivery, Endpoint, Referral, ReferralKind
from referrals.models.deliveries import digest_of
from referrals.threads import thread_of
from referrals.workflow import WORKFLOW

Matter = Delivery.Matter


@one_transaction
def enqueue(referral: Referral, *, at: datetime) -> Referral:
    """Write down what is to be delivered. Nothing is sent here: the relay finds the row."""
    way = way_to(referral)
    referral = WORKFLOW.advance(referral, "enqueue", by=Officer.objects.system(), at=at, channel=way)
    write_message(referral, Matter.REFERRAL, body_of(referral), at=at)
    return referral


@one_transaction
def notify(referral: Referral, matter: str, data: dict[str, Any], *, at: datetime) -> Delivery:
    """Tell the authority's system something more about a referral: after what it was told before, never past it."""
    WORKFLOW.record(referral, "enqueue_notice", act=Act(Officer.objects.system(), at), note=str(Matter(matter).label))
    return write_message(referral, matter, data, at=at)


def way_to(referral: Referral) -> str:
    """From system to system where the authority has an address in use; else the way chosen for it."""
    if referral.channel == Referral.Channel.DESK and Endpoint.objects.of(referral.authority):
        return str(Referral.Channel.HTTP)
    return referral.channel


def write_message(referral: Referral, matter: str, data: dict[str, Any], *, at: datetime) -> Delivery:
    """The row of the outbox. Its text is fixed here: every attempt sends and signs the same bytes."""
    told = {"type": str(matter), "timestamp": at.isoformat(), "data": data}
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    written: Delivery = referral.deliveries.create(
        authority=referral.authority,
        authority_kind=referral.authority.kind,
        channel=referral.channel,
        source=thread_of(referral),
        matter=matter,
        body=body,
        digest=digest_of(body),
        queued_at=at,
    )
    return written


@one_transaction
def delivered(delivery: Delivery, *, at: datetime) -> Referral:
    """The authority holds it: the clocks for signing, taking on and the result run from this day."""
    on = timezone.localdate(at)
    row = Referral(pk=delivery.referral_id)  # the step reads the rest, under its lock
    locked = WORKFLOW.advance(row, "delivered", by=system(), at=at, sent_at=at, sent_on=on)
    locked.kind = once(("kind", locked.kind_id), lambda: locked.kind)
    locked.org = once(("org", locked.org_id), lambda: locked.org)
    start_clocks(locked, on)
    return locked


def system() -> Officer:
    return once("system", Officer.objects.system)


def start_clocks(referral: Referral, on: date) -> None:
    """For signing, for taking on, and for the result where it is counted from the delivery. Advice is taken on by
    nobody; a day that was agreed stands as it is.
    """
    kind, rules = referral.kind, [referral.ack_rule]
    if kind.decision_rule and not referral.is_advice:
        rules.append(kind.decision_rule)
    if referral.agreed_due_on:
        deadlines.start_agreed(referral, referral.result_rule, on, referral.agreed_due_on)
    elif referral.is_advice or kind.result_from == ReferralKind.Start.SENT:
        rules.append(referral.result_rule)
    deadlines.start_all(referral, rules, on)


@one_transaction
def fail_delivery(referral: Referral, *, at: datetime, reason: str = "") -> Referral:
    """Given up for now: it waits for the liaison officer, who tries again, hands over paper, or has it recalled."""
    return WORKFLOW.advance(referral, "fail_delivery", by=Officer.objects.system(), at=at, note=reason)
