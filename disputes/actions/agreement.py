"""What the parties agreed, in mediation or by themselves."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.timezone import localdate

from casework import deadlines
from casework.transactions import one_transaction
from disputes.models import DisputeCase, MediationAgreement
from disputes.workflow import WORKFLOW
from organizations.models import Officer

from .content import Rows, drafted, refuse_faults, typed
from .meetings import call_off
from .settlement import settle, start_performance
from .signing import effective_day, keep_signatures, signed_online


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
    case = WORKFLOW.hold(case, "agree", by=by, at=at)
    content = typed(terms, agreed, instalments, legal_check) if terms else drafted(case, localdate(at))
    refuse_faults(case, content, localdate(at))
    signed = {
        "applicants_signed_on": applicants_signed_on,
        "respondents_signed_on": respondents_signed_on,
        "mediator_signed_on": mediator_signed_on,
        "seal_on": seal_on,
    }
    signed |= keep_signatures(case, signatures or [], at)
    effective_on = effective_day(case, signed, at)
    facts = {**signed, **content.facts, "is_online": signed_online(signatures), "effective_on": effective_on}
    MediationAgreement.objects.create(file=case, **facts)
    changes = settle(case, "agree", content.agreed, content.instalments)
    changes |= {"outcome": DisputeCase.Outcome.AGREED, "closed_on": effective_on}
    case = WORKFLOW.advance(case, "agree", by=by, at=at, **changes)
    open_windows(case, effective_on)
    call_off(case, at)
    return start_performance(case, at=at)


def open_windows(case: DisputeCase, effective_on: date) -> None:
    """Mediation met its time; the times for confirmation by a court and review by arbitration begin."""
    windows = ["agreement.judicial_confirmation", *([] if case.is_civil else ["agreement.arbitral_review"])]
    with deadlines.together(case):
        deadlines.meet(case, case.mediation_rule, effective_on)
        deadlines.start_all(case, windows, effective_on)


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
    case = WORKFLOW.hold(case, "reconcile", by=by, at=at)
    changes = settle(case, "reconcile", agreed, instalments)
    changes |= {"outcome": DisputeCase.Outcome.RECONCILED, "closed_on": closed_on, "settlement": settlement}
    case = WORKFLOW.advance(case, "reconcile", by=by, at=at, **changes)
    deadlines.meet(case, case.mediation_rule, closed_on)
    call_off(case, at)
    return start_performance(case, at=at)
