"""Reasons to refuse a step on a referral; "" lets it pass."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from casework.deadlines import foresee
from casework.workflow import Act
from organizations.models import Duty, Officer
from referrals import sharing
from referrals.links import newest
from referrals.models import Referral, ReferralKind

IDENTITY_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?![\dXx])")


def complete(referral: Referral, act: Act) -> str:
    if referral.subject.strip() and referral.facts.strip() and referral.request.strip():
        return ""
    return _("Subject, facts and what is asked have to be filled in.")


def ground_recorded(referral: Referral, act: Act) -> str:
    """Personal data go to another body only with a recorded ground (Personal Information Protection Law art. 13)."""
    return "" if referral.legal_ground else _("The ground for passing personal data on is not recorded.")


def ground_fits(referral: Referral, act: Act) -> str:
    """Consent is given separately and on a day (art. 23); a ground the kind does not know allows nothing."""
    if not referral.legal_ground:
        return ""
    if referral.legal_ground not in referral.kind.grounds:
        return _("This ground is not one for referrals of this kind. Please choose another.")
    if referral.legal_ground == Referral.LegalGround.CONSENT and not referral.consent_on:
        return _("Please enter the day on which the person concerned agreed that the data are passed on.")
    if referral.legal_ground == Referral.LegalGround.STATUTORY_DUTY and not referral.legal_basis.strip():
        return _("Please name the law that sets the duty.")
    return ""


def data_minimised(referral: Referral, act: Act) -> str:
    """No more than the purpose needs (Personal Information Protection Law art. 6): identity numbers never in text."""
    texts = (referral.subject, referral.facts, referral.request, *map(str, referral.details.values()))
    if any(IDENTITY_NUMBER.search(text) for text in texts):
        return _("The text contains an identity number. Please take it out; where it is needed, add it as a paper.")
    return ""


def only_what_the_kind_allows(referral: Referral, act: Act) -> str:
    chosen = set(referral.shared)
    if beyond := chosen - set(referral.kind.shares):
        labels = "、".join(str(sharing.ITEMS.get(item, item)) for item in sorted(beyond))
        return _("A referral of this kind does not pass on: %(items)s.") % {"items": labels}
    named = chosen & sharing.PERSONAL
    if named and referral.legal_ground == Referral.LegalGround.NOTHING_PERSONAL:
        return _("The ground says that nothing personal is passed on, but personal data are chosen.")
    if named and referral.is_advice:
        return _("Advice is asked for without naming persons. Please take the personal data out.")
    return ""


def details_told(referral: Referral, act: Act) -> str:
    """Everything the kind needs, and no period that has run out already."""
    fields = referral.kind.fields
    missing = [f["label"] for f in fields if f["required"] and referral.details.get(f["code"]) in (None, "")]
    if missing:
        return _("Still to be filled in: %(fields)s.") % {"fields": "、".join(missing)}
    late = [f for f in fields if f["within"] and referral.details.get(f["code"])]
    return next((reason for f in late if (reason := out_of_time(referral, f, act))), "")


def out_of_time(referral: Referral, field: dict[str, Any], act: Act) -> str:
    begun = date.fromisoformat(referral.details[field["code"]])
    _rule, found = foresee(referral.org.region, field["within"], begun)
    if found.due_on >= act.today:
        return ""
    return _("The time for this ended on %(day)s (%(field)s).") % {"day": found.due_on, "field": field["label"]}


def act_is_possible(referral: Referral, act: Act) -> str:
    """A file leaves the union only before mediation has begun, and a supervision document never."""
    if referral.act not in referral.kind.acts:
        return _("This act is not open for referrals of this kind. Please choose another.")
    if referral.act != ReferralKind.Act.TRANSFER:
        return ""
    case = referral.case
    if referral.document_id or (case and case.state != case.State.APPLIED):
        return _("Only an application not yet decided on, or a work order, can be transferred. Refer it and keep it.")
    return ""


def papers_go_with_it(referral: Referral, act: Act) -> str:
    absent = [label for code, label in referral.kind.required_papers if code not in referral.enclosed]
    if absent:
        return _("Papers that belong to it are not marked as enclosed: %(papers)s.") % {"papers": "、".join(absent)}
    if (referral.kind.needs_papers or referral.enclosed) and not referral.attachments.exists():
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


def may_be_prolonged(referral: Referral, act: Act) -> str:
    """Once, and only where a law gives more time."""
    if not referral.kind.extension_rule:
        return _("No law gives more time for referrals of this kind.")
    if referral.deadlines.filter(extensions__isnull=False).exists():
        return _("The time was extended already.")
    return ""


def taken_on(referral: Referral, act: Act) -> str:
    """Advice is given without taking the matter on; everything else is taken on first, under a number."""
    if referral.state == Referral.State.ACKNOWLEDGED and not referral.is_advice:
        return _("It is taken on first, under the authority's number.")
    return ""


def nothing_to_take_on(referral: Referral, act: Act) -> str:
    return _("Only advice is asked for: please answer with it.") if referral.is_advice else ""


def came_in(referral: Referral, act: Act) -> str:
    return "" if referral.is_incoming else _("This was sent by the union: the authority answers it.")


def went_out(referral: Referral, act: Act) -> str:
    return _("This came to the union: it is signed for and answered here.") if referral.is_incoming else ""


def opens_a_case(referral: Referral, act: Act) -> str:
    return "" if referral.kind.origin else _("From a referral of this kind no dispute case is opened.")


def case_not_opened(referral: Referral, act: Act) -> str:
    return _("A dispute case was opened from it already.") if referral.case_id else ""


def case_decides(referral: Referral, act: Act) -> str:
    """Where a case was opened, its acceptance is the answer to the sender; the system passes it on."""
    if act.by.duty == Duty.SYSTEM or not referral.kind.origin:
        return ""
    return _("It is taken on by accepting the dispute case opened from it.")


def case_ended(referral: Referral, act: Act) -> str:
    """The end of the case is the answer; nobody enters another one."""
    if act.by.duty == Duty.SYSTEM or not referral.case_id:
        return ""
    return _("The answer follows from the end of the dispute case. It is sent when the case has ended.")


def case_not_running(referral: Referral, act: Act) -> str:
    if act.by.duty == Duty.SYSTEM or not referral.case_id:
        return ""
    return _("A dispute case was opened from it. Refuse to accept that case: the sender is told then.")


def other_side_not_asked(referral: Referral, act: Act) -> str:
    waits = referral.deadlines.running().of_rule("court.ask_other_side").exists()
    return "" if waits else _("No period for asking the other side runs.")


def own_turn(referral: Referral, act: Act) -> str:
    """What was approved goes out unchanged; afterwards only the answering side adds papers."""
    if referral.is_incoming:
        return ""
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


def notice_given_up(referral: Referral, act: Act) -> str:
    return "" if referral.deliveries.notices_given_up().exists() else _("No notice was given up.")


def other_side_recalled(referral: Referral, act: Act) -> str:
    """The side that did not recall it says once that it knows."""
    ours = act.by.duty == Duty.AUTHORITY_OFFICER
    if referral.is_incoming == ours:
        return _("Your own side recalled it.")
    return _("The recall was noted already.") if referral.closed_on else ""
