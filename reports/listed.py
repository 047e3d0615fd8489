"""A file of any kind as one line of the list behind a number. Nothing of it names a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from casework.words import money
from disputes.models import DisputeCase, DisputeDeadline, Instalment, Payment, PostAgreementRoute
from hotline.models import CallRecord, Chase, GroupIncident, LineCall, OrderDeadline, WorkOrder
from referrals.models import Referral, ReferralDeadline, ReferralRecovery
from reports.models import Filing
from supervision.models import DocumentDeadline, DocumentEvent, DocumentRecovery, SupervisionDocument, SupervisionMatter


@dataclass(frozen=True)
class Listed:
    number: str
    url: str
    unit: str
    text: str
    day: date | None
    state: Any


def case(row: DisputeCase) -> Listed:
    state = row.get_outcome_display() or row.get_state_display()
    return file(row, str(row.category or ""), row.closed_on or row.accepted_on or row.received_on, state)


def document(row: SupervisionDocument) -> Listed:
    return file(row, str(row.get_kind_display()), row.doc_date, row.get_state_display())


def matter(row: SupervisionMatter) -> Listed:
    return file(row, str(row.topic or ""), row.closed_on, row.get_outcome_display() or row.get_state_display())


def referral(row: Referral) -> Listed:
    return file(row, f"{row.kind} · {row.authority}", row.sent_on, row.get_state_display())


def call(row: CallRecord) -> Listed:
    return file(row, str(row.category or ""), timezone.localdate(row.started_at), row.get_state_display())


def order(row: WorkOrder) -> Listed:
    return file(row, str(row.call.category or ""), timezone.localdate(row.opened_at), row.get_state_display())


def line(row: LineCall) -> Listed:
    return Listed(f"#{row.pk}", "", row.scope, "", timezone.localdate(row.began_at), row.get_reason_display())


def clock(row: Any) -> Listed:
    """A clock of a file: the day it ended, and on which it was met."""
    met = pgettext("list", "met on %(day)s") % {"day": row.met_on} if row.met_on else pgettext("list", "not met")
    return file(row.file, str(row.rule.label), row.due_on, met)


def instalment(row: Instalment) -> Listed:
    return file(row.file, money(row.amount), row.due_on, row.settled_on and pgettext("list", "paid"))


def event(row: DocumentEvent) -> Listed:
    return file(row.file, str(row.file.get_kind_display()), timezone.localdate(row.at), row.file.get_state_display())


def way(row: PostAgreementRoute) -> Listed:
    return file(row.case, str(row.get_kind_display()), row.filed_on, row.get_state_display())


def chase(row: Chase) -> Listed:
    return file(row.order, str(row.deadline.rule.label), timezone.localdate(row.at), "")


def incident(row: GroupIncident) -> Listed:
    return file(row, "", timezone.localdate(row.known_at), row.get_state_display())


def payment(row: Payment | DocumentRecovery | ReferralRecovery) -> Listed:
    return file(row.file, str(row.get_kind_display()), row.paid_on, "")


def filing(row: Filing) -> Listed:
    return Listed(row.title, row.get_absolute_url(), str(row.org), "", row.due_on, row.get_state_display())


def file(row: Any, text: str, day: date | None, state: Any) -> Listed:
    """What hangs on a file is shown by the file."""
    return Listed(str(row), row.get_absolute_url(), str(row.org), text, day, state)


SHOWN: dict[Any, tuple[Callable[[Any], Listed], tuple[str, ...]]] = {
    DisputeCase: (case, ("org", "category__parent")),
    SupervisionDocument: (document, ("org",)),
    SupervisionMatter: (matter, ("org", "topic")),
    Referral: (referral, ("org", "authority", "kind")),
    CallRecord: (call, ("org", "category__parent")),
    WorkOrder: (order, ("org", "call__category__parent")),
    LineCall: (line, ()),
    Filing: (filing, ("org",)),
    DisputeDeadline: (clock, ("file__org", "rule")),
    DocumentDeadline: (clock, ("file__org", "rule")),
    ReferralDeadline: (clock, ("file__org", "rule")),
    OrderDeadline: (clock, ("file__org", "rule")),
    Instalment: (instalment, ("file__org",)),
    DocumentEvent: (event, ("file__org",)),
    PostAgreementRoute: (way, ("case__org",)),
    Chase: (chase, ("order__org", "deadline__rule")),
    GroupIncident: (incident, ("org",)),
    Payment: (payment, ("file__org",)),
    DocumentRecovery: (payment, ("file__org",)),
    ReferralRecovery: (payment, ("file__org",)),
}
# What is added up where not the rows are counted.
WEIGHTS = {
    "worker_count": pgettext_lazy("export", "Workers"),
    "person_count": gettext_lazy("Persons"),
    "amount_claimed": pgettext_lazy("export", "Amount claimed"),
    "amount_agreed": pgettext_lazy("export", "Amount agreed"),
    "amount": gettext_lazy("Amount (yuan)"),
    "recovered": gettext_lazy("Amount (yuan)"),
}
