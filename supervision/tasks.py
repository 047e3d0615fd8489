"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from casework.errors import StepRefused
from organizations.models import Officer
from supervision.actions import remind
from supervision.models import SupervisionDocument


@shared_task(ignore_result=True)
def remind_of_replies() -> None:
    """Once a day: documents whose last day to reply is near."""
    at, system = timezone.now(), Officer.objects.system()
    for document in SupervisionDocument.objects.due_soon(timezone.localdate(at)).order_by("pk").iterator():
        try:
            remind(document, by=system, at=at)
        except StepRefused:
            continue
