"""What an authority sends to the union: received, signed for, made a case, answered."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

import disputes.actions
from casework import deadlines
from casework.actions import keep_papers
from casework.errors import Refused
from casework.models import Blob, Category
from casework.numbering import take_number
from casework.transactions import one_transaction
from casework.workflow import Act
from disputes.models import DisputeCase
from disputes.models.choices import Place
from organizations.models import Authority, Duty, Officer, UnionOrg
from referrals.actions.delivery import start_clocks
from referrals.actions.replies import tell_sender
from referrals.models import Referral, ReferralKind
from referrals.offices import office_itself
from referrals.workflow import WORKFLOW

Papers = Sequence[tuple[str, Blob]]
Rows = Sequence[dict[str, Any]]


@one_transaction
def receive(
    *,
    by: Officer,
    at: datetime,
    kind: ReferralKind,
    received_on: date,
    external_no: str,
    subject: str,
    facts: str,
    request: str = "",
    authority: Authority | None = None,
    org: UnionOrg | None = None,
    applicants: Rows = (),
    respondents: Rows = (),
    amount: Decimal | None = None,
    channel: str = Referral.Channel.DESK,
    papers: Papers = (),
    **content: Any,
) -> Referral:
    """Take down what an authority lays before the union: an assignment of a court, a matter of the HR office.

    An officer of the authority enters it for the own authority, an officer of the union for one without a desk here.
    The periods run from `received_on`; the same number of the same authority is taken down once. Persons are sealed.
    Raises Refused, WrongDuty.
    """
    sender = by.authority or authority
    if sender is None or sender.kind != kind.authority_kind or kind not in ReferralKind.objects.incoming():
        raise Refused(_("This authority does not send referrals of this kind."))
    handling = org or by.org or union_of(sender)
    persons = {"applicants": list(applicants), "respondents": list(respondents)}
    told = {**persons, **({"amounts": {"claimed": str(amount)}} if amount is not None else {})}
    referral = Referral(
        direction=Referral.Direction.INCOMING, org=handling, scope=handling.path, kind=kind, authority=sender,
        owner=by if by.org else in_charge_at(handling, at), subject=subject, facts=facts, request=request,
        external_no=external_no, sent_at=at, sent_on=received_on, channel=channel, act=ReferralKind.Act.TRANSFER,
        legal_ground=kind.grounds[0], legal_basis=kind.basis, passed=json.dumps(told, ensure_ascii=False), **content,
    )  # fmt: skip
    refuse_second(referral)
    referral.number = take_number(handling, "incoming_referral", Act(by, at).today)
    referral = WORKFLOW.begin(referral, "receive", by=by, at=at)
    keep_papers(referral, list(papers), by=office_itself(sender) if by.duty == Duty.SYSTEM else by, at=at)
    start_clocks(referral, received_on)
    return referral


def refuse_second(referral: Referral) -> None:
    """The authority's own number says that it is the same matter; what was withdrawn or sent back may come again."""
    known = Referral.objects.received_as(referral.authority, referral.kind, referral.external_no).first()
    if known:
        raise Refused(_("This matter was received already, under %(number)s.") % {"number": known.number})


def union_of(authority: Authority) -> UnionOrg:
    """The federation of the authority's division. Raises Refused."""
    found = UnionOrg.objects.filter(kind=UnionOrg.Kind.FEDERATION, region=authority.region).first()
    if found is None:
        raise Refused(_("There is no union in the division of this authority."))
    return found


def in_charge_at(org: UnionOrg, at: datetime) -> Officer:
    """Who minds what comes in: a liaison officer in service, else the system until somebody signs."""
    serving = Officer.objects.serving(Act(Officer.objects.system(), at).today).filter(org=org, duty=Duty.LIAISON)
    return serving.order_by("pk").first() or Officer.objects.system()


@one_transaction
def sign_in(referral: Referral, *, by: Officer, at: datetime, acked_on: date) -> Referral:
    """A person of the union has it. That is a receipt, not yet a decision; the sender is told."""
    referral = WORKFLOW.advance(referral, "sign_in", by=by, at=at, acked_on=acked_on)
    signed(referral, by=by, at=at, on=acked_on)
    return referral


def signed(referral: Referral, *, by: Officer, at: datetime, on: date) -> None:
    deadlines.meet(referral, referral.ack_rule, on)
    tell_sender(referral, "received", at=at, acked_on=on)


@one_transaction
def open_case(
    referral: Referral, *, by: Officer, at: datetime, category: Category, worker_count: int | None = None
) -> Referral:
    """Make a dispute case of it, with the parties, the facts and the papers that came. It is signed for by that.

    The case counts from the day the union received the matter; deciding on it answers the sender. Raises Refused.
    """
    today = Act(by, at).today
    referral = WORKFLOW.hold(referral, "open_case", by=by, at=at)
    unsigned, came = referral.acked_on is None, referral.passed_data
    if not (came.get("applicants") and came.get("respondents")):
        raise Refused(_("Applicant and respondent were not named by the sender. Please enter the case by hand."))
    if known := DisputeCase.objects.filter(org=referral.org, external_no=referral.external_no).first():
        raise Refused(_("A case with this number is there already: %(case)s.") % {"case": known})
    case = disputes.actions.apply(
        by=by,
        at=at,
        org=referral.org,
        received_on=referral.sent_on or today,
        origin=referral.kind.origin,
        procedure=referral.details.get("procedure", ""),
        external_no=referral.external_no,
        category=category,
        facts=referral.facts,
        applicants=came["applicants"],
        respondents=came["respondents"],
        claims=[{"category": None, "claimant": "", "amount": came.get("amounts", {}).get("claimed") or 0}],
        worker_count=worker_count,
    )
    signing: dict[str, Any] = {"acked_on": today} if unsigned else {}
    referral = WORKFLOW.advance(referral, "open_case", by=by, at=at, case=case, **signing)
    papers = [(paper.title, paper.blob) for paper in referral.attachments.select_related("blob")]
    keep_papers(case, papers, by=by, at=at, place=Place.EVIDENCE)
    if unsigned:
        signed(referral, by=by, at=at, on=today)
    return referral


@one_transaction
def take_on(referral: Referral, *, by: Officer, at: datetime, decided_on: date, decision: str = "") -> Referral:
    """The union takes it on; the period for the result begins, and the sender is told."""
    referral = WORKFLOW.advance(referral, "take_on", by=by, at=at, decided_on=decided_on, decision=decision)
    kind = referral.kind
    deadlines.meet(referral, referral.ack_rule, decided_on)
    if kind.decision_rule:
        deadlines.meet(referral, kind.decision_rule, decided_on)
    if kind.result_from == ReferralKind.Start.ACCEPTED:
        deadlines.start(referral, referral.result_rule, decided_on)
    if kind.taken_on_rule:
        deadlines.start(referral, kind.taken_on_rule, decided_on)
    number = referral.case.number if referral.case else referral.number
    tell_sender(referral, "accepted", at=at, decided_on=decided_on, union_no=number, decision=decision)
    return referral


@one_transaction
def ask_other_side(referral: Referral, *, by: Officer, at: datetime, asked_on: date) -> Referral:
    """The other side was asked whether it wants to be mediated (online mediation rules, art. 15)."""
    referral = WORKFLOW.advance(referral, "ask_other_side", by=by, at=at)
    deadlines.meet(referral, referral.kind.taken_on_rule, asked_on)
    return referral


@one_transaction
def answer(
    referral: Referral,
    *,
    by: Officer,
    at: datetime,
    result: str,
    result_on: date,
    result_text: str = "",
    papers: Papers = (),
) -> Referral:
    """How it ended, with the papers: an agreement in copy, or the file that goes back (invited mediation, 19, 21)."""
    changes: dict[str, Any] = {"result": result, "result_on": result_on, "result_text": result_text}
    referral = WORKFLOW.advance(referral, "answer", by=by, at=at, **changes)
    keep_papers(referral, list(papers), by=by, at=at)
    deadlines.meet_all(referral, result_on)
    told = {"result": result, "result_label": referral.result_label, "result_on": result_on, "result_text": result_text}
    tell_sender(referral, "result", at=at, papers=True, **told)
    return referral


@one_transaction
def send_back(
    referral: Referral, *, by: Officer, at: datetime, returned_code: str, returned_reason: str = ""
) -> Referral:
    """Not for the union, or not complete: back to the sender with the reason."""
    changes: dict[str, Any] = {"returned_code": returned_code, "returned_reason": returned_reason}
    referral = WORKFLOW.advance(referral, "send_back", by=by, at=at, **changes)
    deadlines.meet_all(referral, Act(by, at).today)
    label = referral.get_returned_code_display()
    tell_sender(referral, "returned", at=at, code=returned_code, code_label=label, reason=returned_reason)
    return referral


@one_transaction
def hand_back(referral: Referral, *, by: Officer, at: datetime, handed_on: date) -> Referral:
    """The sender holds the answer: nothing is left to do here."""
    return WORKFLOW.advance(referral, "hand_back", by=by, at=at, closed_on=handed_on)


@one_transaction
def take_back(referral: Referral, *, by: Officer, at: datetime, reason: str) -> Referral:
    """The sender wants it no more. A case opened from it stays until its own officer ends it."""
    referral = WORKFLOW.advance(referral, "take_back", by=by, at=at, note=reason)
    deadlines.meet_all(referral, Act(by, at).today)
    return referral
