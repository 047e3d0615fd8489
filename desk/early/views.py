"""Reading the box of early warnings, and choosing how early they come."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from casework.early.choice import choose_warning, see_warnings
from desk.early.forms import WarningForm
from organizations.http import OfficerRequest


@require_POST
def seen(request: OfficerRequest) -> HttpResponse:
    """Empty the box: the files stay in their lists."""
    count = see_warnings(by=request.officer, at=timezone.now())
    text = ngettext("%(count)d early warning marked as read.", "%(count)d early warnings marked as read.", count)
    messages.success(request, text % {"count": count})
    return redirect("desk:home")


@require_POST
def choice(request: OfficerRequest) -> HttpResponse:
    """Keep the number of days. What is no number of the list is refused on the page it came from."""
    now = timezone.now()
    form = WarningForm(request.POST, officer=request.officer, at=now)
    if not form.is_valid():
        return render(request, "organizations/account.html", {"warning_form": form}, status=422)
    choose_warning(form.cleaned_data["days"], by=request.officer, at=now)
    messages.success(request, _("Your choice of early warnings is kept."))
    return redirect("organizations:account")
