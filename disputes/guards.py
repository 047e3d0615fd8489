"""Why a step on a case may be refused, in words for the officer."""

from __future__ import annotations

from django.utils.translation import gettext as _

from casework.workflow import Act
from disputes.models import DisputeCase, MediationAgreement


def both_sides_named(case: DisputeCase, act: Act) -> str:
    roles = {party.role for party in case.parties.all()}
    return "" if {"applicant", "respondent"} <= roles else _("Name the applicant and the respondent first.")


def within_legal_scope(case: DisputeCase, act: Act) -> str:
    """Only what art. 2 of the law names is mediated; platform work may be mediated as a civil matter."""
    if case.category.group == "none":
        return _("This category is not a labour dispute. Refuse the application and tell the other routes.")
    return ""


def mediator_present(case: DisputeCase, act: Act) -> str:
    return "" if case.mediator else _("Assign a mediator first.")


def mediator_is_certified(case: DisputeCase, act: Act) -> str:
    if case.mediator and case.mediator.certificate_on("mediator", act.today):
        return ""
    return _("The mediator has no valid certificate today.")


def mediator_serves_here(case: DisputeCase, act: Act) -> str:
    mediator = case.mediator
    if mediator and mediator.org and case.scope.startswith(mediator.org.path):
        return ""
    return _("The mediator does not serve this organisation.")


def mediator_has_room(case: DisputeCase, act: Act) -> str:
    if case.mediator is None:
        return ""
    running = DisputeCase.objects.unfinished().filter(mediator=case.mediator).exclude(pk=case.pk).count()
    if running < case.mediator.case_limit:
        return ""
    return _("The mediator already has %(count)d open cases, the most allowed.") % {"count": running}


def mediator_is_not_recused(case: DisputeCase, act: Act) -> str:
    if case.recusals.filter(mediator=case.mediator).exists():
        return _("This mediator was recused in this case.")
    return ""


def a_meeting_was_held(case: DisputeCase, act: Act) -> str:
    return "" if case.meetings.exists() else _("Hold a meeting first.")


def everybody_signed(case: DisputeCase, act: Act) -> str:
    """The agreement takes effect with both parties', the mediator's signature and the seal (art. 14)."""
    agreement = MediationAgreement.objects.filter(case=case).first()
    if agreement is None:
        return _("The agreement is missing.")
    if agreement.effective_on > act.today:
        return _("A signature or the seal is dated later than today.")
    return ""


def instalments_make_the_sum(case: DisputeCase, act: Act) -> str:
    planned = sum(part.amount for part in case.instalments.all())
    if planned == (case.amount_agreed or 0):
        return ""
    words = {"planned": planned, "agreed": case.amount_agreed}
    return _("The instalments come to %(planned)s yuan, the agreed amount is %(agreed)s yuan.") % words


def something_is_left_to_pay(case: DisputeCase, act: Act) -> str:
    return "" if case.amount_paid < (case.amount_agreed or 0) else _("Everything agreed has been paid.")


def nothing_is_left_to_pay(case: DisputeCase, act: Act) -> str:
    if case.outcome in {"agreed", "reconciled"} and case.amount_paid < (case.amount_agreed or 0):
        return _("%(amount)s yuan are still to be paid.") % {"amount": (case.amount_agreed or 0) - case.amount_paid}
    return ""


def not_paid_too_much(case: DisputeCase, act: Act) -> str:
    if case.amount_paid > (case.amount_agreed or 0):
        return _("More than the agreed amount would be paid.")
    return ""


def before_the_last_day(case: DisputeCase, act: Act) -> str:
    """More time is agreed before the period ends, not afterwards."""
    if case.due_on and case.due_on < act.today:
        return _("The period has already ended. More time can only be agreed before its last day.")
    return ""


def an_agreement_exists(case: DisputeCase, act: Act) -> str:
    return "" if case.outcome in {"agreed", "reconciled"} else _("There is no agreement to perform.")
