"""The papers of the case file: added and placed, counted, missing, and handed out as a whole."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from casework.actions import keep_papers
from casework.errors import StepRefused
from casework.transactions import one_transaction
from disputes.models import DisputeAttachment, DisputeCase, MissingPaper
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@one_transaction
def attach(case: DisputeCase, *, papers: list[Any], by: Officer, at: datetime, place: str = "") -> DisputeCase:
    """Add papers, at once in their place of the case file where it is known. Raises StepRefused."""
    case = WORKFLOW.advance(case, "attach", by=by, at=at)
    keep_papers(case, papers, by=by, at=at, place=place)
    return case


@one_transaction
def classify(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    paper: DisputeAttachment,
    place: str,
    counted_pages: int | None = None,
) -> DisputeCase:
    """Say where a paper belongs in the file, and how many pages it has where only a person can count them."""
    case = WORKFLOW.advance(case, "classify", by=by, at=at, note=f"#{paper.pk}: {place}")
    found = case.attachments.filter(pk=paper.pk).first()
    if found is None:
        raise StepRefused("classify", _("This paper belongs to another case."))
    found.place, found.counted_pages = place, counted_pages
    found.save(update_fields=["place", "counted_pages"])
    return case


@one_transaction
def explain_gap(case: DisputeCase, *, by: Officer, at: datetime, place: str, reason: str) -> DisputeCase:
    """Note why a paper the file should hold does not exist; the note goes into the archive with the contents."""
    case = WORKFLOW.advance(case, "explain_gap", by=by, at=at, note=place)
    MissingPaper.objects.update_or_create(file=case, place=place, defaults={"reason": reason, "at": at, "by": by})
    return case
