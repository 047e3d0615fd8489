"""Dispute cases, from the application to the archive or to one of the other ends."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.actions import keep_papers
from desk.demonstration import after, texts
from desk.demonstration.groups import share_out, take_roster
from desk.demonstration.partners import referral
from desk.demonstration.timeline import Story, left_lying
from desk.demonstration.world import Grievance, Place, World, grievance
from disputes import actions
from disputes.dossier.completeness import gaps
from disputes.guards.endings import goes_back_to_court
from disputes.models import DisputeCase
from disputes.models.choices import Advice, Callback, EndReason
from organizations.models import Duty, Officer

Origin = DisputeCase.Origin
# How forty mediations end, as in practice: 85 % with an agreement or a settlement.
ENDS = {"agree": 30, "reconcile": 4, "fail": 4, "terminate": 1, "withdraw": 1}
ORIGINS = {Origin.WALK_IN: 50, Origin.ONLINE: 15, Origin.COURT_ASSIGNED: 18, Origin.HR: 12, Origin.OTHER: 5}
DECLINED_SHARE, TRANSFERRED_SHARE, SUSPENDED_SHARE, FORGOTTEN_SHARE = 0.02, 0.02, 0.04, 0.1
IN_TIME_SHARE = 0.88
CONFIRMED_SHARE, ARBITRATED_SHARE, AID_SHARE, SUING_SHARE, JOINT_SHARE = 0.2, 0.6, 0.35, 0.25, 0.13
SHOWN = ("532923", "532924", "530114")  # unions whose officers may sign in: their desks show running referrals
MEANWHILE = ("hr_joint_mediation", "legal_aid", "support_suing")
AFTER = {"arbitration": ARBITRATED_SHARE, "legal_aid": AID_SHARE, "support_suing": SUING_SHARE}


def application(world: World, place: Place, at: datetime, *, forgotten: bool = False) -> Story:
    """An application taken at the counter, sent by a court or another office."""
    yield at
    told = grievance(world, place, at, mediable=True)
    origin = world.random.choices(list(ORIGINS), list(ORIGINS.values()))[0]
    case = actions.apply(
        by=place.officer(Duty.CASE_OFFICER),
        at=at,
        received_on=timezone.localdate(at),
        origin=origin,
        category=told.category,
        facts=told.facts,
        applicants=[{"name": told.name, "id_number": told.id_number, "phone": told.phone, "address": told.home}],
        respondents=[respondent(told)],
        claims=[{"category": told.category, "claimant": told.name, "amount": Decimal(told.amount)}],
        worker_count=told.workers,
        legal_ground=told.ground,
        known_on=timezone.localdate(at) - timedelta(days=world.random.randint(10, 200)),
    )
    yield from mediation(world, place, case, at, forgotten=forgotten)


def respondent(told: Grievance) -> dict[str, str]:
    employer = told.employer
    return {"name": employer.name, "uscc": employer.uscc, "phone": employer.phone, "address": employer.address}


def mediation(world: World, place: Place, case: DisputeCase, at: datetime, *, forgotten: bool = False) -> Story:
    """From the decision on the application to the end."""
    officer, mediator = place.officer(Duty.CASE_OFFICER), place.officer(Duty.MEDIATOR)
    hours = place.hours
    at = hours.later(at, 0, 2)
    yield at
    if world.chance(DECLINED_SHARE):
        decline(case, officer, at, world)
        return
    if world.chance(TRANSFERRED_SHARE):
        transfer(case, officer, at, place)
        return
    case = actions.accept(case, by=officer, at=at, accepted_on=timezone.localdate(at))
    case = take_roster(case, officer, at)
    at = hours.later(at, 0, 1)
    yield at
    case = actions.assign(case, by=officer, at=at, mediator=mediator, assigned_on=timezone.localdate(at))
    case = actions.confirm(
        case, by=mediator, at=at, confirmed_on=timezone.localdate(at), disclosure=texts.table("words")["disclosure"]
    )
    at = hours.later(at, 1, 4)
    yield at
    case = meeting(world, place, case, at)
    if (forgotten and place.org.region_id in SHOWN) or world.chance(JOINT_SHARE):
        kind = world.random.choice(MEANWHILE) if forgotten else "hr_joint_mediation"
        referred = referral(world, place, kind, at, unanswered=forgotten, case=case)
        world.timeline.add(left_lying(referred, 1) if forgotten and world.chance(0.4) else referred)
    if forgotten or world.forgets(at, FORGOTTEN_SHARE):
        return
    if world.chance(SUSPENDED_SHARE):
        case, at = yield from suspended(world, place, case, at)
    at = hours.later(at, 1, 6)
    yield at
    yield from END[place.draw(ENDS)](world, place, case, at)


def meeting(world: World, place: Place, case: DisputeCase, at: datetime) -> DisputeCase:
    words = texts.phrase("minutes", world.random)
    return actions.hold_meeting(case, by=mediator_of(case), at=at, held_on=timezone.localdate(at), minutes=words)


def mediator_of(case: DisputeCase) -> Officer:
    """The mediator of a case that has one."""
    assert case.mediator
    return case.mediator


def decline(case: DisputeCase, officer: Any, at: datetime, world: World) -> None:
    actions.decline(
        case,
        by=officer,
        at=at,
        declined_on=timezone.localdate(at),
        end_reason=EndReason.PENDING,
        advice=Advice.LAWSUIT,
        reason=texts.phrase("decline_reasons", world.random),
    )


def transfer(case: DisputeCase, officer: Any, at: datetime, place: Place) -> None:
    words = texts.table("words")
    body = words["passed_to"].format(place=place.org.region.name)
    actions.transfer(
        case, by=officer, at=at, closed_on=timezone.localdate(at), passed_to=body, reason=words["transfer_reason"]
    )


def suspended(world: World, place: Place, case: DisputeCase, at: datetime) -> Any:
    """The clock stands still for some weeks. Returns the case and the time it goes on."""
    at = place.hours.later(at, 0, 1)
    yield at
    reason = texts.phrase("suspensions", world.random)
    case = actions.suspend(case, by=mediator_of(case), at=at, suspended_on=timezone.localdate(at), reason=reason)
    at = place.hours.later(at, 8, 25)
    yield at
    return actions.resume(case, by=mediator_of(case), at=at, resumed_on=timezone.localdate(at)), at


def payment_plan(world: World, amount: Decimal, today: date) -> list[dict[str, Any]]:
    """In one sum, or in parts a month apart."""
    parts = world.random.choices([1, 2, 3], [70, 20, 10])[0] if amount > 6000 else 1
    share = (amount / parts).quantize(Decimal(1))
    amounts = [share] * (parts - 1) + [amount - share * (parts - 1)]
    first = world.random.randint(3, 15)
    return [{"due_on": today + timedelta(days=first + 30 * n), "amount": part} for n, part in enumerate(amounts)]


def agreed_sum(world: World, claimed: Decimal) -> Decimal:
    share = Decimal(world.random.randint(70, 100)) / 100
    return max((claimed * share).quantize(Decimal(1)), Decimal(1))


def agree(world: World, place: Place, case: DisputeCase, at: datetime) -> Story:
    today, amount = timezone.localdate(at), agreed_sum(world, case.amount_claimed)
    case = share_out(case, amount, mediator_of(case), at)
    case = after.sign(case, mediator_of(case), at, amount, payment_plan(world, amount, today))
    if world.chance(CONFIRMED_SHARE):
        world.timeline.add(referral(world, place, "judicial_confirmation", at, case=case))
    else:
        yield from after.confirmation(place, case, mediator_of(case), at)
    yield from performance(world, place, case, at)


def reconcile(world: World, place: Place, case: DisputeCase, at: datetime) -> Story:
    today, amount = timezone.localdate(at), agreed_sum(world, case.amount_claimed)
    case = actions.reconcile(
        case,
        by=mediator_of(case),
        at=at,
        closed_on=today,
        settlement=texts.phrase("reconcile_notes", world.random),
        agreed=[{"claim": 1, "amount": amount}],
        instalments=payment_plan(world, amount, today),
    )
    yield from performance(world, place, case, at)


def performance(world: World, place: Place, case: DisputeCase, at: datetime) -> Story:
    """Payments, mostly in time; then the parties are asked, and the file is closed and put away."""
    hours = place.hours
    for moment in after.default(place, case, mediator_of(case), at):
        at = moment
        yield at
    for part in list(case.instalments.all()):
        days = (part.due_on - timezone.localdate(at)).days
        at = (
            hours.later(at, max(days - 3, 0), max(days, 0))
            if world.chance(IN_TIME_SHARE)
            else hours.later(at, days + 1, days + 9)
        )
        yield at
        paid_on = min(timezone.localdate(at), part.due_on) if world.chance(0.5) else timezone.localdate(at)
        case = actions.record_payment(
            case,
            by=mediator_of(case),
            at=at,
            instalment=part,
            amount=part.amount,
            paid_on=max(paid_on, case.closed_on or paid_on),
            papers=world.paper,
        )
    yield from closing(world, place, case, at)


def closing(world: World, place: Place, case: DisputeCase, at: datetime) -> Story:
    at = place.hours.later(at, 1, 10)
    yield at
    officer = place.officer(Duty.CASE_OFFICER)
    asked = world.random.choices(Callback.values, [80, 8, 12])[0]
    case = actions.close_out(case, by=officer, at=at, closed_out_on=timezone.localdate(at), callback=asked)
    if Duty.ARCHIVIST not in place.staff:
        return
    case = papers_of(world, case, officer, at)
    at = place.hours.later(at, 10, 40)
    yield at
    actions.archive(case, by=place.first(Duty.ARCHIVIST), at=at, archived_on=timezone.localdate(at))


def papers_of(world: World, case: DisputeCase, officer: Officer, at: datetime) -> DisputeCase:
    """Every paper the file must hold, handed in at once; a court gets back what it sent."""
    first, *others = (gap.place for gap in gaps(case, timezone.localdate(at)))
    case = actions.attach(case, papers=world.paper, place=first, by=officer, at=at)
    for place in others:
        keep_papers(case, world.paper, by=officer, at=at, place=place)
    if goes_back_to_court(case):
        day, words = timezone.localdate(at), texts.table("words")["returned_to_court"]
        case = actions.return_to_court(case, by=officer, at=at, returned_on=day, reason=words)
    return case


def fail(world: World, place: Place, case: DisputeCase, at: datetime) -> Story:
    case = actions.fail(
        case,
        by=mediator_of(case),
        at=at,
        closed_on=timezone.localdate(at),
        end_reason=EndReason.NO_COMMON_GROUND,
        advice=Advice.ARBITRATION,
        reason=texts.phrase("fail_reasons", world.random),
    )
    for kind, share in AFTER.items():
        if world.chance(share):
            world.timeline.add(referral(world, place, kind, at, case=case))
    yield from closing(world, place, case, at)


def terminate(world: World, place: Place, case: DisputeCase, at: datetime) -> Story:
    case = actions.terminate(
        case,
        by=mediator_of(case),
        at=at,
        closed_on=timezone.localdate(at),
        end_reason=EndReason.REFUSAL,
        advice=Advice.ARBITRATION,
        reason=texts.phrase("terminate_reasons", world.random),
    )
    yield from closing(world, place, case, at)


def withdraw(world: World, place: Place, case: DisputeCase, at: datetime) -> Story:
    reason = texts.phrase("withdraw_reasons", world.random)
    case = actions.withdraw(case, by=mediator_of(case), at=at, closed_on=timezone.localdate(at), reason=reason)
    yield from closing(world, place, case, at)


END = {"agree": agree, "reconcile": reconcile, "fail": fail, "terminate": terminate, "withdraw": withdraw}
