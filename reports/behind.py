"""The files behind a number: what was counted, as lists that are as long as the number.

One table: which rows a figure counts, from the same functions that count them, and by what a row weighs where not the
rows but persons or yuan are counted. The number counts every row of the subtree; the list shows those the reader may
know of, and says how many more there are. A rate leads to the rows of its denominator.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from disputes.models import DisputeCase
from hotline.connection import LINE_RANG, RECORD_RANG, VALID, given_up
from reports.breakdown import places
from reports.counted import selection
from reports.counts import Selection, cases, hotline, money, referrals, supervision
from reports.question import Question

End = DisputeCase.Outcome
Rows = QuerySet[Any]
Count = Callable[[Question], Rows]


@dataclass(frozen=True)
class Part:
    """One list: its title, its rows, the path from a row to the file the reader must know of, and the column that is
    added up; without one the rows themselves are counted.
    """

    title: Any
    rows: Count
    file: str = ""
    weight: str = ""


def those(rows: Callable[[Selection], Rows], *conditions: Q, **columns: Any) -> Count:
    """The rows a count rests on, as far as they fulfil its condition."""
    return lambda question: rows(selected(question)).filter(*conditions, **columns)


def selected(question: Question) -> Selection:
    """A period that is not over is looked at today."""
    return selection(question, question.period.first, last_day(question))


def last_day(question: Question) -> date:
    return min(question.period.last, question.today)


def cases_of(question: Question) -> Rows:
    return cases.cases().filter(selected(question).parts[0].files(""))


def still_open(day: date) -> Q:
    """Not closed before the day."""
    return Q(closed_on=None) | Q(closed_on__gte=day)


def opening(question: Question) -> Rows:
    first = question.period.first
    return cases_of(question).filter(still_open(first), accepted_on__lt=first)


def closing(question: Question) -> Rows:
    last = last_day(question)
    return cases_of(question).filter(still_open(last + timedelta(days=1)), accepted_on__lte=last)


def overdue(question: Question) -> Rows:
    clocks = cases.last_clocks().filter(file=OuterRef("pk")).order_by("-pk")
    limit = Subquery(clocks.values("due_on")[:1], output_field=DateField())
    found: Rows = closing(question).annotate(limit=limit).filter(limit__lt=last_day(question))
    return found


def ledger(*kinds: str, **columns: Any) -> list[Part]:
    """The payments of these kinds, or all of them; what a unit obtained on a work order is of the last kind."""
    kind = Q(kind__in=kinds) if kinds else Q()
    paid: list[tuple[Any, Callable[[], Rows]]] = [
        (_("Payments in cases"), money.case_payments),
        (_("Payments after a document"), supervision.document_payments),
        (_("Payments after a referral"), referrals.referral_payments),
    ]
    parts = [Part(title, those(dated(rows), kind, **columns), "file", "amount") for title, rows in paid]
    if not kinds or "other" in kinds:
        parts.append(Part(ORDERS, those(hotline.obtaining_orders), weight="recovered"))
    return parts


def dated(payments: Callable[[], Rows]) -> Callable[[Selection], Rows]:
    return lambda selection: payments().filter(selection.on("paid_on", "file__"))


def paid_persons() -> list[Part]:
    """What went back names nobody."""
    return [Part(one.title, received(one.rows), one.file, "person_count") for one in ledger()[:3]]


def received(rows: Count) -> Count:
    return lambda question: rows(question).filter(amount__gt=0)


def one(rows: Count, title: Any = "", file: str = "", weight: str = "") -> list[Part]:
    return [Part(title, rows, file, weight)]


def concluded(*outcomes: str, **columns: Any) -> Count:
    chosen = Q(outcome__in=outcomes) if outcomes else Q()
    return those(cases.concluded_cases, chosen, **columns)


def issued(*conditions: Q) -> list[Part]:
    return one(those(supervision.documents, *conditions))


def decided(kind: str) -> list[Part]:
    """Put right, or passed on to the next document."""
    return [
        Part(pgettext_lazy("list", "Put right"), those(supervision.verified_documents, kind=kind)),
        Part(pgettext_lazy("list", "Passed on"), those(supervision.escalations, file__kind=kind), "file"),
    ]


def owed_by_authorities(which: Callable[[], Q]) -> list[Part]:
    return one(lambda question: referrals.referral_clocks(selected(question)).filter(which()), file="file")


def owed_by_units(rule: str) -> list[Part]:
    return one(those(hotline.order_clocks, rule__code__startswith=rule), file="file")


def ways(kind: str) -> list[Part]:
    return one(those(money.filed_ways, kind=kind), file="case")


def rang(*conditions: Q) -> list[Part]:
    return [
        Part(_("Calls on record"), those(hotline.records, RECORD_RANG, *conditions)),
        Part(_("Calls without a record"), those(hotline.unrecorded, LINE_RANG, *conditions)),
    ]


def held_on() -> list[Part]:
    """Calls that were not given up at once."""

    def part(found: Part) -> Part:
        return Part(found.title, lambda question: found.rows(question).exclude(at_once(question)))

    return [part(found) for found in rang()]


def at_once(question: Question) -> Q:
    asked = selected(question)
    return given_up(asked.region, asked.today)


ORDERS = _("Work orders")
SUCCEEDED, K = [End.AGREED, End.RECONCILED], supervision.K
ACCEPTED = those(cases.accepted_cases)
REPLIES = one(those(supervision.answers_due, rule__code__in=supervision.REPLY_RULES), file="file")
WINDOWS = those(money.confirmation_windows)
TAKEN_ON, RETURNED = Q(decided_on__isnull=False), ~Q(returned_code="")
INTAKE_DONE = those(cases.accepted_cases, closed_on__isnull=False, outcome__in=cases.CONCLUDED)
REQUESTS = one(those(hotline.records, VALID))
ANSWERED = rang(Q(answered_at__isnull=False))

OF_CASES: dict[str, list[Part]] = {
    "accepted": one(ACCEPTED),
    "opening_backlog": one(opening),
    "concluded": one(concluded()),
    "closing_backlog": one(closing),
    "agreed": one(concluded(End.AGREED)),
    "reconciled": one(concluded(End.RECONCILED)),
    "failed": one(concluded(End.FAILED)),
    "terminated": one(concluded(End.TERMINATED)),
    "withdrawn": one(concluded(End.WITHDRAWN)),
    "transferred": one(those(cases.closed_cases, outcome=End.TRANSFERRED)),
    "mediation_success_rate": one(concluded()),
    "mediation_success_rate_excl_withdrawn": one(concluded(*SUCCEEDED, End.FAILED, End.TERMINATED)),
    "mediation_success_rate_by_intake": one(INTAKE_DONE),
    "intake_open_rate": one(ACCEPTED),
    "mediation_success_rate_by_persons": one(concluded(), weight="worker_count"),
    "court_assigned_success_rate": one(concluded(origin=DisputeCase.Origin.COURT_ASSIGNED)),
    "closure_rate": [
        Part(pgettext_lazy("figure", "Opening backlog"), opening),
        Part(pgettext_lazy("figure", "Accepted"), ACCEPTED),
    ],
    "on_time_closure_rate": one(concluded()),
    "avg_days": one(concluded()),
    "overdue_open": one(overdue),
    "group_cases": one(concluded(is_group=True)),
    "group_persons": one(concluded(is_group=True), weight="worker_count"),
    "persons_involved": one(concluded(), weight="worker_count"),
    "amount_claimed": one(concluded(), weight="amount_claimed"),
    "amount_claimed_accepted": one(ACCEPTED, weight="amount_claimed"),
    "amount_agreed": one(concluded(*SUCCEEDED), weight="amount_agreed"),
    "judicial_confirmation_rate": one(WINDOWS, file="file"),
    "judicial_confirmation_pending": one(those(money.confirmation_windows, confirmed=False, pending=True), file="file"),
    "performance_rate": one(those(money.last_instalments), file="file"),
    "performance_rate_amount": one(those(money.instalments), file="file", weight="amount"),
    "recovered": ledger(),
    "recovered_cash": ledger("wages", "compensation", "injury", "other"),
    "recovered_social_insurance": ledger("social_insurance"),
    "recovered_persons": paid_persons(),
    "recovered_wages": ledger("wages"),
    "recovered_compensation": ledger("compensation"),
    "recovered_injury": ledger("injury"),
    "recovered_other": ledger("other"),
    "judicial_confirmations": [
        Part(_("Referrals"), those(money.confirmed_referrals), "case"),
        Part(pgettext_lazy("form", "Ways after the agreement"), those(money.granted_ways), "case"),
    ],
    "confirmations_filed": ways("judicial_confirmation"),
    "reviews_filed": ways("arbitral_review"),
    "payment_orders_filed": ways("payment_order"),
    "instalments_kept_rate": one(those(money.instalments), file="file"),
}
OF_DOCUMENTS: dict[str, list[Part]] = {
    "letters_issued": issued(supervision.LETTER, ~supervision.PUBLIC),
    "public_letters_issued": issued(supervision.LETTER, supervision.PUBLIC),
    "opinions_issued": issued(Q(kind=K.OPINION)),
    "recommendations_issued": issued(Q(kind=K.RECOMMENDATION)),
    "reply_rate": REPLIES,
    "on_time_reply_rate": REPLIES,
    "rectification_rate": one(those(supervision.closed_matters)),
    "letter_escalation_rate": decided(K.REMINDER_LETTER),
    "opinion_escalation_rate": decided(K.OPINION),
    "recommendation_docket_rate": one(those(supervision.answers_due, rule__code=supervision.DOCKET_RULE), file="file"),
    "employers_covered": issued(),
    "workers_covered": issued(),
}
OF_REFERRALS: dict[str, list[Part]] = {
    "referrals_sent": one(those(referrals.sent_referrals)),
    "referral_on_time_ack_rate": owed_by_authorities(referrals.acknowledgements),
    "referral_completion_rate": owed_by_authorities(referrals.results),
    "referral_adoption_rate": [
        Part(pgettext_lazy("list", "Taken on"), those(referrals.sent_referrals, TAKEN_ON)),
        Part(pgettext_lazy("list", "Returned"), those(referrals.sent_referrals, RETURNED)),
    ],
    **{
        f"sent_to_{name}": one(those(referrals.sent_referrals, authority__kind=kind))
        for name, kind in referrals.PARTNERS.items()
    },
    "referrals_received": one(those(referrals.received_referrals)),
    "avg_days_to_acknowledge": one(lambda question: referrals.answered_referrals(selected(question), "acked_on")),
    "avg_days_to_result": one(lambda question: referrals.answered_referrals(selected(question), "result_on")),
}
OF_HOTLINE: dict[str, list[Part]] = {
    "calls_offered": rang(),
    "calls_answered": ANSWERED,
    "connection_rate": held_on(),
    "answered_quickly_rate": ANSWERED,
    "direct_answer_rate": REQUESTS,
    "work_orders": one(those(hotline.opened_orders)),
    "dispatch_on_time_rate": owed_by_units("order.dispatch"),
    "sign_on_time_rate": owed_by_units("order.sign"),
    "on_time_completion_rate": owed_by_units("order.finish."),
    "satisfaction_rate": one(those(hotline.rated_orders)),
    "callback_rate": owed_by_units("order.callback"),
    "redo_rate": one(those(hotline.closed_orders)),
    "repeat_call_rate": REQUESTS,
    "valid_requests": REQUESTS,
    "orders_pressed": one(those(hotline.pressed_orders)),
    "orders_chased": one(those(hotline.chases), file="order"),
    "group_incidents": one(those(hotline.true_incidents)),
}
LISTS = OF_CASES | OF_DOCUMENTS | OF_REFERRALS | OF_HOTLINE
NARROWED = {"category": "category", "mediator": "mediator", "origin": "origin"}


def narrowed(rows: Rows, by: str, key: str, path: str = "") -> Rows:
    """The part of a list of cases that is one row of a breakdown; an empty key is the row of those without any."""
    if by not in NARROWED:
        return rows
    return rows.filter(**({f"{path}{by}__isnull": True} if not key and by != "origin" else {f"{path}{by}": key}))


def own_only(rows: Rows, question: Question, path: str = "") -> Rows:
    """Without what the unions handle that have rows of their own: the row of the body itself."""
    for place in places(question):
        rows = rows.exclude(**{f"{path}scope__startswith": place.path})
    return rows
