"""Dispute cases, walked to a state by their own steps. The days are those of a case in Dounan, January 2024."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.models import Category
from disputes import actions
from disputes.dossier.completeness import gaps
from disputes.models import Appointment, DisputeCase, MediatorProfile
from organizations.models import Officer
from tests.factories.organizations import CertificateFactory, OfficerFactory

RECEIVED = dt.date(2024, 1, 8)
MET = dt.date(2024, 1, 15)
AGREED = dt.date(2024, 1, 19)
PAID = dt.date(2024, 1, 30)
RESPONDENT = "云南测试花卉有限公司"


def officer_of(duty: str, region: str = "532923") -> Officer:
    """The officer with this duty in the county, entered when there is none."""
    found = Officer.objects.filter(duty=duty, org__region_id=region, org__kind="federation").order_by("pk").first()
    officer: Officer = found or OfficerFactory(duty=duty, region=region)
    if duty == "mediator" and not officer.certificates.exists():
        CertificateFactory(officer=officer)
    return officer


def application(**changes: Any) -> dict[str, Any]:
    """What is said at the counter: six flower packers want 118,600 yuan."""
    return {
        "received_on": RECEIVED,
        "origin": "walk_in",
        "category": Category.objects.get(pk="0101"),
        "facts": "拖欠三个月工资",
        "applicants": [{"name": "杨测试", "phone": "13800001234", "address": "测试路1号"}],
        "respondents": [{"name": RESPONDENT, "phone": "0872-3120000"}],
        "claims": [{"category": None, "amount": Decimal(118600)}],
        "worker_count": 6,
        **changes,
    }


def plan(amount: Any = 112000, due_on: dt.date = PAID) -> dict[str, Any]:
    """One claim settled for an amount that is paid at once."""
    parts = [{"due_on": due_on, "amount": Decimal(amount)}] if amount else []
    return {"agreed": [{"claim": 1, "amount": Decimal(amount)}], "instalments": parts}


def signatures(day: dt.date = AGREED, **changes: Any) -> dict[str, Any]:
    names = ("applicants_signed_on", "respondents_signed_on", "mediator_signed_on", "seal_on")
    return {**dict.fromkeys(names, day), **changes}


ENDING = {"closed_on": AGREED, "end_reason": "other", "advice": "arbitration", "reason": "双方差距过大"}
STEPS: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "applied": [],
    "awaiting_supplement": [("ask_for_papers", "case_officer", {"missing": "劳动合同", "asked_on": RECEIVED})],
    "declined": [
        (
            "decline",
            "case_officer",
            {"declined_on": RECEIVED, "end_reason": "refusal", "advice": "arbitration", "reason": "单位不愿调解"},
        )
    ],
    "accepted": [("accept", "case_officer", {"accepted_on": RECEIVED})],
}
STEPS["assigned"] = [*STEPS["accepted"], ("assign", "case_officer", {"assigned_on": RECEIVED})]
STEPS["mediating"] = [*STEPS["assigned"], ("hold_meeting", "mediator", {"held_on": MET, "minutes": "双方到场"})]
STEPS["suspended"] = [*STEPS["mediating"], ("suspend", "mediator", {"suspended_on": MET, "reason": "等待鉴定"})]
STEPS["concluded"] = [*STEPS["mediating"], ("fail", "mediator", ENDING)]
STEPS["performing"] = [*STEPS["mediating"], ("agree", "mediator", {"terms": "一次付清", **signatures(), **plan()})]
CLOSING = ("close_out", "case_officer", {"closed_out_on": PAID, "callback": "satisfied"})
STEPS["closed_out"] = [*STEPS["concluded"], CLOSING]
STEPS["archived"] = [*STEPS["closed_out"], ("archive", "archivist", {"archived_on": PAID})]


def CaseFactory(
    state: str = "applied", *, region: str = "532923", when: dt.datetime | None = None, **changes: Any
) -> DisputeCase:
    """A case in the state, opened and moved by officers of the county. `mediator=` names the mediator."""
    when = when or timezone.now()
    mediator = changes.pop("mediator", None)
    case = actions.apply(by=officer_of("case_officer", region), at=when, **application(**changes))
    for verb, duty, given in STEPS[state]:
        typed = dict(given)
        if verb == "assign":
            typed["mediator"] = mediator or officer_of("mediator", region)
        if verb == "archive":
            complete(case)
        by = case.mediator if duty == "mediator" else officer_of(duty, region)
        case = getattr(actions, verb)(case, by=by, at=when, **typed)
    return case


def paper(case: DisputeCase, place: str = "") -> None:
    """A paper in the file."""
    from casework.models import Blob

    blob, _new = Blob.objects.get_or_create(sha256="0" * 64, defaults={"size": 1, "content_type": "application/pdf"})
    case.attachments.create(
        blob=blob, title="申请书.pdf", place=place, by=officer_of("case_officer"), at=timezone.now()
    )


def complete(case: DisputeCase) -> None:
    """Every paper the file must hold before it is archived."""
    for gap in gaps(case, timezone.localdate()):
        paper(case, place=gap.place)


def noon(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))


def appointed(case: DisputeCase, day: dt.date = MET, hour: int = 9, **changes: Any) -> Appointment:
    """A meeting of the case that is ahead, of ninety minutes."""
    typed = {"meet_on": day, "meet_at": dt.time(hour, 30), "minutes": 90, "manner": "on_site", "place": "调解室"}
    assert case.mediator
    actions.propose_meeting(case, by=case.mediator, at=noon(day), **{**typed, **changes})
    found: Appointment = case.appointments.latest("pk")
    return found


def ProfileFactory(officer: Officer, **changes: Any) -> MediatorProfile:
    """An entry of the roster with a long term."""
    term = {"appointed_on": dt.date(2020, 1, 1), "valid_until": dt.date(2099, 12, 31)}
    return MediatorProfile.objects.create(officer=officer, **{**term, **changes})
