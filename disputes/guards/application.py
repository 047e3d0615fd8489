"""Acceptance (Mediation and Arbitration Law arts 2 and 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from casework.deadlines import due_day, policy

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase


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
