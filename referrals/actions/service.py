"""Carrying a referral to the authority: the letter on paper, or the package on a medium."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from casework.actions import keep_papers
from casework.locking import lock
from casework.models import Blob
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer
from referrals.actions.delivery import start_clocks
from referrals.models import HandOver, InboxEntry, Referral
from referrals.workflow import WORKFLOW

Papers = Sequence[tuple[str, Blob]]


@one_transaction
def hand_over(
    referral: Referral,
    *,
    by: Officer,
    at: datetime,
    handed_on: date,
    papers: Papers,
    **served: Any,
) -> Referral:
    """It was carried there. The proof of service belongs to it, and the clocks run from the day it was served."""
    referral = WORKFLOW.advance(referral, "hand_over", by=by, at=at, sent_at=at, sent_on=handed_on)
    record_service(referral, by=by, at=at, handed_on=handed_on, papers=papers, **served)
    referral.deliveries.unfinished().update(done_at=at, parked_at=None, parked_reason="", lease=None)
    return referral


@one_transaction
def hand_over_on_paper(
    referral: Referral,
    *,
    by: Officer,
    at: datetime,
    handed_on: date,
    papers: Papers,
    **served: Any,
) -> Referral:
    """Carry what could not be delivered. Its delivery is withdrawn: nothing arrives a second time."""
    changes: dict[str, Any] = {"channel": Referral.Channel.PAPER, "sent_at": at, "sent_on": handed_on}
    referral = WORKFLOW.advance(referral, "hand_over_on_paper", by=by, at=at, **changes)
    record_service(referral, by=by, at=at, handed_on=handed_on, papers=papers, **served)
    referral.deliveries.unfinished().update(cancelled_at=at, parked_at=None, parked_reason="", lease=None)
    return referral


@one_transaction
def take_along(referral: Referral, *, by: Officer, at: datetime) -> Referral:
    """Print the letter or take the package: it names persons in full, so who took it stays in the history."""
    locked: Referral = lock(referral, by)
    WORKFLOW.record(locked, "take_along", act=Act(by, at))
    return locked


def record_service(
    referral: Referral,
    *,
    by: Officer,
    at: datetime,
    handed_on: date,
    papers: Papers,
    manner: str = HandOver.Manner.DIRECT,
    received_by: str = "",
    tracking_no: str = "",
) -> None:
    """How it was carried, to whom, and the proof of it."""
    keep_papers(referral, list(papers), by=by, at=at)
    carried = {"manner": manner, "received_by": received_by, "tracking_no": tracking_no}
    HandOver.objects.create(referral=referral, served_on=handed_on, **carried)
    InboxEntry.objects.get_or_create(referral=referral, defaults={"authority": referral.authority, "received_at": at})
    start_clocks(referral, handed_on)
