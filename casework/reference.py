"""Loading the reference data the system cannot work without. Rows that exist are left as the administrator set them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from casework.models import CalendarYear, Category, DeadlineRule, Holiday, Policy
from casework.transactions import one_transaction
from organizations.models import Authority, Duty, Officer, Region, UnionOrg

Row = dict[str, str]
more: list[Callable[[], None]] = []
# Told of the part of the province that is played (whether a division belongs to it) and of the moment it ends.
more_played: list[Callable[[Callable[[str], bool], datetime], None]] = []


def rows(table: str) -> Iterator[Row]:
    with Path(settings.BASE_DIR, table).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def also(load: Callable[[], None]) -> None:
    """Apps above this one add reference data of their own, as they know of this one and not the other way round."""
    if load not in more:
        more.append(load)


@one_transaction
def seed() -> None:
    """Divisions, unions, authorities, calendars, rules, settings, categories. Running it twice adds nothing."""
    seed_regions()
    seed_unions()
    seed_authorities()
    seed_calendars()
    seed_rules()
    seed_categories()
    Officer.objects.get_or_create(duty=Duty.SYSTEM)
    for load in more:
        load()


def seed_regions() -> None:
    fields = ("code", "name", "level", "valid_from")
    Region.objects.bulk_create(
        [
            Region(parent_id=row["parent_code"] or None, **{f: row[f] or None for f in fields})
            for table in ("regions", "towns")
            for row in rows(f"organizations/data/{table}.csv")
        ],
        ignore_conflicts=True,
    )


def seed_unions() -> None:
    """One federation for each province, prefecture and county; a superior before its subordinates."""
    known = {org.path: org for org in UnionOrg.objects.all()}
    regions = Region.objects.in_bulk()
    for row in sorted(rows("organizations/data/bodies.csv"), key=lambda row: regions[row["region_code"]].path):
        region = regions[row["region_code"]]
        if region.path not in known:
            known[region.path] = UnionOrg.objects.create(
                name=row["union_name"],
                short_mark=row["short_mark"],
                level=region.level,
                region=region,
                path=region.path,
                parent=known.get(region.path[:-3]),
            )


def seed_authorities() -> None:
    kinds = ("court", "procuratorate", "hr", "justice", "other", "union")
    wanted = [
        Authority(name=row[kind], kind=kind, region_id=row["region_code"])
        for row in rows("organizations/data/bodies.csv")
        for kind in kinds
    ]
    Authority.objects.bulk_create(wanted, ignore_conflicts=True)


def seed_calendars() -> None:
    Holiday.objects.bulk_create(
        [
            Holiday(
                date=row["date"],
                kind=row["kind"],
                region_id=row["region_code"] or None,
                name=row["name"],
                source=row["source"],
            )
            for row in rows("casework/data/holidays.csv")
        ],
        ignore_conflicts=True,
    )
    CalendarYear.objects.bulk_create(
        [
            CalendarYear(year=row["year"], status=row["status"], source=row["source"])
            for row in rows("casework/data/calendar_years.csv")
        ],
        ignore_conflicts=True,
    )


def seed_rules() -> None:
    DeadlineRule.objects.bulk_create(
        [
            DeadlineRule(
                province_id=row["province_code"] or None,
                rolls=row["rolls"] == "1",
                assumed=row["assumed"] == "1",
                **{f: row[f] for f in ("code", "label", "valid_from", "length", "unit", "basis")},
            )
            for row in rows("casework/data/deadline_rules.csv")
        ],
        ignore_conflicts=True,
    )
    Policy.objects.bulk_create(
        [
            Policy(
                region_id=row["region_code"] or None,
                value=json.loads(row["value"]),
                **{f: row[f] for f in ("code", "label", "valid_from", "basis")},
            )
            for row in rows("casework/data/policies.csv")
        ],
        ignore_conflicts=True,
    )


def seed_categories() -> None:
    Category.objects.bulk_create(
        [
            Category(
                parent_id=row["parent_code"] or None,
                valid_to=row["valid_to"] or None,
                **{f: row[f] for f in ("code", "name", "group", "valid_from")},
            )
            for row in rows("casework/data/categories.csv")
        ],
        ignore_conflicts=True,
    )
