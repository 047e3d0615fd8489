"""The table of contents of a case file."""

from __future__ import annotations

from casework.contents import Entry, numbered
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


def contents_of(case: DisputeCase) -> list[Entry]:
    """Every paper in the order of the file. The Word copy of an issued document is a working copy and no paper."""
    copies = set(case.documents.values_list("word_id", flat=True))
    rows = [paper for paper in case.attachments.select_related("blob", *WHO) if paper.pk not in copies]
    rows.sort(key=lambda paper: (ORDER[place_of(paper)], paper.at, paper.pk))
    return numbered((ORDER[place_of(paper)], place_of(paper), paper) for paper in rows)


WHO = ("by__user", "by__org", "by__authority")


def place_of(paper: DisputeAttachment) -> Place:
    return Place(paper.place or Place.OTHER)
