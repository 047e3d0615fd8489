"""Where the money of a document stands when it stands in its dispute case."""

from __future__ import annotations

from disputes.models import PaymentMention
from supervision.models import SupervisionDocument


def mentions_of(document: SupervisionDocument) -> list[PaymentMention]:
    """Payments of the case that name this document: counted there, shown here."""
    if not document.matter.case_id or not document.number:
        return []
    named = {"source": PaymentMention.Source.DOCUMENT, "number": document.number}
    rows = PaymentMention.objects.filter(payment__file=document.matter.case_id, **named)
    return list(rows.select_related("payment__file"))
