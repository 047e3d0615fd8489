"""Supervision matters and their ladder: reminder letter, opinion, recommendation."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from desk.demonstration import texts
from desk.demonstration.beside import recommendation
from desk.demonstration.partners import referral
from desk.demonstration.timeline import Story
from desk.demonstration.world import Grievance, Place, World, grievance
from organizations.models import Duty
from supervision import actions
from supervision.models import Reply, SupervisionDocument, SupervisionMatter, SupervisionTopic
from supervision.printing.sealing import SampleSealer, sealed_files

K = SupervisionDocument.Kind
D = SupervisionDocument
Outcome = D.Outcome
WITHDRAWN_SHARE, PUBLIC_SHARE, UNANSWERED_SHARE, REFUSED_SHARE, LATE_SHARE = 0.03, 0.07, 0.18, 0.18, 0.3
DECLINED_OF = 8  # one complaint in so many is before another body already
BY_TRADE = "532923"
NEXT = {K.REMINDER_LETTER: K.OPINION, K.OPINION: K.RECOMMENDATION}


def matter(world: World, place: Place, at: datetime) -> Story:
    """One matter from its registration to its last document."""
    yield at
    told = grievance(world, place, at)
    public = world.chance(PUBLIC_SHARE)
    supervisor = place.first(Duty.SUPERVISOR)
    source = world.random.choice(SupervisionMatter.Source.values)
    opened = actions.open_matter(
        by=supervisor,
        at=at,
        employer=None if public else told.employer,
        topic=SupervisionTopic.objects.get(pk=told.story["topic"]),
        facts=texts.table("words")["public_facts"] if public else finding(told),
        source=source,
        source_detail=source_detail(source, at),
        workers_affected=told.workers,
    )
    if source == SupervisionMatter.Source.COMPLAINT and opened.pk % DECLINED_OF == 0:
        yield from declined(world, place, opened, at)
        return
    yield from published(world, place, opened, told, at) if public else ladder(world, place, opened, told, at)


def source_detail(source: str, at: datetime) -> str:
    """Where news and inspections can be found again."""
    words = texts.table("words")["source_details"].get(source, "")
    return str(words.format(day=timezone.localdate(at)))


def declined(world: World, place: Place, opened: SupervisionMatter, at: datetime) -> Story:
    """A complaint that is before the arbitration commission already: told in writing on the next day."""
    supervisor, reason = place.first(Duty.SUPERVISOR), texts.table("words")["complaint_declined"]
    opened = actions.decline_complaint(opened, by=supervisor, at=at, decline_ground="in_arbitration", reason=reason)
    at = place.hours.later(at, 1, 2)
    yield at
    actions.give_notice(opened, by=supervisor, at=at, notified_on=timezone.localdate(at), papers=world.paper)


def finding(told: Grievance) -> str:
    words = {"month": "", "n": max(told.workers, 2)}
    return str(told.story["finding"]).format(**words)


def signed(world: World, place: Place, opened: SupervisionMatter, told: Grievance, at: datetime, **kind: Any) -> Any:
    """Drafted, reviewed and signed: the steps every document takes. Yields instants, returns the document and time."""
    supervisor = place.first(Duty.SUPERVISOR)
    document = actions.create_document(
        opened,
        by=supervisor,
        at=at,
        legal_basis=told.story["basis"],
        demands=told.story["demands"],
        contact_phone=told.employer.phone,
        contact_address=place.org.address,
        **kind,
    )
    at = place.hours.later(at, 0, 2)
    yield at
    document = actions.submit(document, by=supervisor, at=at, no_conflict=True)
    at = place.hours.later(at, 0, 2)
    yield at
    director = place.first(Duty.COMMITTEE_DIRECTOR)
    document = actions.endorse(document, by=director, at=at)
    at = place.hours.later(at, 0, 2)
    yield at
    document = actions.approve(document, by=place.first(Duty.SIGNATORY), at=at)
    sealed = sealed_files(document, SampleSealer())
    return actions.seal(document, by=place.first(Duty.LIAISON), at=at, **sealed), at


def published(world: World, place: Place, opened: SupervisionMatter, told: Grievance, at: datetime) -> Story:
    at = place.hours.later(at, 0, 2)
    yield at
    if place.org.region_id == BY_TRADE:
        yield from published_by_trade(world, place, opened, told, at)
        return
    to_all = {"audience": D.Audience.PUBLIC, "public_addressee": texts.phrase("public_addressees", world.random)}
    to_all |= season_of(at)
    document, at = yield from signed(world, place, opened, told, at, kind=K.REMINDER_LETTER, **to_all)
    at = place.hours.later(at, 0, 2)
    yield at
    where = texts.phrase("publication", world.random)
    actions.publish(document, by=place.first(Duty.LIAISON), at=at, publication=where)


def season_of(at: datetime) -> dict[str, Any]:
    """On which occasion a public letter of that day goes out, and the last day on which it applies."""
    day = timezone.localdate(at)
    if day.month in {6, 7, 8}:
        return {"occasion": D.Occasion.HEAT, "valid_until": day.replace(month=9, day=30)}
    if day.month in {11, 12}:
        return {"occasion": D.Occasion.WAGES, "valid_until": date(day.year + 1, 2, 28)}
    return {"occasion": D.Occasion.FESTIVAL, "valid_until": day + timedelta(days=30)} if day.month in {1, 9} else {}


def published_by_trade(world: World, place: Place, opened: SupervisionMatter, told: Grievance, at: datetime) -> Story:
    """The same letter to the employers of several trades: one act, a number for each."""
    area, table = place.org.region.name, texts.table("words")
    names = [table["public_trade"].format(area=area, trade=trade) for trade in table["trades"]]
    text = {"legal_basis": told.story["basis"], "demands": told.story["demands"], "contact_phone": told.employer.phone}
    text |= {"facts": opened.facts, **season_of(at)}
    supervisor = place.first(Duty.SUPERVISOR)
    actions.draft_letters(opened, by=supervisor, at=at, addressees=names, no_conflict=True, **text)
    at = place.hours.later(at, 0, 2)
    yield at
    actions.sign_letters(opened, by=place.first(Duty.SIGNATORY), at=at)
    at = place.hours.later(at, 0, 2)
    yield at
    for letter in opened.documents.to_seal():
        actions.seal(letter, by=place.first(Duty.LIAISON), at=at, **sealed_files(letter, SampleSealer()))
    where = texts.phrase("publication", world.random)
    actions.publish_letters(opened, by=place.first(Duty.LIAISON), at=at, publication=where)


def ladder(world: World, place: Place, opened: SupervisionMatter, told: Grievance, at: datetime) -> Story:
    """One document after the other, as long as the one before failed."""
    kind: str | None = K.REMINDER_LETTER
    while kind:
        if kind == K.OPINION:
            at = place.hours.later(at, 1, 5)
            yield at
            investigate(world, place, opened, at)
        at = place.hours.later(at, 1, 3)
        yield at
        to_authority = kind == K.RECOMMENDATION
        where = {"addressee_address": texts.address(place.org.region.name, world.random)} if to_authority else {}
        document, at = yield from signed(world, place, opened, told, at, kind=kind, **where)
        at = place.hours.later(at, 0, 2)
        yield at
        if world.chance(WITHDRAWN_SHARE):
            reason = texts.phrase("letter_withdrawn", world.random)
            actions.withdraw(document, by=place.first(Duty.SIGNATORY), at=at, reason=reason)
            return
        document, at = yield from served(world, place, document, at)
        end = docketing if to_authority else answer
        failed, at = yield from end(world, place, document, at)
        kind = NEXT.get(K(kind)) if failed else None


def investigate(world: World, place: Place, opened: SupervisionMatter, at: datetime) -> None:
    supervisors = place.staff[Duty.SUPERVISOR]
    actions.add_evidence(opened, by=supervisors[0], at=at, form="copy", papers=world.paper, **evidence())
    actions.investigate(
        opened,
        by=supervisors[0],
        at=at,
        held_on=timezone.localdate(at),
        way=texts.phrase("investigation_ways", world.random),
        findings=opened.facts,
        supervisors=supervisors,
    )


def evidence() -> dict[str, Any]:
    found: dict[str, Any] = texts.table("words")["matter_evidence"]
    return found


def served(world: World, place: Place, document: SupervisionDocument, at: datetime) -> Any:
    liaison = place.first(Duty.LIAISON)
    document = actions.dispatch(document, by=liaison, at=at)
    at = place.hours.later(at, 0, 3)
    yield at
    document = actions.record_service(
        document,
        by=liaison,
        at=at,
        served_on=timezone.localdate(at),
        papers=world.paper,
        received_by=texts.phrase("receiver", world.random),
    )
    return document, at


def answer(world: World, place: Place, document: SupervisionDocument, at: datetime) -> Any:
    """The employer answers in time, late, refuses, or not at all. Returns whether the document failed."""
    due_on = document.deadlines.get(met_on=None).due_on
    if world.chance(UNANSWERED_SHARE):
        at = place.hours.on(due_on + timedelta(days=world.random.randint(1, 6)))
        yield at
        actions.escalate(document, by=place.first(Duty.SUPERVISOR), at=at)
        return True, at
    late = world.chance(LATE_SHARE)
    at = place.hours.on(due_on + timedelta(days=world.random.randint(1, 4))) if late else place.hours.later(at, 3, 9)
    yield at
    refused = world.chance(REFUSED_SHARE)
    document = actions.reply(
        document,
        by=place.first(Duty.LIAISON),
        at=at,
        replied_on=timezone.localdate(at),
        stance=Reply.Stance.REFUSED if refused else Reply.Stance.PROMISED,
        summary=texts.phrase("refusals" if refused else "replies", world.random),
        papers=world.paper,
    )
    at = place.hours.later(at, 1, 4)
    yield at
    supervisor = place.first(Duty.SUPERVISOR)
    if refused:
        reason = texts.phrase("refused_letter", world.random)
        actions.reject_reply(document, by=supervisor, at=at, fate=D.Fate.REFUSED, reason=reason)
        return True, at
    document = actions.accept_reply(document, by=supervisor, at=at)
    at = place.hours.later(at, 5, 12)
    yield at
    verified(world, place, document, at)
    return False, at


def verified(world: World, place: Place, document: SupervisionDocument, at: datetime) -> None:
    today = timezone.localdate(at)
    paid = [{"kind": "wages", "amount": world.random.randrange(2000, 60000, 100), "person_count": 3, "paid_on": today}]
    actions.verify(
        document,
        by=place.first(Duty.SUPERVISOR),
        at=at,
        verified_on=today,
        findings=texts.phrase("verify_notes", world.random),
        papers=world.paper,
        recoveries=paid if world.chance(0.4) else [],
    )


def docketing(world: World, place: Place, document: SupervisionDocument, at: datetime) -> Any:
    """The authority dockets the recommendation and reports what it did; it also gets the file as a referral."""
    if document.authority_id in world.partners:
        world.timeline.add(referral(world, place, "inspection", at, document=document))
    at = place.hours.later(at, 1, 4)
    yield at
    liaison = place.first(Duty.LIAISON)
    today = timezone.localdate(at)
    number = texts.table("words")["docket"].format(year=today.year, n=world.random.randint(1, 400))
    document = actions.docket(document, by=liaison, at=at, docketed_on=today, authority_case_no=number)
    world.timeline.add(recommendation(world, place, document, at))
    at = place.hours.later(at, 20, 50)
    yield at
    actions.record_result(
        document,
        by=liaison,
        at=at,
        outcome=Outcome.CORRECTED,
        result_on=timezone.localdate(at),
        summary=texts.phrase("referral_results", world.random),
    )
    return False, at
