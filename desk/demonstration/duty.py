"""Who was on duty, how shifts were handed over, and the group incidents of the hotline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from desk.demonstration import numbers, texts
from desk.demonstration.timeline import Story
from desk.demonstration.world import Place, World
from hotline.actions import calls, incidents, reports, rosters, surge
from hotline.models import GroupIncident, Roster, SurgeSheet
from organizations.models import Duty, Officer

ROSTERS = ("532923", "530000")  # where a roster is shown; all others are answered by the province
INCIDENTS = "532923"
CLOCKS = [time(8, 30), time(17, 30)]
HANDED_OVER_DAYS = 8
JUDGED_AFTER = timedelta(days=2)
TO_ALL = [{"to": to, "way": "phone"} for to in ("party_group", "superior", "government")]
MINUTE = timedelta(minutes=1)


def duty(world: World, place: Place, today: date) -> Iterator[Story]:
    """The rosters of the last and of this month; in one county also a closed and a running incident and a proposal."""
    if place.org.region_id in ROSTERS:
        first = today.replace(day=1)
        for begin in ((first - timedelta(days=1)).replace(day=1), first):
            yield roster(world, place, begin)
    if place.org.region_id == INCIDENTS:
        yield closed_incident(world, place, world.now - timedelta(days=20))
        yield running_incident(world, place, world.now - 100 * MINUTE)
        yield proposal(world, place, world.now - 25 * MINUTE)


def roster(world: World, place: Place, begin: date) -> Story:
    """A month, published five days ahead."""
    leader = place.first(Duty.DUTY_LEADER)
    at = timezone.make_aware(datetime.combine(begin - timedelta(days=5), time(10)))
    yield at
    draft = rosters.plan(
        by=leader,
        at=at,
        begins_on=begin,
        ends_on=(begin + timedelta(days=32)).replace(day=1) - timedelta(days=1),
        pattern="turns",
        clocks=CLOCKS,
        leaders=place.staff[Duty.DUTY_LEADER],
        operators=place.staff[Duty.HOTLINE_OPERATOR],
        lawyer=texts.table("duty")["lawyer"],
        lawyer_phone=numbers.landline(world.random),
    )
    published = rosters.publish(draft, by=leader, at=at, note=texts.table("duty")["note"])
    yield from handing_over(world, published)


def handing_over(world: World, published: Roster) -> Story:
    """The shifts of the last days went from hand to hand, but for one which somebody should ask about."""
    since = world.now - timedelta(days=HANDED_OVER_DAYS)
    done = list(published.shifts.filter(ends_at__gt=since, ends_at__lte=world.now).order_by("ends_at"))
    for n, shift in enumerate(done):
        yield shift.ends_at
        if n == len(done) - 3:
            continue
        note = world.random.choice(texts.table("duty")["handover"])
        written = rosters.hand_over(shift, by=shift.operators.earliest("pk"), at=shift.ends_at, open_matters=note)
        following = type(shift).objects.handed_to(shift).first()
        if following:
            rosters.take_over(written, by=following.leader, at=min(shift.ends_at + 5 * MINUTE, world.now))


def known(place: Place, people: int, risk: str) -> dict[str, Any]:
    words = texts.table("duty")
    return {
        "region": place.org.region,
        "place": words["place"],
        "employer_name": place.employers[0].name,
        "people": people,
        "claim": words["claims"][0],
        "risk": risk,
        "measures": words["measures"],
        "on_site_leader": words["site"],
    }


def give(incident: GroupIncident, kind: str, by: Officer, at: datetime) -> GroupIncident:
    text = texts.table("duty")["reports"][kind]
    return reports.give_report(incident, by=by, at=at, kind=kind, text=text, addressees=TO_ALL)


def closed_incident(world: World, place: Place, at: datetime) -> Story:
    leader = place.first(Duty.DUTY_LEADER)
    yield at
    incident = incidents.report(by=leader, at=at, **known(place, 42, "large"))
    for kind, minutes in (("phone", 10), ("first", 45), ("follow_up", 150)):
        yield at + minutes * MINUTE
        incident = give(incident, kind, leader, at + minutes * MINUTE)
    yield at + 240 * MINUTE
    incident = incidents.settle(incident, by=leader, at=at + 240 * MINUTE, reason=texts.table("duty")["settled"])
    end = at + timedelta(days=1)
    yield end
    incidents.close(give(incident, "closing", leader, end), by=leader, at=end + MINUTE)


def running_incident(world: World, place: Place, at: datetime) -> Story:
    """Reported by telephone and in writing; its workers ring one after the other."""
    leader, words = place.first(Duty.DUTY_LEADER), texts.table("duty")
    yield at
    incident = incidents.report(by=leader, at=at, **known(place, 26, "general"))
    yield at + 12 * MINUTE
    incident = give(incident, "phone", leader, at + 12 * MINUTE)
    said = {"region": place.org.region, "category": world.categories["0101"], "place": words["place"]}
    said |= {"facts": words["facts"], "claim": words["claims"][0]}
    incident = surge.open_sheet(incident, by=leader, at=at + 20 * MINUTE, **said)
    for n in range(6):
        yield at + (22 + n) * MINUTE
        one_of_many(world, place, incident, at + (22 + n) * MINUTE)
    yield at + 50 * MINUTE
    give(incident, "first", leader, at + 50 * MINUTE)


def one_of_many(world: World, place: Place, incident: GroupIncident, at: datetime) -> None:
    surge.register_one(
        SurgeSheet.objects.get(incident=incident),
        by=place.officer(Duty.HOTLINE_OPERATOR),
        at=at,
        caller_phone=numbers.phone(world.random),
        caller_name=texts.person(world.random),
        workers_affected=world.random.randint(1, 4),
        amount=Decimal(world.random.randrange(6_000, 24_000, 100)),
    )


def proposal(world: World, place: Place, at: datetime) -> Story:
    """A call which the leader has not judged yet."""
    yield at
    words = texts.table("duty")
    calls.register(
        by=place.officer(Duty.HOTLINE_OPERATOR),
        at=at,
        next_step="order",
        request_type="complaint",
        category=world.categories["0701"],
        region=place.org.region,
        employer_name=words["another_employer"],  # else it would join the running incident
        workers_affected=18,
        facts=words["claims"][1],
        claim=words["claims"][1],
        caller_name=texts.person(world.random),
        caller_phone=numbers.phone(world.random),
    )


def judge(staff: dict[int, dict[str, list[Officer]]], now: datetime) -> None:
    """What calls of two years proposed was judged soon after; only the latest still wait."""
    for incident in GroupIncident.objects.proposed().filter(known_at__lt=now - JUDGED_AFTER).order_by("pk"):
        leaders = staff.get(incident.org_id, {}).get(Duty.DUTY_LEADER)
        if leaders:
            at = incident.known_at + 25 * MINUTE
            incidents.dismiss(incident, by=leaders[0], at=at, reason=texts.table("duty")["dismissed"])
