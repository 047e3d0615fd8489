"""What anybody may learn of a document who has it before him: number, date, status and hash, and no name.

The code is printed on the paper and cannot be guessed (96 random bits); what is asked for is counted by address all
the same, so that nobody tries codes or files in bulk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from casework.deadlines import policy_in
from organizations.login import count
from supervision.models import SupervisionDocument

SPAN = timedelta(hours=1)
State = SupervisionDocument.State
VOID, WITHDRAWN, VALID, OVER, UNSEALED = "void", "withdrawn", "valid", "over", "unsealed"
WORDS: dict[str, tuple[Any, str]] = {
    VALID: (_("Valid: the union issued this document."), "success"),
    OVER: (_("Genuine, but its time is over: it was valid until the day below."), "warning"),
    UNSEALED: (_("Signed, but not issued yet: the seal is not on."), "warning"),
    WITHDRAWN: (_("Withdrawn: the union took this document back."), "danger"),
    VOID: (_("Void: this document was cancelled before it was issued."), "danger"),
}


@dataclass(frozen=True)
class Verified:
    """A document as its reader may know it."""

    kind: Any
    number: str
    doc_date: date | None
    status: Any
    tone: str
    sha256: str
    valid_until: date | None = None

    def matches(self, digest: str) -> bool:
        """Whether that is the very file the union issued."""
        return bool(self.sha256) and self.sha256 == digest


def insist_on_measure(address: str, today: date) -> None:
    """Raises TooManyAttempts."""
    count(f"verify-address:{address}", policy_in("verifications_per_address", None, today), SPAN)


def verified(code: str, today: date) -> Verified | None:
    """The document with that code; None when there is none."""
    document = SupervisionDocument.objects.verified_by(code).select_related("sealing").first()
    if document is None:
        return None
    status, tone = WORDS[standing(document, today)]
    return Verified(
        document.get_kind_display(),
        document.number,
        document.doc_date,
        status,
        tone,
        document.sealing.sealed_id if document.is_sealed else "",
        document.valid_until,
    )


def standing(document: SupervisionDocument, today: date) -> str:
    ended = {State.VOID.value: VOID, State.WITHDRAWN.value: WITHDRAWN}.get(document.state)
    issued = OVER if document.is_over(today) else VALID
    return ended or (issued if document.is_sealed else UNSEALED)


def digest_of(chunks: Iterable[bytes]) -> str:
    """SHA-256 of a file that is looked at and not kept."""
    found = hashlib.sha256()
    for chunk in chunks:
        found.update(chunk)
    return found.hexdigest()
