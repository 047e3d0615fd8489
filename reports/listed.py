"""A file of any kind as one line of the list behind a number. Nothing of it names a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from casework.words import money
from disputes.models import DisputeCase, Payment
from hotline.models import CallRecord, LineCall, WorkOrder
from referrals.models import Referral
from reports.models import Filing
from supervision.models import DocumentRecovery, SupervisionDocument, SupervisionMatter


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


def payment(row: Payment | DocumentRecovery) -> Listed:
    text = f"{row.get_kind_display()} · {money(row.amount)}"
    return Listed(str(row.file), row.file.get_absolute_url(), str(row.file.org), text, row.paid_on, "")


def filing(row: Filing) -> Listed:
    return Listed(row.title, row.get_absolute_url(), str(row.org), "", row.due_on, row.get_state_display())


def file(row: Any, text: str, day: date | None, state: Any) -> Listed:
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
    Payment: (payment, ("file__org",)),
    DocumentRecovery: (payment, ("file__org",)),
}
