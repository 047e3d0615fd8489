"""Quality reviews: the list, one of them, a new sample, and the results by officer and month."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.deadlines import policy_in
from casework.pages import creation_page, file_page, list_page, step_page, visible
from hotline.forms.quality import ReviewFilter
from hotline.models import QualityReview
from hotline.quality_results import results_for
from hotline.querysets import ReviewQuerySet
from hotline.querysets.quality import ASSESSED, JUDGES
from hotline.verbs import DRAW, REVIEW_VERBS
from organizations.http import OfficerRequest
from organizations.models import Duty, Officer

FIRST = {Duty.QUALITY_INSPECTOR: "score", Duty.DUTY_LEADER: "decide"}


def reviews(request: OfficerRequest) -> HttpResponse:
    """The reviews this officer may know of, beginning with those that wait for this duty."""
    officer = insist_on_quality(request)
    form = ReviewFilter({"show": FIRST.get(Duty(officer.duty), "all"), **request.GET.dict()})
    return list_page(
        request,
        chosen_reviews(form, officer),
        "hotline/reviews.html",
        title=_("Quality reviews"),
        filter_form=form,
        may_draw=officer.duty == Duty.QUALITY_INSPECTOR,
    )


def chosen_reviews(form: ReviewFilter, officer: Officer) -> ReviewQuerySet:
    rows: ReviewQuerySet = QualityReview.objects.visible_to(officer).for_list()
    match form.chosen("show"):
        case "score":
            rows = rows.to_score()
        case "answer":
            rows = rows.to_answer(officer)
        case "decide":
            rows = rows.to_decide()
    sample = form.chosen("sample")
    return rows.filter(sample=sample) if sample else rows


def draw(request: OfficerRequest) -> HttpResponse:
    return creation_page(request, DRAW, "reviews/draw", "hotline/draw.html", title=_("Draw a sample"))


def review_page(request: OfficerRequest, pk: int) -> HttpResponse:
    review = visible(request, QualityReview, pk)
    marks = review.marks.select_related("item")
    return file_page(request, review, "hotline/review.html", marks=marks, call=review.call or review.order.call)


def score(request: OfficerRequest, pk: int) -> HttpResponse:
    """The score sheet, one line for each item."""
    return step_page(request, visible(request, QualityReview, pk), REVIEW_VERBS, "score", "hotline/score.html")


@require_safe
def results(request: OfficerRequest) -> HttpResponse:
    """Averages with what they rest on. They are no ranking: officers stand by name, and few reviews show no average."""
    officer = insist_on_quality(request)
    assert officer.org
    floor = int(policy_in("small_number_floor", officer.org.region, timezone.localdate()))
    context = {"title": _("Results by officer and month"), "floor": floor, "results": results_for(officer, floor)}
    return render(request, "hotline/review_results.html", context)


def insist_on_quality(request: OfficerRequest) -> Officer:
    if request.officer.duty not in JUDGES | ASSESSED:
        raise PermissionDenied
    return request.officer
