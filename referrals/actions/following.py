"""What becomes of a dispute case is the union's answer to the authority that has sent it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from casework.errors import StepRefused
from casework.models import Blob
from disputes.models import DisputeCase
from organizations.models import Officer
from referrals.actions.incoming import answer, send_back, take_on
from referrals.models import Referral

# Ends of a case for which the table of a kind has no word of its own.
NEAREST = {"reconciled": "agreed", "transferred": "terminated", "terminated": "failed", "withdrawn": "failed"}
PAPERS_OF_THE_END = ("agreement", "failure_notice", "certificate")


def follow_cases(*, at: datetime) -> int:
    """Pass on whatever the cases opened from incoming referrals have decided. All of it, so a tick missed is caught up.

    Answers with the number of steps taken.
    """
    done = 0
    for referral in Referral.objects.moved_on().order_by("pk").iterator():
        try:
            with transaction.atomic():
                done += follow(referral, at=at)
        except StepRefused:  # somebody else was faster
            continue
    return done


def follow(referral: Referral, *, at: datetime) -> int:
    """One or two steps: a case accepted and ended since is both."""
    case: Any = referral.case
    if case.declined_on:
        declined(referral, case, at=at)
        return 1
    system, steps = Officer.objects.system(), 0
    if referral.state == Referral.State.ACKNOWLEDGED:
        referral, steps = take_on(referral, by=system, at=at, decided_on=case.accepted_on), 1
    if case.outcome:
        ended(referral, case, at=at)
        steps += 1
    return steps


def declined(referral: Referral, case: DisputeCase, *, at: datetime) -> None:
    reason = case.get_end_reason_display()
    code = Referral.ReturnReason.OUTSIDE_SCOPE if case.exclusion else Referral.ReturnReason.OTHER
    system = Officer.objects.system()
    send_back(referral, by=system, at=at, returned_code=code, returned_reason=str(reason))


def ended(referral: Referral, case: DisputeCase, *, at: datetime) -> None:
    """The outcome in the words of the kind, with the sums and the documents of the end."""
    result = outcome_of(referral, case)
    words = "" if case.amount_agreed is None else f"{case.amount_agreed}"
    system, on = Officer.objects.system(), case.closed_on
    assert on  # an ended case has its day: a constraint says so
    papers = papers_of_end(case)
    answer(referral, by=system, at=at, result=result, result_on=on, result_text=words, papers=papers)


def outcome_of(referral: Referral, case: DisputeCase) -> str:
    """A kind that knows nothing of outcomes of mediation has one word for every answer."""
    known = [code for code, _label in referral.kind.outcomes]
    return next((code for code in chain(case.outcome) if code in known), known[0])


def chain(outcome: str) -> list[str]:
    """The outcome, the nearest one to it, and so on."""
    found = [outcome]
    while found[-1] in NEAREST:
        found.append(NEAREST[found[-1]])
    return found


def papers_of_end(case: DisputeCase) -> list[tuple[str, Blob]]:
    """The newest agreement, or note that there is none, as it was issued."""
    documents = case.documents.filter(kind__in=PAPERS_OF_THE_END).select_related("pdf__blob")
    return [(document.pdf.title, document.pdf.blob) for document in documents[:1]]
