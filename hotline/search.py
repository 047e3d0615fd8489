"""What the search box finds here."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.panels import Hit
from hotline.models import CallRecord, GroupIncident, KnowledgeVersion, WorkOrder
from hotline.querysets import CallQuerySet, OrderQuerySet
from organizations.models import Officer

MOST = 10
PHONE_DIGITS = 7


def find(officer: Officer, text: str) -> list[Hit]:
    """A call or order by its number, else calls by the caller's exact telephone or identity number, else both by
    the employer or place they name; then incidents and the answers of the knowledge base."""
    text = text.strip()
    if not text:
        return []
    return [*files(officer, text), *incidents(officer, text), *articles(officer, text)][:MOST]


def files(officer: Officer, text: str) -> list[Hit]:
    orders: OrderQuerySet = WorkOrder.objects.visible_to(officer)
    calls: CallQuerySet = CallRecord.objects.visible_to(officer)
    named = hits(orders.filter(number=text), calls.filter(number=text))
    if named or is_personal_number(text):
        return named or hits(orders.none(), calls.known_to(officer).from_caller(text, text.upper()))
    return hits(orders.naming(text, officer), calls.naming(text, officer))


def is_personal_number(text: str) -> bool:
    """A number is looked up as a number only: its digits are in no other column."""
    return sum(sign.isdigit() for sign in text) >= PHONE_DIGITS


def hits(orders: OrderQuerySet, calls: CallQuerySet) -> list[Hit]:
    found: list[tuple[Any, Any, str]] = [(_("Work order"), order, order.call.who) for order in orders.for_list()[:MOST]]
    found += [(_("Call"), call, call.who) for call in calls.for_list()[:MOST]]
    return [Hit(kind, str(file), detail, file.get_absolute_url()) for kind, file, detail in found[:MOST]]


def incidents(officer: Officer, text: str) -> list[Hit]:
    """For duty leaders and signatories; nobody else finds one."""
    rows = GroupIncident.objects.visible_to(officer)
    found = (rows.filter(number=text) | rows.filter(employer_name__icontains=text)).for_list()[:MOST]
    return [Hit(_("Group incident"), str(row), row.employer_name, row.get_absolute_url()) for row in found]


def articles(officer: Officer, text: str) -> list[Hit]:
    """What is answered today at this desk; nobody looks for an answer by a telephone number."""
    if is_personal_number(text):
        return []
    rows = KnowledgeVersion.objects.visible_to(officer).for_callers_of(officer).in_force(timezone.localdate())
    return [Hit(_("Article"), row.title, row.law, row.get_absolute_url()) for row in rows.matching(text)[:MOST]]
