"""Agreement and performance (Mediation and Arbitration Law art. 14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase


def everybody_signed(case: DisputeCase, act: Act) -> str:
    """A court's assignment ends with the parties' signatures, online with all electronic ones; otherwise the mediator
    and the seal are needed as well (Mediation and Arbitration Law art. 14).
    """
    agreement = case.agreement
    if case.origin == "court_assigned" or (agreement.mediator_signed_on and (agreement.seal_on or agreement.is_online)):
        return ""
    return _("The mediator's signature and the seal of the organisation are needed.")


def every_side_signed(case: DisputeCase, act: Act) -> str:
    """Where signatures are named one by one, every applicant and every respondent is among them."""
    signed = {signature.party_id for signature in case.signatures.all()}
    absent = [party.label_in(case) for party in [*case.applicants, *case.respondents] if party.pk not in signed]
    if not signed or not absent:
        return ""
    return _("The signature is missing of %(names)s.") % {"names": ", ".join(absent)}


def every_claim_is_settled(case: DisputeCase, act: Act) -> str:
    open_claims = [str(claim.position) for claim in case.claims.all() if claim.agreed is None]
    if not open_claims:
        return ""
    return _("What was agreed is missing for claim %(numbers)s.") % {"numbers": ", ".join(open_claims)}


def instalments_make_the_sum(case: DisputeCase, act: Act) -> str:
    planned = sum(part.amount for part in case.instalments.all())
    if planned == (case.amount_agreed or 0):
        return ""
    words = _("The instalments come to %(planned)s yuan, the agreed sum is %(agreed)s yuan.")
    return words % {"planned": f"{planned:,.2f}", "agreed": f"{case.amount_agreed or 0:,.2f}"}


def instalments_follow_the_signatures(case: DisputeCase, act: Act) -> str:
    first = min((part.due_on for part in case.instalments.all()), default=None)
    owed_from = case.owed_from
    if first is None or owed_from is None or first >= owed_from:
        return ""
    return _("An instalment due on %(day)s lies before the signatures.") % {"day": first}


def something_is_to_be_paid(case: DisputeCase, act: Act) -> str:
    return "" if case.instalments.exists() else _("Nothing is left to perform.")


def not_everything_is_paid(case: DisputeCase, act: Act) -> str:
    return _("Everything agreed has been paid.") if case.is_performed else ""


def everything_is_paid(case: DisputeCase, act: Act) -> str:
    if case.is_performed:
        return ""
    left = (case.amount_agreed or 0) - case.amount_paid
    return _("%(amount)s yuan are still to be paid.") % {"amount": f"{left:,.2f}"}


def something_was_paid(case: DisputeCase, act: Act) -> str:
    return "" if case.amount_paid else _("Nothing has been paid yet.")


def a_payment_is_overdue(case: DisputeCase, act: Act) -> str:
    return "" if case.overdue_parts(act.today) else _("No payment is overdue.")


def was_agreed(case: DisputeCase, act: Act) -> str:
    """A settlement the parties made by themselves opens no way."""
    return "" if getattr(case, "agreement", None) else _("There is no mediation agreement.")


def no_way_is_open(case: DisputeCase, act: Act) -> str:
    way = next((route for route in case.routes.all() if route.is_open), None)
    return "" if way is None else _("“%(way)s” is still open: one way at a time.") % {"way": way.get_kind_display()}
