"""Two years of a province, played once into an empty system."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from random import Random

from django.db import connection, transaction
from django.utils import timezone

from casework.reference import more_played
from casework.steady import steady
from casework.transactions import all_or_nothing
from desk.demonstration.assignments import assignments
from desk.demonstration.calls import call
from desk.demonstration.cases import application
from desk.demonstration.duty import duty, judge
from desk.demonstration.firms import enter_firms, firms_by_region
from desk.demonstration.follow_up import book_callbacks, fed_back_orders, urgent_orders, weekly_watch
from desk.demonstration.joint import joint_matter
from desk.demonstration.ledgers import bring_in, joined_on
from desk.demonstration.letters import matter
from desk.demonstration.lines import connect_telephones
from desk.demonstration.loads import EMPTY, SEED, SHARES, SPAN_DAYS, Load, all_loads, begun, some_time
from desk.demonstration.meetings import list_mediators, look_ahead
from desk.demonstration.offices import furnish
from desk.demonstration.papers import issue_papers
from desk.demonstration.reviews import reviews
from desk.demonstration.silence import silence
from desk.demonstration.staff import employ, staff_by_place
from desk.demonstration.timeline import Story, Timeline, left_lying, moment
from desk.demonstration.world import Place, World, keep_proof
from desk.radar.actions import scan
from disputes.models import DisputeCase
from disputes.querysets import WITH_MEDIATOR
from hotline.models import CallRecord
from organizations.models import UnionOrg, User

XIANGYUN = "532923"
FOLLOWED_UP = {XIANGYUN}
RECENT_DAYS = 12
MUCH, MONTHS_JUDGED = 100, 3
DRAFT_TO_SIGNED = (
    2,
    3,
    3,
    4,
    5,
)  # steps after which a letter lies with its drafter, director, signatory, liaison officer


class Part(StrEnum):
    """The province is played in two parts that share no file, so that two processors can play at once.

    One county has as much to do as all others, whose old files come from their books.
    """

    XIANGYUN = "xiangyun"
    REST = "rest"

    @property
    def number(self) -> int:
        return list(Part).index(self) + 1

    def has(self, region: str) -> bool:
        return (region == XIANGYUN) == (self is Part.XIANGYUN)


def alone(number: int) -> None:
    """Until the transaction ends, nobody else plays this part: a run that was cut off may still be writing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [SEED, number])


@transaction.atomic
def prepare(password: str, *, now: datetime, scale: float = 1.0) -> bool:
    """People in their duties, what was there before, the one paper all files share. False when it is done already."""
    alone(0)
    if User.objects.filter(username="operator").exists():
        return False
    employ(password, timezone.localdate(now), EMPTY)
    list_mediators(timezone.localdate(now))
    keep_proof()
    connect_telephones(now)
    furnish()
    settle(list(all_loads(scale)), now)
    return True


def settle(loads: list[tuple[UnionOrg, Load]], now: datetime) -> None:
    """The employers of each place, and what the counties bring along from before they joined."""
    staff, began = staff_by_place(), now - timedelta(days=SPAN_DAYS)
    for org, load in loads:
        enter_firms(org, staff[org.pk], load.employers, began)
    bring_in(loads, staff, now)


@all_or_nothing()
def play(part: Part, *, now: datetime, scale: float = 1.0) -> int:
    """One part, all or nothing; how many steps were taken, none when it has been played. `scale` makes it smaller."""
    alone(part.number)
    here = CallRecord.objects.filter(external_no="").values_list("org__region", flat=True).distinct()
    if any(map(part.has, here)):
        return 0
    random = Random(f"{SEED} {part}")  # noqa: S311 - the same province every time, nothing is guarded by it
    world = World(Timeline(until=now), random, now)
    today, staff, firms = timezone.localdate(now), staff_by_place(), firms_by_region()
    for org, load in all_loads(scale):
        if part.has(org.region_id or ""):
            place = world.open_place(org, staff[org.pk], firms[org.region_id or ""], joined_on(org, today))
            for story in chapters(world, place, load, today):
                world.timeline.add(story)
    world.timeline.add(weekly_watch(world))
    with steady():
        taken = world.timeline.run()
        judge(staff, now)
        look_around(part, now)
    return taken


def chapters(world: World, place: Place, load: Load, today: date) -> Iterator[Story]:
    """Everything that happens at one place."""
    yield from stories(world, place, load, today)
    yield from assignments(world, place, today)
    yield from samples(place, load, today)
    if place.org.region_id in FOLLOWED_UP:
        yield from urgent_orders(world, place)
        yield from fed_back_orders(world, place)
        yield book_callbacks(world, place)
        yield from silence(world, place, today)


def look_around(part: Part, now: datetime) -> None:
    """What stands on the desks today: meetings ahead, documents just issued, reports, employers at risk."""
    look_ahead(still_mediated(part), now)
    if part is Part.XIANGYUN:
        issue_papers(now)
    for played in more_played:
        played(part.has, now)
    scan(timezone.localdate(now))


def still_mediated(part: Part) -> list[DisputeCase]:
    """The running cases of the places whose people may sign in, the most urgent first."""
    rows = DisputeCase.objects.filter(state__in=WITH_MEDIATOR - {"suspended"}, org__region__in=SHARES)
    near = rows.select_related("org__region", "mediator").order_by("due_on", "pk")
    return [case for case in near if part.has(case.org.region_id)]


def stories(world: World, place: Place, load: Load, today: date) -> Iterator[Story]:
    """All that began in the two years and did not come from the books of the place."""
    played = begun(place.org, load, today).played(place.joined)
    for day in played.applications:
        yield application(world, place, place.hours.on(day))
    for day in played.matters:
        yield matter(world, place, place.hours.on(day))
    for at, kind in played.calls:
        yield call(world, place, at, kind)
    yield from pressing(world, place, load, today)
    yield from duty(world, place, today)


def pressing(world: World, place: Place, load: Load, today: date) -> Iterator[Story]:
    """What a desk should show today: begun lately, due today, overdue, and this morning's calls."""
    for n in range(load.applications // 9):
        yield application(world, place, place.hours.on(today - timedelta(days=n % RECENT_DAYS)))
        yield call(world, place, some_time(world.random, today - timedelta(days=n % 3)), "order")
    for days in [15, 15, 14, 13, 18, 24][: load.applications // 5]:
        yield application(world, place, moment(today - timedelta(days=days), world.random), forgotten=True)
    for days in [9, 10, 8][: load.calls // 100]:
        yield left_lying(call(world, place, some_time(world.random, today - timedelta(days=days)), "order"), 3)
    for steps in DRAFT_TO_SIGNED if load.matters > len(DRAFT_TO_SIGNED) else ():
        begun = matter(world, place, place.hours.on(today - timedelta(days=9 + steps)))
        yield left_lying(begun, steps)
    for n in range(load.matters // 3):
        yield matter(world, place, place.hours.on(today - timedelta(days=n * 3)))
    for _n in range(load.calls // 25):
        yield call(world, place, some_time(world.random, today), "asked")
    if place.org.region_id in FOLLOWED_UP:
        yield joint_matter(world, place, place.hours.on(today - timedelta(days=RECENT_DAYS)))


def samples(place: Place, load: Load, today: date) -> Iterator[Story]:
    """Where much is answered, the inspector judges each of the last months; the newest sample is not scored yet."""
    month = today.replace(day=1)
    for n in range(MONTHS_JUDGED if load.calls > MUCH else 0):
        month = (month - timedelta(days=1)).replace(day=1)
        yield reviews(place, month, seed=SEED + n, scored=n > 0)
