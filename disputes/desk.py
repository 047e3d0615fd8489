"""What waits for an officer here today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.panels import Card, Task, bounded
from casework.words import SOON
from disputes.models import DisputeCase
from disputes.querysets import DisputeCaseQuerySet
from disputes.steps import next_step
from organizations.models import Duty, Officer

MOST = 20
# The states in which each duty is to act.
WORK = {
    Duty.CASE_OFFICER: ("applied", "accepted"),
    Duty.MEDIATOR: ("assigned", "mediating", "performing", "concluded"),
    Duty.COMMITTEE_DIRECTOR: ("accepted",),
    Duty.ARCHIVIST: ("closed_out",),
}


def cards(officer: Officer, today: date) -> list[Card]:
    """Counters that lead to their lists: late, soon due, to be done, waiting for others."""
    if officer.duty not in WORK:
        return []
    rows = DisputeCase.objects.visible_to(officer)
    if officer.duty == Duty.MEDIATOR:
        return [*urgency(rows, today), *of_mediator(rows)]
    if officer.duty == Duty.CASE_OFFICER:
        return [*of_case_officer(rows), *urgency(rows, today)]
    if officer.duty == Duty.ARCHIVIST:
        return [card(_("To be archived"), rows, "state=closed_out")]
    return [card(_("To be assigned"), rows, "state=accepted", "warning")]


def urgency(rows: DisputeCaseQuerySet, today: date) -> list[Card]:
    soon = rows.pressing(today, today + timedelta(days=SOON))
    return [
        Card(_("Overdue cases"), bounded(rows.overdue(today)), url("show=overdue"), "danger"),
        Card(_("Due within three days"), bounded(soon), url("show=soon"), "warning"),
    ]


def of_mediator(rows: DisputeCaseQuerySet) -> list[Card]:
    return [
        card(_("First meeting to be held"), rows, "state=assigned", "info"),
        Card(_("Waiting for others"), bounded(rows.waiting_for()), url("show=waiting")),
    ]


def of_case_officer(rows: DisputeCaseQuerySet) -> list[Card]:
    return [
        card(_("To be accepted"), rows, "state=applied", "info"),
        card(_("To be assigned"), rows, "state=accepted", "info"),
    ]


def card(title: Any, rows: DisputeCaseQuerySet, query: str, tone: str = "") -> Card:
    state = query.removeprefix("state=")
    return Card(title, bounded(rows.filter(state=state)), url(query), tone)


def url(query: str) -> str:
    return f"{reverse('disputes:cases')}?{query}"


def worklist(officer: Officer, today: date) -> list[Task]:
    """Cases whose next step is this duty's: urgent ones first, then by the day that counts."""
    states = WORK.get(Duty(officer.duty))
    if states is None:
        return []
    rows: QuerySet[DisputeCase] = DisputeCase.objects.visible_to(officer).filter(state__in=states).for_list()
    return [task(case, officer) for case in rows.order_by("rank")[:MOST]]


def task(case: DisputeCase, officer: Officer) -> Task:
    verb = next_step(case, officer.duty)
    return Task(
        number=str(case),
        title=case.title,
        state_label=case.get_state_display(),
        due_on=case.day_that_counts,
        step=case.workflow.label(verb),
        url=case.get_absolute_url(),
    )
