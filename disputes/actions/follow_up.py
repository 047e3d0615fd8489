"""Watching over performance: the organisation reminds, and offers a way when a day is missed (art. 31)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from casework import deadlines
from casework.errors import StepRefused
from casework.transactions import one_transaction
from disputes.models import DisputeCase, FollowUp, Instalment
from disputes.workflow import WORKFLOW
from organizations.models import Officer

Kind = FollowUp.Kind


@one_transaction
def follow_up(case: DisputeCase, *, by: Officer, at: datetime, note: str) -> DisputeCase:
    """A side was reminded, or told of payment order and enforcement: what was to be done is done."""
    case = WORKFLOW.advance(case, "follow_up", by=by, at=at)
    case.follow_ups.open().filter(due_on__lte=localdate(at)).update(done_at=at, done_by=by, note=note)
    return case


@one_transaction
def watch_over(case: DisputeCase, *, by: Officer, at: datetime) -> list[FollowUp]:
    """What there is to do on this day, entered once: reminders before a payment, one task when a day was missed.

    How many days before is the setting `instalment_reminder_days`. Days nobody looked are made up for.
    """
    today, ahead = localdate(at), deadlines.policy("instalment_reminder_days", case, localdate(at))
    wanted = [row for part in case.instalments.filter(settled_on=None) for row in due(part, today, ahead)]
    known = set(case.follow_ups.values_list("instalment", "kind", "due_on"))
    fresh = [row for row in wanted if (row.instalment_id, row.kind, row.due_on) not in known]
    missed = [row for row in fresh if row.kind == Kind.DEFAULT]
    if missed:
        WORKFLOW.advance(case, "note_default", by=by, at=at)
        reminders = case.follow_ups.open().filter(kind=Kind.REMINDER)
        reminders.filter(instalment__in=[row.instalment_id for row in missed]).update(done_at=at, done_by=by)
    return FollowUp.objects.bulk_create(fresh, ignore_conflicts=True)


def due(part: Instalment, today: date, ahead: list[int]) -> list[FollowUp]:
    """Before and on the agreed day a reminder, the latest that is due; after it the default."""
    if today > part.due_on:
        return [of_part(part, Kind.DEFAULT, part.due_on + timedelta(days=1))]
    days = [part.due_on - timedelta(days=n) for n in ahead]
    reached = [day for day in days if day <= today]
    return [of_part(part, Kind.REMINDER, max(reached))] if reached else []


def of_part(part: Instalment, kind: str, day: date) -> FollowUp:
    return FollowUp(file_id=part.file_id, instalment=part, kind=kind, due_on=day)


def watch_over_all(*, by: Officer, at: datetime) -> int:
    """Every case with a payment due soon or missed; how many things there are to do. Safe to run twice."""
    cases = DisputeCase.objects.filter(state=DisputeCase.State.PERFORMING, pay_by__isnull=False).order_by("pk")
    return sum(len(tried(case, by, at)) for case in cases.iterator())


def tried(case: DisputeCase, by: Officer, at: datetime) -> list[FollowUp]:
    try:
        with transaction.atomic():
            return watch_over(case, by=by, at=at)
    except StepRefused:  # paid a moment ago
        return []
