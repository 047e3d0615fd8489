"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from celery import shared_task
from django.utils import timezone

from reports.actions import forget_exports, open_due, work
from reports.rollups.recounting import recount
from reports.rollups.refreshing import refresh


@shared_task(ignore_result=True)
def open_reports() -> None:
    """Once a day: the reports whose period is over."""
    open_due(timezone.now())


@shared_task(ignore_result=True, time_limit=3600, soft_time_limit=3500)
def work_exports() -> None:
    """Every few seconds: the next table that was ordered. Nothing happens while a worker is at a long job."""
    work(timezone.now())


@shared_task(ignore_result=True)
def housekeeping() -> None:
    """Once a day: the content of exports past their life."""
    forget_exports(timezone.now())


@shared_task(ignore_result=True, time_limit=3600, soft_time_limit=3500)
def refresh_rollups() -> None:
    """Every minute: what changed since, and after midnight the new day."""
    refresh(timezone.now())


@shared_task(ignore_result=True, time_limit=3 * 3600, soft_time_limit=3 * 3500)
def recount_rollups() -> None:
    """Once a night: the roll-ups compared with the files."""
    recount(timezone.now())
