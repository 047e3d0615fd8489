"""Documents that are typed and not saved: what the drafting screen shows the letter of."""

from __future__ import annotations

from typing import Any

from organizations.models import Officer
from supervision.actions.drafting import fill_addressee, fill_contact
from supervision.models import SupervisionDocument, SupervisionMatter

# What of the form is a column of the document.
TYPED = (
    "addressee_address",
    "public_addressee",
    "occasion",
    "valid_until",
    "publication",
    "facts",
    "legal_basis",
    "demands",
    "contact_name",
    "contact_phone",
    "contact_address",
    "copies",
    "waiver_reason",
)


def sketch(matter: SupervisionMatter, kind: str, drafter: Officer, typed: dict[str, Any]) -> SupervisionDocument:
    """The document a drafter would open now, with what is typed."""
    document = SupervisionDocument(matter=matter, kind=kind, drafter=drafter, org=drafter.org, scope=matter.scope)
    changed(document, typed)
    fill_addressee(document)
    fill_contact(document)
    return document


def changed(document: SupervisionDocument, typed: dict[str, Any]) -> SupervisionDocument:
    """The document with what is typed; a field that was wrong is not among it."""
    for name in TYPED:
        if name in typed:
            setattr(document, name, typed[name])
    if typed.get("audience") and not document.pk:
        document.audience = typed["audience"]
        fill_addressee(document)
    if typed.get("authority"):
        document.authority = typed["authority"]
    return document
