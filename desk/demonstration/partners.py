"""Referrals to courts, procuratorates, HR offices and justice bureaus, and what these answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from desk.demonstration import texts
from desk.demonstration.timeline import Story
from desk.demonstration.world import Place, World
from organizations.models import Duty, Officer
from referrals import actions
from referrals.models import Referral, ReferralKind

RETURNED_SHARE, SILENT_SHARE, RECALLED_SHARE = 0.08, 0.12, 0.03
SHARED = {"worker_names", "worker_phones", "employer_name", "worker_count", "amounts", "category"}
RESULT_DAYS = {"judicial_confirmation": (2, 12), "inspection": (15, 50), "arbitration": (15, 44), "legal_aid": (2, 6)}


def referral(world: World, place: Place, kind: str, at: datetime, *, unanswered: bool = False, **source: Any) -> Story:
    """Drafted by the liaison officer, approved, delivered at once, then answered or not."""
    at = place.hours.later(at, 0, 2)
    yield at
    liaison = place.first(Duty.LIAISON)
    row = ReferralKind.objects.get(pk=kind)
    referred = actions.refer(
        by=liaison,
        at=at,
        kind=row,
        subject=texts.table("words")["referral_subject"].format(kind=row.label, place=place.org.region.name),
        request=texts.phrase("referral_requests", world.random),
        facts=texts.phrase("referral_facts", world.random),
        legal_ground=row.grounds[0],
        consent_on=timezone.localdate(at),
        shared=[item for item in row.shares if item in SHARED],
        details=details(row, at),
        enclosed=[code for code, _label in row.required_papers],
        urgent=world.chance(0.1),
        papers=world.paper,
        **source,
    )
    at = place.hours.later(at, 0, 1)
    yield at
    director = place.first(Duty.COMMITTEE_DIRECTOR)
    if world.chance(RECALLED_SHARE):
        actions.recall(referred, by=director, at=at, reason=texts.phrase("recalls", world.random))
        return
    if row.needs_approval:
        referred = actions.approve(referred, by=director, at=at)
    else:
        referred = actions.send(referred, by=liaison, at=at)
    referred = carry(referred, at)
    on_its_desk = referred.channel == Referral.Channel.DESK  # who has none answers by letter, some day
    if on_its_desk and not (unanswered or world.forgets(at, SILENT_SHARE)):
        yield from partner(world, place, referred, at)


def carry(referred: Referral, at: datetime) -> Referral:
    """Delivered at once, but for mails: these leave when the system runs, not while it is played."""
    if referred.channel == Referral.Channel.EMAIL:
        return referred
    return actions.deliver_at_once(referred, at=at)


def details(kind: ReferralKind, at: datetime) -> dict[str, str]:
    """What the kind has to be told, from the phrases for each type of field."""
    phrases = {**texts.table("words")["referral_details"], "day": timezone.localdate(at).isoformat()}
    needed = [field for field in kind.fields if field["required"]]
    return {f["code"]: f["choices"][0][0] if f["choices"] else phrases[f["type"]] for f in needed}


def partner(world: World, place: Place, referred: Referral, at: datetime) -> Story:
    """What the authority does; for one without a desk here the liaison officer enters it."""
    liaison = place.first(Duty.LIAISON)
    answers: Officer = world.partners.get(referred.authority_id, liaison)
    at = place.hours.later(at, 0, 6)
    yield at
    referred = actions.acknowledge(referred, by=answers, at=at, acked_on=timezone.localdate(at))
    at = place.hours.later(at, 0, 3)
    yield at
    if world.chance(RETURNED_SHARE):
        reason = texts.phrase("referral_returns", world.random)
        code = Referral.ReturnReason.PAPERS_INCOMPLETE
        actions.return_referral(referred, by=answers, at=at, returned_code=code, returned_reason=reason)
        return
    today = timezone.localdate(at)
    number = texts.table("words")["external"].format(year=today.year, n=world.random.randint(1, 900))
    referred = actions.accept(referred, by=answers, at=at, decided_on=today, external_no=number)
    at = place.hours.later(at, *RESULT_DAYS.get(referred.kind_id, (5, 30)))
    yield at
    referred = actions.complete(
        referred,
        by=answers,
        at=at,
        result=referred.kind.outcomes[0][0],
        result_on=timezone.localdate(at),
        result_text=texts.phrase("referral_results", world.random),
    )
    at = place.hours.later(at, 0, 3)
    yield at
    actions.record_result(referred, by=liaison, at=at, told_on=timezone.localdate(at))
