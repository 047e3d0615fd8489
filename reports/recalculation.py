"""Counting the figures of a page anew from the files: ordered with a button, done by a worker, seen how far it is."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from organizations.http import OfficerRequest
from reports import actions
from reports.asking import asked, query_of
from reports.models import RollupState, StaleMonth
from reports.question import Question

LONGEST = 7  # digits of a number of cells


@dataclass(frozen=True)
class Progress:
    """Of `most` cells `left` are still to be counted again."""

    most: int
    left: int
    query: str
    afterwards: str

    @property
    def done(self) -> int:
        return max(0, self.most - self.left)


@require_POST
def recalculate(request: OfficerRequest) -> HttpResponse:
    form = asked(request, request.POST)
    if not form.is_valid():
        raise Http404
    question = form.question()
    count = actions.recalculate(question)
    return redirect(f"{reverse('reports:indicators')}?{query_of(question, recounting=count)}")


@require_safe
@never_cache
def recounting(request: OfficerRequest) -> HttpResponse:
    """The part of the page that tells how far it is."""
    form = asked(request)
    if not form.is_valid():
        raise Http404
    return render(request, "reports/parts/recounting.html", {"recounting": progress(request, form.question())})


def progress(request: OfficerRequest, question: Question) -> Progress | None:
    """None where nobody asked for it."""
    typed = request.GET.get("recounting", "")
    if not typed.isascii() or not typed.isdecimal() or len(typed) > LONGEST:
        return None
    most = int(typed)
    left = StaleMonth.objects.within(question.org.path, RollupState.objects.current().through).count()
    return Progress(most, min(left, most), query_of(question, recounting=most), query_of(question))
