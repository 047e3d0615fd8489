"""Issuing the documents of a case."""

from __future__ import annotations

from datetime import datetime

from casework.models import Blob, DocumentTemplate
from casework.transactions import one_transaction
from disputes.dossier.contents import PLACE_OF_KIND
from disputes.models import CaseDocument, DisputeCase, MediationMeeting, Party
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@one_transaction
def issue_document(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    kind: str,
    template: DocumentTemplate,
    papers: list[tuple[str, Blob]],
    party: Party | None = None,
    meeting: MediationMeeting | None = None,
) -> DisputeCase:
    """Keep a finished document, PDF and Word file, among the papers of the case. It names people in full: who made
    it stands in the history. `papers` are both files, drawn before and safely on disk.
    """
    case = WORKFLOW.advance(case, "issue_document", by=by, at=at, note=template.name)
    place = PLACE_OF_KIND.get(kind, "")
    pdf, word = (case.attachments.create(title=title, blob=blob, by=by, at=at, place=place) for title, blob in papers)
    about = {"party": party, "meeting": meeting}
    CaseDocument.objects.create(
        file=case, kind=kind, template=template, pdf=pdf, word=word, issued_at=at, issued_by=by, **about
    )
    return case
