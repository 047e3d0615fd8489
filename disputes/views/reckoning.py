"""The calculator of claims on a case: reckoned on the spot, and kept in the case file when somebody says so."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from casework.errors import Refused, StaleFile
from casework.pages import insist_on_duty, visible
from casework.verbs import perform, version_in
from casework.workflow import Act
from disputes.forms.reckoning import KINDS
from disputes.forms.reckoning_kept import KeepReckoningForm
from disputes.models import DisputeCase
from disputes.verbs import VERBS
from disputes.workflow import WORKFLOW
from organizations.http import OfficerRequest

KEEP = "keep_reckoning"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def reckoning(request: OfficerRequest, pk: int) -> HttpResponse:
    """Posted, so that no wage stands in an address; refused, it comes back with everything typed."""
    case: DisputeCase = visible(request, DisputeCase, pk)
    now = timezone.now()
    kind = request.GET.get("kind", "")
    kind = kind if kind in KINDS else next(iter(KINDS))
    form = KINDS[kind][1](request.POST if request.method == "POST" else None, case=case, today=timezone.localdate(now))
    found = form.claim() if form.is_bound and form.is_valid() else None
    kinds = [(name, label, name == kind) for name, (label, _form) in KINDS.items()]
    page = {"file": case, "title": _("Calculator of claims"), "kinds": kinds, "form": form, "found": found}
    if found:
        page["typed"] = [(name, value) for name in form.fields if (value := form[name].value())]
    if found and KEEP in request.POST:
        return keep(request, case, kind, page)
    if found:
        page |= keeping(request, case)
    return render(request, "disputes/reckoning.html", page, status=422 if form.errors else 200)


def keeping(request: OfficerRequest, case: DisputeCase) -> dict[str, Any]:
    """Where a result can be kept now, what is asked for besides; elsewhere why not."""
    act = Act(request.officer, timezone.now())
    try:
        WORKFLOW.check(KEEP, case, act)
    except Refused as refused:
        return {"not_kept": refused.reasons}
    form = KeepReckoningForm(officer=act.by, file=case, at=act.at)
    return {"about": form["about"], "version": case.version}


def keep(request: OfficerRequest, case: DisputeCase, kind: str, page: dict[str, Any]) -> HttpResponse:
    """The result as a dated paper among those of the case. The same form sent twice is kept once: the file moved on."""
    insist_on_duty(request, WORKFLOW, KEEP)
    now, typed = timezone.now(), request.POST.copy()
    typed["kind"] = kind
    form = KeepReckoningForm(typed, officer=request.officer, file=case, at=now)
    reasons = [str(error) for errors in form.errors.values() for error in errors]
    if not reasons:
        version = version_in(request.POST.get("version", ""))
        try:
            perform(VERBS.get(KEEP), case, by=request.officer, at=now, version=version, **form.cleaned_data)
        except StaleFile:
            reasons = [_("Somebody changed the case meanwhile, or this was kept already. Please look at its papers.")]
        except Refused as refused:
            reasons = list(refused.reasons)
    if reasons:
        case.refresh_from_db()
        page |= {"reasons": reasons, "about": form["about"], "version": case.version}
        return render(request, "disputes/reckoning.html", page, status=409)
    messages.success(request, _("The reckoning is among the papers of the case now."))
    return redirect(f"{case.get_absolute_url()}#attachments")
