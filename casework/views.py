"""Pages that serve every file: the calculator of periods, drafts, papers, personal data shown in full."""

from __future__ import annotations

from collections.abc import Callable
from operator import methodcaller
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import FileResponse, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from casework.actions import reveal
from casework.attachments import stored
from casework.calculator import PeriodForm
from casework.errors import TooOften
from casework.forms import ReasonForm
from casework.models import Presence
from casework.pages import visible
from casework.safekeeping import save_draft
from casework.worklists import be_present
from organizations.http import OfficerRequest
from organizations.models import Duty

DRAFT_BYTES = 1_000_000  # thirty pages in every long field, each character nine bytes when it is sent
SHOWN_SECONDS = 60
MOST_PRESENT = 5
MAY_REVEAL = {
    Duty.HOTLINE_OPERATOR,
    Duty.DUTY_LEADER,
    Duty.CASE_OFFICER,
    Duty.MEDIATOR,
    Duty.SUPERVISOR,
    Duty.LIAISON,
    Duty.QUALITY_INSPECTOR,
    Duty.AUTHORITY_OFFICER,
}


@require_GET
def calculator(request: OfficerRequest) -> HttpResponse:
    """期限计算: rule and day in, the last day and every counted or skipped day out."""
    form = PeriodForm(request.GET or None, officer=request.officer)
    found = form.result() if form.is_bound and form.is_valid() else None
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "casework/calculator.html", {"form": form, "found": found}, status=status)


@require_POST
def draft(request: OfficerRequest, key: str) -> HttpResponse:
    """Save what is typed so far. Answers with the time it was kept."""
    typed = request.POST.copy()
    revision = typed.pop("_revision", ["0"])[-1]
    typed.pop("csrfmiddlewaretoken", None)
    text = typed.urlencode()
    if len(text) > DRAFT_BYTES or not revision.isdecimal() or len(revision) > 9:
        return JsonResponse({}, status=413)
    kept = save_draft(request.user, key[:100], text, int(revision), at=timezone.now())
    return JsonResponse({"saved_at": f"{timezone.localtime(kept.saved_at):%H:%M:%S}", "revision": kept.revision})


@require_GET
@never_cache
def paper(request: OfficerRequest, model: type[Model], pk: int, paper_pk: int) -> FileResponse:
    """A paper of a file in scope, always as a download with a neutral type."""
    file = visible(request, model, pk)
    found = get_object_or_404(file.attachments.select_related("blob"), pk=paper_pk)
    response = FileResponse(stored(found.blob.sha256).open(), as_attachment=True, filename=found.title)
    response["Content-Type"] = "application/octet-stream"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@never_cache
def reveal_page(
    request: OfficerRequest, model: type[Model], pk: int, personal: Callable[[Any], Any] = methodcaller("personal")
) -> HttpResponse:
    """Personal data in full, for a minute, against a reason that stays in the history. `personal` gives it."""
    if request.officer.duty not in MAY_REVEAL:
        raise PermissionDenied
    file: Any = visible(request, model, pk)
    if not file.may_reveal(request.officer):
        raise PermissionDenied
    now = timezone.now()
    form = ReasonForm(request.POST or None, officer=request.officer, file=file, at=now)
    context: dict[str, Any] = {"file": file, "form": form, "seconds": SHOWN_SECONDS}
    if form.is_bound and form.is_valid():
        try:
            file = reveal(file, reason=form.cleaned_data["reason"], by=request.officer, at=now)
        except TooOften as refused:
            return wait_page(request, refused, context)
        context["personal"] = personal(file)
    return render(request, "casework/reveal.html", context, status=422 if form.is_bound and form.errors else 200)


def wait_page(request: OfficerRequest, refused: TooOften, context: dict[str, Any]) -> HttpResponse:
    """429 in words, with the typed reason kept."""
    response = render(request, "casework/reveal.html", {**context, "reasons": refused.reasons}, status=429)
    response["Retry-After"] = str(refused.retry_after)
    return response


@require_POST
@never_cache
def presence(request: OfficerRequest, model: type[Model], pk: int) -> HttpResponse:
    """The open page of a file says so every few seconds, and hears who else has it open."""
    file: Any = get_object_or_404(model._default_manager.visible_to(request.officer), pk=pk)  # type: ignore[attr-defined]
    key, now = f"{model._meta.label_lower}/{file.pk}", timezone.now()
    be_present(request.officer, key, now)
    lines = [row.line(now) for row in Presence.objects.visible_to(request.officer).at_file(key, now)[:MOST_PRESENT]]
    return render(request, "parts/presence_lines.html", {"lines": lines})


presence.unattended = True  # type: ignore[attr-defined]  # the page asks by itself: nobody needs to sit before it
