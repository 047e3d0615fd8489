"""An exchange, seats, and messages as an exchange signs them."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone
from standardwebhooks import Webhook

from hotline import actions
from hotline.models import Exchange, LineCall
from organizations.models import Officer, UnionOrg

ADDRESS = "/api/v1/telephony/events/"
CALLER = "13800006021"
BEGAN = dt.datetime(2026, 7, 1, 2, 42, 8, tzinfo=dt.UTC)


def exchange_of(region: str = "532923") -> Exchange:
    org = UnionOrg.objects.get(region=region, kind="federation")
    return Exchange.objects.filter(org=org).first() or Exchange.objects.create(name="测试话务平台", org=org)


def seat(officer: Officer, extension: str = "801", since: dt.datetime = BEGAN - dt.timedelta(hours=1)) -> Any:
    assert officer.org
    return actions.sign_on(exchange_of(officer.org.region_id), extension=extension, by=officer, at=since)


def told(kind: str, seconds: int = 0, key: str = "c1", began: dt.datetime = BEGAN, **more: Any) -> actions.Told:
    """What a message says, so many seconds after the call began."""
    given = {"extension": "801", "caller": CALLER, "line": "12351", "webhook_id": uuid4().hex, **more}
    return actions.Told(kind=kind, key=key, at=began + dt.timedelta(seconds=seconds), **given)


def LineCallFactory(
    *kinds: str, key: str = "", began: dt.datetime | None = None, exchange: Exchange | None = None, **more: Any
) -> LineCall:
    """A call to which these events came, ten seconds apart; `answered` and `missed` are the usual ones."""
    usual = {"answered": ("ringing", "answered", "hung_up"), "missed": ("ringing", "hung_up")}
    began = began or timezone.now() - dt.timedelta(seconds=60)
    named = {"key": key or uuid4().hex, "began": began, **more}
    events = usual.get(kinds[0], kinds) if len(kinds) == 1 else kinds
    for n, kind in enumerate(events):
        given = {"transferred_to": "802"} if kind == "transferred" else {}
        actions.take_event(exchange or exchange_of(), told(kind, n * 10, **{**named, **given}), at=timezone.now())
    return LineCall.objects.get(key=named["key"])


def ringing(**changes: Any) -> dict[str, Any]:
    """The body of a message."""
    now = timezone.now().isoformat()
    return {
        "type": "ringing",
        "call": "c1",
        "at": now,
        "extension": "801",
        "caller": CALLER,
        "line": "12351",
        **changes,
    }


def signed(
    body: Any, secret: str, *, name: str = "", at: dt.datetime | None = None, signed_by: str = ""
) -> tuple[str, dict[str, str]]:
    """Payload and headers."""
    payload = body if isinstance(body, str) else json.dumps(body)
    at, name = at or timezone.now(), name or f"msg_{uuid4().hex}"
    headers = {
        "webhook-id": name,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": signed_by or Webhook(secret).sign(name, at, payload),
    }
    return payload, headers


def post(body: Any, secret: str | None = None, **options: Any) -> Any:
    """Post the message as the exchange of Xiangyun does."""
    content_type = options.pop("content_type", "application/json")
    payload, headers = signed(body, secret or exchange_of().secret, **options)
    return Client().post(ADDRESS, payload, content_type=content_type, headers=headers)


INQUIRY = {
    "request_type": "inquiry",
    "category": "0101",
    "region": "532923",
    "workers_affected": "1",
    "facts": "询问加班费如何计算",
    "answer_given": "按规定标准支付",
    "next_step": "answer",
    "caller_phone": CALLER,
}


def text(answer) -> str:
    return answer.content.decode()


def screen(client, **headers: str) -> str:
    answer = client.get("/calls/events/", headers=headers)
    return "" if answer.status_code == 204 else answer.json()["html"]
