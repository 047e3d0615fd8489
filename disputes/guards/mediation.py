"""Who may mediate a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from casework.deadlines import due_day
from disputes.mediators import conflict_of, mediators_for, profile_of
from organizations.models import Officer

if TYPE_CHECKING:
    from datetime import date

    from casework.workflow import Act
    from disputes.models import DisputeCase


def a_mediator_can_be_named(case: DisputeCase, act: Act) -> str:
    if mediators_for(case, act.today).exists():
        return ""
    return _("No mediator in service can take this case: none serves this organisation, one above or one below it.")


def mediator_serves(case: DisputeCase, act: Act) -> str:
    mediator = case.mediator
    if mediator and mediator.duty == "mediator" and Officer.objects.serving(act.today).filter(pk=mediator.pk).exists():
        return ""
    return _("A mediator in service must be named.")


def mediator_is_of_this_area(case: DisputeCase, act: Act) -> str:
    """The organisation's own mediator, or one of a union above or below it."""
    path = case.mediator.path if case.mediator else ""
    if path and (case.scope.startswith(path) or path.startswith(case.scope)):
        return ""
    return _("The mediator serves neither this organisation nor one above or below it.")


def mediator_is_certified(case: DisputeCase, act: Act) -> str:
    day = case.assigned_on or act.today
    if case.mediator and case.mediator.certificate_on("mediator", day):
        return ""
    return _("The mediator holds no certificate valid on %(day)s.") % {"day": day}


def mediator_has_room(case: DisputeCase, act: Act) -> str:
    if case.mediator is None:
        return ""
    in_hand = type(case).objects.in_hand_of(case.mediator).exclude(pk=case.pk).count()
    if in_hand < case.mediator.case_limit:
        return ""
    return _("The mediator has %(count)d open cases already, the most allowed.") % {"count": in_hand}


def mediator_was_not_recused(case: DisputeCase, act: Act) -> str:
    if not case.recusals.filter(officer=case.mediator, decision="granted").exists():
        return ""
    return _("This mediator stepped back from the case: a ground of recusal is recorded.")


def mediator_has_no_conflict(case: DisputeCase, act: Act) -> str:
    """Interested or related, a mediator does not begin (invited mediation rules art. 15)."""
    if case.mediator and conflict_of(case.mediator, case):
        return _("This mediator declared a conflict of interest with a party of the case.")
    return ""


def mediator_is_on_the_roster(case: DisputeCase, act: Act) -> str:
    day = case.assigned_on or act.today
    profile = profile_of(case.mediator) if case.mediator else None
    if profile is None or profile.serves(day):
        return ""
    return _("The mediator's term on the roster does not cover %(day)s.") % {"day": day}


def unfitness(officer: Officer, case: DisputeCase, day: date) -> str:
    """Why somebody cannot mediate beside the one who presides; "" when he can."""
    if not mediators_for(case, day).filter(pk=officer.pk).exists():
        return _("does not serve here, or stepped back from the case")
    if not officer.certificate_on("mediator", day):
        return _("holds no valid certificate")
    return _("declared a conflict of interest") if conflict_of(officer, case) else ""


def assignment_waits_for_confirmation(case: DisputeCase, act: Act) -> str:
    if case.assignments.in_force().filter(officer_id=act.by.pk, confirmed_on=None).exists():
        return ""
    return _("You have confirmed this assignment already.")


def a_meeting_is_ahead(case: DisputeCase, act: Act) -> str:
    return "" if case.appointments.pending().exists() else _("No meeting is appointed.")


def minutes_wait_for_signatures(case: DisputeCase, act: Act) -> str:
    if any(meeting.signed_on is None for meeting in case.meetings.all()):
        return ""
    return _("There are no minutes without signatures.")


def time_is_left(case: DisputeCase, act: Act) -> str:
    """A meeting lies within the time limit: once it is over there is no day left for one."""
    limit = due_day(case, case.mediation_rule)
    if limit is None or act.today <= limit:
        return ""
    return _("The time limit for mediation ended on %(day)s: no meeting can be appointed any more.") % {"day": limit}


def time_limit_is_reached(case: DisputeCase, act: Act) -> str:
    """The clock proposes the end once, on the last day or after it."""
    limit = due_day(case, case.mediation_rule)
    if case.failure_proposed_on or limit is None or act.today < limit:
        return _("The time limit has not been reached, or the end was proposed already.")
    return ""
