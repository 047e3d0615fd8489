"""Answers to the union: a receipt that a person has signed, a return, a result. Signed the same way as what came."""

from __future__ import annotations

import json
import urllib.request
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from standardwebhooks import Webhook

SECONDS = 30


@dataclass(frozen=True)
class Answer:
    """One message to the union. Keep it until it was taken, and send it again with the same `id` and body."""

    type: str
    data: dict[str, Any]
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def body(self) -> str:
        told = {"type": self.type, "timestamp": self.at.isoformat(), "data": self.data}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    def headers(self, secret: str) -> dict[str, str]:
        """Fresh for every attempt: the signature covers the time of sending, which may be five minutes off at most."""
        now = datetime.now(UTC)
        return {
            "content-type": "application/json",
            "webhook-id": self.id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": Webhook(secret).sign(self.id, now, self.body),
        }


def checked(address: str) -> str:
    """Raises ValueError for an address that is not encrypted; on one machine it need not be."""
    if not address.startswith(("https://", "http://127.0.0.1:")):
        raise ValueError("what the union is told and asked goes over https")
    return address


def send_receipt(address: str, secret: str, answer: Answer) -> int:
    """The status. 2xx is taken, also when it was taken before. Raises OSError: then send it again later."""
    request = urllib.request.Request(checked(address), answer.body.encode(), answer.headers(secret))  # noqa: S310 - checked
    with urllib.request.urlopen(request, timeout=SECONDS) as response:  # noqa: S310
        return int(response.status)
