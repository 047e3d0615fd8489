"""Two years of a province, played once into an empty system."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
from desk.demonstration.follow_up import book_callbacks, fed_back_orders, urgent_orders, weekly_watch
from desk.demonstration.joint import joint_matter
from desk.demonstration.letters import matter
from desk.demonstration.lines import connect_telephones
from desk.demonstration.meetings import list_mediators, look_ahead
from desk.demonstration.offices import furnish
from desk.demonstration.reviews import reviews
from desk.demonstration.silence import silence
from desk.demonstration.staff import employ, staff_by_place
from desk.demonstration.timeline import Story, Timeline, left_lying, moment
from desk.demonstration.world import Place, World, proof
from desk.radar.actions import scan
from disputes.models import DisputeCase
from disputes.querysets import WITH_MEDIATOR
from hotline.models import CallRecord
from organizations.models import UnionOrg, User

SPAN_DAYS = 730
DRIFT = 1.2
SEED = 12351
EMPTY = ("530127", "530829", "532624", "532922", "532925", "533122")
# How much work each of these has: applications, calls, matters, employers. Other counties share what is left.
SHARES = {
    "532923": (106, 390, 28, 18),
    "532924": (28, 150, 12, 12),
    "530114": (24, 150, 12, 12),
    "532901": (22, 110, 5, 10),
    "532900": (4, 15, 2, 4),
    "530000": (1, 15, 1, 4),
}
DALI, DALI_SHARE = "5329", (7, 35, 2, 4)
ALL = (262, 1950, 92)
FOLLOWED_UP = {"532923"}
KINDS = {"asked": 66, "order": 14, "nothing": 14, "vain": 6}
RECENT_DAYS = 12
MUCH, MONTHS_JUDGED = 100, 3
DRAFT_TO_SIGNED = (
    2,
    3,
    3,
    4,
    5,
)  # steps after which a letter lies with its drafter, director, signatory, liaison officer


@dataclass(frozen=True)
class Load:
    """How many files of each kind begin at one place."""

    applications: int
    calls: int
    matters: int
    employers: int


class Part(StrEnum):
    """The province is played in two parts that share no file, so that two processors can play at once."""

    DALI = "dali"
    REST = "rest"

    @property
    def number(self) -> int:
        return list(Part).index(self) + 1

    def has(self, region: str) -> bool:
        return region.startswith(DALI) == (self is Part.DALI)


def alone(number: int) -> None:
    """Until the transaction ends, nobody else plays this part: a run that was cut off may still be writing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [SEED, number])


@transaction.atomic
def prepare(password: str, *, now: datetime) -> bool:
    """People in their duties, and the one paper all files share. False when they are there already."""
    alone(0)
    if User.objects.filter(username="operator").exists():
        return False
    employ(password, timezone.localdate(now), EMPTY)
    list_mediators(timezone.localdate(now))
    proof()
    connect_telephones(now)
    furnish()
    return True


@all_or_nothing()
def play(part: Part, *, now: datetime, scale: float = 1.0) -> int:
    """One part, all or nothing; how many steps were taken, none when it has been played. `scale` makes it smaller."""
    alone(part.number)
    if any(part.has(region) for region in CallRecord.objects.values_list("org__region", flat=True).distinct()):
        return 0
    random = Random(f"{SEED} {part}")  # noqa: S311 - the same province every time, nothing is guarded by it
    world = World(Timeline(until=now), random, now)
    today = timezone.localdate(now)
    staff = staff_by_place()
    began = moment(today - timedelta(days=SPAN_DAYS), random)
    for org, load in loads(part, scale):
        place = world.open_place(org, staff[org.pk], load.employers, began)
        for story in stories(world, place, load, today):
            world.timeline.add(story)
        for story in assignments(world, place, today):
            world.timeline.add(story)
        for story in samples(place, load, today):
            world.timeline.add(story)
        if org.region_id in FOLLOWED_UP:
            waiting = [*urgent_orders(world, place), *fed_back_orders(world, place)]
            for story in [*waiting, book_callbacks(world, place), *silence(world, place, today)]:
                world.timeline.add(story)
    world.timeline.add(weekly_watch(world))
    with steady():
        taken = world.timeline.run()
        judge(staff, now)
        look_ahead(still_mediated(part), now)
        for played in more_played:
            played(part.has, now)
        scan(today)
    return taken


def still_mediated(part: Part) -> list[DisputeCase]:
    """The running cases of the places whose people may sign in, the most urgent first."""
    rows = DisputeCase.objects.filter(state__in=WITH_MEDIATOR - {"suspended"}, org__region__in=SHARES)
    near = rows.select_related("org__region", "mediator").order_by("due_on", "pk")
    return [case for case in near if part.has(case.org.region_id)]


def loads(part: Part, scale: float) -> Iterator[tuple[UnionOrg, Load]]:
    """What each union of the part gets; the counties that stay empty get nothing."""
    return ((org, load) for org, load in all_loads(scale) if part.has(org.region_id))


def all_loads(scale: float) -> Iterator[tuple[UnionOrg, Load]]:
    """Thrown over the province by its own chance, so that both parts agree on it."""
    random = Random(SEED)  # noqa: S311 - the same province every time, nothing is guarded by it
    orgs = UnionOrg.objects.filter(kind=UnionOrg.Kind.FEDERATION).select_related("region")
    named = {org: SHARES.get(org.region_id) or dali_share(org) for org in orgs if org.region_id not in EMPTY}
    fixed = {org: share for org, share in named.items() if share}
    rest = [org for org in named if org not in fixed and org.level == UnionOrg.Level.COUNTY]
    left = [total - sum(share[n] for share in fixed.values()) for n, total in enumerate(ALL)]
    for org, share in fixed.items():
        yield org, Load(*(scaled(number, scale) for number in share))
    spread = [allotted(random, scaled(number, scale), len(rest)) for number in left]
    for org, applications, calls, matters in zip(rest, *spread, strict=True):
        if applications or calls or matters:
            yield org, Load(applications, calls, matters, 2)


def dali_share(org: UnionOrg) -> tuple[int, int, int, int] | None:
    return DALI_SHARE if org.level == UnionOrg.Level.COUNTY and org.region_id.startswith(DALI) else None


def scaled(number: int, scale: float) -> int:
    return max(round(number * scale), 1)


def allotted(random: Random, total: int, places: int) -> list[int]:
    """`total` files thrown over so many places."""
    found = [0] * places
    for _n in range(total):
        found[random.randrange(places)] += 1
    return found


def stories(world: World, place: Place, load: Load, today: date) -> Iterator[Story]:
    """Files begin all over the two years."""
    for n in range(load.applications):
        spread = (n + world.random.random()) / load.applications
        yield application(world, place, place.hours.on(day_at(spread, today)))
    for _n in range(load.matters):
        yield matter(world, place, place.hours.on(some_day(world.random, today)))
    for _n in range(load.calls):
        kind = world.random.choices(list(KINDS), list(KINDS.values()))[0]
        yield call(world, place, some_time(world.random, some_day(world.random, today)), kind)
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


def some_day(random: Random, today: date) -> date:
    return day_at(random.random(), today)


def day_at(share: float, today: date) -> date:
    """Somewhat more often towards the end, so that the running quarter has figures too."""
    return today - timedelta(days=int(SPAN_DAYS * share**DRIFT))


def some_time(random: Random, day: date) -> datetime:
    """The hotline is open day and night; most people ring in the day."""
    hour = int(random.triangular(6, 23.9, 11)) if random.random() < 0.96 else random.randrange(6)
    begin = timezone.make_aware(datetime.combine(day, datetime.min.time()))
    return begin + timedelta(hours=hour, seconds=random.randrange(3600))
