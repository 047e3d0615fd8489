"""Which mediators can be named for a case, and who is suggested and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from casework.deadlines import policy
from disputes.balance import Burden, Standing, Weights, ranked, score, worth
from disputes.querysets import WITH_MEDIATOR
from organizations.models import Duty, Officer

if TYPE_CHECKING:
    from disputes.models import DisputeCase, MediatorProfile


def mediators_for(case: DisputeCase, day: date) -> QuerySet[Officer]:
    """Mediators in service of the organisation and of those above and below it who did not step back before."""
    above = [case.scope[: n + 1] for n, sign in enumerate(case.scope) if sign == "/"]
    near = Q(org__path__startswith=case.scope) | Q(org__path__in=above)
    rows = Officer.objects.serving(day).filter(near, duty=Duty.MEDIATOR)
    free = rows.exclude(pk__in=case.recusals.filter(decision="granted").values("officer"))
    return free.select_related("user", "org").order_by("-org__path", "pk")


@dataclass(frozen=True)
class Candidate:
    """A line of the page 为何推荐: the mediator, the place in the ranking, and what counts for and against."""

    officer: Officer
    standing: Standing
    score: Decimal
    words: list[str]
    suggested: bool = False
    needs_reason: bool = False


def candidates(case: DisputeCase, day: date) -> list[Candidate]:
    """The best first, then those who cannot be suggested, with the reason."""
    weights: Weights = policy("assignment_weights", case, day)
    prefetch_related_objects([case], "parties")
    officers = list(known(mediators_for(case, day)))
    loads = loads_of(officers, weights)
    needed = frozenset(party.language for party in case.parties.all() if party.language)
    standings = {officer.pk: standing_of(officer, case, day, loads[officer.pk]) for officer in officers}
    order = ranked(standings.values(), needed, weights)
    best = score(order[0], needed, weights) if order else Decimal(0)
    by_key = {officer.pk: officer for officer in officers}
    rest = [standing for standing in standings.values() if standing not in order]
    return [
        Candidate(
            by_key[standing.key],
            standing,
            found := score(standing, needed, weights),
            in_words(standing, needed),
            suggested=standing in order and standing == order[0],
            needs_reason=standing not in order or found > best + worth(weights, "margin"),
        )
        for standing in [*order, *rest]
    ]


def known(rows: QuerySet[Officer]) -> QuerySet[Officer]:
    about = ("leaves", "conflicts", "specialities")
    return rows.select_related("mediator_profile").prefetch_related(
        "certificates", *(f"mediator_profile__{name}" for name in about)
    )


def profile_of(officer: Officer) -> MediatorProfile | None:
    return getattr(officer, "mediator_profile", None)


def standing_of(officer: Officer, case: DisputeCase, day: date, load: tuple[Decimal, int]) -> Standing:
    profile = profile_of(officer)
    fields = {category.code for category in profile.specialities.all()} if profile else set()
    return Standing(
        key=officer.pk,
        load=load[0],
        in_hand=load[1],
        limit=officer.case_limit,
        of_this_organisation=officer.path == case.scope,
        knows_the_field=bool(fields & {case.category_id, case.category.parent_id}),
        speaks=frozenset(profile.languages if profile else ()),
        barred=why_barred(officer, case, day, load[1]),
    )


def why_barred(officer: Officer, case: DisputeCase, day: date, in_hand: int) -> str:
    """Why a mediator is not suggested: certificate, term, conflict, leave, no room; "" when nothing stands against."""
    certificates = [c for c in officer.certificates.all() if c.kind == "mediator" and c.status == "active"]
    if not any(c.issued_on <= day <= c.valid_until for c in certificates):
        return _("No certificate valid on this day")
    if reason := why_unfit(officer, case, day):
        return reason
    if in_hand >= officer.case_limit:
        return _("Has as many open cases as allowed")
    return ""


def why_unfit(officer: Officer, case: DisputeCase, day: date) -> str:
    profile = profile_of(officer)
    if profile is None:
        return ""
    if not profile.serves(day):
        return _("The term on the roster is over")
    if conflict_of(officer, case):
        return _("Declared a conflict of interest with a party")
    leave = profile.leave_on(day)
    return _("On leave until %(day)s") % {"day": leave.until_on} if leave else ""


def conflict_of(officer: Officer, case: DisputeCase) -> bool:
    """Whether a conflict declared and not lifted stands between this mediator and a party."""
    profile = profile_of(officer)
    return bool(profile) and any(c.lifted_on is None and c.touches(case) for c in profile.conflicts.all())  # type: ignore[union-attr]


def loads_of(officers: Iterable[Officer], weights: Weights) -> dict[int, tuple[Decimal, int]]:
    """The weighted load and the number of open cases of each, those mediated beside others included in the load."""
    sums: dict[int, tuple[Decimal, int]] = defaultdict(lambda: (Decimal(0), 0))
    for key, burden, presides in open_burdens(officers):
        load, count = sums[key]
        sums[key] = (load + burden.weight(weights), count + presides)
    return sums


def open_burdens(officers: Iterable[Officer]) -> Iterable[tuple[int, Burden, bool]]:
    from disputes.models import Assignment, DisputeCase

    pks = [officer.pk for officer in officers]
    facts = ("worker_count", "is_group", "is_grave", "origin")
    own = DisputeCase.objects.filter(mediator__in=pks, state__in=WITH_MEDIATOR)
    beside = Assignment.objects.in_force().filter(officer__in=pks, presides=False, file__state__in=WITH_MEDIATOR)
    for key, *row in own.values_list("mediator", *facts):
        yield key, burden(*row), True
    for key, *row in beside.values_list("officer", *(f"file__{name}" for name in facts)):
        yield key, burden(*row), False


def burden(workers: int, is_group: bool, is_grave: bool, origin: Any) -> Burden:
    return Burden(workers, is_group, is_grave, str(origin).startswith("court"))


def in_words(standing: Standing, needed: frozenset[str]) -> list[str]:
    """What the ranking looked at."""
    from disputes.models.choices import Language

    counted = {"load": f"{standing.load:.1f}", "count": standing.in_hand, "limit": standing.limit}
    words = [_("Weighted load %(load)s, %(count)d of at most %(limit)d open cases") % counted]
    if not standing.of_this_organisation:
        words.append(_("Serves another organisation"))
    if standing.knows_the_field:
        words.append(_("Knows this field"))
    spoken = [_("Speaks %(language)s") % {"language": Language(code).label} for code in sorted(needed)]
    words += [text for text, code in zip(spoken, sorted(needed), strict=True) if code in standing.speaks]
    return words


def mediators_within(officer: Officer, day: date) -> QuerySet[Officer]:
    """Mediators in service of the officer's own organisation, below it and above it: whoever may have a case there."""
    path = officer.path
    above = [path[: n + 1] for n, sign in enumerate(path) if sign == "/"]
    near = Q(org__path__startswith=path) | Q(org__path__in=above) if path else Q(pk=None)
    rows = Officer.objects.serving(day).filter(near, duty=Duty.MEDIATOR)
    return rows.select_related("user", "org").order_by("org__path", "pk")
