"""Acceptance (Mediation and Arbitration Law arts 2 and 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.deadlines import due_day, policy
from disputes.models.choices import Exclusion

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase


def handled_in_own_area(case: DisputeCase, act: Act) -> str:
    if act.by.path and case.scope.startswith(act.by.path):
        return ""
    return _("An application is taken for the own organisation or one below it.")


def sides_are_named(case: DisputeCase, act: Act) -> str:
    roles = {party.role for party in case.parties.all() if not party.ended_on}
    return "" if {"applicant", "respondent"} <= roles else _("Applicant and respondent must be named.")


def ground_is_named_by_law(case: DisputeCase, act: Act) -> str:
    """Art. 2 of the law; a platform worker without labour relation is mediated as in a civil dispute."""
    if case.legal_ground != case.LegalGround.NONE:
        return ""
    return _("The matter is none of those named in the Mediation and Arbitration Law art. 2.")


EXCLUDED_BY = {
    Exclusion.INSURANCE_BENEFITS: gettext_lazy("art. 2 (1)"),
    Exclusion.HOUSING_REFORM: gettext_lazy("art. 2 (2)"),
    Exclusion.MEDICAL_FINDING: gettext_lazy("art. 2 (3)"),
    Exclusion.DOMESTIC_WORKER: gettext_lazy("art. 2 (4)"),
    Exclusion.CRAFTSMAN: gettext_lazy("art. 2 (5)"),
    Exclusion.FARMING: gettext_lazy("art. 2 (6)"),
}


def not_excluded(case: DisputeCase, act: Act) -> str:
    if not case.exclusion:
        return ""
    words = _("“%(exclusion)s” is no labour dispute (Supreme Court interpretation (1) on labour disputes %(article)s).")
    return words % {
        "exclusion": case.get_exclusion_display(),
        "article": EXCLUDED_BY[Exclusion(case.exclusion)],
    }


def within_legal_scope(case: DisputeCase, act: Act) -> str:
    """Contributions that were not paid are collected, not mediated; help and benefits are no dispute at all."""
    if case.category.group == "none":
        return _("“%(category)s” is not a labour dispute.") % {"category": case.category}
    claimed = {claim.category_id for claim in case.claims.all()} or {case.category_id}
    if claimed <= set(policy("supervision_only_categories", case, act.today)):
        return _(
            "Unpaid social insurance alone is a matter for supervision or inspection, not for mediation "
            "(Supreme Court interpretation (1) on labour disputes art. 1 (5))."
        )
    return ""


def in_own_region_or_assigned(case: DisputeCase, act: Act) -> str:
    """The place of work decides, unless a court or the HR office sent the case here."""
    assigned = case.is_from_court or case.origin == case.Origin.HR
    region, place = case.org.region, case.work_region
    if assigned or place is None or region is None or region.code in place.lineage:
        return ""
    return _("The place of work is %(place)s: the mediation organisation there is in charge.") % {"place": place}


def papers_were_not_asked_for(case: DisputeCase, act: Act) -> str:
    """One list: a second one would stop the clock again."""
    if not case.supplement_requests.exists():
        return ""
    return _("Missing papers are asked for once, all together; that has been done.")


def not_pending_elsewhere(case: DisputeCase, act: Act) -> str:
    if not case.pending_elsewhere or case.is_from_court:
        return ""
    return _(
        "Arbitration or a court has decided the dispute or is dealing with it; "
        "it is mediated only when that body assigned it."
    )


def both_sides_are_willing(case: DisputeCase, act: Act) -> str:
    if case.both_sides_willing:
        return ""
    return _(
        "Mediation is voluntary: when one side refuses, the application is not accepted and the other is told in "
        "writing (Rules on the mediation of enterprise labour disputes art. 22)."
    )


def supplement_time_is_over(case: DisputeCase, act: Act) -> str:
    limit = due_day(case, "case.supplement_lapse")
    return "" if limit and act.today > limit else _("The papers may still be supplied until %(day)s.") % {"day": limit}
