"""The files behind a number: what was counted, as lists that are as long as the number.

One table: which rows a figure counts, by what condition, and by which word a list shows them. The number counts every
row of the subtree; the list shows those the reader may know of, and says how many more there are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from casework.subtree import within
from disputes.models import MEDIATION_RULES, DisputeCase, DisputeDeadline, Payment
from hotline.models import CallRecord, LineCall, WorkOrder
from referrals.models import Referral
from reports.counts.hotline import obtaining
from reports.filings.official import cases_of, instants
from reports.question import Question
from supervision.models import DocumentDeadline, DocumentRecovery, SupervisionDocument, SupervisionMatter

End = DisputeCase.Outcome
SUCCEEDED = [End.AGREED, End.RECONCILED]
CONCLUDED = [*SUCCEEDED, End.FAILED, End.TERMINATED, End.WITHDRAWN]
K, Document = SupervisionDocument.Kind, SupervisionDocument
Rows = QuerySet[Any]
Count = Callable[[Question], Rows]


@dataclass(frozen=True)
class Part:
    """One list: its title, the rows that count, and the path from a row to the file the reader must know of."""

    title: Any
    rows: Count
    file: str = ""


def days(question: Question) -> tuple[date, date]:
    return question.period.first, question.period.last


def last_day(question: Question) -> date:
    """A period that is not over yet is looked at today."""
    return min(question.period.last, question.today)


def still_open(day: date) -> Q:
    """Not closed before the day."""
    return Q(closed_on=None) | Q(closed_on__gte=day)


def accepted(question: Question) -> Rows:
    return cases_of(question).filter(accepted_on__range=days(question))


def opening(question: Question) -> Rows:
    first = question.period.first
    return cases_of(question).filter(still_open(first), accepted_on__lt=first)


def closing(question: Question) -> Rows:
    last = last_day(question)
    return cases_of(question).filter(still_open(last + timedelta(days=1)), accepted_on__lte=last)


def overdue(question: Question) -> Rows:
    clocks = DisputeDeadline.objects.filter(rule__code__in=MEDIATION_RULES, file=OuterRef("pk")).order_by("-pk")
    rows = closing(question).annotate(limit=Subquery(clocks.values("due_on")[:1], output_field=DateField()))
    found: Rows = rows.filter(limit__lt=last_day(question))
    return found


def concluded(question: Question) -> Rows:
    return cases_of(question).filter(closed_on__range=days(question), outcome__in=CONCLUDED, accepted_on__isnull=False)


def ended(*outcomes: str) -> Count:
    return lambda question: concluded(question).filter(outcome__in=outcomes)


def transferred(question: Question) -> Rows:
    return cases_of(question).filter(closed_on__range=days(question), outcome=End.TRANSFERRED)


def payments(question: Question) -> Rows:
    return Payment.objects.filter(file__in=cases_of(question).order_by(), paid_on__range=days(question))


def documents(question: Question) -> Rows:
    rows: Rows = Document.objects.within(question.officer).filter(scope__startswith=question.org.path)
    return rows.exclude(state__in=[Document.State.WITHDRAWN, Document.State.VOID])


def issued(**columns: Any) -> Count:
    return lambda question: documents(question).filter(doc_date__range=days(question), **columns)


def recoveries(question: Question) -> Rows:
    return DocumentRecovery.objects.filter(file__in=documents(question).order_by(), paid_on__range=days(question))


def answers_due(*rules: str) -> Count:
    """Documents whose answer was due; a document may owe two."""

    def found(question: Question) -> Rows:
        clocks = DocumentDeadline.objects.filter(rule__code__in=rules, due_on__range=days(question))
        return documents(question).filter(Exists(clocks.filter(file=OuterRef("pk"))))

    return found


def matters(question: Question) -> Rows:
    ends = SupervisionMatter.Outcome
    rows = SupervisionMatter.objects.within(question.officer).filter(scope__startswith=question.org.path)
    rows = rows.filter(closed_on__range=days(question))
    return rows.exclude(outcome__in=[ends.NOT_ESTABLISHED, ends.WITHDRAWN, ends.PUBLISHED])


def referrals(question: Question) -> Rows:
    rows: Rows = Referral.objects.within(question.officer).filter(scope__startswith=question.org.path)
    return rows.filter(sent_on__range=days(question))


def calls(question: Question) -> Rows:
    begin, end = instants(question)
    rows: Rows = CallRecord.objects.within(question.officer).filter(within(question.org.path))
    return rows.filter(channel=CallRecord.Channel.PHONE, started_at__gte=begin, started_at__lt=end)


def answered(question: Question) -> Rows:
    return calls(question).filter(answered_at__isnull=False)


def lines(question: Question) -> Rows:
    begin, end = instants(question)
    over = Q(ended_at__isnull=False) | Q(never_ended=True) | Q(answered_at__isnull=False)
    rows: Rows = LineCall.objects.within(question.officer).unrecorded().filter(within(question.org.path), over)
    return rows.filter(began_at__gte=begin, began_at__lt=end)


def answered_lines(question: Question) -> Rows:
    return lines(question).filter(answered_at__isnull=False)


def orders(question: Question) -> Rows:
    begin, end = instants(question)
    rows: Rows = WorkOrder.objects.within(question.officer).filter(within(question.org.path))
    return rows.filter(opened_at__gte=begin, opened_at__lt=end).exclude(state=WorkOrder.State.MERGED)


def obtained(question: Question) -> Rows:
    begin, end = instants(question)
    return obtaining().filter(within(question.org.path), fed_back_at__gte=begin, fed_back_at__lt=end)


CASES, RECORDED, UNRECORDED = _("Dispute cases"), _("Calls on record"), _("Calls without a record")
PAID = [
    Part(_("Payments in cases"), payments, "file"),
    Part(_("Payments after a document"), recoveries, "file"),
    Part(_("Work orders"), obtained),
]


def cases(rows: Count) -> list[Part]:
    return [Part(CASES, rows)]


def one(title: Any, rows: Count) -> list[Part]:
    return [Part(title, rows)]


LETTERS, MATTERS = _("Letters and documents"), _("Supervision matters")
LISTS: dict[str, list[Part]] = {
    "accepted": cases(accepted),
    "opening_backlog": cases(opening),
    "concluded": cases(concluded),
    "closing_backlog": cases(closing),
    "agreed": cases(ended(End.AGREED)),
    "reconciled": cases(ended(End.RECONCILED)),
    "failed": cases(ended(End.FAILED)),
    "terminated": cases(ended(End.TERMINATED)),
    "withdrawn": cases(ended(End.WITHDRAWN)),
    "transferred": cases(transferred),
    "overdue_open": cases(overdue),
    "group_cases": cases(lambda question: concluded(question).filter(is_group=True)),
    "recovered": PAID,
    "letters_issued": one(LETTERS, lambda q: issued(kind=K.REMINDER_LETTER)(q).exclude(audience="public")),
    "public_letters_issued": one(LETTERS, issued(kind=K.REMINDER_LETTER, audience="public")),
    "opinions_issued": one(LETTERS, issued(kind=K.OPINION)),
    "recommendations_issued": one(LETTERS, issued(kind=K.RECOMMENDATION)),
    "referrals_sent": one(_("Referrals"), referrals),
    "calls_offered": [Part(RECORDED, calls), Part(UNRECORDED, lines)],
    "calls_answered": [Part(RECORDED, answered), Part(UNRECORDED, answered_lines)],
    "work_orders": one(_("Work orders"), orders),
}
# Rates lead to the files of their denominator.
LISTS |= {
    "mediation_success_rate": LISTS["concluded"],
    "mediation_success_rate_excl_withdrawn": cases(ended(*SUCCEEDED, End.FAILED, End.TERMINATED)),
    "on_time_closure_rate": LISTS["concluded"],
    "mediation_success_rate_by_persons": LISTS["concluded"],
    "court_assigned_success_rate": cases(lambda question: concluded(question).filter(origin="court_assigned")),
    "avg_days": LISTS["concluded"],
    "amount_claimed": LISTS["concluded"],
    "persons_involved": LISTS["concluded"],
    "amount_agreed": cases(ended(*SUCCEEDED)),
    "amount_claimed_accepted": LISTS["accepted"],
    "group_persons": LISTS["group_cases"],
    "recovered_cash": PAID,
    "recovered_social_insurance": PAID,
    "rectification_rate": one(MATTERS, matters),
    "reply_rate": one(LETTERS, answers_due("letter.reply", "opinion.reply")),
    "on_time_reply_rate": one(LETTERS, answers_due("letter.reply", "opinion.reply")),
    "recommendation_docket_rate": one(LETTERS, answers_due("recommendation.docket")),
}
NARROWED = {"category": "category", "mediator": "mediator", "origin": "origin"}


def narrowed(rows: Rows, by: str, key: str) -> Rows:
    """The part of a case list that is one row of a breakdown; an empty key is the row of those without any."""
    if by not in NARROWED:
        return rows
    return rows.filter(**({f"{by}__isnull": True} if not key and by != "origin" else {by: key}))


def own_only(rows: Rows, question: Question, path: str = "") -> Rows:
    """Without what the unions directly below handle: the row of the body itself."""
    below = question.org.children.filter(kind="federation").values_list("path", flat=True)
    for one_below in below:
        rows = rows.exclude(**{f"{path}scope__startswith": one_below})
    return rows
