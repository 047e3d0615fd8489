"""What the union does with what an authority sent: signed for, made a case, taken on, answered, sent back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

import disputes.actions
from casework import deadlines
from casework.actions import keep_papers
from casework.errors import Refused
from casework.models import Blob, Category
from casework.transactions import one_transaction
from casework.workflow import Act
from disputes.models import DisputeCase
from disputes.models.choices import Place
from organizations.models import Officer
from referrals.actions.replies import tell_sender
from referrals.models import Referral, ReferralKind
from referrals.workflow import WORKFLOW

Papers = Sequence[tuple[str, Blob]]
Rows = Sequence[dict[str, Any]]


@one_transaction
def sign_in(referral: Referral, *, by: Officer, at: datetime, acked_on: date) -> Referral:
    """A person of the union has it. That is a receipt, not yet a decision; the sender is told."""
    referral = WORKFLOW.advance(referral, "sign_in", by=by, at=at, acked_on=acked_on)
    signed(referral, by=by, at=at, on=acked_on)
    return referral


def signed(referral: Referral, *, by: Officer, at: datetime, on: date) -> None:
    deadlines.meet(referral, referral.ack_rule, on)
    tell_sender(referral, "received", at=at, acked_on=on)


@one_transaction
def open_case(
    referral: Referral, *, by: Officer, at: datetime, category: Category, worker_count: int | None = None
) -> Referral:
    """Make a dispute case of it, with the parties, the facts and the papers that came. It is signed for by that.

    The case counts from the day the union received the matter; deciding on it answers the sender. Raises Refused.
    """
    today = Act(by, at).today
    referral = WORKFLOW.hold(referral, "open_case", by=by, at=at)
    unsigned, came = referral.acked_on is None, referral.passed_data
    if not (came.get("applicants") and came.get("respondents")):
        raise Refused(_("Applicant and respondent were not named by the sender. Please enter the case by hand."))
    if known := DisputeCase.objects.filter(org=referral.org, external_no=referral.external_no).first():
        raise Refused(_("A case with this number is there already: %(case)s.") % {"case": known})
    case = disputes.actions.apply(
        by=by,
        at=at,
        org=referral.org,
        received_on=referral.sent_on or today,
        origin=referral.kind.origin,
        procedure=referral.details.get("procedure", ""),
        external_no=referral.external_no,
        category=category,
        facts=referral.facts,
        applicants=came["applicants"],
        respondents=came["respondents"],
        claims=[{"category": None, "claimant": "", "amount": came.get("amounts", {}).get("claimed") or 0}],
        worker_count=worker_count,
    )
    signing: dict[str, Any] = {"acked_on": today} if unsigned else {}
    referral = WORKFLOW.advance(referral, "open_case", by=by, at=at, case=case, **signing)
    papers = [(paper.title, paper.blob) for paper in referral.attachments.select_related("blob")]
    keep_papers(case, papers, by=by, at=at, place=Place.EVIDENCE)
    if unsigned:
        signed(referral, by=by, at=at, on=today)
    return referral


@one_transaction
def take_on(referral: Referral, *, by: Officer, at: datetime, decided_on: date, decision: str = "") -> Referral:
    """The union takes it on; the period for the result begins, and the sender is told."""
    referral = WORKFLOW.advance(referral, "take_on", by=by, at=at, decided_on=decided_on, decision=decision)
    kind = referral.kind
    deadlines.meet(referral, referral.ack_rule, decided_on)
    if kind.decision_rule:
        deadlines.meet(referral, kind.decision_rule, decided_on)
    if kind.result_from == ReferralKind.Start.ACCEPTED:
        deadlines.start(referral, referral.result_rule, decided_on)
    if kind.taken_on_rule:
        deadlines.start(referral, kind.taken_on_rule, decided_on)
    number = referral.case.number if referral.case else referral.number
    tell_sender(referral, "accepted", at=at, decided_on=decided_on, union_no=number, decision=decision)
    return referral


@one_transaction
def ask_other_side(referral: Referral, *, by: Officer, at: datetime, asked_on: date) -> Referral:
    """The other side was asked whether it wants to be mediated (online mediation rules, art. 15)."""
    referral = WORKFLOW.advance(referral, "ask_other_side", by=by, at=at)
    deadlines.meet(referral, referral.kind.taken_on_rule, asked_on)
    return referral


@one_transaction
def answer(
    referral: Referral,
    *,
    by: Officer,
    at: datetime,
    result: str,
    result_on: date,
    result_text: str = "",
    papers: Papers = (),
) -> Referral:
    """How it ended, with the papers: an agreement in copy, or the file that goes back (invited mediation, 19, 21)."""
    changes: dict[str, Any] = {"result": result, "result_on": result_on, "result_text": result_text}
    referral = WORKFLOW.advance(referral, "answer", by=by, at=at, **changes)
    keep_papers(referral, list(papers), by=by, at=at)
    deadlines.meet_all(referral, result_on)
    told = {"result": result, "result_label": referral.result_label, "result_on": result_on, "result_text": result_text}
    tell_sender(referral, "result", at=at, papers=True, **told)
    return referral


@one_transaction
def send_back(
    referral: Referral, *, by: Officer, at: datetime, returned_code: str, returned_reason: str = ""
) -> Referral:
    """Not for the union, or not complete: back to the sender with the reason."""
    changes: dict[str, Any] = {"returned_code": returned_code, "returned_reason": returned_reason}
    referral = WORKFLOW.advance(referral, "send_back", by=by, at=at, **changes)
    deadlines.meet_all(referral, Act(by, at).today)
    label = referral.get_returned_code_display()
    tell_sender(referral, "returned", at=at, code=returned_code, code_label=label, reason=returned_reason)
    return referral


@one_transaction
def hand_back(referral: Referral, *, by: Officer, at: datetime, handed_on: date) -> Referral:
    """The sender holds the answer: nothing is left to do here."""
    return WORKFLOW.advance(referral, "hand_back", by=by, at=at, closed_on=handed_on)


@one_transaction
def take_back(referral: Referral, *, by: Officer, at: datetime, reason: str) -> Referral:
    """The sender wants it no more. A case opened from it stays until its own officer ends it."""
    referral = WORKFLOW.advance(referral, "take_back", by=by, at=at, note=reason)
    deadlines.meet_all(referral, Act(by, at).today)
    return referral
