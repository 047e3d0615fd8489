"""Reasons to refuse a step because of the matter behind it: an interest, a decision, letters that wait or do not."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from casework.workflow import Act
from supervision.guards import no_earlier_document
from supervision.kinds import KINDS
from supervision.models import SupervisionDocument, SupervisionMatter

DECIDE = "supervision.decline_notice"
Kind = SupervisionDocument.Kind


def free_of_interest(file: Any, act: Act) -> str:
    """Whoever has an interest, own or of a near relative, withdraws (Zhejiang supervision regulation art. 13)."""
    matter = file if isinstance(file, SupervisionMatter) else file.matter
    if act.by.user_id not in matter.recused:
        return ""
    return _("You have withdrawn from this matter because of an interest. Somebody else has to take this step.")


def decision_is_pending(matter: SupervisionMatter, act: Act) -> str:
    """A complaint is accepted or declined once; drafting or investigating accepts it too."""
    if matter.deadlines.running().of_rule(DECIDE).exists():
        return ""
    return _("There is no complaint to decide on.")


def county_has_to_recommend(matter: SupervisionMatter, act: Act) -> str:
    """Unions below county level ask for what they may not issue (Zhejiang supervision regulation art. 23)."""
    org = act.by.org
    if org and org.pk == matter.org_id and org.level not in KINDS[Kind.RECOMMENDATION].issuer_levels:
        return ""
    return _("This union may recommend by itself.")


def opinion_has_failed(matter: SupervisionMatter, act: Act) -> str:
    failed = matter.documents.filter(kind=Kind.OPINION, state="escalated").exists()
    return "" if failed else no_earlier_document(Kind.OPINION)


def not_asked_yet(matter: SupervisionMatter, act: Act) -> str:
    return _("The county federation has been asked already.") if matter.asked_on else ""


def is_restricted(matter: SupervisionMatter, act: Act) -> str:
    return "" if matter.is_restricted else _("The matter is not restricted.")


def concerns_everybody(matter: SupervisionMatter, act: Act) -> str:
    return _("This matter is about one employer.") if matter.employer_id else ""


def letters_wait_for_signature(matter: SupervisionMatter, act: Act) -> str:
    return waiting(matter, "in_review")


def letters_wait_for_publication(matter: SupervisionMatter, act: Act) -> str:
    return waiting(matter, "approved")


def waiting(matter: SupervisionMatter, state: str) -> str:
    found = matter.documents.filter(audience="public", state=state).exists()
    return "" if found else _("No public letter of this matter waits for that.")
