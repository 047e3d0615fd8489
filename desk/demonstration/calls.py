"""Calls and the work orders some of them lead to."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from desk.demonstration import numbers, texts
from desk.demonstration.cases import mediation
from desk.demonstration.sheets import sheet
from desk.demonstration.timeline import Story
from desk.demonstration.world import Grievance, Place, World, grievance
from hotline import actions
from hotline.models import CallRecord, WorkOrder
from organizations.models import Duty

C = CallRecord
CASE_SHARE, FORGOTTEN_SHARE = 0.35, 0.12
RATINGS = ["very_satisfied", "satisfied", "neutral", "dissatisfied"]
RATING_WEIGHTS = [50, 40, 7, 3]


def call(world: World, place: Place, at: datetime, kind: str) -> Story:
    """One call: rung in vain, no request, asked and answered, or a grievance that becomes a work order."""
    yield at
    operator = place.officer(Duty.HOTLINE_OPERATOR)
    if kind in {"order", "urgent"}:
        yield from complaint(world, place, at, urgent=kind == "urgent")
    else:
        actions.register(by=operator, at=at, **SAID[kind](world, place, at))


def rung_in_vain(world: World, place: Place, at: datetime) -> dict[str, Any]:
    return {
        "next_step": "non_case",
        "request_type": C.RequestType.INVALID,
        "non_case": C.NonCase.SILENT,
        "ring_seconds": world.random.choice([3, 4, 18, 25, 40]),
        "caller_phone": numbers.phone(world.random),
    }


def no_request(world: World, place: Place, at: datetime) -> dict[str, Any]:
    kind = world.random.choice([C.NonCase.SILENT, C.NonCase.WRONG_NUMBER, C.NonCase.THANKS])
    thanks = kind == C.NonCase.THANKS
    return {
        "next_step": "non_case",
        "request_type": C.RequestType.PRAISE if thanks else C.RequestType.INVALID,
        "non_case": kind,
        "facts": texts.phrase("praise", world.random) if thanks else "",
        **talked(world, at, 40),
    }


def asked(world: World, place: Place, at: datetime) -> dict[str, Any]:
    story, random = world.random.choice(texts.table("stories")), world.random
    category = world.categories[story["code"]]
    about = texts.table("words")["consult_about"].format(category=category.name)
    plain = texts.phrase("consult", random), texts.phrase("consult_answers", random)
    facts, answer = (about, story["answer"]) if world.chance(0.5) else plain
    return {
        "next_step": "answer",
        "answer_given": answer,
        "request_type": C.RequestType.INQUIRY,
        "category": category,
        "facts": facts,
        "caller_name": texts.person(random) if world.chance(0.7) else "",
        "region": place.org.region,
        **talked(world, at, 300),
    }


def talked(world: World, at: datetime, most: int) -> dict[str, Any]:
    """An answered call that ends at `at`."""
    seconds = world.random.randint(15, most)
    return {
        "ring_seconds": world.random.choices([4, 8, 12, 14, 22], [20, 35, 25, 12, 8])[0],
        "talk_seconds": seconds,
        "answered_at": at - timedelta(seconds=seconds),
        "caller_phone": numbers.phone(world.random),
    }


SAID = {"vain": rung_in_vain, "nothing": no_request, "asked": asked}


def complaint(world: World, place: Place, at: datetime, *, urgent: bool = False) -> Story:
    """A grievance: a work order, handled and called back; some become dispute cases."""
    told = grievance(world, place, at)
    anonymous = world.chance(0.05)
    said = {
        "request_type": world.random.choice([C.RequestType.COMPLAINT, C.RequestType.ASSISTANCE]),
        "category": told.category,
        "employer_name": told.employer.name,
        "region": place.org.region,
        "place": told.employer.address,
        "workers_affected": told.workers,
        "facts": told.facts,
        "claim": told.claim,
        "amount": Decimal(told.amount),
        "occurred_on": timezone.localdate(at) - timedelta(days=world.random.randint(10, 120)),
        "anonymous": anonymous,
        "confidential": world.chance(0.05),
        **talked(world, at, 600),
        "caller_name": "" if anonymous else told.name,
    }
    said |= sheet(at, said["caller_phone"])
    operator = place.officer(Duty.HOTLINE_OPERATOR)
    taken = actions.register(by=operator, at=at, next_step="order", time_class=time_class(world), urgent=urgent, **said)
    order = WorkOrder.objects.get(call=taken)
    yield from handling(world, place, order, told, at)


def time_class(world: World) -> str:
    return str(world.random.choices(WorkOrder.TimeClass.values, [75, 20, 5])[0])


def handling(world: World, place: Place, order: WorkOrder, told: Grievance, at: datetime) -> Story:
    hours = place.hours
    officer = place.officer(Duty.CASE_OFFICER)
    at = hours.later(at, 0, 1)
    yield at
    order = actions.sign_for(order, by=officer, at=at)
    at = hours.later(at, 0, 1)
    yield at
    note = texts.phrase("contact_notes", world.random)
    order = actions.start(order, by=officer, at=at, contacted_on=timezone.localdate(at), note=note)
    at = hours.later(at, 0, 2)
    yield at
    if told.mediable and not order.call.anonymous and applies(world, place, order):
        order = open_case(world, place, order, told, at)
    if world.forgets(at, FORGOTTEN_SHARE):
        return
    at = hours.later(at, 0, 2 if order.time_class == WorkOrder.TimeClass.ORDINARY else 14)
    yield at
    result = texts.phrase("order_results", world.random)
    order = actions.give_feedback(order, by=officer, at=at, result=result)
    yield from calling_back(world, place, order, at)


def applies(world: World, place: Place, order: WorkOrder) -> bool:
    """Whether the caller applies for mediation, in a case that is in no book."""
    return timezone.localdate(order.opened_at) >= place.joined and world.chance(CASE_SHARE)


def open_case(world: World, place: Place, order: WorkOrder, told: Grievance, at: datetime) -> WorkOrder:
    """The worker applies for mediation at once; the case then goes its own way."""
    assert order.handler
    order = actions.open_case(
        order,
        by=order.handler,
        at=at,
        received_on=timezone.localdate(at),
        category=told.category,
        legal_ground=told.ground,
        facts=told.facts,
        amount=Decimal(told.amount),
        worker_count=told.workers,
        employer_name=told.employer.name,
    )
    assert order.case
    world.timeline.add(mediation(world, place, order.case, at))
    return order


def calling_back(world: World, place: Place, order: WorkOrder, at: datetime) -> Story:
    inspector = place.officer(Duty.QUALITY_INSPECTOR)
    at = place.hours.later(at, 0, 2)
    yield at
    reached = not order.call.anonymous
    rating = world.random.choices(RATINGS, RATING_WEIGHTS)[0] if reached else ""
    order = actions.record_callback(order, by=inspector, at=at, reached=reached, satisfaction=rating, attitude=rating)
    at = place.hours.later(at, 0, 1)
    yield at
    actions.close(order, by=inspector, at=at)
