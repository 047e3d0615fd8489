"""Invented case histories as plain values: what is written to the database, and what is counted by hand."""

import datetime as dt
import random
from dataclasses import dataclass, field
from decimal import Decimal

FIRST, TODAY = dt.date(2022, 11, 1), dt.date(2025, 3, 17)
COUNTIES = ["532923", "532924", "532925", "530902", "530921"]
PREFECTURES = {"532900": ["532923", "532924", "532925"], "530900": ["530902", "530921"]}
CATEGORIES = ["0101", "0102", "0107", "0201", "0301"]
ORIGINS = ["hotline", "walk_in", "online", "court_assigned", "hr", "other"]
ENDS = ["agreed"] * 8 + ["reconciled", "failed", "failed", "terminated", "withdrawn", "transferred"]
KINDS = ["wages", "compensation", "injury", "social_insurance", "other"]
WAYS = ["judicial_confirmation", "arbitral_review", "payment_order", "enforcement"]


@dataclass
class Payment:
    part: int
    on: dt.date
    amount: Decimal
    kind: str
    persons: int = 1
    reverses: int | None = None


@dataclass
class Way:
    kind: str
    state: str
    filed: dt.date | None
    ended: dt.date | None


@dataclass
class History:
    """One case: its days, how it ended, its clocks as (rule, due), stops, instalments as (due, amount), payments."""

    county: str
    category: str
    origin: str
    mediator: int | None
    received: dt.date
    workers: int
    claimed: Decimal
    accepted: dt.date | None = None
    closed: dt.date | None = None
    outcome: str = ""
    merged: bool = False
    agreed: Decimal | None = None
    clocks: list = field(default_factory=list)
    stops: list = field(default_factory=list)
    parts: list = field(default_factory=list)
    payments: list = field(default_factory=list)
    ways: list = field(default_factory=list)

    @property
    def group(self):
        return self.workers >= 10


def days(n):
    return dt.timedelta(days=n)


def invented(count, seed=8):
    rng = random.Random(seed)  # noqa: S311 - invented data, the same in every run
    return [history(rng) for _n in range(count)]


def history(rng):
    one = History(
        county=rng.choice(COUNTIES),
        category=rng.choice(CATEGORIES),
        origin=rng.choice(ORIGINS),
        mediator=None,
        received=FIRST + days(rng.randrange((TODAY - FIRST).days)),
        workers=rng.choice([1, 1, 1, 2, 3, 6, 12, 40]),
        claimed=Decimal(rng.randrange(1, 9_000_000)) / 100,
    )
    take_on(one, rng)
    if rng.random() < 0.8:
        end(one, rng)
    if not one.closed and one.accepted and rng.random() < 0.1:
        one.merged = True
    return one


def take_on(one, rng):
    """Nine of ten are accepted within days and get a clock, some of them two, some with stops."""
    accepted = one.received + days(rng.randrange(6))
    if rng.random() > 0.9 or accepted > TODAY:
        return
    one.accepted, one.mediator = accepted, rng.randrange(10)
    rule = "case.court_assigned" if one.origin == "court_assigned" else "case.mediate"
    due = accepted + days(30 if one.origin == "court_assigned" else 15)
    if one.origin == "court_assigned":
        one.clocks.append(("court.assignment_answer", one.received + days(3)))
    one.clocks.append((rule, due))
    if rng.random() < 0.2:
        one.clocks.append((rule, due + days(rng.randrange(1, 40))))
    for _n in range(rng.choice([0, 0, 0, 0, 1, 2])):
        begin = accepted + days(rng.randrange(10))
        until = None if rng.random() < 0.2 else begin + days(rng.randrange(9))
        one.stops.append((rng.randrange(len(one.clocks)), begin, until))


def end(one, rng):
    outcome = rng.choice(ENDS)
    closed = (one.accepted or one.received) + days(rng.choice([0, 3, 9, 14, 15, 16, 30, 31, 60]))
    if closed > TODAY or (not one.accepted and outcome not in {"transferred", "withdrawn"}):
        return
    one.outcome, one.closed = outcome, closed
    if outcome in {"agreed", "reconciled"}:
        settle(one, rng)


def settle(one, rng):
    """What was agreed falls due in up to three parts and is paid in time, late, in part, or not."""
    for _n in range(rng.choice([1, 1, 2, 3])):
        one.parts.append((one.closed + days(rng.randrange(120)), Decimal(rng.randrange(100, 900_000)) / 100))
    one.agreed = sum(amount for _due, amount in one.parts)
    for n, (due, amount) in enumerate(one.parts):
        pay(one, n, due, amount, rng)
    if one.outcome == "agreed":
        one.clocks.append(("agreement.judicial_confirmation", one.closed + days(30)))
        if rng.random() < 0.3:
            one.ways.append(way(one.closed, rng))


def pay(one, n, due, amount, rng):
    on = due + days(rng.choice([-9, 0, 0, 0, 1, 45]))
    if rng.random() < 0.2 or on > TODAY:
        return
    kind = rng.choice(KINDS)
    first = amount if rng.random() < 0.7 else (amount / 2).quantize(Decimal("0.01"))
    one.payments.append(Payment(n, on, first, kind, one.workers))
    if rng.random() < 0.05:
        one.payments.append(Payment(n, on, -first, kind, one.workers, reverses=len(one.payments) - 1))
    elif first != amount and rng.random() < 0.5:
        one.payments.append(Payment(n, min(on + days(20), TODAY), amount - first, kind, one.workers))


def way(closed, rng):
    kind, filed = rng.choice(WAYS), closed + days(rng.randrange(40))
    state = rng.choice(["prepared", "filed", "docketed", "granted", "granted", "refused"])
    if state == "prepared" or filed > TODAY:
        return Way(kind, "prepared", None, None)
    ended = min(filed + days(20), TODAY) if state in {"granted", "refused"} else None
    return Way(kind, state, filed, ended)
