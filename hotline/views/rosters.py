"""Duty rosters by the week, their shifts, and the note that goes from one shift to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.pages import creation_page, list_page, step_page, visible
from casework.workflow import Act
from hotline.coverage import Span, gaps
from hotline.models import DutyShift, GroupIncident, Roster, ShiftChange
from hotline.querysets.calls import begin_of
from hotline.verbs import PLAN_ROSTER, ROSTER_VERBS, SHIFT_VERBS
from hotline.workflow.rosters import COMPLETE
from organizations.http import OfficerRequest
from organizations.models import Duty, Officer

WEEK = timedelta(days=7)
LOOK_BACK = timedelta(days=7)
SHOWN_INCIDENTS = 20


@dataclass(frozen=True)
class GridDay:
    """One line of the grid: the shifts that begin on the day, and what of it nobody answers."""

    day: date
    shifts: list[Any]
    gaps: list[Span]
    is_today: bool

    @property
    def gaps_shown(self) -> int:
        """Lines below the shifts of the day that belong to it."""
        return len(self.gaps)


def rosters(request: OfficerRequest) -> HttpResponse:
    rows = Roster.objects.visible_to(request.officer).for_list()
    draws_up = request.officer.duty == Duty.DUTY_LEADER
    return list_page(request, rows, "hotline/rosters.html", title=_("Duty rosters"), draws_up=draws_up)


def new_roster(request: OfficerRequest) -> HttpResponse:
    return creation_page(request, PLAN_ROSTER, "rosters/new", "hotline/roster_form.html", title=_("Draw up a roster"))


def roster_page(request: OfficerRequest, pk: int) -> HttpResponse:
    roster = visible(request, Roster, pk)
    act = Act(request.officer, timezone.now())
    monday = week_asked(request.GET.get("week", ""), roster, act.today)
    return render(
        request,
        "hotline/roster.html",
        {
            "file": roster,
            "offers": roster.offers(act),
            "events": roster.events.for_timeline(),
            "grid": grid(request.officer, roster, monday, act.today),
            "week": (monday, monday + timedelta(days=6)),
            "earlier": monday - WEEK if begin_of(monday) > roster.begins_at else None,
            "later": monday + WEEK if begin_of(monday + WEEK) < roster.ends_at else None,
            "missing": missing_in(roster, act),
            "now": act.at,
        },
    )


def week_asked(text: str, roster: Roster, today: date) -> date:
    """The Monday of the week asked for, else of today's, inside the roster."""
    first, last = timezone.localdate(roster.begins_at), timezone.localdate(roster.ends_at)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = today
    day = min(max(day, first), last)
    return day - timedelta(days=day.weekday())


def grid(officer: Officer, roster: Roster, monday: date, today: date) -> list[GridDay]:
    week = Span(begin_of(monday), begin_of(monday + WEEK))
    rows = DutyShift.objects.visible_to(officer).standing().filter(roster=roster).overlapping(week)
    shifts = list(rows.with_people().order_by("begins_at"))
    days = [monday + timedelta(days=n) for n in range(7)]
    return [grid_day(day, roster, shifts, today) for day in days]


def grid_day(day: date, roster: Roster, shifts: list[Any], today: date) -> GridDay:
    whole = Span(begin_of(day), begin_of(day + timedelta(days=1))).within(roster.span)
    open_spans = gaps(whole, [shift.span for shift in shifts]) if whole else []
    own = [shift for shift in shifts if timezone.localdate(shift.begins_at) == day]
    return GridDay(day, own, open_spans, day == today)


def missing_in(roster: Roster, act: Act) -> list[str]:
    """What stands between a draft and its publishing."""
    if roster.state != Roster.State.DRAFT:
        return []
    return [reason for guard in COMPLETE if (reason := guard(roster, act))]


def roster_step(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    return step_page(request, visible(request, Roster, pk), ROSTER_VERBS, verb, "hotline/roster_step.html")


def shifts(request: OfficerRequest) -> HttpResponse:
    """The shifts of the days about today, those whose handing over is missing among them."""
    now = timezone.now()
    rows = DutyShift.objects.visible_to(request.officer).in_force().for_list()
    if request.GET.get("show") == "missing":
        rows = rows.filter(org=request.officer.org).not_handed_over(now, now - LOOK_BACK)
        return list_page(request, rows, "hotline/shifts.html", title=_("Not handed over"), now=now)
    near = rows.overlapping(Span(now - LOOK_BACK, now + timedelta(days=1))).filter(
        scope__startswith=request.officer.path
    )
    return list_page(request, near, "hotline/shifts.html", title=_("Shifts"), now=now)


def shift_page(request: OfficerRequest, pk: int) -> HttpResponse:
    shift = visible(request, DutyShift, pk)
    act = Act(request.officer, timezone.now())
    return render(
        request,
        "hotline/shift.html",
        {
            "file": shift,
            "offers": shift.offers(act),
            "events": shift.events.for_timeline(),
            "changes": changes_of(request.officer, shift),
            "before": DutyShift.objects.visible_to(request.officer).handed_from(shift).first(),
            "after": DutyShift.objects.visible_to(request.officer).handed_to(shift).first(),
            "incidents": open_incidents(request.officer, shift),
            "over": shift.is_over(act.at),
        },
    )


def changes_of(officer: Officer, shift: DutyShift) -> Any:
    return ShiftChange.objects.visible_to(officer).filter(shift=shift).for_page()


def open_incidents(officer: Officer, shift: DutyShift) -> Any:
    """What must not stand in the note: shown to those who may know of it, as it stands now."""
    rows = GroupIncident.objects.visible_to(officer).live().filter(org=shift.org_id)
    return rows.for_list()[:SHOWN_INCIDENTS]


def shift_step(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    return step_page(request, visible(request, DutyShift, pk), SHIFT_VERBS, verb, "hotline/roster_step.html")
