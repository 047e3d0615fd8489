"""Telephone calls on which nobody has a record, until somebody registers them or says why not."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.pages import list_page
from hotline import actions
from hotline.forms import AccountForm, LineFilter
from hotline.models import LineCall
from hotline.telephony.health import exchanges_for
from hotline.views.lines import insist_on_hotline
from organizations.http import OfficerRequest
from organizations.models import Officer


@require_http_methods(["GET", "HEAD", "POST"])
def unregistered(request: OfficerRequest) -> HttpResponse:
    """Own calls and those that reached nobody; for the duty leader all of the subtree."""
    insist_on_hotline(request)
    form = AccountForm(request.POST if request.method == "POST" else None, officer=request.officer)
    if form.is_bound and form.is_valid():
        accounted(request, form)
        form = AccountForm(officer=request.officer)
    return page(request, form)


def accounted(request: OfficerRequest, form: AccountForm) -> None:
    typed = form.cleaned_data
    calls = list(typed["calls"])
    done = actions.account(calls, reason=typed["reason"], note=typed["note"], by=request.officer, at=timezone.now())
    messages.success(request, _("Accounted for: %(count)d.") % {"count": done})


def page(request: OfficerRequest, form: AccountForm) -> HttpResponse:
    chosen = LineFilter({"show": "open", **request.GET.dict()})
    response = list_page(
        request,
        chosen_calls(chosen.chosen(), request.officer),
        "hotline/unregistered.html",
        title=_("Calls without a registration"),
        filter_form=chosen,
        form=form,
        show=chosen.chosen(),
        chosen_calls=request.POST.getlist("calls"),
        exchanges=exchanges_for(request.officer, timezone.now()),
    )
    response.status_code = 422 if form.is_bound else 200
    return response


def chosen_calls(show: str, officer: Officer) -> QuerySet[LineCall]:
    rows = LineCall.objects.visible_to(officer).concerning(officer).for_list()
    match show:
        case "missed":
            return rows.unregistered().filter(answered_at=None)
        case "done":
            return rows.exclude(reason="").select_related("accounted_by__user", "accounted_by__org")
    return rows.unregistered()
