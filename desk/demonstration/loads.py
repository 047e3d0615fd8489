"""How much work each union of the demonstration has, and when it begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Self

from django.utils import timezone

from organizations.models import UnionOrg

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
ORDER = "order"
KINDS = {"asked": 66, ORDER: 14, "nothing": 14, "vain": 6}


@dataclass(frozen=True)
class Load:
    """How many files of each kind begin at one place."""

    applications: int
    calls: int
    matters: int
    employers: int


@dataclass(frozen=True)
class Begun:
    """The days on which files begin; of a call its moment and its kind."""

    applications: list[date]
    matters: list[date]
    calls: list[tuple[datetime, str]]

    def before(self, joined: date) -> Self:
        calls = [(at, kind) for at, kind in self.calls if timezone.localdate(at) < joined]
        return type(self)([day for day in self.applications if day < joined], [], calls)

    def played(self, joined: date) -> Self:
        """What is in no book: everything since, and the work orders and letters of before."""
        calls = [(at, kind) for at, kind in self.calls if kind == ORDER or timezone.localdate(at) >= joined]
        return type(self)([day for day in self.applications if day >= joined], self.matters, calls)


def begun(org: UnionOrg, load: Load, today: date) -> Begun:
    """Files begin all over the two years, by a chance of the place's own, so that all who ask hear the same."""
    random = Random(f"{SEED} {org.region_id}")  # noqa: S311 - invented files, nothing is guarded by it
    many = range(load.applications)
    return Begun(
        [day_at((n + random.random()) / load.applications, today) for n in many],
        [some_day(random, today) for _n in range(load.matters)],
        [some_call(random, today) for _n in range(load.calls)],
    )


def some_call(random: Random, today: date) -> tuple[datetime, str]:
    kind = random.choices(list(KINDS), list(KINDS.values()))[0]
    return some_time(random, some_day(random, today)), kind


def all_loads(scale: float) -> Iterator[tuple[UnionOrg, Load]]:
    """What each union gets, the small ones by chance; the counties that stay empty get nothing."""
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
