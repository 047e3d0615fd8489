"""An exchange for training and tests: signs and posts what a real one would, over HTTP."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

from django.utils import timezone
from standardwebhooks import Webhook

PATH = "/api/v1/telephony/events/"
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
TIMEOUT_SECONDS = 10
Body = dict[str, str | None]


@dataclass(frozen=True)
class Scene:
    """A call as it is played: who rings where, and to whom it is transferred."""

    extension: str
    number: str
    other: str = ""
    line: str = "12351"
    key: str = field(default_factory=lambda: f"sim-{uuid4().hex}")


def body(scene: Scene, kind: str, at: datetime, **more: str) -> Body:
    return {
        "type": kind,
        "call": scene.key,
        "at": at.isoformat(),
        "extension": scene.extension,
        "caller": scene.number or None,
        "line": scene.line,
        **more,
    }


def answered(scene: Scene) -> Iterator[tuple[str, dict[str, str]]]:
    yield "ringing", {}
    yield "answered", {"recording": f"rec/{scene.key}.wav"}
    yield "hung_up", {}


def missed(scene: Scene) -> Iterator[tuple[str, dict[str, str]]]:
    yield "ringing", {}
    yield "hung_up", {}


def transferred(scene: Scene) -> Iterator[tuple[str, dict[str, str]]]:
    yield "ringing", {}
    yield "answered", {"recording": f"rec/{scene.key}.wav"}
    yield "transferred", {"transferred_to": scene.other}
    yield "hung_up", {"extension": scene.other}


def never_ends(scene: Scene) -> Iterator[tuple[str, dict[str, str]]]:
    yield "ringing", {}
    yield "answered", {"recording": f"rec/{scene.key}.wav"}


SCENARIOS = {"answered": answered, "missed": missed, "transferred": transferred, "never_ends": never_ends}


def headers_for(secret: str, payload: str, at: datetime) -> dict[str, str]:
    """The three headers of Standard Webhooks."""
    name = f"msg_{uuid4().hex}"
    return {
        "Content-Type": "application/json",
        "webhook-id": name,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(name, at, payload),
    }


def post(url: str, secret: str, message: Body) -> int:
    """The status of the answer. Raises OSError when nobody answers."""
    payload = json.dumps(message)
    address = urlsplit(url)
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    link = kind(address.hostname or "", address.port, timeout=TIMEOUT_SECONDS)
    try:
        link.request("POST", PATH, payload, headers_for(secret, payload, timezone.now()))
        return link.getresponse().status
    finally:
        link.close()


def play(scene: Scene, scenario: str, send: Callable[[Body], None], wait: Callable[[], None]) -> None:
    """One call, event by event; `wait` passes between them."""
    for n, (kind, more) in enumerate(SCENARIOS[scenario](scene)):
        if n:
            wait()
        send(body(scene, kind, timezone.now(), **more))


def burst(extension: str, count: int, send: Callable[[Body], None]) -> None:
    """So many callers at once, all of whom give up after some seconds."""
    began = timezone.now() - timedelta(seconds=12)
    for n in range(count):
        scene = Scene(extension, f"1390000{n:04}")
        send(body(scene, "ringing", began))
        send(body(scene, "hung_up", began + timedelta(seconds=3 + n % 9)))
