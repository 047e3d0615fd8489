"""The ways after an agreement: which are open, the list, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.pages import file_page, list_page, visible
from disputes.guards.routes import last_day_to_file, one_at_a_time, why_not
from disputes.models import DisputeCase, PostAgreementRoute
from disputes.models.choices import RouteKind
from disputes.querysets import READERS
from organizations.http import OfficerRequest
from organizations.models import Duty

OVER = {DisputeCase.State.CLOSED_OUT, DisputeCase.State.ARCHIVED}
PAPERS = {
    RouteKind.JUDICIAL_CONFIRMATION: "confirmation_application",
    RouteKind.ARBITRAL_REVIEW: "review_application",
    RouteKind.PAYMENT_ORDER: "payment_order_application",
    RouteKind.ENFORCEMENT: "enforcement_application",
}


@dataclass(frozen=True)
class Way:
    """One way on the page of a case: those taken, and why it is or is not open now."""

    label: str
    taken: list[PostAgreementRoute]
    reasons: list[str]


def ways_of(case: DisputeCase) -> list[Way]:
    """Every way after an agreement; nothing where there is no agreement."""
    if getattr(case, "agreement", None) is None:
        return []
    taken = list(case.routes.all())
    for route in taken:
        route.case = case
    running = next((route for route in taken if route.is_open), None)
    return [
        Way(str(kind.label), [route for route in taken if route.kind == kind], why_not_now(case, kind, running))
        for kind in RouteKind
    ]


def why_not_now(case: DisputeCase, kind: RouteKind, running: PostAgreementRoute | None) -> list[str]:
    """Where the case is closed nothing else has to be looked at; what the law leaves open waits for the way running."""
    if case.state in OVER:
        return [_("The case is closed.")]
    own = why_not(case, kind, timezone.localdate())
    return own or ([one_at_a_time(running)] if running else [])


def routes(request: OfficerRequest) -> HttpResponse:
    """The ways of the cases an officer may know of, the newest first."""
    if request.officer.duty not in READERS | {Duty.MEDIATOR}:
        raise PermissionDenied
    rows: Any = PostAgreementRoute.objects.visible_to(request.officer).for_list()
    empty = {"title": _("No way here"), "text": _("A way after an agreement is taken on the page of its case.")}
    return list_page(request, rows, "disputes/routes.html", title=_("Ways after an agreement"), empty=empty)


def route_page(request: OfficerRequest, pk: int) -> HttpResponse:
    route: PostAgreementRoute = visible(request, PostAgreementRoute, pk)
    paper = PAPERS.get(RouteKind(route.kind), "")
    last_day = last_day_to_file(route.case, route.kind) if route.state == route.State.PREPARED else None
    return file_page(request, route, "disputes/route.html", paper=paper, last_day=last_day)
