"""Which files are counted, by which day, and what they are grouped by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import TruncDay, TruncMonth
from django.db.models.lookups import In
from django.utils import timezone

from casework.subtree import COUNTY, beginning, within
from organizations.models import Region

NOTHING = Q(pk__in=[])
CASES_ONLY = {"category", "mediator", "origin"}


@dataclass(frozen=True)
class Part:
    """Days, both inside, of the files of the subtree `path`; `scopes`, where any are given, names them exactly.

    Without `first` it is everything up to `last`.
    """

    first: date | None
    last: date
    path: str
    scopes: tuple[str, ...] = ()

    def files(self, path: str) -> Q:
        """Said twice over, as some kinds of file are indexed by their scope and others by how it begins."""
        scope = f"{path}scope"
        if not self.scopes:
            return within(self.path, scope) & Q(**{f"{scope}__startswith": self.path}) if self.path else Q()
        starts = sorted({one[:COUNTY] for one in self.scopes})
        return Q(In(beginning(COUNTY, scope), starts)) & Q(**{f"{scope}__in": self.scopes})

    def days(self, day: str) -> Q:
        end = Q(**{f"{day}__lte": self.last})
        return end if self.first is None else end & Q(**{f"{day}__gte": self.first})

    def moments(self, instant: str) -> Q:
        end = Q(**{f"{instant}__lt": midnight(self.last + timedelta(days=1))})
        return end if self.first is None else end & Q(**{f"{instant}__gte": midnight(self.first)})


def midnight(day: date) -> datetime:
    """The first instant of a day in Asia/Shanghai."""
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True)
class Selection:
    """The parts that are counted together, and the columns of their rows. Settings are those of a division and day."""

    parts: tuple[Part, ...]
    keys: tuple[str, ...]
    region: Region
    today: date

    def on(self, day: str, path: str = "") -> Q:
        """Rows dated by the column `day`; `path` leads from them to their file."""
        return reduce(or_, [part.files(path) & part.days(day) for part in self.parts], NOTHING)

    def at(self, instant: str, path: str = "") -> Q:
        """Rows dated by an instant."""
        return reduce(or_, [part.files(path) & part.moments(instant) for part in self.parts], NOTHING)

    @property
    def is_of_cases(self) -> bool:
        """Categories, mediators and origins break down cases only."""
        return bool(CASES_ONLY & set(self.keys))

    def groups(self, day: str, path: str) -> dict[str, Any]:
        return {f"key_{key}": GROUPS[key](day, path) for key in self.keys}


GROUPS: dict[str, Callable[[str, str], Any]] = {
    "scope": lambda _day, path: F(f"{path}scope"),
    "month": lambda day, _path: TruncMonth(day),
    "day": lambda day, _path: TruncDay(day),
    "category": lambda _day, path: F(f"{path}category_id"),
    "mediator": lambda _day, path: F(f"{path}mediator_id"),
    "origin": lambda _day, path: F(f"{path}origin"),
}
