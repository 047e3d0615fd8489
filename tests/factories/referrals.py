"""Referrals, made by the verbs that make them in the office."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from casework.models import Blob
from organizations.models import Authority, Duty, Officer
from referrals import actions
from referrals.models import Referral, ReferralKind
from tests.factories.organizations import AuthorityOfficerFactory, OfficerFactory

WORDS = {
    "subject": "拖欠工资联合处理",
    "facts": "用人单位拖欠三名职工两个月工资,多次协商未果。",
    "request": "请派员参加联合调解。",
    "legal_ground": Referral.LegalGround.CONSENT,
    "consent_on": dt.date(2023, 1, 5),
}
# Of each kind what has to be told besides, as simply as possible.
TOLD = {"day": "2099-12-31", "number": "3", "money": "12000.00", "text": "2024年1月至6月", "long": "详见附件材料。"}
# Each state and the one before it on the shortest way there.
BEFORE = {
    "queued": "draft",
    "sent": "queued",
    "send_failed": "queued",
    "acknowledged": "sent",
    "accepted": "acknowledged",
    "returned": "sent",
    "completed": "accepted",
    "closed": "completed",
    "recalled": "draft",
}


def officer(duty: str, region: str = "532923") -> Officer:
    """Somebody in that duty: the one there is, or a new one."""
    found = Officer.objects.filter(duty=duty, org__region=region).first()
    return found or OfficerFactory(duty=duty, region=region)


def partner(authority: Authority) -> Officer:
    found = Officer.objects.filter(duty=Duty.AUTHORITY_OFFICER, authority=authority).first()
    return found or AuthorityOfficerFactory(kind=authority.kind, region=authority.region_id)


def make_referral(
    source: Any,
    state: str = "draft",
    *,
    kind: str = "hr_joint_mediation",
    at: dt.datetime | None = None,
    by: Officer | None = None,
    **more: Any,
) -> Referral:
    """A referral of a case, order or document, brought to `state`."""
    at = at or timezone.now()
    name = {"DisputeCase": "case", "WorkOrder": "order", "SupervisionDocument": "document"}[type(source).__name__]
    liaison = by or officer("liaison", source.org.region_id)
    of_kind = ReferralKind.objects.get(pk=kind)
    content = {"legal_ground": of_kind.grounds[0], "details": details_of(of_kind), **papers_of(of_kind), **more}
    referral = actions.refer(by=liaison, at=at, kind=of_kind, **{name: source}, **{**WORDS, **content})
    return brought_to(referral, state, at=at)


def papers_of(kind: ReferralKind) -> dict[str, Any]:
    """The papers a kind needs, marked as enclosed, in one scan."""
    if not kind.required_papers:
        return {}
    scan, _new = Blob.objects.get_or_create(sha256="5" * 64, size=10, content_type="application/pdf")
    return {"enclosed": [code for code, _label in kind.required_papers], "papers": [("材料.pdf", scan)]}


def details_of(kind: ReferralKind) -> dict[str, str]:
    """What a referral of the kind has to tell before it goes out."""
    return {f["code"]: f["choices"][0][0] if f["choices"] else TOLD[f["type"]] for f in kind.fields if f["required"]}


def brought_to(referral: Referral, state: str, *, at: dt.datetime) -> Referral:
    if referral.state == state:
        return referral
    referral = brought_to(referral, BEFORE[state], at=at) if state in BEFORE else referral
    return STEPS[state](referral, at)


def approve(referral: Referral, at: dt.datetime) -> Referral:
    return actions.approve(referral, by=officer("committee_director", referral.org.region_id), at=at)


def acknowledge(referral: Referral, at: dt.datetime) -> Referral:
    return actions.acknowledge(referral, by=partner(referral.authority), at=at, acked_on=timezone.localdate(at))


def accept(referral: Referral, at: dt.datetime) -> Referral:
    by, day = partner(referral.authority), timezone.localdate(at)
    return actions.accept(referral, by=by, at=at, decided_on=day, external_no="祥人社调2024-7")


def send_back(referral: Referral, at: dt.datetime) -> Referral:
    by = partner(referral.authority)
    return actions.return_referral(
        referral, by=by, at=at, returned_code="not_in_charge", returned_reason="不属本局管辖"
    )


def complete(referral: Referral, at: dt.datetime) -> Referral:
    by, (code, _label) = partner(referral.authority), referral.kind.outcomes[0]
    return actions.complete(referral, by=by, at=at, result=code, result_on=timezone.localdate(at))


def record(referral: Referral, at: dt.datetime) -> Referral:
    by = officer("liaison", referral.org.region_id)
    return actions.record_result(referral, by=by, at=at, told_on=timezone.localdate(at))


def give_up(referral: Referral, at: dt.datetime) -> Referral:
    """As after ten days of failing."""
    delivery = referral.deliveries.get()
    actions.park(delivery, at=at)
    referral.refresh_from_db()
    return referral


def recall(referral: Referral, at: dt.datetime) -> Referral:
    return actions.recall(
        referral, by=officer("committee_director", referral.org.region_id), at=at, reason="当事人撤回"
    )


STEPS = {
    "queued": approve,
    "sent": lambda referral, at: actions.deliver_at_once(referral, at=at),
    "send_failed": give_up,
    "acknowledged": acknowledge,
    "accepted": accept,
    "returned": send_back,
    "completed": complete,
    "closed": record,
    "recalled": recall,
}
