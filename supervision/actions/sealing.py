"""The seal: until it is on, a document does not leave the house."""

from __future__ import annotations

from datetime import datetime

from casework.models import Blob
from casework.transactions import one_transaction
from organizations.models import Officer
from supervision.models import Sealing, SupervisionDocument
from supervision.workflow import DOCUMENTS


@one_transaction
def seal(
    document: SupervisionDocument, *, by: Officer, at: datetime, manner: str, unsealed: Blob, sealed: Blob
) -> SupervisionDocument:
    """Keep the sealed file, which stands for the document from now on, and the file before it.

    Both are drawn and safely on disk before (see `supervision.printing.sealing`): nothing is rendered in here.
    Raises WrongDuty, StepRefused.
    """
    document = DOCUMENTS.advance(document, "seal", by=by, at=at)
    Sealing.objects.create(file=document, manner=manner, unsealed=unsealed, sealed=sealed, by=by, at=at)
    return document
