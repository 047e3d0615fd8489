"""A document is drafted, corrected and handed to the reviewers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from casework.workflow import lock
from organizations.models import Authority, Officer
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.workflow import DOCUMENTS

Kind = SupervisionDocument.Kind
Audience = SupervisionDocument.Audience


@transaction.atomic
def create_document(
    matter: SupervisionMatter,
    *,
    by: Officer,
    at: datetime,
    kind: str,
    audience: str = Audience.TARGETED,
    facts: str = "",
    **typed: Any,
) -> SupervisionDocument:
    """Draft the next document of a matter, issued by the drafter's union and filled in from the matter.

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
    return DOCUMENTS.begin(document, "create", by=by, at=at)


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


@transaction.atomic
def edit(document: SupervisionDocument, *, by: Officer, at: datetime, **typed: Any) -> SupervisionDocument:
    """Change the draft. A new text has to pass the review anew."""
    return DOCUMENTS.advance(document, "edit", by=by, at=at, endorsed_by=None, **typed)


@transaction.atomic
def submit(document: SupervisionDocument, *, by: Officer, at: datetime, no_conflict: bool) -> SupervisionDocument:
    """Hand the draft to the reviewers. Raises StepRefused with everything that is still missing."""
    return DOCUMENTS.advance(document, "submit", by=by, at=at, no_conflict=no_conflict)
