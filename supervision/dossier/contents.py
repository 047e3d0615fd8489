"""The table of contents of a matter: every paper in the order in which such files are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from casework.contents import Entry, numbered
from organizations.models import Officer
from supervision.models import DocumentAttachment, SupervisionDocument, SupervisionMatter

WHO = ("blob", "by__user", "by__org", "by__authority")


class Place(TextChoices):
    """Cover and contents come first, the closing report last; both are drawn anew with the file."""

    INTAKE = "intake", _("Source, investigation and evidence")
    SEALED = "sealed", _("Document as sealed")
    SERVICE = "service", _("Proof of service")
    REPLY = "reply", _("Reply")
    VERIFICATION = "verification", _("Verification")
    PARTNER = "partner", _("Document of a partner")
    OTHER = "other", _("Other papers")


INTAKE = 1
CHAIN = 2  # each document of the ladder is a part of its own, in the order they were drafted
Placed = tuple[int, Place, Any]  # the number of the part, the place in it, the paper
OF_DOCUMENT = [Place.SEALED, Place.SERVICE, Place.REPLY, Place.VERIFICATION, Place.OTHER]


@dataclass(frozen=True)
class Sealed:
    """The sealed file of a document, as a paper."""

    blob: Any
    title: str
    by: Officer
    at: datetime

    @property
    def blob_id(self) -> str:
        return str(self.blob.pk)

    @property
    def pages(self) -> int | None:
        found: int | None = self.blob.pages
        return found


def contents_of(matter: SupervisionMatter) -> list[Entry]:
    """Source and investigation, then document by document: sealed file, service, reply, verification; then partners."""
    return numbered([*of_matter(matter), *of_documents(matter), *of_partners(matter)])


def of_matter(matter: SupervisionMatter) -> list[Placed]:
    """As they came in: what the matter began with stands before what was found out about it."""
    rows = matter.attachments.select_related(*WHO).order_by("at", "pk")
    return [(INTAKE, Place.INTAKE, paper) for paper in rows]


def of_documents(matter: SupervisionMatter) -> Iterator[Placed]:
    for part, document in enumerate(matter.documents.exclude(number="").order_by("pk"), CHAIN):
        papers = [*sealed(document), *document.attachments.select_related(*WHO).order_by("at", "pk")]
        yield from sorted(((part, place_of(paper), paper) for paper in papers), key=in_document)


def in_document(placed: Placed) -> int:
    _part, place, _paper = placed
    return OF_DOCUMENT.index(place)


def sealed(document: SupervisionDocument) -> list[Sealed]:
    """The file with the seal; none while the seal is still to be put on."""
    seal = getattr(document, "sealing", None)
    return [Sealed(seal.sealed, f"{document}.pdf", seal.by, seal.at)] if seal else []


def place_of(paper: Any) -> Place:
    if isinstance(paper, DocumentAttachment):
        return Place(paper.place or Place.OTHER)
    return Place.SEALED


def of_partners(matter: SupervisionMatter) -> Iterator[Placed]:
    part = CHAIN + matter.documents.exclude(number="").count()
    for n, document in enumerate(matter.partner_documents.order_by("pk"), part):
        for paper in document.attachments.select_related(*WHO).order_by("at", "pk"):
            yield n, Place.PARTNER, paper
