"""What the parties agreed, in mediation or by themselves."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from casework import deadlines
from casework.errors import StepRefused
from casework.locking import lock
from casework.transactions import one_transaction
from casework.workflow import Act
from disputes.guards.order import label_of, refuse_disorder
from disputes.guards.terms import faults_of
from disputes.models import DisputeCase, Instalment, MediationAgreement
from disputes.workflow import WORKFLOW
from organizations.models import Officer

from .application import day_of
from .meetings import call_off
from .signing import Content, Rows, drafted, keep_signatures, typed


@one_transaction
def agree(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    terms: str = "",
    agreed: Rows | None = None,
    instalments: Rows | None = None,
    applicants_signed_on: date | None = None,
    respondents_signed_on: date | None = None,
    mediator_signed_on: date | None = None,
    seal_on: date | None = None,
    signatures: Rows | None = None,
    legal_check: str = "",
) -> DisputeCase:
    """Record the signed agreement: the draft of the case, or one typed at once with `terms`, `agreed`, `instalments`.

    It takes effect on the last required signature or the seal, whichever is later (Mediation and Arbitration Law
    art. 14); when a court assigned the case, on the parties' signatures; online, when all have signed.

    From that day both may ask the court within 30 days to confirm it (Civil Procedure Law art. 205), and the
    arbitration commission within 15 days to review it, not in a civil dispute without labour relation.
    `agreed` names for each claim its number `claim` and the `amount`; `instalments` are `due_on` and `amount`
    in yuan and make up the agreed sum. `signatures` are `party`, `signed_on` and `manner`, one for each party, in
    place of the two days of the sides. Raises StepRefused.
    """
    case = ready(case, "agree", by=by, at=at)
    content = typed(terms, agreed, instalments, legal_check) if terms else drafted(case, day_of(at))
    refuse_faults(case, content, day_of(at))
    signed = {
        "applicants_signed_on": applicants_signed_on,
        "respondents_signed_on": respondents_signed_on,
        "mediator_signed_on": mediator_signed_on,
        "seal_on": seal_on,
    }
    signed |= keep_signatures(case, signatures or [], at)
    refuse_unordered_signatures(case, signed, at)
    is_online = bool(signatures) and all(row["manner"] == "e_signature" for row in signatures or [])
    effective_on = effective_day(case, signed)
    facts: dict[str, Any] = {**signed, **content.facts, "is_online": is_online, "effective_on": effective_on}
    MediationAgreement.objects.create(file=case, **facts)
    changes = settle(case, "agree", content.agreed, content.instalments)
    outcome = DisputeCase.Outcome.AGREED
    case = WORKFLOW.advance(case, "agree", by=by, at=at, outcome=outcome, closed_on=effective_on, **changes)
    windows = ["agreement.judicial_confirmation", *([] if case.is_civil else ["agreement.arbitral_review"])]
    with deadlines.together(case):
        deadlines.meet(case, case.mediation_rule, effective_on)
        deadlines.start_all(case, windows, effective_on)
    call_off(case, at)
    return start_performance(case, at=at)


@one_transaction
def reconcile(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    closed_on: date,
    settlement: str,
    agreed: Rows,
    instalments: Rows,
) -> DisputeCase:
    """The parties settled by themselves and say so; there is no mediation agreement that could be confirmed."""
    case = ready(case, "reconcile", by=by, at=at)
    changes = settle(case, "reconcile", agreed, instalments)
    outcome = DisputeCase.Outcome.RECONCILED
    changes |= {"outcome": outcome, "closed_on": closed_on, "settlement": settlement}
    case = WORKFLOW.advance(case, "reconcile", by=by, at=at, **changes)
    deadlines.meet(case, case.mediation_rule, closed_on)
    call_off(case, at)
    return start_performance(case, at=at)


def ready(case: DisputeCase, verb: str, *, by: Officer, at: datetime) -> DisputeCase:
    """The case under lock with the step open on it, before rows are written that the step is proved by."""
    locked: DisputeCase = lock(case, by)
    WORKFLOW.check(verb, locked, Act(by, at))
    return locked


def refuse_faults(case: DisputeCase, content: Content, day: date) -> None:
    """An agreement below the law, or unclear, is signed by nobody here."""
    if faults := faults_of(case, content.said, day):
        raise StepRefused("agree", faults)


def refuse_unordered_signatures(case: DisputeCase, signed: dict[str, date | None], at: datetime) -> None:
    """Nobody signs before the first meeting, nor after today."""
    held_on = case.meetings.values_list("held_on", flat=True).first()
    for name, day in signed.items():
        label = label_of(MediationAgreement, name)
        refuse_disorder("agree", (_("first meeting"), held_on), (label, day), today=day_of(at))


def effective_day(case: DisputeCase, signed: dict[str, date | None]) -> date:
    """The last of the required days. Raises StepRefused when a side has not signed."""
    parties = ("applicants_signed_on", "respondents_signed_on")
    if missing := [label_of(MediationAgreement, name) for name in parties if not signed[name]]:
        raise StepRefused("agree", _("“%(name)s” is missing.") % {"name": _(", ").join(missing)})
    required = parties if case.origin == DisputeCase.Origin.COURT_ASSIGNED else tuple(signed)
    return max(day for name in required if (day := signed[name]))


def settle(case: DisputeCase, verb: str, agreed: Rows, instalments: Rows) -> dict[str, Any]:
    """Write what was agreed on each claim and the plan of payments; their sum and the first day go to the case."""
    amounts = {row["claim"]: Decimal(row["amount"]) for row in agreed}
    claims = {claim.position: claim for claim in case.claims.all()}
    if unknown := sorted(set(amounts) - set(claims)):
        numbers = ", ".join(map(str, unknown))
        raise StepRefused(verb, _("The case has no claim %(numbers)s.") % {"numbers": numbers})
    if len(amounts) < len(agreed):
        raise StepRefused(verb, _("One claim is named twice."))
    for position, amount in amounts.items():
        claims[position].agreed = amount
        claims[position].save(update_fields=["agreed"])
    plan = sorted(instalments, key=lambda row: row["due_on"])
    for n, row in enumerate(plan, 1):
        Instalment.objects.create(file=case, position=n, due_on=row["due_on"], amount=row["amount"])
    return {"amount_agreed": sum(amounts.values(), Decimal(0)), "pay_by": plan[0]["due_on"] if plan else None}


def start_performance(case: DisputeCase, *, at: datetime) -> DisputeCase:
    """Where something is to be paid, the system moves the case on at once."""
    if not case.instalments.exists():
        return case
    return WORKFLOW.advance(case, "start_performance", by=Officer.objects.system(), at=at)
