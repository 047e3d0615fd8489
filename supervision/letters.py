"""The text of a document: made from the template of the federation while it is drafted, kept as signed afterwards."""

from __future__ import annotations

from datetime import date

from supervision.models import SupervisionDocument
from supervision.printing.sheets import draft_of, filled, template_of
from supervision.printing.text import MISSING, Letter, digest, words_of
from supervision.printing.values import Values, values

__all__ = ["MISSING", "Letter", "compose", "digest", "fill", "text_of", "values"]


def text_of(document: SupervisionDocument) -> str:
    """The text as signed, or while there is none as it would be signed now."""
    return document.frozen_text or words_of(draft_of(document))


def compose(document: SupervisionDocument, number: str, day: date | None) -> str:
    """The text as it reads with this number and day."""
    return fill(document, values(document, number, day), day)


def fill(document: SupervisionDocument, given: Values, day: date | None = None) -> str:
    """The template of this kind with these values."""
    return words_of(filled(template_of(document, day), given))
