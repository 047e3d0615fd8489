"""What the court and the HR office of a county lay before its union: each opens a case, whose end is their answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from desk.demonstration import texts
from desk.demonstration.cases import mediation
from desk.demonstration.partners import details
from desk.demonstration.timeline import Story
from desk.demonstration.world import Place, World
from organizations.models import Authority, Duty
from referrals import actions
from referrals.models import ReferralKind

PLACE = "532923"
CATEGORY = "0101"
# How many days ago it came, and as what; the newest ones still wait to be signed for.
CAME = [
    (160, "court_assign"),
    (120, "court_entrust"),
    (75, "hr_joint_mediation"),
    (40, "court_assign"),
    (12, "court_assign"),
    (6, "court_entrust"),
    (1, "hr_joint_mediation"),
    (0, "court_assign"),
]
WAITING_DAYS = 2


def assignments(world: World, place: Place, today: date) -> Iterator[Story]:
    if place.org.region_id == PLACE:
        for n, (days, kind) in enumerate(CAME, 1):
            yield assignment(world, place, kind, today - timedelta(days=days), number=n, waits=days < WAITING_DAYS)


def assignment(world: World, place: Place, kind: str, day: date, *, number: int, waits: bool) -> Story:
    """Entered by the authority's own officer where it has one, and made a case by the union."""
    at = place.hours.on(day)
    yield at
    row, words = ReferralKind.objects.get(pk=kind), texts.table("words")
    authority = Authority.objects.in_charge(row.authority_kind, place.org.region)
    assert authority  # every county has its court and its HR office
    person, firm = texts.person(world.random), texts.company(place.org.region.name, world.random)
    referral = actions.receive(
        by=world.partners.get(authority.pk, place.first(Duty.LIAISON)),
        at=at,
        kind=row,
        authority=authority,
        org=place.org,
        received_on=timezone.localdate(at),
        external_no=words["external"].format(year=at.year, n=9000 + number),
        subject=words["referral_subject"].format(kind=row.label, place=place.org.region.name),
        facts=texts.phrase("referral_facts", world.random),
        details=details(row, at),
        applicants=[{"name": person, "id_number": "", "phone": "", "address": ""}],
        respondents=[{"name": firm, "uscc": "", "phone": "", "address": ""}],
        amount=Decimal(1000 * world.random.randint(8, 60)),
        papers=world.paper,
    )
    if waits:
        return
    at = place.hours.later(at, 0, 1)
    yield at
    officer = place.officer(Duty.CASE_OFFICER)
    referral = actions.open_case(referral, by=officer, at=at, category=world.categories[CATEGORY])
    assert referral.case
    for moment in mediation(world, place, referral.case, at):
        yield moment
        at = moment
    actions.follow_cases(at=at)
