"""Keeping the roll-ups: up to today, and in step with the files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Min
from django.utils import timezone

from casework.steady import steady
from disputes.models import DisputeCase
from hotline.models import CallRecord
from reports.models import ROLLUPS, RollupState, StaleMonth
from reports.periods import end_of_month
from reports.rollups.reading import MANY
from reports.rollups.writing import Span, rebuild

LOCK = 5_037_001  # one process at a time: two would write the same rows
BEGINNING = date(1949, 10, 1)
STEP = 3  # months rolled up in one transaction: a province has a row for each county and day


def refresh(at: datetime) -> None:
    """Roll up what is new until today, then count the marked cells again. Nothing while another process is at it."""
    today = timezone.localdate(at)
    with steady():
        while roll_forward(today, at):
            continue
        while recount_marked(at):
            continue


@contextmanager
def alone() -> Iterator[bool]:
    """A transaction that knows whether it holds the lock of the roll-ups."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        yield bool(cursor.fetchone()[0])


def roll_forward(today: date, at: datetime) -> bool:
    """The next months, a year at most; the running month as far as today, and on each day anew."""
    with alone() as mine:
        state = RollupState.objects.current()
        if not mine or (state.through and state.through >= today):
            return False
        span = next_span(state.through, today)
        StaleMonth.objects.filter(month__range=(span.first, span.last)).delete()
        for table in ROLLUPS:
            rebuild(table, span)
        state.through, state.refreshed_at = span.period.last, at
        state.save()
        learn()
        return True


def learn() -> None:
    """The planner knows at once how many days there are: nobody waits for autovacuum after the first roll-up."""
    with connection.cursor() as cursor:
        for model in ROLLUPS.values():
            cursor.execute(f'ANALYZE "{model._meta.db_table}"')


def next_span(through: date | None, today: date) -> Span:
    """From the month after what is done, or from the beginning of all things."""
    first = BEGINNING if through is None else (through + timedelta(days=1)).replace(day=1)
    from_on = max(first, earliest(today)) if through is None else first
    end = min(end_of_month(months_later(from_on, STEP - 1)), today)
    return Span(first, end.replace(day=1), end, today)


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def earliest(today: date) -> date:
    """About when the files begin: before it there is little to count."""
    case = DisputeCase.objects.aggregate(day=Min("received_on"))["day"]
    call = CallRecord.objects.aggregate(at=Min("started_at"))["at"]
    return min([day for day in (case, call and timezone.localdate(call)) if day], default=today)


def recount_marked(at: datetime) -> bool:
    """The cells of one month that somebody changed, whether there were any; a month at a time shows how far it is.

    Marks are taken first: what is written while we count is marked again.
    """
    with alone() as mine:
        state = RollupState.objects.current()
        if not mine or state.through is None:
            return False
        StaleMonth.objects.filter(month__gt=state.through).delete()  # counted when they are rolled up
        month = StaleMonth.objects.aggregate(first=Min("month"))["first"]
        if month is None:
            return False
        for table, scopes in StaleMonth.objects.take(month).items():
            named = tuple(sorted(scopes)) if len(scopes) <= MANY else ()
            rebuild(table, Span(month, month, state.through, state.through, named))
        state.refreshed_at = at
        state.save(update_fields=["refreshed_at"])
    return True
