"""The roster of mediators, and what is ahead on their desks: meetings of the next days, tasks, notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice, product

from django.utils import timezone

from casework.models import Category
from desk.demonstration import texts
from disputes import actions
from disputes.models import DisputeCase, MediatorProfile
from organizations.models import Duty, Officer

TERM = timedelta(days=3 * 365)
HOURS = (time(9, 0), time(10, 30), time(14, 30), time(16, 0))
DAYS_AHEAD = 5
LANGUAGES: tuple[list[str], ...] = (["bca"], ["bca", "ii"], ["ii"], [], ["hmn"], ["lis", "bca"])


def list_mediators(today: date) -> None:
    """Every mediator stands on the union's roster, each with other languages and fields."""
    officers = list(Officer.objects.filter(duty=Duty.MEDIATOR).order_by("pk"))
    profiles = MediatorProfile.objects.bulk_create(
        MediatorProfile(
            officer=officer,
            mediator_no=texts.table("words")["mediator_no"].format(n=n),
            appointed_on=today - TERM,
            valid_until=today + TERM,
            languages=LANGUAGES[n % len(LANGUAGES)],
        )
        for n, officer in enumerate(officers, 1)
    )
    fields = list(Category.objects.filter(parent=None).order_by("pk"))[:8]
    known = MediatorProfile.specialities.through
    known.objects.bulk_create(
        known(mediatorprofile=profile, category=fields[(n + more) % len(fields)])
        for n, profile in enumerate(profiles)
        for more in (0, 3)
    )


def look_ahead(cases: Iterable[DisputeCase], now: datetime) -> None:
    """Some of the running cases have a meeting today or in the next days, the first told to the parties already."""
    days = [timezone.localdate(now) + timedelta(days=n) for n in range(DAYS_AHEAD)]
    slots: dict[int | None, Iterator[tuple[date, time]]] = defaultdict(lambda: islice(product(days, HOURS), 1, None, 2))
    for case in cases:
        if not case.mediator or not case.due_on or case.due_on < days[0]:
            continue
        slot = next(slots[case.mediator_id], None)
        if slot and slot[0] <= case.due_on:
            appoint(case, case.mediator, slot, now)


def appoint(case: DisputeCase, mediator: Officer, slot: tuple[date, time], now: datetime) -> None:
    words = texts.table("words")
    day, hour = slot
    told = {"manner": "on_site", "place": words["meeting_place"], "minutes": 75}
    case = actions.propose_meeting(case, by=mediator, at=now, meet_on=day, meet_at=hour, **told)
    if hour != HOURS[-1]:
        meeting = case.appointments.latest("pk")
        actions.notify_meeting(case, by=mediator, at=now, appointment=meeting, notified_on=timezone.localdate(now))
    if hour == HOURS[1]:
        actions.add_task(case, by=mediator, at=now, title=words["case_task"], due_on=day, owner=mediator)
        actions.add_note(case, by=mediator, at=now, text=words["case_note"])
