"""Reasons to refuse a step on a referral; "" lets it pass."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from casework.workflow import Act
from organizations.models import Duty, Officer
from referrals.links import newest
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


def reachable(referral: Referral, act: Act) -> str:
    """The way chosen needs something of the authority that may not be entered yet."""
    reach = getattr(referral.authority, "reach", None)
    if referral.channel == Referral.Channel.EMAIL and not (reach and reach.email):
        return _("No e-mail address is entered for this authority. Please choose another way of delivery.")
    if referral.channel == Referral.Channel.PACKAGE and not (reach and reach.package_key):
        return _("No key for packages is entered for this authority. Please choose another way of delivery.")
    return ""


def carried(referral: Referral, act: Act) -> str:
    """Only what a person takes there is handed over by one; the rest is delivered by the system."""
    return "" if referral.is_carried else _("This referral is delivered by the system.")


def question_open(referral: Referral, act: Act) -> str:
    return "" if referral.questions.unanswered().exists() else _("No question is open.")


def by_link(referral: Referral, act: Act) -> str:
    return "" if referral.channel == Referral.Channel.EMAIL else _("This referral has no link.")


def link_leads(referral: Referral, act: Act) -> str:
    link = newest(referral)
    return "" if link and link.is_open(act.at) else _("There is no link that leads here. Please send a new one.")


def another_person(referral: Referral, act: Act) -> str:
    same = referral.owner.user_id == act.by.user_id
    return _("Whoever drafted the referral does not approve it.") if same else ""


def approval_waived(referral: Referral, act: Act) -> str:
    if referral.kind.needs_approval:
        return _("A referral of this kind is approved by the committee director or the signatory.")
    return ""


def authority_answers(referral: Referral, act: Act) -> str:
    """The authority answers itself; for one without a desk here the liaison officer enters the answer."""
    if act.by.duty != Duty.LIAISON or referral.is_carried:
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
