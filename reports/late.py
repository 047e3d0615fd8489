"""What is late today, the gravest first: the matters a page of figures points out, each with the list behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.panels import bounded_all
from disputes.models import DisputeCase
from hotline.models import WorkOrder
from referrals.models import Referral
from reports.behind import Part, Rows
from reports.models import Filing
from reports.question import Question
from supervision.models import SupervisionDocument

MOST = 3
COUNTED_TO = 1000


@dataclass(frozen=True)
class Late:
    """`formula` says what is counted, as the definitions of the figures do."""

    label: Any
    formula: Any
    parts: list[Part]


def cases(question: Question) -> Rows:
    found: Rows = DisputeCase.objects.within(question.officer).in_hand().overdue(question.today)
    return found.filter(scope__startswith=question.org.path)


def answers(question: Question) -> Rows:
    rows = SupervisionDocument.objects.within(question.officer).filter(scope__startswith=question.org.path)
    found: Rows = rows.filter(state="awaiting_reply", due_on__lt=question.today)
    return found


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


def attention(question: Question) -> list[tuple[str, Any, str]]:
    """Code, words and number of the gravest three of those there are, as things stand today.

    Counted in one statement, and no further than a thousand: a province with more has other worries than their number.
    """
    counts = bounded_all([late.parts[0].rows(question) for late in LATE.values()], COUNTED_TO)
    found = [(code, late.label, count) for (code, late), count in zip(LATE.items(), counts, strict=True)]
    return [one for one in found if one[2] != "0"][:MOST]
