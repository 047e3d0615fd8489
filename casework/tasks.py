"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from celery import shared_task
from django.utils import timezone

from casework.early import sweep
from casework.importing.jobs import forget_tables, work
from casework.loose import sweep_loose
from casework.recount import recount_provisional
from casework.safekeeping import forget_expired
from casework.worklists import forget_absent


@shared_task(ignore_result=True)
def housekeeping() -> None:
    """Once a day: drafts, kept answers, counted attempts and imported tables past their life."""
    forget_expired(timezone.now())
    forget_tables(timezone.now())
    forget_absent(timezone.now())


@shared_task(ignore_result=True, time_limit=3600, soft_time_limit=3500)
def work_imports() -> None:
    """Every few seconds: the next table that was handed in. Nothing happens while a worker is at one."""
    work(timezone.now())


@shared_task(ignore_result=True)
def recount_deadlines() -> None:
    """Once a day: days that were provisional when they were counted."""
    recount_provisional()


@shared_task(ignore_result=True)
def warn_early() -> None:
    """Every quarter of an hour: clocks that came near, told to who is at work now."""
    sweep.warn_early(timezone.now())


@shared_task(ignore_result=True, time_limit=3600, soft_time_limit=3500)
def sweep_papers() -> None:
    """Once a day: papers no file has named for a long time."""
    sweep_loose(timezone.now())
