"""What is left of a case whose file was destroyed: codes, days, sums and counts, and no word anybody typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext

from casework.attachments import keep_made
from casework.loose import take_away
from casework.models import AbstractAttachment, AppendOnly, Blob, Employer
from disputes.models import DisputeCase, PaperRemoval

KEPT = {"number", "archive_no", "scope", "code"}  # what the archive itself goes by, and codes
NOTHING = "—"


def erase(case: DisputeCase) -> None:
    """Blank every free text of the case and of whatever hangs on it in this app, histories excepted: those hold no
    names and may not be rewritten. Rows stay, so that sums and counts stay true.
    """
    DisputeCase.objects.filter(pk=case.pk).update(**blanks(DisputeCase))
    for model, path in tables():
        changes = blanks(model)
        if issubclass(model, AbstractAttachment):
            changes["blob"] = tombstone()
        if changes:
            model._default_manager.filter(**{path: case}).update(**changes)
    case.refresh_from_db()


def tables() -> Iterator[tuple[type[models.Model], str]]:
    """Every table of the app with rows of a case, or rows of such rows, and the way from there to the case."""
    for model, path in hanging_on(DisputeCase):
        if model is not DisputeCase:
            yield model, path
            yield from ((below, f"{way}__{path}") for below, way in hanging_on(model) if below is not DisputeCase)


def hanging_on(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    """Tables of the same app with a key to this one, those excepted that are never rewritten."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one)):
            continue
        below: Any = relation.related_model
        own = below._meta.app_label == model._meta.app_label
        if own and not isinstance(below._default_manager.all(), AppendOnly):
            yield below, relation.field.name  # type: ignore[union-attr]  # a relation from the other end


def blanks(model: type[models.Model]) -> dict[str, Any]:
    """Each free text of the table with what it becomes, and nobody's employer."""
    changes: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, (models.CharField, models.TextField)) and not field.choices and field.name not in KEPT:
            changes[field.name] = "" if field.blank else NOTHING
        elif field.related_model is Employer and field.null:
            changes[field.name] = None
    return changes


def tombstone() -> Blob:
    """What stands where a paper was."""
    words = gettext("This paper was destroyed after its term, see the destruction record.")
    return keep_made(words.encode(), "destroyed.txt")


def remove_papers(limit: int = 500) -> int:
    """Take destroyed papers from the store, unless another file still names the same bytes. How many were looked at.

    Safe to run twice: a crash between store and row only means that the same paper is looked at again.
    """
    rows = PaperRemoval.objects.filter(done_at=None).order_by("pk")[:limit]
    for row in rows:
        row.still_used = not take_away(row.sha256)
        row.done_at = timezone.now()
        row.save(update_fields=["still_used", "done_at"])
    return len(rows)
