"""From where the form of a call was opened: by hand, by a telephone call, or by a colleague who handed it over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from casework.safekeeping import draft_of
from casework.verbs import Verb
from hotline.models import CallRecord, Handover, LineCall
from hotline.telephony.screen import Entry, entry
from hotline.verbs import REGISTER, REGISTER_LINE
from hotline.views.calls import DRAFT_KEY
from hotline.views.handovers import keep_typed, offered_by
from hotline.views.lines import line_or_404, number_in
from organizations.http import OfficerRequest


@dataclass(frozen=True)
class Source:
    """The draft the form is kept under, the verb that registers it, and what is known before anything is typed."""

    key: str = DRAFT_KEY
    verb: Verb = REGISTER
    line: LineCall | None = None
    handover: Handover | None = None
    initial: dict[str, str] = field(default_factory=dict)

    @property
    def given(self) -> dict[str, Any]:
        return {"line_call": self.line} if self.line else {}

    @property
    def query(self) -> str:
        """What the form keeps in its address: keys only."""
        if self.line:
            return f"?line={self.line.pk}"
        return f"?handover={self.handover.pk}" if self.handover else ""

    def seen(self, request: OfficerRequest) -> QueryDict:
        """What stands in the form: sent, kept, or known by itself."""
        if request.method == "POST":
            return request.POST
        known = QueryDict(mutable=True)
        known.update(self.initial)
        return draft_of(request.user, self.key) or known

    def entry(self, request: OfficerRequest) -> Entry | None:
        return entry(self.line, request.officer, []) if self.line else None


def source_of(request: OfficerRequest) -> Source:
    """Raises Http404 for a telephone call or a handover that is not this officer's to know."""
    if named := request.GET.get("line"):
        call = line_or_404(request, number_in(named))
        number = {"caller_phone": call.caller_phone} if call.caller_phone else {}
        return Source(call.draft_key, REGISTER_LINE, line=call, initial=number)
    if named := request.GET.get("handover"):
        rows = Handover.objects.visible_to(request.officer).filter(receiver=request.officer, answer="accepted")
        handover = get_object_or_404(rows, pk=number_in(named))
        return Source(handover.kept_key, handover=handover)
    return Source()


def leads_elsewhere(request: OfficerRequest, source: Source) -> HttpResponse | None:
    """A form that is offered to a colleague is only read; a call that is registered has its page."""
    if offer := offered_by(request, source.key):
        if request.method == "POST":
            keep_typed(request.user, source.key, request.POST)
        return redirect(offer)
    if request.method == "POST" or source.line is None or source.line.record_id is None:
        return None
    record = CallRecord.objects.visible_to(request.officer).filter(pk=source.line.record_id).first()
    messages.info(request, _("This telephone call is registered already."))
    return redirect(record or "hotline:calls")
