"""How deliveries stand, read from the database: who is alive, whether the sums agree, what waits for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Func, IntegerField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer
from referrals.models import Balance, Heartbeat

LONGEST_SILENCE = 60  # seconds; every part gives a sign at least every ten
BALANCE_SILENCE = 180  # seconds; the sums are written each minute
MOST_LINES = 100
PARTS: dict[str, tuple[str | Promise, str | Promise]] = {
    "beat": (
        _("Clock"),
        _("Restart the service “beat”. Until then the couriers tick in its place and messages still go out."),
    ),
    "relay": (
        _("Relay and courier"),
        _("Restart the service “courier”. Messages wait in the database meanwhile; none is lost."),
    ),
    "worker": (
        _("Worker for other jobs"),
        _("Restart the service “worker”. Imports, reminders and recounts wait meanwhile."),
    ),
}


@dataclass(frozen=True)
class Part:
    """A part of the system by its last sign of life in the database."""

    name: str
    label: Any
    seen_at: datetime | None
    silent: int | None
    remedy: Any

    @property
    def is_alive(self) -> bool:
        return self.silent is not None and self.silent <= LONGEST_SILENCE


@dataclass(frozen=True)
class Line:
    """What waits for one authority: how many messages, since when the oldest, and whether its line is broken."""

    authority: str
    waiting: int
    oldest: int
    failures: int
    probe_at: datetime | None

    @property
    def is_broken(self) -> bool:
        return self.probe_at is not None


@dataclass(frozen=True)
class DeliveryHealth:
    parts: list[Part]
    balance: Balance | None
    age: int
    lines: list[Line]

    @property
    def alarms(self) -> list[str]:
        return [str(alarm) for alarm in alarms_of(self)]

    @property
    def is_well(self) -> bool:
        return not self.alarms


def alarms_of(health: DeliveryHealth) -> Iterator[Any]:
    """What somebody has to do something about now. An office out of reach is none: its messages wait by design."""
    yield from (part.remedy for part in health.parts if not part.is_alive)
    if health.balance is None or health.age > BALANCE_SILENCE:
        yield _("The sums have not been written for three minutes: nobody can say whether all is there.")
        return
    if not health.balance.holds:
        words = _("The sums do not agree: %(missing)s messages. Stop work on the database and ask for help at once.")
        yield words % {"missing": health.balance.missing}
    if health.balance.is_late:
        yield _("Messages that could go have waited %(lag)s s. Is the courier overloaded? Start a second one.") % {
            "lag": health.balance.lag
        }


class Seconds(Func):
    """How long ago, in whole seconds, by the database's clock."""

    template = "ceil(extract(epoch FROM clock_timestamp() - %(expressions)s))::int"
    output_field = IntegerField()


def delivery_health(officer: Officer) -> DeliveryHealth:
    """Four short statements, however much has been delivered."""
    balance = Balance.objects.visible_to(officer).annotate(age=Seconds("at")).order_by("-at").first()
    return DeliveryHealth(parts(), balance, getattr(balance, "age", 0), lines(officer))


def parts() -> list[Part]:
    rows = Heartbeat.objects.annotate(silent=Seconds("at")).in_bulk()
    found = []
    for name, (label, remedy) in PARTS.items():
        row: Any = rows.get(name)
        found.append(Part(name, label, row and row.at, row and row.silent, remedy))
    return found


# By authority, the one whose oldest message has waited longest first.
WAITING = """
    SELECT authority.name, count(*),
           ceil(extract(epoch FROM clock_timestamp() - min(delivery.queued_at)))::int AS oldest,
           coalesce(circuit.failures, 0), circuit.probe_at
    FROM referrals_delivery AS delivery
    JOIN organizations_authority AS authority ON authority.id = delivery.authority_id
    LEFT JOIN referrals_circuit AS circuit ON circuit.authority_id = delivery.authority_id
    WHERE delivery.done_at IS NULL AND delivery.parked_at IS NULL AND delivery.cancelled_at IS NULL
    GROUP BY authority.id, circuit.failures, circuit.probe_at
    ORDER BY oldest DESC LIMIT %s
"""


def lines(officer: Officer) -> list[Line]:
    """Names of offices and numbers; of no referral. Empty for whoever does not look after deliveries."""
    if not watches(officer):
        return []
    with connection.cursor() as cursor:
        cursor.execute(WAITING, [MOST_LINES])
        return [Line(*row) for row in cursor.fetchall()]


def watches(officer: Officer) -> bool:
    """Administrators, liaison officers and auditors."""
    return officer.duty in {officer.Duty.SYSTEM_ADMIN, officer.Duty.LIAISON, officer.Duty.AUDITOR}
