"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from celery import shared_task
from django.utils import timezone

from reports.rollups.recounting import recount
from reports.rollups.refreshing import refresh


@shared_task(ignore_result=True, time_limit=3600, soft_time_limit=3500)
def refresh_rollups() -> None:
    """Every minute: what changed since, and after midnight the new day."""
    refresh(timezone.now())


@shared_task(ignore_result=True, time_limit=3 * 3600, soft_time_limit=3 * 3500)
def recount_rollups() -> None:
    """Once a night: the roll-ups compared with the files."""
    recount(timezone.now())
