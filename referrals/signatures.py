"""Standard Webhooks: three headers that say which message it is, when it was sent, and who signed it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from math import floor
from uuid import UUID

from standardwebhooks import Webhook


def signed_headers(secrets: Iterable[str], message: UUID, at: datetime, body: bytes) -> dict[str, str]:
    """Fresh for every attempt: the same number and bytes, the time of this attempt, one signature for each secret."""
    moment = at.astimezone(UTC)
    signatures = [Webhook(secret).sign(str(message), moment, body.decode()) for secret in secrets]
    return {
        "webhook-id": str(message),
        "webhook-timestamp": str(floor(moment.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
