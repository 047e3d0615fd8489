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
from hotline.forms import CallFilter, SeatForm
from hotline.models import CallRecord, Seat, WorkOrder
from hotline.querysets import CallQuerySet
from organizations.http import OfficerRequest
from organizations.models import Duty, Officer

HOTLINE = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER}
DRAFT_KEY = "calls/new"


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
    if kind := form.chosen("request_type"):
        rows = rows.filter(request_type=kind)
    if name := form.chosen("employer"):
        rows = rows.filter(employer_name__icontains=name)
    return rows


def counters(officer: Officer) -> list[dict[str, Any]]:
    """How the day of this officer stands."""
    from hotline.desk import hotline_cards

    return [vars(card) for card in hotline_cards(officer, timezone.localdate())]


def call_page(request: OfficerRequest, pk: int) -> HttpResponse:
    call = visible(request, CallRecord, pk)
    earlier = contacts_of(request.officer, call.caller_phone).exclude(pk=call.pk) if not call.is_hidden else None
    orders = WorkOrder.objects.visible_to(request.officer).filter(call=call).for_list()
    return file_page(
        request,
        call,
        "hotline/call.html",
        orders=orders,
        earlier=list(earlier[:5]) if earlier is not None else [],
        may_reveal=may_reveal(request.officer, call),
    )


def may_reveal(officer: Officer, file: CallRecord | WorkOrder) -> bool:
    """Whether the link to the caller's data is more than a closed door."""
    return officer.duty in MAY_REVEAL and file.may_reveal(officer)


def contacts_of(officer: Officer, phone: str) -> QuerySet[Any]:
    """What this number has called about before, as far as the officer may know."""
    return CallRecord.objects.visible_to(officer).from_phone(phone).for_contacts()
