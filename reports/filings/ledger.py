"""The proof list of the ledger of losses recovered: every payment of the period with the file it belongs to."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import pgettext

from reports.behind import LISTS
from reports.question import Question


def payments(question: Question) -> list[dict[str, Any]]:
    """By kind of file, day and file, as long as the figure of losses recovered. No name stands in it."""
    *payments, on_orders = (part.rows(question) for part in LISTS["recovered"])
    found = [paid(row) for rows in payments for row in in_order(rows)]
    return found + [obtained(order) for order in on_orders.order_by("fed_back_at", "pk")]


def in_order(payments: Any) -> Any:
    return payments.select_related("file").order_by("paid_on", "pk")


def paid(row: Any) -> dict[str, Any]:
    return {
        "file": str(row.file),
        "paid_on": row.paid_on.isoformat(),
        "kind": str(row.get_kind_display()),
        "persons": row.person_count,
        "amount": f"{row.amount:.2f}",
        "proof": bool(row.proof_id),
    }


def obtained(order: Any) -> dict[str, Any]:
    """What a unit reported to have obtained itself, by the day it said so."""
    return {
        "file": str(order),
        "paid_on": timezone.localdate(order.fed_back_at).isoformat(),
        "kind": pgettext("ledger", "Obtained on a work order"),
        "persons": 0,
        "amount": f"{order.recovered:.2f}",
        "proof": False,
    }
