"""The desk of the operator, and a call."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import Draft
from casework.pages import file_page, list_page, visible
from casework.views import MAY_REVEAL
from hotline.aside import kept_beside
from hotline.forms import CallFilter, SeatForm
from hotline.imports.intake import CALL_IMPORT
from hotline.models import CallerFlag, CallRecord, Seat, WorkOrder
from hotline.querysets import CallQuerySet
from hotline.querysets.quality import ASSESSED, JUDGES
from hotline.views.links import cases_of
from organizations.http import OfficerRequest
from organizations.models import Duty, Officer

HOTLINE = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER}
DRAFT_KEY = "calls/new"
SHOWN_EARLIER = 5


def calls(request: OfficerRequest) -> HttpResponse:
    """接线工作台: who answers calls begins with those of today; everybody else with all calls in scope."""
    officer = request.officer
    answers = officer.duty in HOTLINE
    proposed = {"show": "today" if answers else "all"}
    form = CallFilter({**proposed, **request.GET.dict()})
    rows = chosen_calls(form, officer)
    return list_page(
        request,
        rows,
        "hotline/calls.html",
        title=_("Answering calls") if answers else _("Calls"),
        filter_form=form,
        may_register=answers,
        may_review=officer.duty in JUDGES | ASSESSED,
        may_import=officer.duty in CALL_IMPORT.duties,
        draft=Draft.objects.visible_to(officer).filter(key=DRAFT_KEY).first() if answers else None,
        counters=counters(officer) if answers else [],
        **seat_of(officer),
    )


def seat_of(officer: Officer) -> dict[str, Any]:
    """Where the officer sits at a telephone, or the form to sit down."""
    if officer.duty not in HOTLINE:
        return {}
    seat = Seat.objects.visible_to(officer).held_by(officer)
    return {"seat": seat} if seat else {"seat_form": SeatForm(officer=officer)}


def chosen_calls(form: CallFilter, officer: Officer) -> CallQuerySet:
    rows: CallQuerySet = CallRecord.objects.visible_to(officer).for_list()
    match form.chosen("show"):
        case "today":
            rows = rows.taken_by(officer).begun_on(timezone.localdate())
        case "mine":
            rows = rows.taken_by(officer)
        case "unanswered":
            rows = rows.unanswered()
        case "online":
            rows = rows.unverified()
    if kind := form.chosen("request_type"):
        rows = rows.filter(request_type=kind)
    if name := form.chosen("employer"):
        rows = rows.naming(name, officer)
    return rows


def counters(officer: Officer) -> list[dict[str, Any]]:
    """How the day of this officer stands."""
    from hotline.desk import cards

    return [vars(card) for card in cards(officer, timezone.localdate())]


def call_page(request: OfficerRequest, pk: int) -> HttpResponse:
    call = visible(request, CallRecord, pk)
    orders = WorkOrder.objects.visible_to(request.officer).filter(call=call).for_list()
    return file_page(
        request,
        call,
        "hotline/call.html",
        orders=orders,
        cases=cases_of(call, request.officer),
        earlier=earlier_of(request.officer, call),
        flags=flags_of(request.officer, call),
        may_reveal=may_reveal(request.officer, call),
        **kept_beside(call),
    )


def may_reveal(officer: Officer, file: CallRecord | WorkOrder) -> bool:
    """Whether the link to the caller's data is more than a closed door."""
    return officer.duty in MAY_REVEAL and file.may_reveal(officer)


def earlier_of(officer: Officer, call: CallRecord) -> list[Any]:
    """The other contacts of this caller, unless the caller wants to be unknown."""
    if call.is_hidden:
        return []
    return list(contacts_of(officer, call.caller_phone, call.caller_id_number).exclude(pk=call.pk)[:SHOWN_EARLIER])


def contacts_of(officer: Officer, phone: str, id_number: str = "") -> QuerySet[Any]:
    """What this number or person has called about before, as far as the officer may know."""
    rows = CallRecord.objects.visible_to(officer).known_to(officer)
    return rows.from_caller(phone, id_number).for_contacts()


def flags_of(officer: Officer, call: CallRecord) -> list[CallerFlag]:
    """What colleagues have to know about the caller today."""
    return list(CallerFlag.objects.visible_to(officer).of_callers([call]).in_force(timezone.localdate()))
