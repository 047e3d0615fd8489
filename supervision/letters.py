"""The text of a document: made from the template of the federation while it is drafted, kept as signed afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.translation import override

from casework.documents.sheet import Sheet
from supervision.models import MatterEvidence, SupervisionDocument
from supervision.printing.sheets import draft_of, filled, template_of
from supervision.printing.text import MISSING, Letter, digest, words_of
from supervision.printing.values import evidence_list, lines, values

__all__ = ["MISSING", "Letter", "as_typed", "compose", "digest", "lines", "parts_of", "text_of", "values"]


def parts_of(document: SupervisionDocument) -> Letter:
    """The letter as it prints: as signed, or as it would be signed now."""
    return Letter.parse(text_of(document))


def text_of(document: SupervisionDocument) -> str:
    """The text as signed, or while there is none as it would be signed now."""
    return document.frozen_text or words_of(draft_of(document))


def compose(
    document: SupervisionDocument,
    number: str,
    day: date | None,
    evidence: Iterable[MatterEvidence] | None = None,
) -> str:
    """The text as it reads with this number and day.

    `evidence` instead of what the document names, for a draft that is not saved.
    """
    return words_of(composed(document, number, day, evidence))


def composed(
    document: SupervisionDocument, number: str, day: date | None, evidence: Iterable[MatterEvidence] | None = None
) -> Sheet:
    given = values(document, number, day)
    if evidence is not None:
        given["evidence_list"] = evidence_list(evidence)
    return filled(template_of(document, day), given)


def as_typed(document: SupervisionDocument, evidence: Iterable[MatterEvidence] | None = None) -> Sheet:
    """The draft with what is typed, drawn like the document itself: marked as a draft, with the place of the seal."""
    with override("zh-hans"):
        return replace(composed(document, "", None, evidence), watermark=document.watermark, seal="pending")
