"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from casework.errors import StepRefused
from hotline.actions import archive, close_unended
from hotline.models import WorkOrder
from organizations.models import Officer


@shared_task(ignore_result=True)
def archive_orders() -> None:
    """Once a day: closed orders whose time for being taken up again is over."""
    at, system = timezone.now(), Officer.objects.system()
    for order in WorkOrder.objects.closed().order_by("pk").iterator():
        try:
            archive(order, by=system, at=at)
        except StepRefused:
            continue


@shared_task(ignore_result=True)
def close_unended_calls() -> None:
    """Every few minutes: telephone calls whose end the exchange never told."""
    close_unended(at=timezone.now())
