"""How a seal gets on a document: one small class for each way, all with the same `seal`.

A way is given the finished file and the sheet it was drawn from, and returns the sealed file. A service for electronic
seals is one more class here and one more value of the setting `document_seal`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol

from casework.attachments import keep_made
from casework.deadlines import policy_in
from casework.documents.pdf import pdf_of
from casework.documents.sheet import Sheet
from casework.models import Blob
from supervision.models import Sealing, SupervisionDocument
from supervision.printing.sheets import signed_sheet


@dataclass(frozen=True)
class Finished:
    """The file as it is before the seal, with the sheet it shows."""

    document: SupervisionDocument
    sheet: Sheet
    pdf: bytes


class Sealer(Protocol):
    @property
    def manner(self) -> str: ...

    def seal(self, finished: Finished) -> bytes: ...


class SampleSealer:
    """Stands in until the federation has a service for electronic seals: draws a seal that says it is a sample."""

    manner: str = Sealing.Manner.SAMPLE

    def seal(self, finished: Finished) -> bytes:
        return pdf_of(replace(finished.sheet, seal="sample"), finished.document.doc_date)


@dataclass(frozen=True)
class HandedIn:
    """The file was sealed elsewhere, on paper and scanned or by another program, and comes back as an upload."""

    content: bytes
    manner: str = Sealing.Manner.HANDED_IN

    def seal(self, finished: Finished) -> bytes:
        return self.content


def finished_of(document: SupervisionDocument) -> Finished:
    """The file for the seal: final, with nothing across it. Raises NotPrintable."""
    sheet = signed_sheet(document)
    return Finished(document, sheet, pdf_of(sheet, document.doc_date))


def sealed_files(document: SupervisionDocument, sealer: Sealer) -> dict[str, Any]:
    """Both files, kept: the arguments of the verb. Nothing of this happens inside a transaction."""
    finished = finished_of(document)
    return {
        "manner": sealer.manner,
        "unsealed": keep_file(finished.pdf, document),
        "sealed": keep_file(sealer.seal(finished), document),
    }


def keep_file(content: bytes, document: SupervisionDocument) -> Blob:
    return keep_made(content, f"{document.pk}.pdf")


def way_of(document: SupervisionDocument) -> str:
    """Which way of sealing the issuing union has: a setting of the federation."""
    assert document.doc_date
    return str(policy_in("document_seal", document.org.region, document.doc_date))
