"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from casework.errors import StepRefused
from hotline import sweeps
from hotline.actions import close_unended, expire_flag
from hotline.actions.quality import accept
from hotline.models import CallerFlag, QualityReview
from organizations.models import Officer


@shared_task(ignore_result=True)
def archive_orders() -> None:
    """Once a day: closed orders whose time for being taken up again is over."""
    sweeps.archive_closed(timezone.now())


@shared_task(ignore_result=True)
def settle_reviews() -> None:
    """Once a day: scores nobody appealed against in time stand."""
    at, system = timezone.now(), Officer.objects.system()
    for review in QualityReview.objects.unanswered(timezone.localdate(at)).order_by("pk").iterator():
        try:
            accept(review, by=system, at=at)
        except StepRefused:
            continue


@shared_task(ignore_result=True)
def follow_orders_up() -> None:
    """Hourly by day: mark what is near its limit, chase what ran out, press what is far behind, issue the circulars.

    Circulars are those of all weeks that are over. What a run does not get done in its time, the next one does.
    """
    at = timezone.now()
    sweeps.warn_near(at)
    sweeps.chase_late(at)
    sweeps.press_late(at)
    sweeps.issue_circulars(at)


@shared_task(ignore_result=True, expires=50)
def chase_urgent_orders() -> None:
    """Every minute: urgent orders nobody dispatched or signed for within their minutes."""
    sweeps.chase_urgent(timezone.now())


@shared_task(ignore_result=True)
def expire_flags() -> None:
    """Once a day: flags of callers whose last day is over. All of them, so that a day missed is caught up."""
    at, system = timezone.now(), Officer.objects.system()
    for flag in CallerFlag.objects.over(timezone.localdate(at)).select_related("call").iterator():
        expire_flag(flag.call, by=system, at=at, flag=flag)


@shared_task(ignore_result=True)
def close_unended_calls() -> None:
    """Every few minutes: telephone calls whose end the exchange never told."""
    close_unended(at=timezone.now())
