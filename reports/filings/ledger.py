"""The proof list of the ledger of losses recovered: every payment of the period with the file it belongs to."""

from __future__ import annotations

from typing import Any

from disputes.models import Payment
from reports.filings.official import cases_of
from reports.question import Question


def payments(question: Question) -> list[dict[str, Any]]:
    """By day and file. No name stands in it."""
    days = (question.period.first, question.period.last)
    rows = Payment.objects.filter(file__in=cases_of(question), paid_on__range=days)
    rows = rows.select_related("file", "proof").order_by("paid_on", "pk")
    return [
        {
            "file": str(row.file),
            "paid_on": row.paid_on.isoformat(),
            "kind": str(row.get_kind_display()),
            "persons": row.person_count,
            "amount": f"{row.amount:.2f}",
            "proof": bool(row.proof_id),
        }
        for row in rows
    ]
