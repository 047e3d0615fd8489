"""Why a clock of a file ends on its day: its rule with every stop and extension, as it stands now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from casework.deadlines import counted
from casework.models import DeadlineRule
from casework.models.deadlines import every_kind
from casework.periods import Period
from organizations.http import OfficerRequest
from organizations.models import Region


@dataclass(frozen=True)
class Explained:
    """As the calculator shows what it found; `period` is none where a day was set otherwise than by counting."""

    rule: DeadlineRule
    region: Region | None
    period: Period | None


@require_GET
@never_cache
def why(request: OfficerRequest, kind: str, pk: int) -> HttpResponse:
    """The days of one clock. Whoever may see the file may see how it was counted."""
    model = next((found for found in every_kind() if found._meta.label_lower == kind), None)
    if model is None:
        raise Http404
    files = model._meta.get_field("file").related_model.objects.visible_to(request.officer)
    file: Any = get_object_or_404(files.select_related("org__region"), deadlines=pk)
    clock = file.deadlines.select_related("rule").get(pk=pk)
    period = None if clock.due_at else counted(clock)
    stands = period if period and period.due_on == clock.due_on else None
    page = {
        "file": file,
        "clock": clock,
        "found": Explained(clock.rule, file.org.region, stands),
        "pauses": clock.pauses.order_by("from_on"),
        "extensions": clock.extensions.order_by("pk"),
    }
    return render(request, "casework/why.html", page)
