"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from celery import shared_task
from django.utils import timezone

from casework.recount import recount_provisional
from casework.safekeeping import forget_expired


@shared_task(ignore_result=True)
def housekeeping() -> None:
    """Once a day: drafts, kept answers and counted attempts past their life."""
    forget_expired(timezone.now())


@shared_task(ignore_result=True)
def recount_deadlines() -> None:
    """Once a day: days that were provisional when they were counted."""
    recount_provisional()
