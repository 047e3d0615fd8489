"""What waits for an officer here today."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.early.window import soon_until, within_words
from casework.panels import Card, Task, bounded
from disputes.forms.lists import of_the_file
from disputes.limitation import warned_until
from disputes.models import Appointment, CaseTask, DisputeCase
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
        found = [
            *of_the_day(officer, today),
            *to_be_ended(rows),
            *urgency(rows, officer, today),
            *of_mediator(rows, today),
        ]
        return [*found, *limitation(rows, officer, today), *own_tasks(officer, today)]
    if officer.duty == Duty.CASE_OFFICER:
        found = [*of_case_officer(rows), *urgency(rows, officer, today), *limitation(rows, officer, today)]
        return [*found, *own_tasks(officer, today)]
    if officer.duty == Duty.ARCHIVIST:
        return [card(_("To be archived"), rows, "state=closed_out"), *of_archivist(rows, today)]
    return [card(_("To be assigned"), rows, "state=accepted", "warning"), *of_director(rows, today)]


def of_archivist(rows: DisputeCaseQuerySet, today: date) -> list[Card]:
    return waiting([listed(_("Term in the archive is over"), rows, "term", today)])


def of_director(rows: DisputeCaseQuerySet, today: date) -> list[Card]:
    sham = listed(_("Sham mediation reported"), rows, "sham", today, "danger")
    return waiting([sham, listed(_("Proposed for destruction"), rows, "proposed", today)])


def waiting(found: list[Card]) -> list[Card]:
    """Only what waits: most days there is no sham, nothing to be destroyed and nobody in default."""
    return [one for one in found if one.count != "0"]


def listed(title: Any, rows: DisputeCaseQuerySet, show: str, today: date, tone: str = "") -> Card:
    return Card(title, bounded(of_the_file(rows, show, today)), url(f"show={show}"), tone)


def of_the_day(officer: Officer, today: date) -> list[Card]:
    """Today's meetings of a mediator, those not told to the parties yet pointed out."""
    meetings = Appointment.objects.visible_to(officer).pending().between(today, today)
    untold = meetings.filter(notified_on=None).exists()
    hint = _("Parties not told yet") if untold else ""
    return [Card(_("Meetings today"), bounded(meetings), reverse("disputes:calendar"), "info", hint)]


def to_be_ended(rows: DisputeCaseQuerySet) -> list[Card]:
    """The clock proposed their end. None of them, no card."""
    count = bounded(rows.to_be_ended())
    return [Card(_("To be ended or extended"), count, url("show=to_be_ended"), "warning")] if count != "0" else []


def own_tasks(officer: Officer, today: date) -> list[Card]:
    """What was given to this officer on any case; red when a day has passed. Nothing given, no card."""
    tasks = CaseTask.objects.visible_to(officer).of(officer).open()
    count = bounded(tasks)
    tone = "danger" if count != "0" and tasks.overdue(today).exists() else ""
    return [Card(_("My tasks"), count, reverse("disputes:tasks"), tone)] if count != "0" else []


def urgency(rows: DisputeCaseQuerySet, officer: Officer, today: date) -> list[Card]:
    soon, hint = rows.pressing(today, soon_until(officer, today)), within_words(officer, today)
    return [
        Card(_("Overdue cases"), bounded(rows.overdue(today)), url("show=overdue"), "danger"),
        Card(_("Due soon"), bounded(soon), url("show=soon"), "warning", hint),
    ]


def limitation(rows: DisputeCaseQuerySet, officer: Officer, today: date) -> list[Card]:
    """Workers who lose their way to arbitration unless it is taken soon (art. 27); nothing when nobody does."""
    ending = rows.limitation_ends(today, warned_until(officer.org, today))
    found = bounded(ending)
    return [Card(_("Limitation ends soon"), found, url("show=limitation"), "warning")] if found != "0" else []


def of_mediator(rows: DisputeCaseQuerySet, today: date) -> list[Card]:
    return [
        card(_("First meeting to be held"), rows, "state=assigned", "info"),
        Card(_("Waiting for others"), bounded(rows.waiting_for()), url("show=waiting")),
        *waiting(
            [
                Card(_("Payments to follow up"), bounded(rows.to_follow_up()), url("show=follow_up"), "warning"),
                Card(_("In default"), bounded(rows.in_default(today)), url("show=default"), "danger"),
            ]
        ),
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
    return [task(case, officer, today) for case in rows.order_by("rank")[:MOST]]


def task(case: DisputeCase, officer: Officer, today: date) -> Task:
    verb = next_step(case, officer.duty, today)
    return Task(
        number=str(case),
        title=case.title,
        state_label=case.get_state_display(),
        due_on=case.day_that_counts,
        step=case.workflow.label(verb),
        url=case.get_absolute_url(),
        about=case.category.name,
        amount=case.amount_claimed,
        urgency=case.urgency,
        mark=case.get_urgency_display() if case.urgency else "",
        mark_tone=case.urgency_tone,
    )
