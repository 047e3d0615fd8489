"""What the authority does, on its own desk; for one without a desk the liaison officer enters it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from casework import deadlines
from casework.actions import keep_papers
from casework.models import Blob, DeadlineRule
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer
from referrals.models import Referral, ReferralKind
from referrals.sources import let_go
from referrals.workflow import WORKFLOW

Papers = Sequence[tuple[str, Blob]]
TELL = "referral.tell_caller"


@one_transaction
def acknowledge(referral: Referral, *, by: Officer, at: datetime, acked_on: date, external_no: str = "") -> Referral:
    """Sign for it. That is a receipt, not yet a decision."""
    changes: dict[str, Any] = {"acked_on": acked_on, "external_no": external_no}
    referral = WORKFLOW.advance(referral, "acknowledge", by=by, at=at, **changes)
    deadlines.meet(referral, referral.ack_rule, acked_on)
    return referral


@one_transaction
def accept(
    referral: Referral, *, by: Officer, at: datetime, decided_on: date, external_no: str, decision: str = ""
) -> Referral:
    """Take it on under the authority's own number. A period for the result that runs from here begins."""
    changes: dict[str, Any] = {"decided_on": decided_on, "external_no": external_no, "decision": decision}
    referral = WORKFLOW.advance(referral, "accept", by=by, at=at, **changes)
    kind = referral.kind
    if kind.decision_rule:
        deadlines.meet(referral, kind.decision_rule, decided_on)
    if kind.result_from == ReferralKind.Start.ACCEPTED and not referral.agreed_due_on:
        deadlines.start(referral, referral.result_rule, decided_on)
    if referral.has_left:
        let_go(referral, by=by, at=at, on=decided_on)
    return referral


@one_transaction
def prolong(referral: Referral, *, by: Officer, at: datetime, reason: str) -> Referral:
    """The authority takes the longer time the law gives it, once: the day it had plus the extension."""
    referral = WORKFLOW.advance(referral, "prolong", by=by, at=at, note=reason)
    today = Act(by, at).today
    rule = DeadlineRule.objects.in_force(referral.kind.extension_rule, today, referral.org.region)
    deadlines.extend(referral, referral.result_rule, length=rule.length, reason=reason, on=today)
    return referral


@one_transaction
def return_referral(
    referral: Referral, *, by: Officer, at: datetime, returned_code: str, returned_reason: str
) -> Referral:
    """Send it back with a reason. Nothing runs against the authority any more."""
    changes: dict[str, Any] = {"returned_code": returned_code, "returned_reason": returned_reason}
    referral = WORKFLOW.advance(referral, "return_referral", by=by, at=at, **changes)
    deadlines.meet_all(referral, Act(by, at).today)
    return referral


@one_transaction
def complete(
    referral: Referral,
    *,
    by: Officer,
    at: datetime,
    result: str,
    result_on: date,
    result_text: str = "",
    papers: Papers = (),
) -> Referral:
    """Answer: outcome, day, papers. The union now has to tell the person who asked."""
    changes: dict[str, Any] = {"result": result, "result_on": result_on, "result_text": result_text}
    referral = WORKFLOW.advance(referral, "complete", by=by, at=at, **changes)
    keep_papers(referral, list(papers), by=by, at=at)
    deadlines.meet_all(referral, result_on)
    today = Act(by, at).today
    if kind_of_feedback := referral.kind.feedback_rule:
        deadlines.start(referral, kind_of_feedback, result_on)
        deadlines.meet(referral, kind_of_feedback, today)
    if following := referral.kind.outcome_rules.get(result):
        deadlines.start(referral, following, result_on)
    deadlines.start(referral, TELL, today)
    return referral
