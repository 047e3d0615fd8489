"""Whether the exchanges still speak to us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from casework.deadlines import policy_in
from hotline.models import Exchange, Seat
from organizations.models import Officer


@dataclass(frozen=True)
class Health:
    """An exchange, the instant of its last message, and whether it is silent though somebody is signed on."""

    exchange: Exchange
    last_seen: datetime | None
    is_silent: bool

    @property
    def tone(self) -> str:
        return "danger" if self.is_silent else "success" if self.last_seen else "neutral"


def exchanges_for(officer: Officer, at: datetime) -> list[Health]:
    """The exchanges this officer may sign on at. Silent by policy `line_silent_minutes`."""
    region = officer.org.region if officer.org else None
    silence = timedelta(minutes=policy_in("line_silent_minutes", region, timezone.localdate(at)))
    staffed = set(Seat.objects.taken().filter(since__lt=at - silence).values_list("exchange_id", flat=True))
    found = []
    for exchange in Exchange.objects.visible_to(officer).with_health():
        long_ago = exchange.last_seen is None or at - exchange.last_seen > silence
        found.append(Health(exchange, exchange.last_seen, long_ago and exchange.pk in staffed))
    return found
