"""Counting again what is rolled up, because somebody does not trust a figure."""

from __future__ import annotations

from itertools import product

from casework.transactions import one_transaction
from organizations.models import UnionOrg
from reports.models import ROLLUPS, RollupState, StaleMonth
from reports.question import Question


@one_transaction
def recalculate(question: Question) -> int:
    """Mark everything of the organisation and period; how many cells. From here on readers count them from the files,
    and a worker rolls them up anew, a month at a time. A change of nothing, so it leaves no event.
    """
    through = RollupState.objects.current().through
    if through is None:
        return 0
    months = [part.first.replace(day=1) for part in question.period.parts("month") if part.first <= through]
    scopes = UnionOrg.objects.within(question.org.path).values_list("path", flat=True)
    cells = product(ROLLUPS, scopes, months)
    marks = [StaleMonth(kind=kind, scope=scope, month=month) for kind, scope, month in cells]
    return len(StaleMonth.objects.bulk_create(marks, batch_size=2000))
