"""Reasons to refuse a step on a referral; "" lets it pass."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from casework.workflow import Act
from organizations.models import Duty, Officer
from referrals.models import Referral

IDENTITY_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?![\dXx])")


def complete(referral: Referral, act: Act) -> str:
    if referral.subject.strip() and referral.facts.strip() and referral.request.strip():
        return ""
    return _("Subject, facts and what is asked have to be filled in.")


def ground_recorded(referral: Referral, act: Act) -> str:
    """Personal data go to another body only with a recorded ground (Personal Information Protection Law art. 13)."""
    return "" if referral.legal_ground else _("The ground for passing personal data on is not recorded.")


def data_minimised(referral: Referral, act: Act) -> str:
    """No more than the purpose needs (Personal Information Protection Law art. 6): identity numbers in papers only."""
    if any(IDENTITY_NUMBER.search(text) for text in (referral.subject, referral.facts, referral.request)):
        return _("The text contains an identity number. Please take it out; where it is needed, add it as a paper.")
    return ""


def papers_go_with_it(referral: Referral, act: Act) -> str:
    if referral.kind.needs_papers and not referral.attachments.exists():
        return _("This kind of referral needs papers, such as the agreement. Please add them.")
    return ""


def in_service(referral: Referral, act: Act) -> str:
    return "" if referral.authority.active else _("This authority is no longer in service. Please choose another.")


def another_person(referral: Referral, act: Act) -> str:
    same = referral.owner.user_id == act.by.user_id
    return _("Whoever drafted the referral does not approve it.") if same else ""


def approval_waived(referral: Referral, act: Act) -> str:
    if referral.kind.needs_approval:
        return _("A referral of this kind is approved by the committee director or the signatory.")
    return ""


def authority_answers(referral: Referral, act: Act) -> str:
    """The authority answers itself; for one without a desk here the liaison officer enters the answer."""
    if act.by.duty != Duty.LIAISON or referral.on_paper:
        return ""
    staffed = Officer.objects.serving(act.today).filter(authority=referral.authority_id).exists()
    return _("The authority answers on its own desk.") if staffed else ""


def own_turn(referral: Referral, act: Act) -> str:
    """What was approved goes out unchanged; afterwards only the answering side adds papers."""
    if referral.state != Referral.State.DRAFT:
        if act.by.duty == Duty.CASE_OFFICER:
            return _("What was sent stays as it was approved.")
        return authority_answers(referral, act)
    return ""


def holds_others_back(referral: Referral, act: Act) -> str:
    """Messages of one file arrive in their order; whether one may be left out is for a person to say."""
    if referral.deliveries.parked().filter(passed_at=None).exists():
        return ""
    return _("Later messages of this file may already go.")
