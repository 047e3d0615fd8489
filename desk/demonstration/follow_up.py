"""What the clock does to orders that are left lying, and hours booked for callbacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from desk.demonstration.calls import call
from desk.demonstration.timeline import Story, left_lying, moment
from desk.demonstration.world import Place, World
from hotline import actions, sweeps
from hotline.models import WorkOrder
from organizations.models import Duty

WEEKS = 3
FED_BACK_SINCE = (7, 8, 9, 10)  # days since the call
UP_TO_FEEDBACK = 5  # steps: taken down, signed for, first contact, inquiry, feedback
URGENT_SINCE = (18, 50)  # minutes: one still in time, one that nobody signed for in time


def weekly_watch(world: World) -> Story:
    """Chases, presses and circulars of the last weeks, on the Mondays the clock would have acted."""
    today = timezone.localdate(world.now)
    monday = sweeps.monday_of(today)
    for week in range(WEEKS, -1, -1):
        at = min(moment(monday - timedelta(weeks=week), world.random), world.now)
        yield at
        sweeps.chase_late(at)
        sweeps.press_late(at)
        sweeps.issue_circulars(at)
    yield world.now
    sweeps.chase_urgent(world.now)


def urgent_orders(world: World, place: Place) -> Iterator[Story]:
    """What came in this very hour and waits for its unit."""
    for minutes in URGENT_SINCE:
        yield left_lying(call(world, place, world.now - timedelta(minutes=minutes), "urgent"), 1)


def fed_back_orders(world: World, place: Place) -> Iterator[Story]:
    """Handled and fed back these days; nobody has called the worker yet."""
    for days in FED_BACK_SINCE:
        yield left_lying(call(world, place, world.now - timedelta(days=days), "order"), UP_TO_FEEDBACK)


def book_callbacks(world: World, place: Place) -> Story:
    """Some callers named the hour in which they wish to be rung."""
    yield world.now - timedelta(minutes=20)
    inspector = place.officer(Duty.QUALITY_INSPECTOR)
    waiting = WorkOrder.objects.visible_to(inspector).filter(state="feedback_given", call__anonymous=False)
    for n, order in enumerate(waiting.order_by("-pk")[:6]):
        begin = timezone.localtime(world.now).replace(hour=9 + n % 3, minute=0, second=0, microsecond=0)
        hour = {"planned_at": begin + timedelta(days=1 + n // 3)}
        actions.plan_callback(order, by=inspector, at=world.now - timedelta(minutes=20), **hour)
