"""What reviewers had before them is kept, with what they said about it."""

from __future__ import annotations

from datetime import datetime

from casework.transactions import one_transaction
from organizations.models import Officer
from supervision.letters import compose
from supervision.models import SupervisionDocument
from supervision.workflow import DOCUMENTS


def keep_version(document: SupervisionDocument, *, by: Officer, at: datetime) -> None:
    """The text as it is handed in, without number and date. Part of the step that hands it in."""
    text = compose(document, "", None)
    document.versions.create(edition=document.versions.count() + 1, text=text, by=by, at=at)


@one_transaction
def comment(
    document: SupervisionDocument, *, by: Officer, at: datetime, paragraph: int, text: str
) -> SupervisionDocument:
    """Say something about one paragraph of the version under review. It stays, whatever becomes of the draft."""
    document = DOCUMENTS.advance(document, "comment", by=by, at=at)
    version = document.versions.latest("edition")
    version.comments.create(paragraph=paragraph, text=text, by=by, at=at)
    return document
