"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from celery import shared_task
from django.utils import timezone

from reports.actions import open_due


@shared_task(ignore_result=True)
def open_reports() -> None:
    """Once a day: the reports whose period is over."""
    open_due(timezone.now())
