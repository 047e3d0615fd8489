"""Why a step on a dispute case is not possible, in words for the officer."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.db.models import Field, Model
from django.utils.translation import gettext as _

from casework.deadlines import due_day, policy
from casework.errors import StepRefused
from disputes.mediators import mediators_for
from organizations.models import Officer

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase

Named = tuple[Any, date | None]


def order_of(*days: Named, today: date) -> list[str]:
    """What is wrong with days that must follow each other and lie in the past; missing ones are passed over."""
    known = [(name, day) for name, day in days if day]
    words = _("“%(later)s” (%(day)s) lies before “%(earlier)s” (%(first)s).")
    wrong = [
        words % {"later": later, "day": day, "earlier": earlier, "first": first}
        for (earlier, first), (later, day) in pairwise(known)
        if day < first
    ]
    ahead = _("“%(name)s” (%(day)s) is still to come.")
    return wrong + [ahead % {"name": name, "day": day} for name, day in known if day > today]


def refuse_disorder(verb: str, *days: Named, today: date) -> None:
    """Raises StepRefused when the days of a step do not follow each other."""
    if wrong := order_of(*days, today=today):
        raise StepRefused(verb, wrong)


def label_of(model: type[Model], name: str) -> str:
    """What a column is called."""
    field = model._meta.get_field(name)
    assert isinstance(field, Field)
    return str(field.verbose_name)


def days_follow_each_other(case: DisputeCase, act: Act) -> str:
    names = ("received_on", "accepted_on", "assigned_on", "closed_on", "closed_out_on", "archived_on")
    days = [(label_of(type(case), name), getattr(case, name)) for name in names]
    return " ".join(order_of(*days, today=act.today))


# Acceptance (Mediation and Arbitration Law arts 2 and 12)


def handled_in_own_area(case: DisputeCase, act: Act) -> str:
    if act.by.path and case.scope.startswith(act.by.path):
        return ""
    return _("An application is taken for the own organisation or one below it.")


def sides_are_named(case: DisputeCase, act: Act) -> str:
    roles = {party.role for party in case.parties.all()}
    return "" if {"applicant", "respondent"} <= roles else _("Applicant and respondent must be named.")


def within_legal_scope(case: DisputeCase, act: Act) -> str:
    """Contributions that were not paid are collected, not mediated; help and benefits are no dispute at all."""
    if case.category.group == "none":
        return _("“%(category)s” is not a labour dispute.") % {"category": case.category}
    claimed = {claim.category_id for claim in case.claims.all()} or {case.category_id}
    if claimed <= set(policy("supervision_only_categories", case, act.today)):
        return _("Unpaid social insurance alone is a matter for supervision or inspection, not for mediation.")
    return ""


def not_pending_elsewhere(case: DisputeCase, act: Act) -> str:
    if not case.pending_elsewhere or case.is_from_court:
        return ""
    return _("Arbitration or a court has decided the dispute or is dealing with it.")


def both_sides_are_willing(case: DisputeCase, act: Act) -> str:
    if case.both_sides_willing:
        return ""
    return _("Mediation is voluntary: when one side refuses, the application is not accepted.")


def supplement_time_is_over(case: DisputeCase, act: Act) -> str:
    limit = due_day(case, "case.supplement_lapse")
    return "" if limit and act.today > limit else _("The papers may still be supplied until %(day)s.") % {"day": limit}


# The mediator


def a_mediator_can_be_named(case: DisputeCase, act: Act) -> str:
    if mediators_for(case, act.today).exists():
        return ""
    return _("No mediator in service can take this case: none serves this organisation, one above or one below it.")


def mediator_serves(case: DisputeCase, act: Act) -> str:
    mediator = case.mediator
    if mediator and mediator.duty == "mediator" and Officer.objects.serving(act.today).filter(pk=mediator.pk).exists():
        return ""
    return _("A mediator in service must be named.")


def mediator_is_of_this_area(case: DisputeCase, act: Act) -> str:
    """The organisation's own mediator, or one of a union above or below it."""
    path = case.mediator.path if case.mediator else ""
    if path and (case.scope.startswith(path) or path.startswith(case.scope)):
        return ""
    return _("The mediator serves neither this organisation nor one above or below it.")


def mediator_is_certified(case: DisputeCase, act: Act) -> str:
    day = case.assigned_on or act.today
    if case.mediator and case.mediator.certificate_on("mediator", day):
        return ""
    return _("The mediator holds no certificate valid on %(day)s.") % {"day": day}


def mediator_has_room(case: DisputeCase, act: Act) -> str:
    if case.mediator is None:
        return ""
    in_hand = type(case).objects.in_hand_of(case.mediator).exclude(pk=case.pk).count()
    if in_hand < case.mediator.case_limit:
        return ""
    return _("The mediator has %(count)d open cases already, the most allowed.") % {"count": in_hand}


def mediator_was_not_recused(case: DisputeCase, act: Act) -> str:
    if not case.recusals.filter(officer=case.mediator).exists():
        return ""
    return _("This mediator stepped back from the case: a ground of recusal is recorded.")


# Agreement and performance (Mediation and Arbitration Law art. 14)


def everybody_signed(case: DisputeCase, act: Act) -> str:
    """A court's assignment ends with the parties' signatures; otherwise mediator and seal are needed as well."""
    agreement = case.agreement
    if case.origin == "court_assigned" or (agreement.mediator_signed_on and agreement.seal_on):
        return ""
    return _("The mediator's signature and the seal of the organisation are needed.")


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


def papers_are_there(case: DisputeCase, act: Act) -> str:
    return "" if case.attachments.exists() else _("The file holds no papers yet. Please add them first.")
