"""Evidence is listed under a number of the matter, from which documents pick."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from casework.actions import keep_papers
from casework.models import Blob
from casework.transactions import one_transaction
from organizations.models import Officer
from supervision.models import SupervisionMatter
from supervision.workflow import MATTERS

Papers = list[tuple[str, Blob]]


@one_transaction
def add_evidence(
    matter: SupervisionMatter, *, by: Officer, at: datetime, papers: Papers, pages: int | None = None, **typed: Any
) -> SupervisionMatter:
    """Put a piece of evidence on the list, under the next number. Its pages are those of its papers unless typed.

    Raises StepRefused (also for whoever has an interest), WrongDuty.
    """
    matter = MATTERS.advance(matter, "add_evidence", by=by, at=at)
    position = matter.evidence.count() + 1  # nobody else adds meanwhile: the matter is locked
    pages = pages or sum(blob.pages or 0 for _title, blob in papers) or None
    found = matter.evidence.create(position=position, pages=pages, by=by, at=at, **typed)
    keep_papers(matter, papers, by=by, at=at, evidence=found)
    return matter
