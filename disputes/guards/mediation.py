"""Who may mediate a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from disputes.mediators import mediators_for
from organizations.models import Officer

if TYPE_CHECKING:
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
    if not case.recusals.filter(officer=case.mediator).exists():
        return ""
    return _("This mediator stepped back from the case: a ground of recusal is recorded.")
