"""The files a referral comes from, and what their history says of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from casework.workflow import Act
from organizations.models import Officer
from referrals.models import Referral

ACTS = {"referred": _("Referred to an authority"), "referral_answered": _("Referral answered")}


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
