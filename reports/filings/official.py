"""The cases that are counted, and the instants of a period: what the lists behind the figures begin with."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from disputes.models import DisputeCase
from reports.counts.selection import midnight
from reports.question import Question


def cases_of(question: Question) -> QuerySet[DisputeCase]:
    """The cases that are counted: restricted ones too, as a sum names nobody; a merged one is that other case."""
    rows = DisputeCase.objects.within(question.officer).counted()
    return rows.filter(scope__startswith=question.org.path)


def instants(question: Question) -> tuple[datetime, datetime]:
    """From the first instant of the period to the first one after it, in Asia/Shanghai."""
    return midnight(question.period.first), midnight(question.period.last + timedelta(days=1))
