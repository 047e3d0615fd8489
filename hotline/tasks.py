"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from casework.errors import StepRefused
from hotline.actions import archive
from hotline.actions.quality import accept
from hotline.models import QualityReview, WorkOrder
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
def settle_reviews() -> None:
    """Once a day: scores nobody appealed against in time stand."""
    at, system = timezone.now(), Officer.objects.system()
    for review in QualityReview.objects.unanswered(timezone.localdate(at)).order_by("pk").iterator():
        try:
            accept(review, by=system, at=at)
        except StepRefused:
            continue
