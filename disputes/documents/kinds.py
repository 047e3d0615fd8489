"""The documents of a case in one table: from when each can be made, and what it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from disputes.guards.routes import why_not
from disputes.guards.terms import draft_faults
from disputes.models import DisputeCase
from disputes.models.choices import RouteKind

Ready = Callable[[DisputeCase], str]


def at_once(case: DisputeCase) -> str:
    return ""


def once_accepted(case: DisputeCase) -> str:
    return "" if case.accepted_on else _("The case has not been accepted yet.")


def once_declined(case: DisputeCase) -> str:
    refused = case.declined_on or case.outcome == case.Outcome.TRANSFERRED
    return "" if refused else _("The application has not been declined.")


def once_papers_were_asked_for(case: DisputeCase) -> str:
    return "" if case.supplement_requests.exists() else _("No papers have been asked for.")


def once_a_meeting_is_appointed(case: DisputeCase) -> str:
    return "" if case.appointments.pending().exists() else _("No meeting is appointed.")


def once_a_meeting_was_held(case: DisputeCase) -> str:
    return "" if case.meetings.exists() else _("No meeting has been recorded yet.")


def once_agreed(case: DisputeCase) -> str:
    return "" if getattr(case, "agreement", None) else _("There is no agreement yet.")


def once_agreed_or_drafted(case: DisputeCase) -> str:
    """It is printed before it is signed: a draft has to be whole."""
    if getattr(case, "agreement", None):
        return ""
    if getattr(case, "agreement_draft", None) is None:
        return _("There is no agreement yet.")
    return " ".join(draft_faults(case, timezone.localdate()))


def once_review_is_possible(case: DisputeCase) -> str:
    return once_way_is_possible(case, RouteKind.ARBITRAL_REVIEW)


def once_order_is_possible(case: DisputeCase) -> str:
    return once_way_is_possible(case, RouteKind.PAYMENT_ORDER)


def once_enforcement_is_possible(case: DisputeCase) -> str:
    return once_way_is_possible(case, RouteKind.ENFORCEMENT)


def once_way_is_possible(case: DisputeCase, kind: str) -> str:
    """The application of a way that is open today, or was taken."""
    if reason := once_agreed(case):
        return reason
    if any(route.kind == kind for route in case.routes.all()):
        return ""
    return " ".join(why_not(case, kind, timezone.localdate()))


def once_failed(case: DisputeCase) -> str:
    without = {case.Outcome.FAILED, case.Outcome.TERMINATED}
    return "" if case.outcome in without else _("The mediation has not ended without agreement.")


def once_concluded(case: DisputeCase) -> str:
    return "" if case.closed_on else _("The case has not been concluded yet.")


@dataclass(frozen=True)
class CaseDocumentKind:
    """`needs` names what has to be chosen besides the kind: "party" for an addressee, "meeting"."""

    code: str
    label: Any
    ready: Ready
    needs: str = ""

    @property
    def template(self) -> str:
        return f"case.{self.code}"


KINDS = {
    kind.code: kind
    for kind in (
        CaseDocumentKind("application", gettext_lazy("Application for mediation"), at_once),
        CaseDocumentKind("rights_notice", gettext_lazy("Notice of rights and duties"), at_once),
        CaseDocumentKind(
            "supplement_notice", gettext_lazy("Notice of missing papers"), once_papers_were_asked_for, "party"
        ),
        CaseDocumentKind("acceptance_notice", gettext_lazy("Notice of acceptance"), once_accepted, "party"),
        CaseDocumentKind("decline_notice", gettext_lazy("Notice of refusal"), once_declined, "party"),
        CaseDocumentKind("meeting_notice", gettext_lazy("Notice of the meeting"), once_a_meeting_is_appointed, "party"),
        CaseDocumentKind("minutes", gettext_lazy("Mediation record"), once_a_meeting_was_held, "meeting"),
        CaseDocumentKind("agreement", gettext_lazy("Mediation agreement (document)"), once_agreed_or_drafted),
        CaseDocumentKind("certificate", gettext_lazy("Proof of mediation"), once_agreed),
        CaseDocumentKind(
            "confirmation_application", gettext_lazy("Application for judicial confirmation"), once_agreed
        ),
        CaseDocumentKind(
            "review_application", gettext_lazy("Application for arbitral review"), once_review_is_possible
        ),
        CaseDocumentKind(
            "payment_order_application", gettext_lazy("Application for a payment order"), once_order_is_possible
        ),
        CaseDocumentKind(
            "enforcement_application", gettext_lazy("Application for enforcement"), once_enforcement_is_possible
        ),
        CaseDocumentKind("failure_notice", gettext_lazy("Notice of the end without agreement"), once_failed, "party"),
        CaseDocumentKind("closing_report", pgettext_lazy("case", "Closing report"), once_concluded),
        CaseDocumentKind("service_receipt", gettext_lazy("Slip of service"), at_once, "party"),
    )
}
