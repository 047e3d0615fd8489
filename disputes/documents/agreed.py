"""What the papers of an agreement print: before the signatures from its draft, afterwards as it was signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from casework.deadlines import due_day
from casework.documents.paper import on_paper, on_paper_money
from casework.numerals import capitals
from disputes.documents.terms import sentences
from disputes.guards.routes import TITLES, enforce_until
from disputes.guards.terms import said_in
from disputes.models import AgreementTerm, ClaimItem, DisputeCase, Instalment

Values = dict[str, Any]


def settled(case: DisputeCase, day: date, in_full: bool) -> Values:
    """Nothing at all while there is neither an agreement nor a draft of one."""
    terms = list(case.agreement_terms.all())
    if agreement := getattr(case, "agreement", None):
        return {
            **of_paper(agreement, terms, in_full),
            **sums(case.amount_agreed or Decimal(0), list(case.instalments.all())),
            **owed(case, day),
            "terms": agreement.terms,
            "effective_on": on_paper(agreement.effective_on),
            "confirmation_until": on_paper(due_day(case, "agreement.judicial_confirmation")),
            "review_until": on_paper(due_day(case, "agreement.arbitral_review")),
        }
    if draft := getattr(case, "agreement_draft", None):
        total = sum(said_in(draft).amounts.values(), Decimal(0))
        plan = [term for term in terms if term.is_instalment]
        return {**of_paper(draft, terms, in_full), **sums(total, plan), "further_terms": draft.further_terms}
    return {}


def agreed_on(case: DisputeCase, claim: ClaimItem) -> Decimal | None:
    """What was agreed on a claim, or is about to be."""
    if claim.agreed is not None or not hasattr(case, "agreement_draft"):
        return claim.agreed
    return said_in(case.agreement_draft).amounts.get(claim.position)


def of_paper(paper: Any, terms: list[AgreementTerm], in_full: bool) -> Values:
    """What draft and agreement have in common. Accounts are whole only on the paper itself."""
    lines = sentences(terms, accounts="full" if in_full else "masked")
    return {
        "obligations": [{"no": str(n), "text": text} for n, text in enumerate(lines, 1)],
        "breach": paper.breach,
        "chosen_route": paper.get_route_display(),
        "copies": str(paper.copies),
    }


def sums(total: Decimal, plan: Sequence[Instalment | AgreementTerm]) -> Values:
    """The agreed sum, and the days it is paid by."""
    parts = [(on_paper(part.due_on), part.amount or Decimal(0)) for part in sorted(plan, key=lambda p: p.due_on)]
    return {
        "amount_agreed": on_paper_money(total),
        "amount_agreed_capitals": capitals(total),
        "instalments": [
            {"no": str(n), "due_on": due_on, "amount": on_paper_money(amount), "capitals": capitals(amount)}
            for n, (due_on, amount) in enumerate(parts, 1)
        ],
    }


def owed(case: DisputeCase, day: date) -> Values:
    """What is overdue on the day of the paper, for payment order and enforcement."""
    parts = case.overdue_parts(day)
    left = sum((part.left for part in parts), Decimal(0))
    title = next((route for route in case.routes.all() if route.state == "granted" and route.kind in TITLES), None)
    return {
        "amount_owed": on_paper_money(left) if parts else "",
        "amount_owed_capitals": capitals(left) if parts else "",
        "overdue_since": on_paper(min((part.due_on for part in parts), default=None)),
        "enforce_until": on_paper(enforce_until(case)),
        "title_of_enforcement": " ".join(filter(None, (title.get_kind_display(), title.external_no))) if title else "",
        "overdue": [
            {"no": str(part.position), "due_on": on_paper(part.due_on), "left": on_paper_money(part.left)}
            for part in parts
        ],
    }
