"""Who mediates: chosen, confirmed, stepping back or kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework import deadlines
from casework.errors import StepRefused
from casework.transactions import one_transaction
from disputes.guards.mediation import unfitness
from disputes.guards.order import refuse_disorder
from disputes.mediators import candidates
from disputes.models import Appointment, DisputeCase, Recusal
from disputes.models.choices import ChosenBy, NotHeld
from disputes.workflow import WORKFLOW
from organizations.models import Officer

CONFIRM = "case.assignee_confirm"


@one_transaction
def assign(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    mediator: Officer,
    assigned_on: date,
    chosen_by: str = ChosenBy.ORGANISATION,
    others: Sequence[Officer] = (),
    grave: bool = False,
    reason: str = "",
) -> DisputeCase:
    """Give the case to a certified mediator who has room for it and no ground of recusal.

    `mediator` presides; a grave or complex case has `others` beside him (invited mediation rules art. 12). The
    mediator confirms within three working days and says what might make him partial. What the ranking saw is
    kept, and `reason` why it was not followed. Raises StepRefused.
    """
    why = explained(case, mediator, assigned_on, reason)
    case = WORKFLOW.advance(
        case,
        "assign",
        by=by,
        at=at,
        note=reason,
        mediator=mediator,
        assigned_on=assigned_on,
        confirmed_on=None,
        is_grave=grave,
    )
    refuse_unfit(case, others, assigned_on)
    for officer in (mediator, *others):
        case.assignments.create(
            officer=officer, presides=officer == mediator, chosen_by=chosen_by, why=why, assigned_on=assigned_on
        )
        why = ""
    deadlines.start(case, CONFIRM, assigned_on)
    hand_meetings_over(case, mediator)
    return case


def hand_meetings_over(case: DisputeCase, mediator: Officer) -> None:
    """What was appointed with another mediator stays appointed with this one; where this one sits elsewhere at that
    hour it is called off. The officer's row is held, as for a meeting that is appointed.
    """
    for appointment in case.appointments.pending().exclude(mediator=mediator):
        Officer.objects.select_for_update().get(pk=mediator.pk)
        others = Appointment.objects.pending().filter(mediator=mediator)
        if others.during(appointment.starts_at, appointment.ends_at).exists():
            appointment.outcome, appointment.not_held = Appointment.Outcome.NOT_HELD, NotHeld.MEDIATOR
            appointment.note = _("The next mediator has another meeting at that hour.")
        else:
            appointment.mediator = mediator
        appointment.save(update_fields=["mediator", "outcome", "not_held", "note"])


def explained(case: DisputeCase, mediator: Officer, day: date, reason: str) -> str:
    """What the ranking said of the one chosen."""
    words = next((" · ".join(c.words) for c in candidates(case, day) if c.officer == mediator), "")
    return "\n".join(text for text in (words, reason) if text)


def refuse_unfit(case: DisputeCase, others: Sequence[Officer], day: date) -> None:
    """Those beside the one who presides meet the same conditions, and in a grave case there are enough of them."""
    if case.mediator in others:
        raise StepRefused("assign", _("The mediator who presides is named twice."))
    wrong = [f"{officer.name}: {reason}" for officer in others if (reason := unfitness(officer, case, day))]
    least = deadlines.policy("grave_case_mediators_min", case, day)
    if case.is_grave and 1 + len(others) < least:
        wrong.append(_("A grave or complex case needs at least %(count)d mediators.") % {"count": least})
    if wrong:
        raise StepRefused("assign", wrong)


@one_transaction
def confirm(case: DisputeCase, *, by: Officer, at: datetime, confirmed_on: date, disclosure: str) -> DisputeCase:
    """Take the assignment on, having disclosed what might raise doubt (invited mediation rules art. 15).

    The clock stops when every mediator of the case has confirmed.
    """
    case = WORKFLOW.advance(case, "confirm", by=by, at=at)
    days = ((_("mediator assigned"), case.assigned_on), (_("confirmed on"), confirmed_on))
    refuse_disorder("confirm", *days, today=localdate(at))
    running = case.assignments.in_force()
    running.filter(officer=by).update(confirmed_on=confirmed_on, disclosure=disclosure)
    if not running.filter(confirmed_on=None).exists():
        case.confirmed_on = confirmed_on
        case.save(update_fields=["confirmed_on"])
        deadlines.meet(case, CONFIRM, confirmed_on)
    return case


@one_transaction
def recuse(
    case: DisputeCase, *, by: Officer, at: datetime, ground: str, asked_by: str, decided_on: date
) -> DisputeCase:
    """The mediator steps back before the first meeting; the case waits for another one."""
    stepping_back, accepted_on = case.mediator, case.accepted_on
    case = WORKFLOW.advance(case, "recuse", by=by, at=at, mediator=None, assigned_on=None, confirmed_on=None)
    assert stepping_back
    refuse_disorder("recuse", (_("accepted"), accepted_on), (_("decided on"), decided_on), today=localdate(at))
    case.recusals.create(officer=stepping_back, ground=ground, asked_by=asked_by, decided_on=decided_on)
    leave_to_nobody(case, decided_on)
    return case


@one_transaction
def take_back(case: DisputeCase, *, by: Officer, at: datetime, reason: str) -> DisputeCase:
    """Take the case back before the first meeting, for leave or load; unlike a recusal it bars nobody."""
    case = WORKFLOW.advance(
        case, "take_back", by=by, at=at, note=reason, mediator=None, assigned_on=None, confirmed_on=None
    )
    leave_to_nobody(case, localdate(at))
    return case


def leave_to_nobody(case: DisputeCase, day: date) -> None:
    """Nobody mediates from this day on, so nobody is awaited to confirm either."""
    case.assignments.in_force().update(ended_on=day)
    deadlines.meet(case, CONFIRM, day)


@one_transaction
def keep_mediator(
    case: DisputeCase, *, by: Officer, at: datetime, ground: str, asked_by: str, decision: str, decided_on: date
) -> DisputeCase:
    """Recusal was asked for and the organisation decided: no ground was found, or both parties consent to keep him."""
    case = WORKFLOW.advance(case, "keep_mediator", by=by, at=at, note=str(Recusal.Decision(decision).label))
    refuse_disorder(
        "keep_mediator", (_("accepted"), case.accepted_on), (_("decided on"), decided_on), today=localdate(at)
    )
    facts = {"ground": ground, "asked_by": asked_by, "decision": decision, "decided_on": decided_on}
    assert case.mediator
    case.recusals.create(officer=case.mediator, **facts)
    return case
