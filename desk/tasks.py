"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from desk.radar.actions import scan


@shared_task(ignore_result=True)
def look_at_employers() -> None:
    """Every morning before the offices open."""
    scan(timezone.localdate())
