"""The case on one page for the joint meeting (联席会议): what it is about, what was done, how it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import override

from casework.documents.compose import compose
from casework.documents.paper import on_paper
from casework.documents.pdf import pdf_of
from casework.models import DocumentTemplate
from disputes.documents.values import values_of
from disputes.documents.words import LABELS
from disputes.models import DisputeCase

TEMPLATE = "case.story"
MOST = 14  # what a page has room for: the latest acts
ASIDE = ("attach", "classify", "issue_document", "take_out", "reveal", "recount", "restrict", "lift_restriction")


def story_of(case: DisputeCase, day: date) -> bytes:
    """As PDF, with people masked: it leaves the house. Raises NotPrintable."""
    template = DocumentTemplate.objects.in_force(TEMPLATE, case.org.region, day)
    with override("zh-hans"):  # a document speaks Chinese, whoever makes it
        head = {"layout": template.layout, "title": template.title, "mark": template.mark, "number": template.number}
        sheet = compose(template.parts, story_values(case, day), LABELS, **head)
    return pdf_of(sheet, day)


def story_values(case: DisputeCase, day: date) -> dict[str, Any]:
    events = list(case.events.exclude(verb__in=ASIDE).order_by("-at", "-pk")[:MOST])
    rows = [
        {"day": on_paper(timezone.localdate(event.at)), "what": case.workflow.label(event.verb)}
        for event in reversed(events)
    ]
    return values_of(case, day) | {"story": rows}
