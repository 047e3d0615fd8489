"""The files of a document: PDF and Word, from the same sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from casework.attachments import stored
from casework.documents.pdf import pdf_of
from casework.documents.sheet import Sheet
from casework.documents.word import word_of
from supervision.models import SupervisionDocument
from supervision.printing.sheets import sheet_of


@dataclass(frozen=True)
class FileKind:
    suffix: str
    content_type: str
    draw: Callable[[Sheet, Any], bytes]


FILES = {
    "pdf": FileKind("pdf", "application/pdf", lambda sheet, document: pdf_of(sheet, document.doc_date)),
    "word": FileKind(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda sheet, _document: word_of(sheet),
    ),
}


def made(document: SupervisionDocument, form: str) -> bytes:
    """The file: as PDF the very one that was sealed, unless the document was taken back since. Raises NotPrintable."""
    if form == "pdf" and document.is_sealed and not document.watermark:
        return stored(document.sealing.sealed_id).read_bytes()
    return FILES[form].draw(sheet_of(document), document)


def download(document: SupervisionDocument, form: str) -> HttpResponse:
    """The file under its number. Raises NotPrintable."""
    return answer(document, form, made(document, form))


def paper(sheet: Sheet, form: str, name: str, day: date | None = None) -> HttpResponse:
    """A companion paper, drawn for this one answer. Raises NotPrintable."""
    return answer(name, form, pdf_of(sheet, day) if form == "pdf" else word_of(sheet))


def answer(name: Any, form: str, content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type=FILES[form].content_type)
    name = f"{name}.{FILES[form].suffix}".replace("/", "-")
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
