"""What the clock does by itself. Each sweep asks for everything not yet done, so a missed day catches up by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from casework.calendars import calendar_of
from casework.deadlines import policy
from casework.errors import StepRefused
from casework.periods import Unit, days_left
from hotline.actions import archive, chase, issue_circular, press, warn
from hotline.models import Circular, OrderDeadline, WorkOrder
from hotline.models.pressing import WEEK
from hotline.querysets import OPEN
from organizations.models import Officer

NEAR = timedelta(days=30)  # beyond the longest holiday nothing is a few working days away
NO_LIMIT = "order.press_report"  # a report that is late is shown and chased, but is no delay of the order itself


def warn_near(at: datetime) -> int:
    """The yellow mark on every order whose next limit is near. A clock of one day is not marked as it starts."""
    today = timezone.localdate(at)
    rows = OrderDeadline.objects.ticking().exclude(rule__code=NO_LIMIT).exclude(file__yellow_for=F("due_on"))
    rows = rows.filter(due_at=None, due_on=F("file__due_on"), due_on__range=(today, today + NEAR))
    rows = rows.filter(started_on__lt=today, file__state__in=OPEN)
    return each(rows.select_related("rule", "file__org__region").order_by("pk"), at, warn_one)


def warn_one(clock: OrderDeadline, system: Officer, at: datetime) -> bool:
    today = timezone.localdate(at)
    left = days_left(today, clock.due_on, calendar_of(clock.file.org.region, today), Unit.WORKING)
    if left > policy("order_warning_working_days", clock.file, today):
        return False
    warn(clock.file, by=system, at=at, due_on=clock.due_on)
    return True


def chase_late(at: datetime) -> int:
    """A written chase for every clock that ran out, also the report of a pressed order."""
    today = timezone.localdate(at)
    return each(clocks().filter(due_on__lt=today), at, chase_one)


def chase_urgent(at: datetime) -> int:
    """The same for clocks that run out within a day."""
    return each(clocks().filter(due_at__lt=at), at, chase_one)


def clocks() -> QuerySet[OrderDeadline]:
    """Running clocks of open orders that nobody was chased for."""
    rows = OrderDeadline.objects.ticking().filter(file__state__in=OPEN, chase=None)
    return rows.select_related("rule", "file").order_by("pk")


def chase_one(clock: OrderDeadline, system: Officer, at: datetime) -> bool:
    chase(clock.file, by=system, at=at, clock=clock)
    return True


def press_late(at: datetime) -> int:
    """Every order that is some working days behind and not pressed yet."""
    today = timezone.localdate(at)
    rows = OrderDeadline.objects.ticking().exclude(rule__code=NO_LIMIT)
    rows = rows.filter(due_on__lt=today, file__state__in=OPEN, file__pressed_at=None)
    return each(rows.select_related("rule", "file__org__region").order_by("file", "due_on"), at, press_one)


def press_one(clock: OrderDeadline, system: Officer, at: datetime) -> bool:
    today = timezone.localdate(at)
    if days_late(clock, today) < policy("order_press_after_working_days", clock.file, today):
        return False
    press(clock.file, by=system, at=at, cause=WorkOrder.PressCause.LATE)
    return True


def archive_closed(at: datetime) -> int:
    """Closed orders whose time for being taken up again is over."""

    def archive_one(order: WorkOrder, system: Officer, at: datetime) -> bool:
        archive(order, by=system, at=at)
        return True

    return each(WorkOrder.objects.closed().select_related("org__region").order_by("pk"), at, archive_one)


def each(rows: QuerySet[Any], at: datetime, act: Callable[[Any, Officer, datetime], bool]) -> int:
    """One act for each row, which stands by itself; what has been done meanwhile is passed over."""
    system, done = Officer.objects.system(), 0
    for row in rows.iterator():
        try:
            with transaction.atomic():
                done += act(row, system, at)
        except StepRefused:
            continue
    return done


def days_late(clock: OrderDeadline, on: date) -> int:
    """Working days since the last day, by the calendar of the unit that owes the act."""
    return max(0, -days_left(on, clock.due_on, calendar_of(clock.file.org.region, on), Unit.WORKING))


def issue_circulars(at: datetime) -> int:
    """The circular of every week that has ended since the last one was issued."""
    return sum(issue_week(week, at) for week in weeks_to_issue(timezone.localdate(at)))


def weeks_to_issue(today: date) -> Iterator[date]:
    """Mondays of the weeks that are over: from the newest week issued on, as its run may have been cut off."""
    last = monday_of(today) - WEEK
    newest = Circular.objects.order_by("-week_from").values_list("week_from", flat=True).first()
    week = min(newest or last, last)
    while week <= last:
        yield week
        week += WEEK


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def issue_week(week: date, at: datetime) -> int:
    """One circular for each organisation that has something to list."""
    sunday, system = week + WEEK - timedelta(days=1), Officer.objects.system()
    found = sorted(far_behind(sunday), key=lambda pair: (pair[0].file.call.org_id, pair[0].file_id))
    issued = 0
    for _org_id, pairs in groupby(found, key=lambda pair: pair[0].file.call.org_id):
        late = list(pairs)
        org = late[0][0].file.call.org
        issued += issue_circular(org, by=system, at=at, week_from=week, late=late) is not None
    return issued


def far_behind(sunday: date) -> Iterator[tuple[OrderDeadline, int]]:
    """For each order the clock furthest behind as it stood on that day, whatever was done since."""
    stood = Q(met_on=None) | Q(met_on__gt=sunday)
    rows = OrderDeadline.objects.filter(stood, due_on__lt=sunday).exclude(rule__code=NO_LIMIT)
    stopped = Q(pauses__from_on__lte=sunday) & (Q(pauses__until_on=None) | Q(pauses__until_on__gt=sunday))
    rows = rows.exclude(pk__in=OrderDeadline.objects.filter(stopped, due_on__lt=sunday).values("pk"))
    rows = rows.select_related("rule", "file__org__region", "file__call__org__region").order_by("file", "due_on", "pk")
    for _file_id, same in groupby(rows.iterator(), key=lambda clock: clock.file_id):
        clock = next(same)
        late = days_late(clock, sunday)
        if late >= policy("order_circular_after_working_days", clock.file, sunday):
            yield clock, late
