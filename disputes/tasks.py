"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from casework.errors import StepRefused
from disputes.actions import lapse, propose_failure, watch_over_all
from disputes.dossier.erasure import remove_papers
from disputes.models import DisputeCase
from organizations.models import Officer


@shared_task(ignore_result=True)
def lapse_applications() -> None:
    """Once a day: applications whose missing papers did not come in time."""
    at, system = timezone.now(), Officer.objects.system()
    for case in DisputeCase.objects.awaiting_papers().order_by("pk").iterator():
        try:
            lapse(case, by=system, at=at)
        except StepRefused:
            continue


@shared_task(ignore_result=True)
def propose_ends() -> None:
    """Once a day: mediations whose last day has come, each asked about once. Nothing ends by itself."""
    at, system = timezone.now(), Officer.objects.system()
    for case in DisputeCase.objects.at_the_limit(timezone.localdate(at)).order_by("pk").iterator():
        try:
            propose_failure(case, by=system, at=at)
        except StepRefused:
            continue


@shared_task(ignore_result=True)
def watch_over_payments() -> None:
    """Every morning: payments due soon, and agreed days that were missed."""
    watch_over_all(by=Officer.objects.system(), at=timezone.now())


@shared_task(ignore_result=True)
def remove_destroyed_papers() -> None:
    """Once a day: the bytes of destroyed files leave the disk."""
    while remove_papers():
        continue
