"""Money of supervision documents that a dispute case must not count again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from disputes.models import DisputeCase
from organizations.models import Officer
from supervision.models import DocumentRecovery, SupervisionDocument


def holding(case: DisputeCase, amount: Decimal, paid_on: date, by: Officer) -> list[str]:
    """The documents of the case's matters that hold the same money; "" for one the officer may not know of."""
    same = {"amount": amount, "paid_on": paid_on, "file__matter__case": case}
    rows = DocumentRecovery.objects.standing().filter(**same).select_related("file")
    known = set(SupervisionDocument.objects.visible_to(by).filter(matter__case=case).values_list("pk", flat=True))
    return [str(row.file) if row.file_id in known else "" for row in rows]
