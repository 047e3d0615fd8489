"""What is signed, and who signed it: the parts of recording an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from casework.errors import StepRefused
from disputes.documents.terms import sentences
from disputes.guards.order import refuse_disorder
from disputes.guards.terms import Said, draft_faults, said_in
from disputes.models import AgreementSignature, DisputeCase, Party

from .application import day_of

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Content:
    """What the agreement says: for the guards, for its own columns, and the rows that follow from it."""

    said: Said
    facts: dict[str, Any]
    agreed: Rows
    instalments: Rows


def typed(terms: str, agreed: Rows | None, instalments: Rows | None, legal_check: str) -> Content:
    """An agreement entered at once, its terms as one text."""
    amounts = {row["claim"]: Decimal(row["amount"]) for row in agreed or []}
    facts = {"terms": terms, "legal_check": legal_check}
    return Content(Said([terms], amounts, legal_check=legal_check), facts, agreed or [], instalments or [])


def drafted(case: DisputeCase, day: date) -> Content:
    """The draft as it was printed. Raises StepRefused for one that is not there or not whole."""
    if faults := draft_faults(case, day):
        raise StepRefused("agree", faults)
    draft = case.agreement_draft
    said = said_in(draft)
    with override("zh-hans"):  # the paper that was signed speaks Chinese, whoever records it
        lines = [f"{n}．{line}" for n, line in enumerate(sentences(said.terms), 1)]
    facts = {name: getattr(draft, name) for name in ("breach", "route", "copies", "legal_check")}
    facts["terms"] = "\n".join([*lines, draft.further_terms]).strip()
    agreed = [{"claim": claim, "amount": amount} for claim, amount in said.amounts.items()]
    plan = [{"due_on": term.due_on, "amount": term.amount} for term in said.terms if term.is_instalment]
    return Content(said, facts, agreed, plan)


def keep_signatures(case: DisputeCase, rows: Rows, at: datetime) -> dict[str, date | None]:
    """Enter each party's signature; the last day of each side. Raises StepRefused for a stranger's."""
    parties = {party.pk: party for party in case.parties.all()}
    last: dict[str, date | None] = {}
    for row in rows:
        party = parties.pop(row["party"], None)
        if party is None:
            raise StepRefused("agree", _("A signature is of a party of this case, each once."))
        held_on = case.meetings.values_list("held_on", flat=True).first()
        days = ((_("first meeting"), held_on), (_("day of signature"), row["signed_on"]))
        refuse_disorder("agree", *days, today=day_of(at))
        AgreementSignature.objects.create(file=case, **{**row, "party": party})
        side = SIDES.get(Party.Role(party.role))
        if side:
            last[side] = max(filter(None, (last.get(side), row["signed_on"])))
    return last


SIDES = {Party.Role.APPLICANT: "applicants_signed_on", Party.Role.RESPONDENT: "respondents_signed_on"}
