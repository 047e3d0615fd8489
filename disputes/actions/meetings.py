"""Meetings: proposed, told to the parties, held or not held, and their minutes signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Case as DbCase
from django.db.models import Value, When
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework import deadlines
from casework.errors import StepRefused
from casework.models import Blob
from casework.transactions import one_transaction
from casework.words import instant
from disputes.guards.order import refuse_disorder
from disputes.models import Appointment, Attendance, DisputeCase, MediationMeeting
from disputes.models.choices import NotHeld, Place, Presence
from disputes.workflow import WORKFLOW
from organizations.models import Officer

from .mediators import CONFIRM

Rows = Sequence[dict[str, Any]]


@one_transaction
def propose_meeting(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    meet_on: date,
    meet_at: time,
    minutes: int,
    manner: str,
    place: str,
) -> DisputeCase:
    """Set day, hour and length in minutes of a meeting, within the time limit for mediation.

    Raises StepRefused when the mediator who presides sits in another meeting then, or the day is outside the period.
    """
    case = WORKFLOW.advance(case, "propose_meeting", by=by, at=at)
    return appoint(case, "propose_meeting", meet_on, meet_at, minutes, manner=manner, place=place)


def appoint(
    case: DisputeCase, verb: str, meet_on: date, meet_at: time, minutes: int, *, manner: str, place: str
) -> DisputeCase:
    refuse_outside_period(case, verb, meet_on)
    starts_at = timezone.make_aware(datetime.combine(meet_on, meet_at))
    ends_at = starts_at + timedelta(minutes=minutes)
    refuse_overlap(case, verb, starts_at, ends_at)
    facts: dict[str, Any] = {"mediator": case.mediator, "manner": manner, "place": place}
    case.appointments.create(starts_at=starts_at, ends_at=ends_at, **facts)
    return case


def refuse_outside_period(case: DisputeCase, verb: str, day: date) -> None:
    """No meeting before a mediator is assigned, nor after the time limit unless it was extended."""
    if case.assigned_on and day < case.assigned_on:
        raise StepRefused(verb, _("The mediator was assigned only on %(day)s.") % {"day": case.assigned_on})
    limit = deadlines.due_day(case, case.mediation_rule)
    if limit and day > limit:
        words = _("The time limit for mediation ends on %(day)s. A later meeting needs an extension first.")
        raise StepRefused(verb, words % {"day": limit})


def refuse_overlap(case: DisputeCase, verb: str, starts_at: datetime, ends_at: datetime) -> None:
    """The officer's row is held, so that of two who appoint at once the second sees the first's meeting."""
    assert case.mediator_id
    Officer.objects.select_for_update().get(pk=case.mediator_id)
    others = Appointment.objects.pending().filter(mediator=case.mediator)
    if taken := others.during(starts_at, ends_at).first():
        words = _("The mediator has another meeting then: %(when)s. Please choose another hour.")
        raise StepRefused(verb, words % {"when": instant(taken.starts_at)})


@one_transaction
def notify_meeting(
    case: DisputeCase, *, by: Officer, at: datetime, appointment: Appointment, notified_on: date
) -> DisputeCase:
    """Every party was told day, hour and place."""
    case = WORKFLOW.advance(case, "notify_meeting", by=by, at=at)
    days = ((_("mediator assigned"), case.assigned_on), (_("parties told on"), notified_on))
    refuse_disorder("notify_meeting", *days, today=localdate(at))
    found = pending(case, "notify_meeting", appointment)
    found.notified_on = notified_on
    found.save(update_fields=["notified_on"])
    return case


def pending(case: DisputeCase, verb: str, appointment: Appointment) -> Appointment:
    """The meeting as it stands under the lock of the case."""
    found = case.appointments.pending().filter(pk=appointment.pk).first()
    if found is None:
        raise StepRefused(verb, _("This meeting is not ahead any more."))
    return found


def call_off(case: DisputeCase, at: datetime) -> None:
    """Mediation has ended: no meeting still ahead takes place, and the mediator's hour is free again. One that lies
    behind and was never recorded waits for nothing any more either.
    """
    ahead, behind = _("Mediation had ended before."), _("Nobody recorded whether it was held before mediation ended.")
    note = DbCase(When(starts_at__gt=at, then=Value(ahead)), default=Value(behind))
    case.appointments.pending().update(outcome=Appointment.Outcome.NOT_HELD, not_held=NotHeld.OTHER, note=note)


@one_transaction
def meeting_not_held(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    appointment: Appointment,
    not_held: str,
    note: str = "",
    meet_on: date | None = None,
    meet_at: time | None = None,
) -> DisputeCase:
    """The meeting fell through, with the reason; where a new day and hour are named, it is appointed anew."""
    case = WORKFLOW.advance(case, "meeting_not_held", by=by, at=at)
    old = pending(case, "meeting_not_held", appointment)
    old.outcome, old.not_held, old.note = Appointment.Outcome.NOT_HELD, not_held, note
    old.save(update_fields=["outcome", "not_held", "note"])
    if not (meet_on and meet_at):
        return case
    minutes = int((old.ends_at - old.starts_at).total_seconds() // 60)
    return appoint(case, "meeting_not_held", meet_on, meet_at, minutes, manner=old.manner, place=old.place)


@one_transaction
def hold_meeting(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    held_on: date,
    minutes: str,
    manner: str = "on_site",
    place: str = "",
    rights_read: bool = True,
    parties_present: bool = True,
    appointment: Appointment | None = None,
    attendance: Rows = (),
) -> DisputeCase:
    """Record a meeting. Rights and the effect of an agreement are explained first; both sides are there or represented.

    `attendance` names for each party its `presence` and the `proxy_name`. Who holds the first meeting has taken the
    case on. Raises StepRefused when one of these is missing, or the day is outside the period.
    """
    case = WORKFLOW.advance(case, "hold_meeting", by=by, at=at)
    if not (rights_read and parties_present and both_sides_came(attendance)):
        raise StepRefused("hold_meeting", _("Rights must have been explained, and both sides present or represented."))
    days = ((_("mediator assigned"), case.assigned_on), (_("held on"), held_on))
    refuse_disorder("hold_meeting", *days, today=localdate(at))
    refuse_outside_period(case, "hold_meeting", held_on)
    facts: dict[str, Any] = {"rights_read": rights_read, "parties_present": parties_present}
    meeting = case.meetings.create(held_on=held_on, manner=manner, place=place, minutes=minutes, **facts)
    Attendance.objects.bulk_create([Attendance(meeting=meeting, **row) for row in attendance])
    if appointment:
        close_appointment(case, appointment, meeting)
    deadlines.meet(case, CONFIRM, held_on)
    return case


def both_sides_came(attendance: Rows) -> bool:
    """Where it is recorded who came, somebody came for each side."""
    came = {row["party"].role for row in attendance if row["presence"] != Presence.ABSENT}
    return not attendance or {"applicant", "respondent"} <= came


def close_appointment(case: DisputeCase, appointment: Appointment, meeting: MediationMeeting) -> None:
    found = pending(case, "hold_meeting", appointment)
    found.outcome, found.meeting = Appointment.Outcome.HELD, meeting
    found.save(update_fields=["outcome", "meeting"])


@one_transaction
def sign_minutes(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    meeting: MediationMeeting,
    signed_on: date,
    pages: int,
    papers: list[tuple[str, Blob]],
) -> DisputeCase:
    """The minutes were read and signed on every page; the signed paper goes to the file."""
    case = WORKFLOW.advance(case, "sign_minutes", by=by, at=at)
    days = (_("held on"), meeting.held_on), (_("day of signature"), signed_on)
    refuse_disorder("sign_minutes", *days, today=localdate(at))
    place = Place.MINUTES
    kept = [case.attachments.create(title=title, blob=blob, by=by, at=at, place=place) for title, blob in papers]
    meeting.pages, meeting.signed_on, meeting.signed_paper = pages, signed_on, kept[0]
    meeting.save(update_fields=["pages", "signed_on", "signed_paper"])
    return case
