"""Following a matter by number and query code: the page of the caller, and the one that gives the code."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from casework.errors import Refused, StepRefused
from casework.forms import VerbForm
from casework.pages import insist_on_duty, visible
from casework.verbs import perform
from hotline.actions import rate_by_caller
from hotline.forms.progress import ProgressForm, RatingForm
from hotline.models import CallRecord
from hotline.progress import forgive, insist_on_measure, matter_of, progress_of
from hotline.verbs import CALL_VERBS
from organizations.http import OfficerRequest
from organizations.login import TooManyAttempts, address_of

TEMPLATE = "hotline/progress.html"


@login_not_required
@never_cache
@sensitive_post_parameters("secret")
@require_http_methods(["GET", "HEAD", "POST"])
def progress(request: HttpRequest) -> HttpResponse:
    """Public. How far a matter is, against its number and its code; wrong pairs are counted and soon refused."""
    form = ProgressForm(request.POST if request.method == "POST" else None)
    if not form.is_bound:
        return render(request, TEMPLATE, {"form": form})
    if not form.is_valid():
        return render(request, TEMPLATE, {"form": form}, status=422)
    try:
        return answered(request, form)
    except TooManyAttempts as refused:
        return too_many(request, form, refused)


def too_many(request: HttpRequest, form: ProgressForm, refused: TooManyAttempts) -> HttpResponse:
    form.add_error(None, _("Too many attempts. Please try again later, or call 12351."))
    response = render(request, TEMPLATE, {"form": form}, status=429)
    response["Retry-After"] = str(refused.retry_after)
    return response


def answered(request: HttpRequest, form: ProgressForm) -> HttpResponse:
    number, secret = form.cleaned_data["number"], form.cleaned_data["secret"]
    insist_on_measure(number, address_of(request), timezone.localdate())
    found = progress_of(number, secret)
    if found is None:
        form.add_error(None, _("Number and code do not fit together. Please check both."))
        return render(request, TEMPLATE, {"form": form}, status=422)
    forgive(number)
    rating = RatingForm(initial={"number": number}) if found.may_rate else None
    return render(request, TEMPLATE, {"found": found, "form": rating})


@login_not_required
@never_cache
@sensitive_post_parameters("secret")
@require_POST
def rating(request: HttpRequest) -> HttpResponse:
    """Public. The caller says once whether he is content; number and code are proved again, as for the question."""
    form = RatingForm(request.POST)
    if not form.is_valid():
        return render(request, TEMPLATE, {"form": form, "rating": True}, status=422)
    try:
        return rated(request, form)
    except TooManyAttempts as refused:
        return too_many(request, form, refused)


def rated(request: HttpRequest, form: RatingForm) -> HttpResponse:
    typed, now = form.cleaned_data, timezone.now()
    insist_on_measure(typed["number"], address_of(request), timezone.localdate())
    _call, order = matter_of(typed["number"], typed["secret"])
    if order is None:
        form.add_error(None, _("Number and code do not fit together. Please check both."))
        return render(request, TEMPLATE, {"form": form, "rating": True}, status=422)
    forgive(typed["number"])
    said = {name: typed[name] for name in ("satisfaction", "attitude")}
    try:
        rate_by_caller(order, at=now, **said)
    except StepRefused:
        form.add_error(None, _("This cannot be rated now: it was rated before, or the result is not there yet."))
        return render(request, TEMPLATE, {"form": form, "rating": True}, status=409)
    return render(request, TEMPLATE, {"found": progress_of(typed["number"], typed["secret"]), "thanks": True})


@never_cache
def issue_code(request: OfficerRequest, pk: int) -> HttpResponse:
    """The step that gives a query code. The code is in this one answer and nowhere else."""
    call: CallRecord = visible(request, CallRecord, pk)
    insist_on_duty(request, call.workflow, "issue_code")
    context = {"file": call, "label": call.workflow.label("issue_code")}
    if request.method != "POST":
        form = VerbForm(officer=request.officer, file=call, at=timezone.now())
        return render(request, "hotline/code.html", {**context, "form": form})
    try:
        call = perform(CALL_VERBS.get("issue_code"), call, by=request.officer, at=timezone.now())
    except Refused as refused:
        return render(request, "hotline/code.html", {**context, "reasons": refused.reasons}, status=409)
    numbers = [call, *call.orders.all()]
    return render(request, "hotline/code.html", {**context, "code": call.fresh_code, "numbers": numbers})
