"""What counties kept in spreadsheets before they worked with this system: brought in as every office brings it in.

Work orders went through the system from the beginning, as the province watches over them. Plain calls and cases did
not, whether a case came from a caller or from the counter: a county finished in its books what had begun in them, and
handed them in when the last file was closed.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO
from random import Random
from typing import Any

from django.utils import timezone

from casework.importing.kinds import ImportKind
from casework.importing.run import Run
from desk.demonstration.books import HANDED_IN, call_rows, case_rows
from desk.demonstration.firms import firms_by_region
from desk.demonstration.loads import SEED, Load, begun
from desk.demonstration.timeline import Timeline, moment
from desk.demonstration.world import World
from disputes.imports.intake import CASE_IMPORT
from hotline.imports.intake import CALL_IMPORT
from organizations.models import Duty, Officer, UnionOrg

# Where people may sign in everything is played from the first day on; elsewhere the system came so many days ago.
ALWAYS_HERE = ("532923", "532924", "530114", "532900", "530000")
JOINED_DAYS_AGO = (100, 130, 160, 190)
PROVINCE = "530000"

Staff = dict[int, dict[str, list[Officer]]]


def joined_on(org: UnionOrg, today: date) -> date:
    """From which day on a union has worked with the system."""
    if org.region_id in ALWAYS_HERE:
        return date.min
    return today - timedelta(days=JOINED_DAYS_AGO[int(org.region_id or 0) % len(JOINED_DAYS_AGO)])


def bring_in(loads: Sequence[tuple[UnionOrg, Load]], staff: Staff, now: datetime) -> None:
    """The books of all counties, taken in by the province as two tables."""
    today, random = timezone.localdate(now), Random(f"{SEED} books")  # noqa: S311 - nothing is guarded by it
    world, firms = World(Timeline(until=now), random, now), firms_by_region()
    calls, cases = [], []
    for org, load in loads:
        if org.region_id in ALWAYS_HERE:
            continue
        joined = joined_on(org, today)
        place = world.open_place(org, staff[org.pk], firms[org.region_id or ""], joined)
        kept = begun(org, load, today).before(joined)
        calls += call_rows(world, place, kept)
        cases += case_rows(world, place, kept)
    at = moment(today - HANDED_IN, random)
    province = next(staff[org.pk] for org, _load in loads if org.region_id == PROVINCE)
    take_in(CALL_IMPORT, calls, by=province[Duty.DUTY_LEADER][0], at=at)
    take_in(CASE_IMPORT, cases, by=province[Duty.COMMITTEE_DIRECTOR][0], at=at)


def take_in(kind: ImportKind, rows: Sequence[dict[str, Any]], *, by: Officer, at: datetime) -> None:
    """One table through the importer. Raises RuntimeError where a row is refused, as invented rows must all be good."""
    if not rows:
        return
    text = StringIO()
    table = csv.DictWriter(text, [column.name for column in kind.columns], restval="")
    table.writeheader()
    table.writerows(rows)
    outcome = Run(kind, by, at).over(BytesIO(text.getvalue().encode()), "book.csv")
    if not outcome.is_clean:
        raise RuntimeError("; ".join(map(str, outcome.faults[:5])))
