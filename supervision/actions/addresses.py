"""The addressee agrees to electronic service, and takes it back."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from casework.errors import StepRefused
from casework.models import Blob
from casework.transactions import one_transaction
from organizations.models import Officer
from supervision.models import AddressConfirmation, SupervisionMatter
from supervision.workflow import MATTERS


@one_transaction
def confirm_address(
    matter: SupervisionMatter,
    *,
    by: Officer,
    at: datetime,
    channel: str,
    address: str,
    confirmed_by: str,
    confirmed_on: date,
    papers: list[tuple[str, Blob]],
) -> SupervisionMatter:
    """Keep the signed confirmation: from that day documents of the matter may be served electronically (art. 90)."""
    matter = MATTERS.advance(matter, "confirm_address", by=by, at=at)
    proofs = [matter.attachments.create(title=title, blob=blob, by=by, at=at) for title, blob in papers]
    if not proofs:
        raise StepRefused("confirm_address", _("The signed confirmation is missing."))
    given = {"channel": channel, "address": address, "confirmed_by": confirmed_by, "confirmed_on": confirmed_on}
    matter.address_confirmations.create(proof=proofs[0], by=by, at=at, **given)
    return matter


@one_transaction
def revoke_address(
    matter: SupervisionMatter, *, by: Officer, at: datetime, confirmation: AddressConfirmation, revoked_on: date
) -> SupervisionMatter:
    """The addressee takes the consent back. What was sent before stays served."""
    matter = MATTERS.advance(matter, "revoke_address", by=by, at=at)
    found = matter.address_confirmations.filter(pk=confirmation.pk, revoked_on=None)
    if not found.update(revoked_on=revoked_on):
        raise StepRefused("revoke_address", _("This confirmation does not hold any more."))
    return matter
