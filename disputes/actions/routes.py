"""The ways after an agreement: each step with the clock it stops and the one it starts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from casework import deadlines
from casework.actions import keep_papers
from casework.locking import lock
from casework.transactions import one_transaction
from disputes.guards.routes import WINDOW_OF
from disputes.models import DisputeCase, PostAgreementRoute
from disputes.models.choices import RouteKind
from disputes.workflow import WORKFLOW
from disputes.workflow.routes import ROUTES
from organizations.models import Officer

# The clock each way starts when it is filed, and when it is docketed.
FILED = {
    RouteKind.JUDICIAL_CONFIRMATION: "confirmation.accept",
    RouteKind.PAYMENT_ORDER: "payment_order.answer",
    RouteKind.ARBITRATION: "arbitration.accept",
}
DOCKETED = {
    RouteKind.JUDICIAL_CONFIRMATION: "confirmation.rule",
    RouteKind.ARBITRAL_REVIEW: "arbitral_review.decide",
    RouteKind.PAYMENT_ORDER: "payment_order.issue",
    RouteKind.ARBITRATION: "arbitration.award",
}


@one_transaction
def open_route(
    case: DisputeCase, *, by: Officer, at: datetime, kind: str, body: str, filed_on: date | None = None
) -> DisputeCase:
    """Begin to prepare one way for a court or a commission. Only one is open at a time; raises StepRefused.

    `filed_on` is the day it was handed in already, when that is entered afterwards: the way had to be open on it.
    """
    case = WORKFLOW.advance(case, "open_route", by=by, at=at, note=str(RouteKind(kind).label))
    route = PostAgreementRoute(case=case, org=case.org, scope=case.scope, kind=kind, body=body, filed_on=filed_on)
    ROUTES.begin(route, "prepare_route", by=by, at=at)
    return case


@one_transaction
def file_route(
    route: PostAgreementRoute,
    *,
    by: Officer,
    at: datetime,
    filed_on: date,
    external_no: str = "",
    papers: list[Any] | None = None,
) -> PostAgreementRoute:
    """It was handed in, by both sides together or by the worker alone as the law has it for this way.

    After the window of the way it is refused with the last day. Raises StepRefused.
    """
    route.case = lock(route.case, by)
    route = move(route, "file_route", by, at, filed_on, papers, filed_on=filed_on, external_no=external_no)
    if window := WINDOW_OF.get(RouteKind(route.kind)):
        deadlines.meet(route.case, window, filed_on)
    start(route, FILED, filed_on)
    return route


@one_transaction
def docket(
    route: PostAgreementRoute, *, by: Officer, at: datetime, docketed_on: date, external_no: str = ""
) -> PostAgreementRoute:
    """The court or the commission has taken it on."""
    named: dict[str, Any] = {"external_no": external_no} if external_no else {}
    route = move(route, "docket", by, at, docketed_on, docketed_on=docketed_on, **named)
    start(route, DOCKETED, docketed_on)
    return route


@one_transaction
def decide(
    route: PostAgreementRoute,
    *,
    by: Officer,
    at: datetime,
    ended_on: date,
    result: str,
    papers: list[Any] | None = None,
) -> PostAgreementRoute:
    """Confirmed, stated, awarded, judged or enforced."""
    return move(route, "decide", by, at, ended_on, papers, ended_on=ended_on, result=result)


@one_transaction
def issue_order(route: PostAgreementRoute, *, by: Officer, at: datetime, issued_on: date) -> PostAgreementRoute:
    """The court has issued the payment order; unserved after 30 days it ends."""
    route = move(route, "issue_order", by, at, issued_on, issued_on=issued_on)
    deadlines.start(route, "payment_order.serve_limit", issued_on)
    return route


@one_transaction
def serve_order(route: PostAgreementRoute, *, by: Officer, at: datetime, served_on: date) -> PostAgreementRoute:
    """The employer has it: 15 days to pay or to object (Civil Procedure Law art. 227)."""
    route = move(route, "serve_order", by, at, served_on, served_on=served_on)
    deadlines.start(route, "payment_order.object", served_on)
    return route


@one_transaction
def record_objection(
    route: PostAgreementRoute, *, by: Officer, at: datetime, ended_on: date, result: str
) -> PostAgreementRoute:
    """The employer objected in time: the order falls, the worker may sue on the agreement."""
    return move(route, "record_objection", by, at, ended_on, ended_on=ended_on, result=result)


@one_transaction
def take_effect(route: PostAgreementRoute, *, by: Officer, at: datetime, ended_on: date) -> PostAgreementRoute:
    """No objection came in time: the order can be enforced."""
    return move(route, "take_effect", by, at, ended_on, ended_on=ended_on)


@one_transaction
def lapse_order(route: PostAgreementRoute, *, by: Officer, at: datetime, ended_on: date) -> PostAgreementRoute:
    """It could not be served in time and has ended."""
    return move(route, "lapse_order", by, at, ended_on, ended_on=ended_on)


@one_transaction
def refuse(route: PostAgreementRoute, *, by: Officer, at: datetime, ended_on: date, result: str) -> PostAgreementRoute:
    """Not taken on, or rejected; the agreement may be changed, or another way be taken."""
    return move(route, "refuse", by, at, ended_on, ended_on=ended_on, result=result)


@one_transaction
def withdraw_route(
    route: PostAgreementRoute, *, by: Officer, at: datetime, ended_on: date, result: str
) -> PostAgreementRoute:
    """Taken back before a decision."""
    return move(route, "withdraw_route", by, at, ended_on, ended_on=ended_on, result=result)


def move(
    route: PostAgreementRoute,
    verb: str,
    by: Officer,
    at: datetime,
    on: date,
    papers: list[Any] | None = None,
    **changes: Any,
) -> PostAgreementRoute:
    """Take the step, keep its papers, and stop every clock that waited for it."""
    route = ROUTES.advance(route, verb, by=by, at=at, **changes)
    keep_papers(route, papers or [], by=by, at=at)
    deadlines.meet_all(route, on)
    return route


def start(route: PostAgreementRoute, clocks: dict[RouteKind, str], on: date) -> None:
    if rule := clocks.get(RouteKind(route.kind)):
        deadlines.start(route, rule, on)
