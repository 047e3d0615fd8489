"""The end of the file: what must be done before it is closed and before it is put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from disputes.models.choices import EndReason, Outcome
from disputes.related import open_parts

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase

OPEN_ENDED = {Outcome.FAILED, Outcome.TERMINATED, Outcome.WITHDRAWN}


def goes_back_to_court(case: DisputeCase) -> bool:
    """A file a court has sent and that ended without agreement (Supreme Court rules on invited mediation art. 26)."""
    return case.is_from_court and case.outcome in OPEN_ENDED


def file_is_due_at_court(case: DisputeCase, act: Act) -> str:
    if not goes_back_to_court(case):
        return _("Only a file which a court has sent and which ended without agreement goes back to the court.")
    return _("The file has been returned to the court already.") if case.returned_on else ""


def court_has_its_file(case: DisputeCase, act: Act) -> str:
    if goes_back_to_court(case) and not case.returned_on:
        return _("The court's file has not been returned yet.")
    return ""


def sham_waits_for_an_answer(case: DisputeCase, act: Act) -> str:
    if case.end_reason != EndReason.SHAM:
        return _("No sham mediation was reported.")
    return _("The report has been answered already.") if case.sham_answered_on else ""


def sham_was_answered(case: DisputeCase, act: Act) -> str:
    """A mediator who suspects a sham stops and reports (Supreme Court rules on invited mediation art. 18)."""
    if case.end_reason == EndReason.SHAM and not case.sham_answered_on:
        return _("The committee director has not yet answered the report of sham mediation.")
    return ""


def parts_are_closed(case: DisputeCase, act: Act) -> str:
    """A case stays open as long as a part of it is."""
    running = [str(child) for child in open_parts(case)]
    if not running:
        return ""
    return _("Parts of this case are still open: %(cases)s.") % {"cases": _(", ").join(running)}
