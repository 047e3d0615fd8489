"""What an agreement may not say: nothing unclear, nothing below the law, no waiver (Civil Procedure Law art. 358)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from casework.deadlines import policy
from casework.models import Policy

if TYPE_CHECKING:
    from disputes.models import AgreementTerm, DisputeCase

PROTECTED = ("02", "03")  # social insurance, work injury and occupational disease


@dataclass(frozen=True)
class Said:
    """What an agreement says, drafted or typed at once."""

    texts: list[str]
    amounts: dict[int, Decimal]
    terms: list[AgreementTerm] = field(default_factory=list)
    legal_check: str = ""


def faults_of(case: DisputeCase, said: Said, day: date) -> list[str]:
    """Everything that must be put right before anybody signs."""
    found = [
        *unclear_words(case, said, day),
        *waivers(case, said, day),
        *given_up(case, said),
        *wages_of_workers(case, said.terms),
        *below_minimum_wage(case, said.terms),
        *unequal_sums(said),
    ]
    return list(dict.fromkeys(found))


def named(code: str, texts: Iterable[str], case: DisputeCase, day: date) -> Iterator[str]:
    """The words of a list of settings that stand in the texts."""
    whole = "\n".join(texts)
    return (word for word in policy(code, case, day) if word in whole)


def unclear_words(case: DisputeCase, said: Said, day: date) -> Iterator[str]:
    """An agreement that is not clear cannot be confirmed; a day counted from nowhere is not clear."""
    words = _("“%(word)s” is unclear: an agreement names the day and the amount.")
    for word in named("agreement_unclear_words", [*said.texts, *(term.what for term in said.terms)], case, day):
        yield words % {"word": word}
    relative = _("“%(word)s” counts from an uncertain day: please name the calendar day.")
    for word in named("agreement_relative_words", [term.what for term in said.terms], case, day):
        yield relative % {"word": word}


def waivers(case: DisputeCase, said: Said, day: date) -> Iterator[str]:
    """Entitlements from work injury and social insurance cannot be given up."""
    words = _("“%(word)s” gives up an entitlement that cannot be given up.")
    for word in named("agreement_waiver_words", [*said.texts, *(term.what for term in said.terms)], case, day):
        yield words % {"word": word}


def given_up(case: DisputeCase, said: Said) -> Iterator[str]:
    """A claim from injury or insurance settled with nothing needs a reason somebody has checked."""
    if said.legal_check.strip():
        return
    words = _("Claim %(number)s (%(category)s) comes to nothing: please say why that is lawful.")
    for claim in case.claims.select_related("category"):
        if claim.category_id.startswith(PROTECTED) and claim.claimed and said.amounts.get(claim.position) == 0:
            yield words % {"number": claim.position, "category": claim.category.name}


def wages_of_workers(case: DisputeCase, terms: list[AgreementTerm]) -> Iterator[str]:
    """A wage is owed by an employer, also where the employer is the side that applied (Labour Law art. 50)."""
    owed = [term for term in terms if term.kind == "monthly_wage" and term.debtor == "applicant"]
    if owed and not any(party.employer_id for party in case.applicants):
        words = _("Term %(number)s: a wage is owed by the employer, not by the worker.")
        yield from (words % {"number": term.position} for term in owed)


def below_minimum_wage(case: DisputeCase, terms: list[AgreementTerm]) -> Iterator[str]:
    """A wage agreed for months to come is not below the minimum wage of the place on its first day."""
    words = _("Term %(number)s: %(amount)s yuan a month is below the minimum wage of %(least)s yuan.")
    for term in terms:
        if term.kind != "monthly_wage" or term.amount is None:
            continue
        least = minimum_wage(case, term.due_on)
        if least is not None and term.amount < least:
            yield words % {"number": term.position, "amount": f"{term.amount:,.2f}", "least": f"{least:,.2f}"}


def minimum_wage(case: DisputeCase, day: date) -> Decimal | None:
    """Yuan a month where the case is handled; None where the federation has entered none for that time."""
    try:
        return Decimal(policy("minimum_wage_month", case, day))
    except Policy.DoesNotExist:
        return None


def unequal_sums(said: Said) -> Iterator[str]:
    """What the respondents are to pay is what was agreed on the claims."""
    if not said.terms:
        return
    planned = sum((term.amount or Decimal(0) for term in said.terms if term.is_instalment), Decimal(0))
    agreed = sum(said.amounts.values(), Decimal(0))
    if planned != agreed:
        words = _("The payments of the terms come to %(planned)s yuan, the claims to %(agreed)s yuan.")
        yield words % {"planned": f"{planned:,.2f}", "agreed": f"{agreed:,.2f}"}


def said_in(draft: Any) -> Said:
    """What the stored draft says."""
    amounts = {row["claim"]: Decimal(row["amount"]) for row in draft.agreed}
    texts = [draft.further_terms, draft.breach]
    return Said(texts, amounts, list(draft.file.agreement_terms.all()), draft.legal_check)


def draft_faults(case: DisputeCase, day: date) -> list[str]:
    """What is still missing in the draft, and what is wrong with it."""
    draft = getattr(case, "agreement_draft", None)
    if draft is None:
        return [_("There is no draft of the agreement yet.")]
    said = said_in(draft)
    missing = [] if said.terms else [_("The draft has no terms yet.")]
    unsettled = [claim.position for claim in case.claims.all() if claim.position not in said.amounts]
    if unsettled:
        numbers = ", ".join(map(str, unsettled))
        missing.append(_("What was agreed is missing for claim %(numbers)s.") % {"numbers": numbers})
    if not draft.route:
        missing.append(_("The way chosen after the signatures is missing."))
    return [*missing, *faults_of(case, said, day)]
