"""What a message of an authority means: the verb it takes, judged by the form a person would have filled in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from casework.actions import attach, keep_papers
from casework.errors import Refused
from casework.forms import PapersForm, ReasonForm, VerbForm
from organizations.models import Authority, Officer
from referrals import forms
from referrals.actions import incoming, partner
from referrals.actions.receiving import receive
from referrals.enclosures import enclosed_in, titles_in
from referrals.incoming_forms import ReceiveForm
from referrals.models import IncomingMessage, Referral
from referrals.offices import office_itself
from referrals.workflow import WORKFLOW

State = IncomingMessage.State
S = Referral.State
Action = Callable[..., Any]


@dataclass(frozen=True)
class Tale:
    """What a type of message does: a verb on a referral of the union, with the form that judges its data.

    `early` are the states in which it waits for an earlier message.
    """

    verb: str
    action: Action
    form: type[VerbForm]
    early: frozenset[str] = frozenset()


UNSENT = frozenset({S.DRAFT, S.APPROVED})
UNDER_WAY = frozenset({S.QUEUED, S.SEND_FAILED})
TALES = {
    "referral.received": Tale("acknowledge", partner.acknowledge, forms.AcknowledgeForm, UNDER_WAY),
    "referral.accepted": Tale("accept", partner.accept, forms.AcceptForm, UNDER_WAY | {S.SENT}),
    "referral.prolonged": Tale("prolong", partner.prolong, ReasonForm, UNDER_WAY | {S.SENT, S.ACKNOWLEDGED}),
    "referral.papers": Tale("attach", attach, PapersForm, UNDER_WAY | {S.SENT}),
    "referral.result": Tale("complete", partner.complete, forms.CompleteForm, UNDER_WAY | {S.SENT, S.ACKNOWLEDGED}),
    "referral.returned": Tale("return_referral", partner.return_referral, forms.ReturnForm, UNDER_WAY),
}
OPENING = "referral.sent"
WITHDRAWING = "referral.recalled"
TYPES = [*TALES, OPENING, WITHDRAWING]


def tell_of(message: IncomingMessage, data: dict[str, Any], *, at: datetime) -> tuple[str, str]:
    if message.type == OPENING:
        message.referral = open_from(message.authority, data, at=at)
        return State.TAKEN, ""
    message.referral = named_in(message, data)
    if message.referral is None:
        return State.REFUSED, _("No referral of this number is known between us.")
    if message.type == WITHDRAWING:
        return withdraw(message.referral, data, at=at)
    return tell(message.referral, TALES[message.type], data, at=at)


def named_in(message: IncomingMessage, data: dict[str, Any]) -> Referral | None:
    """The referral the message is about, locked: by our number, or for a withdrawal by the sender's own.

    What was not sent out yet is no business of an authority, and its number tells nothing.
    """
    number = str(data.get("number") or "")
    rows = Referral.objects.visible_to(Officer.objects.system()).filter(authority=message.authority)
    rows = rows.select_for_update(of=("self",)).exclude(number="").order_by("-pk")
    if message.type == WITHDRAWING:
        return rows.filter(direction=Referral.Direction.INCOMING, external_no=number).first()
    return rows.filter(direction=Referral.Direction.OUTGOING, number=number).exclude(state__in=UNSENT).first()


def tell(referral: Referral, tale: Tale, data: dict[str, Any], *, at: datetime) -> tuple[str, str]:
    """The step, unless it is too early or was taken before. Raises StepRefused, Refused for data that do not fit."""
    if referral.state in tale.early and not may_go_ahead(referral, tale):
        return State.WAITING, ""
    if referral.state not in WORKFLOW.steps[tale.verb].sources:
        return too_late(referral, data)
    system = Officer.objects.system()
    typed = judged(tale.form, data, officer=system, file=referral, at=at)
    papers = typed.get("papers", [])
    if papers:  # they are the office's, not ours
        typed["papers"] = []
        keep_papers(referral, papers, by=office_itself(referral.authority), at=at)
    tale.action(referral, by=system, at=at, **typed)
    return State.TAKEN, ""


def too_late(referral: Referral, data: dict[str, Any]) -> tuple[str, str]:
    """Something later has been told already, so nothing is to be done; only papers would be lost without a word."""
    if titles_in(data):
        words = _("Papers are not taken any more: the matter is “%(state)s”.")
        return State.REFUSED, words % {"state": referral.get_state_display()}
    return State.LATE, ""


def may_go_ahead(referral: Referral, tale: Tale) -> bool:
    """Advice is given without taking the matter on."""
    return tale.verb == "complete" and referral.is_advice and referral.state == S.ACKNOWLEDGED


def withdraw(referral: Referral, data: dict[str, Any], *, at: datetime) -> tuple[str, str]:
    if referral.state not in WORKFLOW.steps["take_back"].sources:
        return State.LATE, ""
    system = Officer.objects.system()
    typed = judged(ReasonForm, data, officer=system, file=referral, at=at)
    incoming.take_back(referral, by=system, at=at, **typed)
    return State.TAKEN, ""


def open_from(authority: Authority, data: dict[str, Any], *, at: datetime) -> Referral:
    system = Officer.objects.system()
    typed = judged(ReceiveForm, {**data, "authority": authority.pk}, officer=system, file=None, at=at)
    return receive(by=system, at=at, channel=Referral.Channel.HTTP, **typed)


def judged(form: type[VerbForm], data: dict[str, Any], **context: Any) -> dict[str, Any]:
    """The named arguments of the action. Raises Refused with the fields that are wrong, and never with their values."""
    papers = enclosed_in(data)
    if papers.getlist("papers") and "papers" not in form.base_fields:
        raise Refused(_("Papers do not go with a message of this type."))
    typed = {name: value for name, value in data.items() if value is not None}
    bound = form(typed, papers, officer=context.pop("officer"), **context)
    if bound.is_valid():
        return bound.cleaned_data
    raise Refused(_("These do not fit: %(fields)s.") % {"fields": ", ".join(sorted(bound.errors))})
