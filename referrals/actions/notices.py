"""What a person does about a notice that was given up, and about a matter the other side has taken back."""

from __future__ import annotations

from datetime import datetime

from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer
from referrals.actions.union import send_again
from referrals.models import Referral
from referrals.workflow import WORKFLOW


@one_transaction
def resend_notice(referral: Referral, *, by: Officer, at: datetime) -> Referral:
    """Try again the notices that were given up: the same messages, for another ten days."""
    referral = WORKFLOW.advance(referral, "resend_notice", by=by, at=at)
    send_again(referral.deliveries.notices_given_up())
    return referral


@one_transaction
def withdraw_notice(referral: Referral, *, by: Officer, at: datetime, reason: str) -> Referral:
    """The other side was told another way, by telephone or on paper. The messages do not go any more."""
    referral = WORKFLOW.advance(referral, "withdraw_notice", by=by, at=at, note=reason)
    ended = {"cancelled_at": at, "parked_at": None, "parked_reason": "", "lease": None}
    referral.deliveries.notices_given_up().update(**ended)
    return referral


@one_transaction
def take_note(referral: Referral, *, by: Officer, at: datetime) -> Referral:
    """Whoever held it has read that the other side took it back. A case opened from it goes on until it is ended."""
    return WORKFLOW.advance(referral, "take_note", by=by, at=at, closed_on=Act(by, at).today)
