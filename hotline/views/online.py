"""The public page on which a worker writes to the hotline."""

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
from hotline.actions import hand_in
from hotline.forms import OnlineForm
from hotline.models import WorkOrder
from hotline.progress import insist_on_few, insist_on_measure, matter_of
from organizations.login import TooManyAttempts, address_of

TEMPLATE = "hotline/online.html"


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """Public. A request to the union of the place of work; how many a number and an address may send is bounded."""
    form = OnlineForm(request.POST if request.method == "POST" else None, today=timezone.localdate())
    if not form.is_bound:
        return render(request, TEMPLATE, {"form": form})
    if not form.is_valid():
        return render(request, TEMPLATE, {"form": form}, status=422)
    try:
        return handed_in(request, form)
    except TooManyAttempts as refused:
        form.add_error(None, _("Too many requests for one day. Please call 12351."))
        response = render(request, TEMPLATE, {"form": form}, status=429)
        response["Retry-After"] = str(refused.retry_after)
        return response


def handed_in(request: HttpRequest, form: OnlineForm) -> HttpResponse:
    address, now = address_of(request), timezone.now()
    about = None
    if form.cleaned_data["number"]:
        about = earlier(form, address)
        if about is None:
            form.add_error("number", _("Number and code do not fit together. Please check both."))
            return render(request, TEMPLATE, {"form": form}, status=422)
    insist_on_few(form.cleaned_data["caller_phone"], address, timezone.localdate(now))
    try:
        call = hand_in(at=now, org=form.org, about=about, **form.said())
    except Refused as refused:
        return render(request, TEMPLATE, {"form": form, "reasons": refused.reasons}, status=409)
    return render(request, TEMPLATE, {"call": call})


def earlier(form: OnlineForm, address: str) -> WorkOrder | None:
    """The work order the worker can name and prove; guesses are counted as on the page of progress."""
    number, secret = form.cleaned_data["number"].upper(), form.cleaned_data["secret"].replace(" ", "")
    insist_on_measure(number, address, timezone.localdate())
    return matter_of(number, secret)[1]
