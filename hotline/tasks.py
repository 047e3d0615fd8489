"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from casework.errors import StepRefused
from hotline.actions import archive, expire_flag
from hotline.models import CallerFlag, WorkOrder
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
def expire_flags() -> None:
    """Once a day: flags of callers whose last day is over. All of them, so that a day missed is caught up."""
    at, system = timezone.now(), Officer.objects.system()
    for flag in CallerFlag.objects.over(timezone.localdate(at)).select_related("call").iterator():
        expire_flag(flag.call, by=system, at=at, flag=flag)
