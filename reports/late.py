"""What is late today, the gravest first: the matters a page of figures points out, each with the list behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.models import DisputeCase
from hotline.models import WorkOrder
from referrals.models import Referral
from reports.behind import Part, Rows, documents
from reports.filings.official import cases_of
from reports.models import Filing
from reports.question import Question

MOST = 3


@dataclass(frozen=True)
class Late:
    """`formula` says what is counted, as the definitions of the figures do."""

    label: Any
    formula: Any
    parts: list[Part]


def cases(question: Question) -> Rows:
    return cases_of(question).filter(pk__in=DisputeCase.objects.overdue(question.today).order_by().values("pk"))


def answers(question: Question) -> Rows:
    return documents(question).filter(state="awaiting_reply", due_on__lt=question.today)


def orders(question: Question) -> Rows:
    rows: Rows = WorkOrder.objects.within(question.officer).late(timezone.now(), question.today)
    return rows.filter(scope__startswith=question.org.path)


def acknowledgements(question: Question) -> Rows:
    rows: Rows = Referral.objects.within(question.officer).filter(state="sent", due_on__lt=question.today)
    return rows.filter(scope__startswith=question.org.path)


def filings(question: Question) -> Rows:
    return Filing.objects.within(question.officer).late(question.today).filter(scope__startswith=question.org.path)


LATE = {
    "late_cases": Late(
        _("Cases past a time limit"),
        _("Open today: mediation past its last day, or a payment not made on its day."),
        [Part("", cases)],
    ),
    "late_orders": Late(
        _("Work orders past their time limit"), _("Open today and past the day they are due."), [Part("", orders)]
    ),
    "late_answers": Late(
        _("Letters and opinions without answer in time"),
        _("Served, not answered in writing today, and past the last day for the answer."),
        [Part("", answers)],
    ),
    "late_acknowledgements": Late(
        _("Referrals not acknowledged in time"),
        _("Delivered, not signed for today, and past the day for it."),
        [Part("", acknowledgements)],
    ),
    "late_filings": Late(
        _("Reports not sent up in time"), _("Not sent up today and past the day for it."), [Part("", filings)]
    ),
}


def attention(question: Question) -> list[tuple[str, Any, int]]:
    """Code, words and number of the gravest three of those there are, as things stand today."""
    found = [(code, late.label, late.parts[0].rows(question).count()) for code, late in LATE.items()]
    return [one for one in found if one[2]][:MOST]
