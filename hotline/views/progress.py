"""Following a matter by number and query code: the page of the caller, and the one that gives the code."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from casework.errors import Refused
from casework.forms import VerbForm
from casework.pages import insist_on_duty, visible
from casework.verbs import perform
from hotline.forms.progress import ProgressForm
from hotline.models import CallRecord
from hotline.progress import forgive, insist_on_measure, progress_of
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
    return render(request, TEMPLATE, {"found": found})


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
