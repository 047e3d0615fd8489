"""What the search box finds here."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from casework.panels import Hit
from hotline.models import CallRecord, WorkOrder
from organizations.models import Officer

MOST = 10
PHONE_DIGITS = 7


def find(officer: Officer, text: str) -> list[Hit]:
    """Calls and orders by number, calls by the caller's exact telephone or identity number, both by employer."""
    text = text.strip()
    if not text:
        return []
    return [*orders(officer, text), *calls(officer, text)][:MOST]


def orders(officer: Officer, text: str) -> list[Hit]:
    rows = WorkOrder.objects.visible_to(officer)
    found = rows.filter(number=text) | rows.filter(call__employer_name__icontains=text)
    return [
        Hit(_("Work order"), str(order), order.call.who, order.get_absolute_url()) for order in found.for_list()[:MOST]
    ]


def calls(officer: Officer, text: str) -> list[Hit]:
    rows = calls_named(officer, text)
    return [Hit(_("Call"), str(call), call.who, call.get_absolute_url()) for call in rows.select_related("org")[:MOST]]


def calls_named(officer: Officer, text: str) -> QuerySet[CallRecord]:
    """A number is looked up as a number only: its digits are in no other column."""
    rows = CallRecord.objects.visible_to(officer)
    if by_number := rows.filter(number=text):
        return by_number
    if sum(sign.isdigit() for sign in text) >= PHONE_DIGITS:
        return rows.known_to(officer).from_caller(text, text.upper())
    return rows.filter(employer_name__icontains=text).order_by("-pk")
