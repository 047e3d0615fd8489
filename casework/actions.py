"""Acts on any file that are recorded without moving it: papers added, personal data shown."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from casework.models import Blob
from casework.workflow import Act, lock
from organizations.models import Officer


def keep_papers(file: Any, papers: list[tuple[str, Blob]], *, by: Officer, at: datetime) -> None:
    """Name stored papers in the file. Part of a verb; the bytes are on disk already."""
    for title, blob in papers:
        file.attachments.create(title=title, blob=blob, by=by, at=at)


@transaction.atomic
def attach(file: Any, *, papers: list[tuple[str, Blob]], by: Officer, at: datetime) -> Any:
    """Add papers. Raises StepRefused where the file takes none any more."""
    file = file.workflow.advance(file, "attach", by=by, at=at)
    keep_papers(file, papers, by=by, at=at)
    return file


@transaction.atomic
def reveal(file: Any, *, reason: str, by: Officer, at: datetime) -> Any:
    """Show masked personal data: recorded with person, time and reason (Personal Information Law art. 51)."""
    locked = lock(file, by)
    locked.workflow.record(locked, "reveal", act=Act(by, at), note=reason)
    return locked
