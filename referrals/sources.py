"""The files a referral comes from, and what their history says of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from casework.workflow import Act
from disputes.actions import transfer
from disputes.models import DisputeCase
from organizations.models import Officer
from referrals.models import Referral

ACTS = {
    "referred": _("Referred to an authority"),
    "referral_answered": _("Referral answered"),
    "handed_over": _("Handed over: the authority has taken it on"),
}


def name_acts() -> None:
    """Give the lower apps the words for what is recorded in their histories from here."""
    from disputes.workflow import WORKFLOW as CASES
    from hotline.workflow import ORDERS
    from supervision.workflow import DOCUMENTS

    for workflow in (CASES, ORDERS, DOCUMENTS):
        workflow.acts.update(ACTS)


def note_in_source(referral: Referral, verb: str, *, by: Officer, at: datetime) -> None:
    """A line in the history of the source: the number only, what it says stays in the referral."""
    source: Any = referral.source
    source.workflow.record(source, verb, act=Act(by, at), note=referral.number)


def let_go(referral: Referral, *, by: Officer, at: datetime, on: date) -> None:
    """A transfer was taken on: an application not yet decided on ends here, any other file notes who answers now."""
    note_in_source(referral, "handed_over", by=by, at=at)
    case = referral.case
    if case and case.state == DisputeCase.State.APPLIED:
        system, reason = Officer.objects.system(), referral.number
        transfer(case, by=system, at=at, closed_on=on, passed_to=referral.authority.name, reason=reason)
