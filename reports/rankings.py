"""What callers ask about most: the first ten categories, employers and places of a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from casework.words import rate
from hotline.connection import VALID
from hotline.models import CallRecord
from reports.counts import Part
from reports.question import Question
from reports.rates import Rate

MOST = 10


@dataclass(frozen=True)
class Place:
    """One line of a ranking, with its share of all valid requests."""

    label: str
    count: int
    share: str


@dataclass(frozen=True)
class Ranking:
    title: Any
    places: list[Place]


def rankings(question: Question, floor: int) -> tuple[int, list[Ranking]]:
    """How many valid requests there were, and who or what most of them were about. Callers are never ranked.

    Of fewer requests than `floor` no share is worked out.
    """
    part = Part(question.period.first, question.period.last, question.org.path)
    rows = CallRecord.objects.within(question.officer).filter(VALID, part.files(""), part.moments("started_at"))
    total = rows.count()
    base = total if total >= floor else 0
    return total, [
        Ranking(_("Categories"), first_ten(rows, "category__parent__name", "category__name", base)),
        Ranking(_("Employers"), first_ten(rows, "employer__region__name", "employer__name", base)),
        Ranking(_("Places of work"), first_ten(rows, "region__parent__name", "region__name", base)),
    ]


def first_ten(rows: QuerySet[Any], group: str, name: str, base: int) -> list[Place]:
    """By how many requests, then by name, so that the same figures always stand in the same order."""
    key = name.removesuffix("__name")
    named = rows.filter(**{f"{key}__isnull": False}).values_list(key, group, name).annotate(n=Count("pk"))
    found = named.order_by("-n", name)[:MOST]
    return [Place(" · ".join(filter(None, (over, own))), n, rate(Rate(n, base).value)) for _key, over, own, n in found]
