"""A call with its half-filled form goes over to a colleague."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from casework.errors import Refused
from casework.safekeeping import MARK, draft_of, save_draft
from hotline import actions
from hotline.forms import HandoverForm, RegisterForm
from hotline.models import Handover, LineCall
from hotline.telephony.typed import said_in
from hotline.views.calls import DRAFT_KEY
from hotline.views.lines import insist_on_hotline, line_or_404
from organizations.http import OfficerRequest
from organizations.models import User

OURS = ("csrfmiddlewaretoken", MARK, "receiver", "handover")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def transfer(request: OfficerRequest, pk: int | None = None) -> HttpResponse:
    """To whom the call goes over. Without script the form itself posts here first, so nothing typed is lost."""
    insist_on_hotline(request)
    call = line_or_404(request, pk) if pk else None
    key = call.draft_key if call else DRAFT_KEY
    if request.method == "POST" and "receiver" not in request.POST:
        keep_typed(request.user, key, request.POST)
        return redirect(request.path)
    if open_offer := offered_by(request, key):
        return redirect(open_offer)
    form = HandoverForm(request.POST if request.method == "POST" else None, officer=request.officer)
    if form.is_bound and form.is_valid():
        return offered(request, form, call, key)
    return choose(request, form, call, key, 422 if form.is_bound else 200)


def offered(request: OfficerRequest, form: HandoverForm, call: LineCall | None, key: str) -> HttpResponse:
    given = {"receiver": form.cleaned_data["receiver"], "by": request.officer, "at": timezone.now()}
    try:
        made = actions.offer(call=call, draft_key=key, **given)
    except Refused as refused:
        return choose(request, form, call, key, 409, reasons=refused.reasons)
    messages.success(request, _("The call is offered to %(name)s.") % {"name": made.receiver.name})
    return redirect(made)


def choose(
    request: OfficerRequest, form: HandoverForm, call: LineCall | None, key: str, status: int, **more: Any
) -> HttpResponse:
    back = call.form_url if call else None
    said = said_in(RegisterForm, draft_of(request.user, key), request.officer)
    context = {"title": _("Hand the call over"), "form": form, "line": call, "said": said, "back": back, **more}
    return render(request, "hotline/transfer.html", context, status=status)


def keep_typed(user: User, key: str, typed: QueryDict) -> None:
    """What stands in the form at this moment becomes its draft, as saving while typing would have it a moment later."""
    kept = typed.copy()
    for name in OURS:
        kept.pop(name, None)
    save_draft(user, key, kept.urlencode(), actions.next_revision(user, key), at=timezone.now())


def offered_by(request: OfficerRequest, key: str) -> Handover | None:
    """The open offer of this form; until it is answered the sender only reads it."""
    rows = Handover.objects.visible_to(request.officer).offered()
    return rows.filter(sender=request.officer, draft_key=key).first()


def handover_or_404(request: OfficerRequest, pk: int) -> Handover:
    found: Handover = get_object_or_404(Handover.objects.visible_to(request.officer).for_list(), pk=pk)
    return found


@never_cache
def handover(request: OfficerRequest, pk: int) -> HttpResponse:
    """The form as it is now, to read, for both; the receiver accepts or declines, the sender may take it back."""
    insist_on_hotline(request)
    found = handover_or_404(request, pk)
    holder, key = (found.receiver, found.kept_key) if found.answer == "accepted" else (found.sender, found.draft_key)
    draft = draft_of(holder.user, key) if holder.user and (found.is_open or holder == request.officer) else None
    said = said_in(RegisterForm, draft, request.officer)
    mine = found.receiver_id == request.officer.pk
    context = {"title": _("Handover of a call"), "handover": found, "said": said, "mine": mine}
    return render(request, "hotline/handover.html", context)


def accept(request: OfficerRequest, pk: int) -> HttpResponse:
    return answer(request, pk, actions.accept, _("The call is yours; what was typed is in the form."))


def refuse(request: OfficerRequest, pk: int) -> HttpResponse:
    return answer(request, pk, actions.refuse, _("The call stays with whoever had it; nothing typed is lost."))


def answer(request: OfficerRequest, pk: int, verb: Any, words: str) -> HttpResponse:
    """By POST; whoever only follows the address sees the offer."""
    insist_on_hotline(request)
    found = handover_or_404(request, pk)
    if request.method != "POST":
        return redirect(found)
    try:
        answered = verb(found, by=request.officer, at=timezone.now())
    except Refused as refused:
        messages.warning(request, " ".join(refused.reasons))
        return redirect(found)
    messages.success(request, words)
    return redirect(next_page(answered))


def next_page(answered: Handover) -> str:
    """Whoever has the call now goes on with the form; whoever declined goes back to the desk."""
    if answered.answer == Handover.Answer.ACCEPTED:
        return answered.form_url
    if answered.answer == Handover.Answer.DECLINED:
        return reverse("hotline:calls")
    return answered.call.form_url if answered.call else reverse("hotline:calls-new")
