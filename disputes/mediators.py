"""Which mediators can be named for a case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from organizations.models import Duty, Officer

if TYPE_CHECKING:
    from disputes.models import DisputeCase


def mediators_for(case: DisputeCase, day: date) -> QuerySet[Officer]:
    """Mediators in service of the organisation and of those above and below it who did not step back before."""
    above = [case.scope[: n + 1] for n, sign in enumerate(case.scope) if sign == "/"]
    near = Q(org__path__startswith=case.scope) | Q(org__path__in=above)
    rows = Officer.objects.serving(day).filter(near, duty=Duty.MEDIATOR)
    free = rows.exclude(pk__in=case.recusals.values("officer"))
    return free.select_related("user", "org").order_by("-org__path", "pk")


def mediators_within(officer: Officer, day: date) -> QuerySet[Officer]:
    """Mediators in service of the officer's own organisation, below it and above it: whoever may have a case there."""
    path = officer.path
    above = [path[: n + 1] for n, sign in enumerate(path) if sign == "/"]
    near = Q(org__path__startswith=path) | Q(org__path__in=above) if path else Q(pk=None)
    rows = Officer.objects.serving(day).filter(near, duty=Duty.MEDIATOR)
    return rows.select_related("user", "org").order_by("org__path", "pk")
