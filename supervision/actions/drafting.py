"""A document is drafted, corrected and handed to the reviewers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from casework.locking import lock
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Authority, Officer
from supervision.actions.intake import taken_up
from supervision.actions.reviewing import keep_version
from supervision.models import MatterEvidence, SupervisionDocument, SupervisionMatter
from supervision.workflow import DOCUMENTS

Kind = SupervisionDocument.Kind
Audience = SupervisionDocument.Audience


@one_transaction
def create_document(
    matter: SupervisionMatter,
    *,
    by: Officer,
    at: datetime,
    kind: str,
    audience: str = Audience.TARGETED,
    facts: str = "",
    evidence: Iterable[MatterEvidence] = (),
    **typed: Any,
) -> SupervisionDocument:
    """Draft the next document of a matter, issued by the drafter's union and filled in from the matter.

    `evidence` are the pieces of the matter's list that it names.

    Raises StepRefused where the ladder does not allow it yet (see the guards of "create"), WrongDuty.
    """
    matter = lock(matter, by)
    document = SupervisionDocument(
        matter=matter,
        kind=kind,
        audience=audience,
        facts=facts or matter.facts,
        drafter=by,
        org=by.org,
        scope=matter.scope,
        **typed,
    )
    fill_addressee(document)
    fill_contact(document)
    document = DOCUMENTS.begin(document, "create", by=by, at=at)
    document.evidence.set(evidence)
    taken_up(matter, Act(by, at).today)
    return document


def create(*, by: Officer, at: datetime, matter: SupervisionMatter, **typed: Any) -> SupervisionDocument:
    """Draft the next document of a matter; refused in words where an earlier one has to run its course first."""
    return create_document(matter, by=by, at=at, **typed)


def fill_addressee(document: SupervisionDocument) -> None:
    """The employer of the matter, or the HR office at the level of the issuing union unless another is named."""
    if document.rules.to_authority:
        place = document.org.region
        document.authority = document.authority or Authority.objects.in_charge(Authority.Kind.HR, place)
    else:
        document.authority = None
        document.employer = None if document.is_public else document.matter.employer
    known = document.authority or document.employer
    document.addressee_address = document.addressee_address or (known.address if known else "")


def fill_contact(document: SupervisionDocument) -> None:
    document.contact_name = document.contact_name or document.drafter.name
    document.contact_phone = document.contact_phone or document.org.phone
    document.contact_address = document.contact_address or document.org.address


@one_transaction
def edit(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    evidence: Iterable[MatterEvidence] | None = None,
    **typed: Any,
) -> SupervisionDocument:
    """Change the draft. A new text has to pass the review anew. Without `evidence` the list stays as it is."""
    document = DOCUMENTS.advance(document, "edit", by=by, at=at, endorsed_by=None, **typed)
    if evidence is not None:
        document.evidence.set(evidence)
    return document


@one_transaction
def submit(document: SupervisionDocument, *, by: Officer, at: datetime, no_conflict: bool) -> SupervisionDocument:
    """Hand the draft to the reviewers: this version is kept. Raises StepRefused with everything that is missing."""
    document = DOCUMENTS.advance(document, "submit", by=by, at=at, no_conflict=no_conflict)
    keep_version(document, by=by, at=at)
    return document
