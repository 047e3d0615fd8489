"""Papers: a message names them with their hash, here they are fetched and looked at."""

from __future__ import annotations

import hashlib
import json
import urllib.request
import uuid
from datetime import UTC, datetime

from standardwebhooks import Webhook

from .receipts import SECONDS, checked

MOST_BYTES = 20 * 1024 * 1024


class WrongBytes(Exception):
    """What came is not the paper the message named."""


def request_for(number: str, sha256: str, secret: str) -> tuple[bytes, dict[str, str]]:
    """Body and headers, signed like a message. A signature counts for five minutes."""
    body = json.dumps({"number": number, "sha256": sha256})
    key, now = str(uuid.uuid4()), datetime.now(UTC)
    return body.encode(), {
        "content-type": "application/json",
        "webhook-id": key,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(secret).sign(key, now, body),
    }


def fetch_paper(address: str, secret: str, number: str, sha256: str) -> bytes:
    """The paper of a message by `data.number` and its `sha256`. Raises OSError, WrongBytes: then ask again later."""
    request = urllib.request.Request(checked(address), *request_for(number, sha256, secret))  # noqa: S310 - checked
    with urllib.request.urlopen(request, timeout=SECONDS) as response:  # noqa: S310
        content: bytes = response.read(MOST_BYTES + 1)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise WrongBytes
    return content
