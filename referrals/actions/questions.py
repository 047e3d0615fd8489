"""An authority asks, the union answers. Neither moves the referral nor stops a clock."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from casework.errors import StepRefused
from casework.transactions import one_transaction
from organizations.models import Officer
from referrals.models import Referral, ReferralQuestion
from referrals.workflow import WORKFLOW


@one_transaction
def ask(referral: Referral, *, by: Officer, at: datetime, text: str) -> Referral:
    """Ask the union back. What was asked stands on both sides' pages."""
    referral = WORKFLOW.advance(referral, "ask", by=by, at=at)
    referral.questions.create(text=text, asked_at=at, asked_by=by)
    return referral


@one_transaction
def answer_question(
    referral: Referral, *, by: Officer, at: datetime, question: ReferralQuestion, answer: str
) -> Referral:
    """Answer one question, once. Raises StepRefused when somebody else has answered it meanwhile."""
    referral = WORKFLOW.advance(referral, "answer_question", by=by, at=at)
    asked: ReferralQuestion | None = referral.questions.unanswered().filter(pk=question.pk).first()
    if asked is None:
        raise StepRefused("answer_question", _("This question has been answered already."))
    asked.answer, asked.answered_at, asked.answered_by = answer, at, by
    asked.save(update_fields=["answer", "answered_at", "answered_by"])
    return referral
