"""Which way after an agreement is open on a day, and why another is not, each with its article."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from casework.deadlines import due_day, foresee, policy
from disputes.models.choices import RouteKind

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase, PostAgreementRoute

Rule = Callable[["DisputeCase", date], str]
WINDOW_OF = {
    RouteKind.JUDICIAL_CONFIRMATION: "agreement.judicial_confirmation",
    RouteKind.ARBITRAL_REVIEW: "agreement.arbitral_review",
}
# Ways that end in something a court enforces.
TITLES = frozenset(RouteKind) - {RouteKind.ENFORCEMENT}


def was_mediated(case: DisputeCase, day: date) -> str:
    return "" if getattr(case, "agreement", None) else _("There is no mediation agreement.")


def has_labour_relation(case: DisputeCase, day: date) -> str:
    return _("A civil dispute without labour relation does not go to arbitration.") if case.is_civil else ""


def within_confirmation(case: DisputeCase, day: date) -> str:
    """Both sides within 30 days of effect (Civil Procedure Law art. 205)."""
    return window_closed(case, RouteKind.JUDICIAL_CONFIRMATION, day)


def within_review(case: DisputeCase, day: date) -> str:
    """Both sides within 15 days of effect (Rules of Labour Arbitration)."""
    return window_closed(case, RouteKind.ARBITRAL_REVIEW, day)


def window_closed(case: DisputeCase, kind: RouteKind, day: date) -> str:
    limit = due_day(case, WINDOW_OF[kind])
    if limit and day <= limit:
        return ""
    words = _("The application was possible until %(day)s.") if limit else _("This window never opened.")
    return words % {"day": limit} if limit else words


def not_enforceable_yet(case: DisputeCase, day: date) -> str:
    if not has_title(case):
        return ""
    return _("The agreement can be enforced already; a second confirmation is not possible.")


def has_title(case: DisputeCase) -> bool:
    return any(route.state == "granted" and route.kind in TITLES for route in case.routes.all())


def can_be_enforced(case: DisputeCase, day: date) -> str:
    if has_title(case):
        return ""
    return _("Enforcement needs a confirmation, a statement of the commission, a payment order or a judgment first.")


def employer_is_in_default(case: DisputeCase, day: date) -> str:
    """Nobody is in default before the agreed day has passed; an agreed day does not roll."""
    if case.overdue_parts(day):
        return ""
    return _("Nothing agreed is overdue on %(day)s.") % {"day": day}


def order_covers_the_claims(case: DisputeCase, day: date) -> str:
    """Pay, injury medical costs, compensation and damages alone (Mediation and Arbitration Law art. 16)."""
    return outside(case, "payment_order_groups", day, _("A payment order is for pay, injury costs and compensation."))


def suit_covers_the_claims(case: DisputeCase, day: date) -> str:
    """On pay alone, or once a payment order has failed (judicial interpretation on labour disputes arts 13, 51)."""
    failed = {"objected", "lapsed", "refused"}
    if any(route.kind == RouteKind.PAYMENT_ORDER and route.state in failed for route in case.routes.all()):
        return ""
    return outside(case, "direct_suit_groups", day, _("Suing on the agreement is possible for pay alone."))


def outside(case: DisputeCase, setting: str, day: date, words: str) -> str:
    allowed = set(policy(setting, case, day))
    prefetch_related_objects([case], "claims__category")
    settled = [claim for claim in case.claims.all() if claim.agreed]
    return "" if {claim.category.group for claim in settled} <= allowed else words


def within_two_years(case: DisputeCase, day: date) -> str:
    """Two years from the last day of performance, of all instalments (Civil Procedure Law art. 250)."""
    limit = enforce_until(case)
    if limit is None or day <= limit:
        return ""
    return _("Enforcement could be applied for until %(day)s.") % {"day": limit}


def enforce_until(case: DisputeCase) -> date | None:
    last = max((part.due_on for part in case.instalments.all()), default=None)
    return foresee(case.org.region, "enforcement.apply", last)[1].due_on if last else None


def last_day_to_file(case: DisputeCase, kind: str) -> date | None:
    """The end of the way's window; None for a way that has none."""
    if kind == RouteKind.ENFORCEMENT:
        return enforce_until(case)
    window = WINDOW_OF.get(RouteKind(kind))
    return due_day(case, window) if window else None


RULES: dict[RouteKind, list[Rule]] = {
    RouteKind.JUDICIAL_CONFIRMATION: [was_mediated, not_enforceable_yet, within_confirmation],
    RouteKind.ARBITRAL_REVIEW: [was_mediated, has_labour_relation, not_enforceable_yet, within_review],
    RouteKind.PAYMENT_ORDER: [was_mediated, not_enforceable_yet, order_covers_the_claims, employer_is_in_default],
    RouteKind.ENFORCEMENT: [was_mediated, can_be_enforced, employer_is_in_default, within_two_years],
    RouteKind.ARBITRATION: [was_mediated, has_labour_relation, not_enforceable_yet, employer_is_in_default],
    RouteKind.LAWSUIT: [was_mediated, not_enforceable_yet, suit_covers_the_claims, employer_is_in_default],
}


def why_not(case: DisputeCase, kind: str, day: date) -> list[str]:
    """The reasons against this way on that day; none when it is open."""
    return [reason for rule in RULES[RouteKind(kind)] if (reason := rule(case, day))]


def no_other_way_is_open(route: PostAgreementRoute, act: Act) -> str:
    other = route.case.routes.open().exclude(pk=route.pk).first()
    return "" if other is None else one_at_a_time(other)


def one_at_a_time(other: PostAgreementRoute) -> str:
    return _("“%(way)s” is still open: one way at a time.") % {"way": other.get_kind_display()}


def way_is_open(route: PostAgreementRoute, act: Act) -> str:
    """On the day it was filed, or today while it is being prepared."""
    return " ".join(why_not(route.case, route.kind, route.filed_on or act.today))


def belongs_to_an_order(route: PostAgreementRoute, act: Act) -> str:
    return "" if route.kind == RouteKind.PAYMENT_ORDER else _("This step belongs to payment orders.")


def is_decided_at_once(route: PostAgreementRoute, act: Act) -> str:
    return _("A payment order is issued, not decided.") if route.kind == RouteKind.PAYMENT_ORDER else ""


def objection_in_time(route: PostAgreementRoute, act: Act) -> str:
    limit = due_day(route, "payment_order.object")
    if limit and route.ended_on and route.ended_on > limit:
        return _("An objection was possible until %(day)s.") % {"day": limit}
    return ""


def objection_time_is_over(route: PostAgreementRoute, act: Act) -> str:
    """Today, and on the day that is entered afterwards."""
    limit = due_day(route, "payment_order.object")
    if limit and (route.ended_on or act.today) <= limit:
        return _("The employer may still object until %(day)s.") % {"day": limit}
    return ""


def service_time_is_over(route: PostAgreementRoute, act: Act) -> str:
    """Today, and on the day that is entered afterwards."""
    limit = due_day(route, "payment_order.serve_limit")
    if limit and (route.ended_on or act.today) <= limit:
        return _("The court may still serve the order until %(day)s.") % {"day": limit}
    return ""


def served_in_time(route: PostAgreementRoute, act: Act) -> str:
    """An order not served within 30 days has ended (interpretation of the Civil Procedure Law art. 430)."""
    limit = due_day(route, "payment_order.serve_limit")
    if limit and route.served_on and route.served_on > limit:
        return _("The order could be served until %(day)s and has ended since.") % {"day": limit}
    return ""
