"""Entry points of the clock. Safe to run twice, late, or in parallel."""

from __future__ import annotations

import logging

from celery import shared_task
from django.utils import timezone

from casework.errors import Refused, StepRefused
from organizations.models import Officer
from supervision.actions import remind, seal
from supervision.models import Sealing, SupervisionDocument
from supervision.printing.sealing import SampleSealer, sealed_files, way_of

logger = logging.getLogger(__name__)


@shared_task(ignore_result=True, expires=10)
def seal_documents() -> None:
    """Every few seconds: the sample seal on what was signed, where the union has no other way. One at a time, drawn
    outside of any transaction; a crash leaves the document to the next run.
    """
    at, system = timezone.now(), Officer.objects.system()
    for document in SupervisionDocument.objects.to_seal().select_related("org__region").order_by("pk")[:50]:
        if way_of(document) != Sealing.Manner.SAMPLE:
            continue
        try:
            seal(document, by=system, at=at, **sealed_files(document, SampleSealer()))
        except Refused:
            logger.warning("document %s was not sealed", document.pk)


@shared_task(ignore_result=True)
def remind_of_replies() -> None:
    """Once a day: documents whose last day to reply is near."""
    at, system = timezone.now(), Officer.objects.system()
    for document in SupervisionDocument.objects.due_soon(timezone.localdate(at)).order_by("pk").iterator():
        try:
            remind(document, by=system, at=at)
        except StepRefused:
            continue
