"""Who signed an agreement, and the day it takes effect by that."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework.errors import StepRefused
from disputes.guards.order import label_of, refuse_disorder
from disputes.models import AgreementSignature, DisputeCase, MediationAgreement, Party

Rows = list[dict[str, Any]]
SIDES = {Party.Role.APPLICANT: "applicants_signed_on", Party.Role.RESPONDENT: "respondents_signed_on"}


def keep_signatures(case: DisputeCase, rows: Rows, at: datetime) -> dict[str, date | None]:
    """Enter each party's signature; the last day of each side. Raises StepRefused for a stranger's."""
    parties = {party.pk: party for party in case.parties.all()}
    last: dict[str, date | None] = {}
    for row in rows:
        party = parties.pop(row["party"], None)
        if party is None:
            raise StepRefused("agree", _("A signature is of a party of this case, each once."))
        refuse_disorder("agree", first_meeting(case), (_("day of signature"), row["signed_on"]), today=localdate(at))
        AgreementSignature.objects.create(file=case, **{**row, "party": party})
        if side := SIDES.get(Party.Role(party.role)):
            last[side] = max(filter(None, (last.get(side), row["signed_on"])))
    return last


def signed_online(rows: Rows | None) -> bool:
    """Every party signed electronically."""
    return bool(rows) and all(row["manner"] == "e_signature" for row in rows or [])


def effective_day(case: DisputeCase, signed: dict[str, date | None], at: datetime) -> date:
    """The last of the required days. Raises StepRefused for a day out of order, and when a side has not signed."""
    refuse_unordered(case, signed, at)
    parties = tuple(SIDES.values())
    if missing := [label_of(MediationAgreement, name) for name in parties if not signed[name]]:
        raise StepRefused("agree", _("“%(name)s” is missing.") % {"name": _(", ").join(missing)})
    required = parties if case.origin == DisputeCase.Origin.COURT_ASSIGNED else tuple(signed)
    return max(day for name in required if (day := signed[name]))


def refuse_unordered(case: DisputeCase, signed: dict[str, date | None], at: datetime) -> None:
    """Nobody signs before the first meeting, nor after today."""
    meeting = first_meeting(case)
    for name, day in signed.items():
        refuse_disorder("agree", meeting, (label_of(MediationAgreement, name), day), today=localdate(at))


def first_meeting(case: DisputeCase) -> tuple[str, date | None]:
    return _("first meeting"), case.meetings.values_list("held_on", flat=True).first()
