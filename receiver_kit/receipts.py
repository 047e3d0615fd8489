"""Answers to the union: a receipt that a person has signed, a return, a result with its papers.

Signed the same way as what came. Papers go beside the message, which names each by its hash: so the signature of the
message stands for them too.
"""

from __future__ import annotations

import hashlib
import json
import urllib.request
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from standardwebhooks import Webhook

SECONDS = 30


@dataclass(frozen=True)
class Paper:
    """A paper that goes with an answer. The ending of the title says what it is: 裁决书.pdf."""

    title: str
    content: bytes

    @property
    def name(self) -> dict[str, Any]:
        """How the message names it."""
        return {
            "title": self.title,
            "sha256": hashlib.sha256(self.content).hexdigest(),
            "size": len(self.content),
        }


@dataclass(frozen=True)
class Answer:
    """One message to the union. Keep it until it was taken, and send it again with the same `id`, body and papers."""

    type: str
    data: dict[str, Any]
    papers: tuple[Paper, ...] = ()
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def body(self) -> str:
        data = {**self.data, "papers": [paper.name for paper in self.papers]} if self.papers else self.data
        told = {"type": self.type, "timestamp": self.at.isoformat(), "data": data}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    @property
    def content_type(self) -> str:
        return f"multipart/form-data; boundary={self.boundary}" if self.papers else "application/json"

    @property
    def boundary(self) -> str:
        """A line that stands in no part: nobody can know the hash of the whole beforehand."""
        return hashlib.sha256(b"".join([self.body.encode(), *(paper.content for paper in self.papers)])).hexdigest()

    @property
    def content(self) -> bytes:
        """What is posted: the message alone, or as the first of several parts."""
        if not self.papers:
            return self.body.encode()
        parts = [part('name="message"', self.body.encode())]
        parts += [part(f'name="papers"; filename="{n}"', paper.content) for n, paper in enumerate(self.papers)]
        line = f"--{self.boundary}".encode()
        return b"".join(line + b"\r\n" + one for one in parts) + line + b"--\r\n"

    def headers(self, secret: str) -> dict[str, str]:
        """Fresh for every attempt: the signature covers the time of sending, which may be five minutes off at most."""
        now = datetime.now(UTC)
        return {
            "content-type": self.content_type,
            "webhook-id": self.id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": Webhook(secret).sign(self.id, now, self.body),
        }


def part(disposition: str, content: bytes) -> bytes:
    return f"Content-Disposition: form-data; {disposition}\r\n\r\n".encode() + content + b"\r\n"


def checked(address: str) -> str:
    """Raises ValueError for an address that is not encrypted; on one machine it need not be."""
    if not address.startswith(("https://", "http://127.0.0.1:")):
        raise ValueError("what the union is told and asked goes over https")
    return address


def send_receipt(address: str, secret: str, answer: Answer) -> int:
    """The status. 2xx is taken, also when it was taken before. Raises OSError: then send it again later."""
    request = urllib.request.Request(checked(address), answer.content, answer.headers(secret))  # noqa: S310 - checked
    with urllib.request.urlopen(request, timeout=SECONDS) as response:  # noqa: S310
        return int(response.status)
