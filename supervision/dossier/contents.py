"""The table of contents of a matter: every paper in the order in which such files are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

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


@dataclass(frozen=True)
class Entry:
    """One paper in its place. `part` is the number of the document it belongs to, or of the part of the matter."""

    part: int
    place: Place
    paper: Any
    number: str = ""

    @property
    def place_label(self) -> str:
        return str(self.place.label)

    @property
    def day(self) -> date:
        return timezone.localdate(self.paper.at)

    @property
    def pages(self) -> int | None:
        found: int | None = self.paper.blob.pages
        return found


def contents_of(matter: SupervisionMatter) -> list[Entry]:
    """Source and investigation, then document by document: sealed file, service, reply, verification; then partners."""
    found = [*of_matter(matter), *of_documents(matter), *of_partners(matter)]
    seen: dict[int, int] = {}
    entries = []
    for entry in found:
        seen[entry.part] = seen.get(entry.part, 0) + 1
        entries.append(Entry(entry.part, entry.place, entry.paper, f"{entry.part:02}-{seen[entry.part]:02}"))
    return entries


def of_matter(matter: SupervisionMatter) -> list[Entry]:
    """As they came in: what the matter began with stands before what was found out about it."""
    rows = matter.attachments.select_related(*WHO).order_by("at", "pk")
    return [Entry(INTAKE, Place.INTAKE, paper) for paper in rows]


def of_documents(matter: SupervisionMatter) -> Iterator[Entry]:
    for part, document in enumerate(matter.documents.exclude(number="").order_by("pk"), CHAIN):
        papers = [*sealed(document), *document.attachments.select_related(*WHO).order_by("at", "pk")]
        entries = [Entry(part, place_of(paper), paper) for paper in papers]
        yield from sorted(entries, key=lambda entry: OF_DOCUMENT.index(entry.place))


def sealed(document: SupervisionDocument) -> list[Sealed]:
    """The file with the seal; none while the seal is still to be put on."""
    seal = getattr(document, "sealing", None)
    return [Sealed(seal.sealed, f"{document}.pdf", seal.by, seal.at)] if seal else []


def place_of(paper: Any) -> Place:
    if isinstance(paper, DocumentAttachment):
        return Place(paper.place or Place.OTHER)
    return Place.SEALED


def of_partners(matter: SupervisionMatter) -> Iterator[Entry]:
    part = CHAIN + matter.documents.exclude(number="").count()
    for n, document in enumerate(matter.partner_documents.order_by("pk"), part):
        for paper in document.attachments.select_related(*WHO).order_by("at", "pk"):
            yield Entry(n, Place.PARTNER, paper)


def pages_known(entries: list[Entry]) -> int:
    return sum(entry.pages or 0 for entry in entries)


def not_counted(entries: list[Entry]) -> int:
    """How many papers have no known number of pages."""
    return sum(entry.pages is None for entry in entries)
