"""What a supervisor's desk is for: a letter that stays without an answer, and an employer many workers call about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from django.utils import timezone

from desk.demonstration import texts
from desk.demonstration.calls import call
from desk.demonstration.letters import finding, signed
from desk.demonstration.timeline import Story
from desk.demonstration.world import Place, World, grievance
from organizations.models import Duty
from supervision import actions
from supervision.models import SupervisionDocument, SupervisionMatter, SupervisionTopic

SERVED_DAYS_AGO = (15, 19)  # due today, so that the opinion is possible tomorrow; due some days ago
TO_WRITE = timedelta(days=9)
LOUD_DAYS = 8


def silence(world: World, place: Place, today: date) -> Iterator[Story]:
    for days in SERVED_DAYS_AGO:
        yield unanswered(world, place, today - timedelta(days=days))
    loud = replace(place, employers=place.employers[-1:])
    for days in range(1, LOUD_DAYS + 1):
        yield call(world, loud, place.hours.on(today - timedelta(days=days)), "order")


def unanswered(world: World, place: Place, served_on: date) -> Story:
    """A letter about what the union found itself, served on that day."""
    at = place.hours.on(served_on - TO_WRITE)
    yield at
    told = grievance(world, place, at)
    opened = actions.open_matter(
        by=place.first(Duty.SUPERVISOR),
        at=at,
        employer=told.employer,
        topic=SupervisionTopic.objects.get(pk=told.story["topic"]),
        facts=finding(told),
        source=SupervisionMatter.Source.OWN_FINDING,
        workers_affected=told.workers,
    )
    at = place.hours.later(at, 0, 1)
    yield at
    letter = SupervisionDocument.Kind.REMINDER_LETTER
    document, at = yield from signed(world, place, opened, told, at, kind=letter)
    at = max(place.hours.later(at, 0, 0), place.hours.on(served_on))
    yield at
    liaison, who = place.first(Duty.LIAISON), texts.phrase("receiver", world.random)
    document = actions.dispatch(document, by=liaison, at=at)
    day = timezone.localdate(at)
    actions.record_service(document, by=liaison, at=at, served_on=day, papers=world.paper, received_by=who)
