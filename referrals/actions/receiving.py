"""What an authority lays before the union is taken down, once, with its persons sealed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from casework.actions import keep_papers
from casework.errors import Refused
from casework.models import Blob
from casework.numbering import take_number
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Authority, Duty, Officer, UnionOrg
from referrals.actions.delivery import start_clocks
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
    sender = sender_of(kind, by.authority or authority)
    handling = org or by.org or union_of(sender)
    referral = Referral(
        direction=Referral.Direction.INCOMING,
        org=handling,
        scope=handling.path,
        kind=kind,
        authority=sender,
        owner=by if by.org else in_charge_at(handling, at),
        subject=subject,
        facts=facts,
        request=request,
        external_no=external_no,
        sent_at=at,
        sent_on=received_on,
        channel=channel,
        act=ReferralKind.Act.TRANSFER,
        legal_ground=kind.grounds[0],
        legal_basis=kind.basis,
        passed=sealed(applicants, respondents, amount),
        **content,
    )
    refuse_second(referral)
    referral.number = take_number(handling, "incoming_referral", Act(by, at).today)
    referral = WORKFLOW.begin(referral, "receive", by=by, at=at)
    keep_papers(referral, list(papers), by=office_itself(sender) if by.duty == Duty.SYSTEM else by, at=at)
    start_clocks(referral, received_on)
    return referral


def sender_of(kind: ReferralKind, authority: Authority | None) -> Authority:
    """Raises Refused for an authority that sends nothing of this kind."""
    if authority is None or authority.kind != kind.authority_kind or kind not in ReferralKind.objects.incoming():
        raise Refused(_("This authority does not send referrals of this kind."))
    return authority


def sealed(applicants: Rows, respondents: Rows, amount: Decimal | None) -> str:
    """Who they are and what it is about, as the column that encrypts it keeps it."""
    told: dict[str, Any] = {"applicants": list(applicants), "respondents": list(respondents)}
    if amount is not None:
        told["amounts"] = {"claimed": str(amount)}
    return json.dumps(told, ensure_ascii=False)


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
