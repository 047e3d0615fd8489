"""What is signed: the draft of the case as it was printed, or an agreement typed at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import override

from casework.errors import StepRefused
from disputes.documents.terms import sentences
from disputes.guards.terms import Said, draft_faults, faults_of, said_in
from disputes.models import DisputeCase

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


def refuse_faults(case: DisputeCase, content: Content, day: date) -> None:
    """An agreement below the law, or unclear, is signed by nobody here."""
    if faults := faults_of(case, content.said, day):
        raise StepRefused("agree", faults)
