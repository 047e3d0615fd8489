"""The place of a case in a worklist as one number: urgent first, then the day that counts, then the older case.

One number, because a list by cursor needs one column that no two rows share, and one index hands it out in order.
PostgreSQL computes it, so no verb, import or repair can leave it behind.
"""

from __future__ import annotations

from django.db import models
from django.db.models import BigIntegerField, Case, F, Func, When
from django.db.models.expressions import Combinable

from disputes.querysets import CLOCK_RUNS


def day_that_counts() -> Combinable:
    """As `DisputeCase.day_that_counts`: the running limit, in performance the next payment, otherwise nothing."""
    return Case(
        When(state="performing", then=F("pay_by")),
        When(state__in=sorted(CLOCK_RUNS), then=F("due_on")),
        default=None,
        output_field=models.DateField(),
    )


def rank() -> Func:
    """`worklist_rank` (casework migration): the level in the highest digits, then the day, then the key."""
    return Func("urgency", day_that_counts(), "id", function="worklist_rank", output_field=BigIntegerField())
