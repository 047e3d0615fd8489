"""The calculator of claims on a case: nothing typed here is kept."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from casework.pages import visible
from disputes.forms.reckoning import KINDS
from disputes.models import DisputeCase
from organizations.http import OfficerRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def reckoning(request: OfficerRequest, pk: int) -> HttpResponse:
    """Posted, so that no wage stands in an address; refused, it comes back with everything typed."""
    case: DisputeCase = visible(request, DisputeCase, pk)
    kind = request.GET.get("kind", "")
    kind = kind if kind in KINDS else next(iter(KINDS))
    form = KINDS[kind][1](request.POST if request.method == "POST" else None, case=case, today=timezone.localdate())
    found = form.claim() if form.is_bound and form.is_valid() else None
    kinds = [(name, label, name == kind) for name, (label, _form) in KINDS.items()]
    page = {"file": case, "title": _("Calculator of claims"), "kinds": kinds, "form": form, "found": found}
    return render(request, "disputes/reckoning.html", page, status=422 if form.errors else 200)
