"""The rows of the spreadsheets in which an office kept its plain calls and its cases: everything in them has ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from desk.demonstration import texts
from desk.demonstration.calls import CASE_SHARE, SAID
from desk.demonstration.cases import (
    ENDS,
    IN_TIME_SHARE,
    ORIGINS,
    TRANSFERRED_SHARE,
    agreed_sum,
    payment_plan,
)
from desk.demonstration.loads import ORDER, Begun
from desk.demonstration.world import Grievance, Place, World, grievance
from disputes.models import DisputeCase
from organizations.models import Duty

Row = dict[str, Any]
End = DisputeCase.Outcome
HANDED_IN = timedelta(days=30)  # ago
MEDIABLE_SHARE = 0.9  # of the grievances told by name
OUTCOMES = {
    "agree": End.AGREED,
    "reconcile": End.RECONCILED,
    "fail": End.FAILED,
    "terminate": End.TERMINATED,
    "withdraw": End.WITHDRAWN,
}


def call_rows(world: World, place: Place, begun: Begun) -> list[Row]:
    rows = [call_row(place, at, SAID[kind](world, place, at)) for at, kind in begun.calls if kind != ORDER]
    return numbered(place, "former_call", "started_at", rows)


def case_rows(world: World, place: Place, begun: Begun) -> list[Row]:
    """Who applied, and who called before."""
    origins = list(ORIGINS), list(ORIGINS.values())
    rows = [
        case_row(world, place, world.random.choices(*origins)[0], place.hours.on(day)) for day in begun.applications
    ]
    callers = [at for at, kind in begun.calls if kind == ORDER and world.chance(CASE_SHARE * MEDIABLE_SHARE)]
    rows += [case_row(world, place, DisputeCase.Origin.HOTLINE, place.hours.later(at, 0, 4)) for at in callers]
    return numbered(place, "former_case", "received_on", rows)


def numbered(place: Place, series: str, column: str, rows: Iterable[Row]) -> list[Row]:
    """In the order of the calendar, each book from one on."""
    pattern = texts.table("words")[series]
    return [
        {"external_no": pattern.format(year=row[column][:4], n=n), "organization": place.org.region_id, **row}
        for n, row in enumerate(sorted(rows, key=lambda row: row[column]), 1)
    ]


def call_row(place: Place, at: datetime, said: Row) -> Row:
    category = said.get("category")
    return {
        "started_at": f"{timezone.localtime(at):%Y-%m-%d %H:%M:%S}",
        "ring_seconds": said["ring_seconds"],
        "talk_seconds": said.get("talk_seconds", ""),
        "caller_phone": said["caller_phone"],
        "caller_name": said.get("caller_name", ""),
        "request_type": said["request_type"],
        "category": category.pk if category else "",
        "summary": said.get("facts", ""),
        "operator": username(place, Duty.HOTLINE_OPERATOR),
        "result": said.get("answer_given") or said["non_case"],
    }


def username(place: Place, duty: str) -> str:
    user = place.officer(duty).user
    assert user
    return user.username


def case_row(world: World, place: Place, origin: str, at: datetime) -> Row:
    told, decided = grievance(world, place, at, mediable=True), place.hours.later(at, 0, 2)
    wanted = {
        "origin": origin,
        "applicant_name": told.name,
        "applicant_id_number": told.id_number,
        "applicant_phone": told.phone,
        "worker_count": told.workers,
        "is_group": "",
        "employer_name": told.employer.name,
        "employer_uscc": told.employer.uscc,
        "category": told.category.pk,
        "received_on": day_of(at),
        "amount_claimed": told.amount,
        "summary": told.facts,
    }
    if world.chance(TRANSFERRED_SHARE):
        return wanted | {"outcome": End.TRANSFERRED, "closed_on": day_of(decided)}
    return wanted | mediated(world, place, told, decided)


def mediated(world: World, place: Place, told: Grievance, at: datetime) -> Row:
    """As many days between acceptance, meeting and end as in the cases that are played."""
    found = {"accepted_on": day_of(at), "mediator": username(place, Duty.MEDIATOR)}
    for least, most in ((0, 1), (1, 4), (1, 6)):
        at = place.hours.later(at, least, most)
    outcome = OUTCOMES[place.draw(ENDS)]
    found |= {"outcome": outcome, "closed_on": day_of(at)}
    if outcome not in {End.AGREED, End.RECONCILED}:
        return found
    amount = agreed_sum(world, Decimal(told.amount))
    return found | {"amount_agreed": amount, "payments": ";".join(payments(world, place, amount, at))}


def payments(world: World, place: Place, amount: Decimal, at: datetime) -> Iterator[str]:
    """Everything has been paid, most of it in time, and all before the book was handed in."""
    last = timezone.localdate(world.now) - HANDED_IN
    for part in payment_plan(world, amount, timezone.localdate(at)):
        late = world.random.randint(1, 9) if not world.chance(IN_TIME_SHARE) else -world.random.randint(0, 3)
        paid_on = min(max(timezone.localdate(at), part["due_on"] + timedelta(days=late)), last)
        yield f"{paid_on}:{part['amount']}"


def day_of(at: datetime) -> str:
    return timezone.localdate(at).isoformat()
