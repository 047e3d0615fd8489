"""What follows an agreement: its draft and signatures, a confirmation on the spot, and employers who do not pay."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from desk.demonstration import texts
from desk.demonstration.timeline import Story
from desk.demonstration.world import Place
from disputes import actions
from disputes.models import DisputeCase, PostAgreementRoute
from disputes.models.choices import ChosenRoute, RouteKind
from organizations.models import Authority, Officer

DRAFTED_SHARE, CONFIRMED_SHARE, DEFAULT_SHARE = 0.5, 0.2, 0.1


def fate(case: DisputeCase, what: str) -> float:
    """A chance of its own for each case, so that this chapter leaves the others as they were."""
    return Random(f"{case.org_id} {case.number} {what}").random()  # noqa: S311 - invented files, nothing is guarded


def sign(case: DisputeCase, by: Officer, at: datetime, amount: Any, parts: list[dict[str, Any]]) -> DisputeCase:
    """Half of the agreements are drafted term by term, the others typed at once."""
    today, agreed = timezone.localdate(at), [{"claim": 1, "amount": amount}]
    days: dict[str, Any] = {"mediator_signed_on": today, "seal_on": today}
    words = texts.table("words")
    if fate(case, "draft") > DRAFTED_SHARE:
        days |= {"applicants_signed_on": today, "respondents_signed_on": today}
        typed = {"terms": words["terms"][0], "agreed": agreed, "instalments": parts}
        return actions.agree(case, by=by, at=at, **typed, **days)
    terms = [{"debtor": "respondent", "kind": "payment", "what": words["term"], **part} for part in parts]
    rest = {name: words[name] for name in ("further_terms", "breach")}
    route = ChosenRoute.JUDICIAL_CONFIRMATION
    actions.draft_agreement(case, by=by, at=at, terms=terms, agreed=agreed, route=route, copies=3, **rest)
    case = DisputeCase.objects.get(pk=case.pk)
    signatures = [
        {"party": party.pk, "signed_on": today, "manner": "seal" if party.employer_id else "signature"}
        for party in case.parties.all()
    ]
    return actions.agree(case, by=by, at=at, signatures=signatures, **days)


def confirmation(place: Place, case: DisputeCase, by: Officer, at: datetime) -> Story:
    """Both sides go to the court in charge; its ruling comes within days."""
    if fate(case, "confirm") > CONFIRMED_SHARE:
        return
    route = opened(case, by, at, RouteKind.JUDICIAL_CONFIRMATION)
    route = actions.file_route(route, by=by, at=at, filed_on=timezone.localdate(at))
    at = place.hours.later(at, 0, 1)
    yield at
    route = actions.docket(route, by=by, at=at, docketed_on=timezone.localdate(at))
    at = place.hours.later(at, 0, 2)
    yield at
    actions.decide(route, by=by, at=at, ended_on=timezone.localdate(at), result=texts.table("words")["confirmed"])


def default(place: Place, case: DisputeCase, by: Officer, at: datetime) -> Story:
    """An agreed day passes without payment: a task, a word with the employer, then a payment order."""
    if fate(case, "default") > DEFAULT_SHARE or case.pay_by is None or getattr(case, "agreement", None) is None:
        return
    if case.claims.exclude(category__group="pay").exists():
        return
    at = max(place.hours.later(at, 0, 0), place.hours.on(case.pay_by + timedelta(days=1)))
    yield at
    actions.watch_over(case, by=Officer.objects.system(), at=at)
    at = place.hours.later(at, 3, 5)
    yield at
    actions.follow_up(case, by=by, at=at, note=texts.table("words")["followed_up"])
    if case.routes.filter(state="granted").exists():
        return
    route = opened(case, by, at, RouteKind.PAYMENT_ORDER)
    route = actions.file_route(route, by=by, at=at, filed_on=timezone.localdate(at))
    for move, day, least, most in ORDER:
        at = place.hours.later(at, least, most)
        yield at
        route = move(route, by=by, at=at, **{day: timezone.localdate(at)})


ORDER: list[tuple[Any, str, int, int]] = [
    (actions.docket, "docketed_on", 2, 5),
    (actions.issue_order, "issued_on", 5, 12),
    (actions.serve_order, "served_on", 2, 8),
    (actions.take_effect, "ended_on", 30, 35),
]


def opened(case: DisputeCase, by: Officer, at: datetime, kind: RouteKind) -> PostAgreementRoute:
    court = Authority.objects.in_charge(Authority.Kind.COURT, case.org.region)
    body = court.name if court else case.org.region.name
    case = actions.open_route(case, by=by, at=at, kind=kind, body=body)
    route: PostAgreementRoute = case.routes.latest("pk")
    return route
