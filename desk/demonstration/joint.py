"""A joint matter of the newest kind: one authority has answered, one asks back, one is waited for with a package, and
one has got a link by mail.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from desk.demonstration import texts
from desk.demonstration.partners import carry, details
from desk.demonstration.timeline import Story
from desk.demonstration.world import Place, World
from disputes.models import DisputeCase
from organizations.models import Authority, Duty
from referrals import actions
from referrals.actions.joint import open_joint
from referrals.models import AuthorityReach, JointMatter, Referral, ReferralKind

KINDS = ("hr_joint_mediation", "support_suing", "legal_aid", "court_lead")
KEY = "0123456789abcdef" * 4  # of invented packages


def joint_matter(world: World, place: Place, at: datetime) -> Story:
    """Begun from a case that is being mediated."""
    yield at
    case = DisputeCase.objects.filter(org=place.org, state="mediating").order_by("-pk").first()
    if case is None:
        return
    reach(place)
    joint = opened(world, place, case, at)
    director = place.first(Duty.COMMITTEE_DIRECTOR)
    seats = {seat.referral.kind_id: seat.referral for seat in joint.seats.select_related("referral")}
    at = place.hours.later(at, 0, 1)
    yield at
    for referral in seats.values():
        complete(world, referral, at)
        carry(actions.approve(referral, by=director, at=at), at)
    at = place.hours.later(at, 1, 2)
    yield at
    yield from answers(world, place, seats, at)


def complete(world: World, referral: Referral, at: datetime) -> None:
    """What the kind needs, entered on the draft."""
    kind = referral.kind
    content = {name: getattr(referral, name) for name in ("subject", "facts", "request", "consent_on")}
    needed = {"details": details(kind, at), "enclosed": [code for code, _label in kind.required_papers]}
    papers = world.paper if kind.required_papers else []
    actions.edit(referral, by=referral.owner, at=at, legal_ground=kind.grounds[0], papers=papers, **content, **needed)


def reach(place: Place) -> None:
    """One office without a network, and one that has nobody here yet and is written to."""
    ways: dict[str, dict[str, Any]] = {
        Authority.Kind.JUSTICE: {"channel": "package", "package_key": KEY},
        Authority.Kind.COURT: {"channel": "email", "email": "court@example.cn"},
    }
    for kind, row in ways.items():
        if office := Authority.objects.in_charge(kind, place.org.region):
            AuthorityReach.objects.get_or_create(authority=office, defaults=row)


def opened(world: World, place: Place, case: DisputeCase, at: datetime) -> JointMatter:
    words = texts.table("words")["joint"]
    request = texts.phrase("referral_requests", world.random)
    seats = [{"kind": ReferralKind.objects.get(pk=kind), "request": request} for kind in KINDS]
    return open_joint(
        by=place.first(Duty.LIAISON),
        at=at,
        case=case,
        subject=words["subject"].format(place=place.org.region.name),
        facts=texts.phrase("referral_facts", world.random),
        consent_on=timezone.localdate(at),
        seats=seats,
    )


def answers(world: World, place: Place, seats: dict[str, Referral], at: datetime) -> Story:
    """The HR office answers, the procuratorate asks."""
    today, words = timezone.localdate(at), texts.table("words")["joint"]
    for kind in KINDS[:2]:
        seats[kind].refresh_from_db()
    hr, suing = (seats[kind] for kind in KINDS[:2])
    by = world.partners.get(hr.authority_id, place.first(Duty.LIAISON))
    hr = actions.acknowledge(hr, by=by, at=at, acked_on=today)
    hr = actions.accept(hr, by=by, at=at, decided_on=today, external_no=words["number"].format(year=today.year))
    prosecutor = world.partners.get(suing.authority_id, place.first(Duty.LIAISON))
    suing = actions.acknowledge(suing, by=prosecutor, at=at, acked_on=today)
    actions.ask(suing, by=prosecutor, at=at, text=words["question"])
    at = place.hours.later(at, 2, 3)
    yield at
    result = {"result": hr.kind.outcomes[0][0], "result_on": timezone.localdate(at), "result_text": words["result"]}
    actions.complete(hr, by=by, at=at, **result)
