"""Cover, contents and note of what is missing, as one PDF: the first paper of the case file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import override

from casework.contents import Entry, printed
from casework.documents.compose import compose
from casework.documents.pdf import pdf_of
from casework.models import DocumentTemplate
from disputes.documents.values import values_of
from disputes.documents.words import LABELS
from disputes.models import DisputeCase

TEMPLATE = "case.dossier"


def cover_of(case: DisputeCase, entries: Sequence[Entry]) -> bytes:
    """The same file gives the same bytes: it is dated on the last day that moved it, not on the day of printing.

    Raises NotPrintable for a title no font at hand has the characters for.
    """
    day = day_of(case)
    template = DocumentTemplate.objects.in_force(TEMPLATE, case.org.region, day)
    with override("zh-hans"):  # a document speaks Chinese, whoever makes it
        values = values_of(case, day, in_full=True) | listed(case, entries)
        sheet = compose(template.parts, values, LABELS, layout=template.layout, title=template.title)
    return pdf_of(sheet, day)


def day_of(case: DisputeCase) -> date:
    return case.archived_on or case.closed_out_on or case.closed_on or case.received_on


def listed(case: DisputeCase, entries: Sequence[Entry]) -> dict[str, Any]:
    absent = [{"place": note.get_place_display(), "reason": note.reason} for note in case.missing_papers.all()]
    return {**printed(entries), "absent": absent}
