"""One document of supervision, ready to be drawn: as a draft, as signed, or as it went out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from casework.documents.compose import compose
from casework.documents.sheet import Block, Sheet
from casework.models import DocumentTemplate
from supervision.models import SupervisionDocument
from supervision.printing.text import Letter
from supervision.printing.values import Values, values
from supervision.printing.words import LABELS


def template_of(document: SupervisionDocument, day: date | None) -> DocumentTemplate:
    """The version in force where the issuing union is. Raises DocumentTemplate.DoesNotExist."""
    on = day or timezone.localdate()
    return DocumentTemplate.objects.in_force(document.rules.template, document.org.region, on)


def filled(template: DocumentTemplate, given: Values, *, code: str = "") -> Sheet:
    """The template with these values; nothing is read any more."""
    with override("zh-hans"):
        return compose(
            template.parts,
            given,
            LABELS,
            layout=template.layout,
            mark=template.mark,
            title=template.title,
            number=template.number,
            copies="{copies?}",
            office="{org}",
            printed=gettext("issued on %(day)s") % {"day": "{document_day}"},
            verify=address_of(code) if code else "",
            code=code,
        )


def address_of(code: str) -> str:
    """Where a reader verifies the document. It is printed, so it has to stay what it is."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{reverse('supervision:verify', args=[code])}"


def draft_of(document: SupervisionDocument) -> Sheet:
    return filled(template_of(document, None), values(document, "", None))


def sheet_of(document: SupervisionDocument) -> Sheet:
    """The document as it prints now: what is no document yet, or no more, says so across the page."""
    sheet = signed_sheet(document) if document.is_frozen else draft_of(document)
    with override("zh-hans"):
        return replace(sheet, watermark=document.watermark, seal=seal_on(document))


def seal_on(document: SupervisionDocument) -> str:
    """The sample is drawn by us; a seal put on elsewhere is in the signed file only."""
    return "sample" if document.is_sealed and document.sealing.is_sample else "pending"


def signed_sheet(document: SupervisionDocument) -> Sheet:
    """What was signed, without seal and without any word across it."""
    if document.frozen_sheet:
        return Sheet.of(document.frozen_sheet)
    return from_text(Letter.parse(document.frozen_text))


def from_text(letter: Letter) -> Sheet:
    """A document signed when only its text was kept."""
    blocks = [Block("addressee", letter.addressee), *(Block("text", line) for line in letter.body)]
    signed = Block("signature", f"{letter.signature}\n{letter.day}")
    head = {"mark": letter.mark, "number": letter.number, "title": letter.title}
    return Sheet(layout="letter", blocks=[*blocks, signed], **head)
