"""The table of contents of a case file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from disputes.models import DisputeAttachment, DisputeCase
from disputes.models.choices import Place

ORDER = {place: n for n, place in enumerate(Place, 1)}
# Where the documents the system makes belong; the supplement notice stands with the application it asks about.
PLACE_OF_KIND = {
    "application": Place.APPLICATION,
    "supplement_notice": Place.APPLICATION,
    "acceptance_notice": Place.ACCEPTANCE,
    "decline_notice": Place.ACCEPTANCE,
    "service_receipt": Place.ACCEPTANCE,
    "rights_notice": Place.RIGHTS,
    "meeting_notice": Place.ACCEPTANCE,
    "minutes": Place.MINUTES,
    "agreement": Place.AGREEMENT,
    "failure_notice": Place.AGREEMENT,
    "certificate": Place.CONFIRMATION,
    "confirmation_application": Place.CONFIRMATION,
    "review_application": Place.CONFIRMATION,
    "payment_order_application": Place.PERFORMANCE,
    "enforcement_application": Place.PERFORMANCE,
    "closing_report": Place.CLOSING,
}


@dataclass(frozen=True)
class Entry:
    """One paper in its place. `pages` is None where nobody has counted them."""

    number: str
    place: Place
    paper: DisputeAttachment

    @property
    def place_label(self) -> str:
        return str(self.place.label)

    @property
    def day(self) -> date:
        return timezone.localdate(self.paper.at)

    @property
    def pages(self) -> int | None:
        return self.paper.pages


def contents_of(case: DisputeCase) -> list[Entry]:
    """Every paper in the order of the file. The Word copy of an issued document is a working copy and no paper."""
    copies = set(case.documents.values_list("word_id", flat=True))
    rows = [paper for paper in case.attachments.select_related("blob", *WHO) if paper.pk not in copies]
    rows.sort(key=lambda paper: (ORDER[place_of(paper)], paper.at, paper.pk))
    seen: dict[Place, int] = {}
    return [entry(paper, seen) for paper in rows]


WHO = ("by__user", "by__org", "by__authority")


def entry(paper: DisputeAttachment, seen: dict[Place, int]) -> Entry:
    place = place_of(paper)
    seen[place] = seen.get(place, 0) + 1
    return Entry(f"{ORDER[place]:02}-{seen[place]:02}", place, paper)


def place_of(paper: DisputeAttachment) -> Place:
    return Place(paper.place or Place.OTHER)


def pages_known(entries: list[Entry]) -> int:
    return sum(entry.pages or 0 for entry in entries)


def not_counted(entries: list[Entry]) -> int:
    """How many papers have no known number of pages."""
    return sum(entry.pages is None for entry in entries)
