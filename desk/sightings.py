"""What is going on about an employer while somebody talks: the same one under other names, and its open files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum
from django.utils import timezone

from casework.deadlines import policy_in
from casework.models import Employer
from casework.names import normal
from casework.recognition import Proposal, recognise
from casework.sameness import Judgement, Traits, compare, traits_of
from disputes.models import DisputeCase
from hotline.models import CallRecord, WorkOrder
from organizations.models import Officer, Region
from supervision.models import SupervisionDocument, SupervisionMatter

SHOWN = 3
COMPARED = 12
SHORTEST_PLACE = 4


@dataclass
class Sighting:
    """One employer that may be meant, why, and what is known of it lately in the officer's scope."""

    employer: Employer
    judgement: Judgement
    chosen: bool = False
    calls: int = 0
    people: int = 0
    amount: Decimal = Decimal(0)
    may_be_group: bool = False
    open: list[tuple[Any, Any]] = field(default_factory=list)


def suggestions(officer: Officer, text: str) -> list[tuple[Proposal, int]]:
    """The entries nearest to what is typed, each with the number of files under way."""
    found = recognise(officer, text)
    counts = under_way(officer, [proposal.pk for proposal in found])
    return [(proposal, counts[proposal.pk]) for proposal in found]


def under_way(officer: Officer, heads: list[int]) -> Counter[int]:
    """How many orders, cases and matters in scope are open about each employer: four statements."""
    members = members_of(officer, heads)
    if not members:
        return Counter()
    sources = (
        (WorkOrder.objects.visible_to(officer).open(), "call__employer"),
        (DisputeCase.objects.visible_to(officer).running(), "parties__employer"),
        (SupervisionMatter.objects.visible_to(officer).open(), "employer"),
    )
    found: Counter[int] = Counter()
    for rows, to in sources:
        counted = rows.order_by().filter(**{f"{to}__in": list(members)}).values_list(to)
        for pk, number in counted.annotate(files=Count("pk", distinct=True)):
            found[members[pk]] += number
    return found


def members_of(officer: Officer, heads: list[int]) -> dict[int, int]:
    """Every entry of these families, with the one that stands for it."""
    if not heads:
        return {}
    rows = Employer.objects.visible_to(officer).filter(Q(pk__in=heads) | Q(merged_into__in=heads))
    return {pk: head or pk for pk, head in rows.values_list("pk", "merged_into")}


def sightings(
    officer: Officer, name: str, place: str = "", region: str = "", chosen: int | None = None
) -> list[Sighting]:
    """The employers that may be meant, the likeliest first, and of those what happened lately."""
    heads = [proposal.pk for proposal in recognise(officer, name, COMPARED)]
    if len(place) >= SHORTEST_PLACE:
        heads += [proposal.pk for proposal in recognise(officer, place, COMPARED)]
    said = Traits((name,), region=region, projects=frozenset({normal(place)} if place else ()))
    judged = sorted(
        (judge(rows, said, chosen) for rows in families(officer, [*heads, *([chosen] if chosen else [])])),
        key=lambda found: (not found.chosen, -found.judgement.score, found.employer.pk),
    )
    near = [found for found in judged if found.chosen or found.judgement.is_likely or found.judgement.is_doubtful]
    return with_figures(officer, near[:SHOWN], timezone.localdate())


def families(officer: Officer, heads: Iterable[int]) -> list[list[Employer]]:
    """The entries of each family, the standing one first, with everything they are compared by."""
    wanted = list(dict.fromkeys(heads))
    rows = Employer.objects.visible_to(officer).filter(Q(pk__in=wanted) | Q(merged_into__in=wanted))
    grouped: dict[int, list[Employer]] = defaultdict(list)
    for row in rows.select_related("region").prefetch_related("names", "phones", "projects").order_by("pk"):
        grouped[row.head_id].insert(0 if row.merged_into_id is None else len(grouped[row.head_id]), row)
    return list(grouped.values())


def judge(rows: list[Employer], said: Traits, chosen: int | None) -> Sighting:
    return Sighting(rows[0], compare(said, traits_of(rows)), chosen=chosen in {row.pk for row in rows})


def with_figures(officer: Officer, found: list[Sighting], today: date) -> list[Sighting]:
    """Calls of the last days, and open files by kind, for all at once."""
    members = members_of(officer, [sighting.employer.pk for sighting in found])
    place = officer.org.region if officer.org else None
    add_calls(officer, found, members, today, place)
    for sighting in found:
        family = [pk for pk, head in members.items() if head == sighting.employer.pk]
        sighting.open = [(label, rows) for label, rows in open_files(officer, family) if rows]
    return found


def add_calls(
    officer: Officer, found: list[Sighting], members: dict[int, int], today: date, place: Region | None
) -> None:
    days, threshold = (policy_in(code, place, today) for code in ("same_employer_days", "group_case_threshold"))
    since = timezone.make_aware(datetime.combine(today - timedelta(days=days), time.min))
    rows = CallRecord.objects.visible_to(officer).order_by().filter(employer__in=list(members), started_at__gte=since)
    by_head = {sighting.employer.pk: sighting for sighting in found}
    summed = rows.values("employer").annotate(n=Count("pk"), people=Sum("workers_affected"), sum=Sum("amount"))
    for row in summed:
        sighting = by_head[members[row["employer"]]]
        sighting.calls += row["n"]
        sighting.people += row["people"] or 0
        sighting.amount += row["sum"] or 0
        sighting.may_be_group = sighting.people >= threshold


def open_files(officer: Officer, family: list[int]) -> list[tuple[Any, list[Any]]]:
    """The newest open orders, cases and documents of one family."""
    orders = WorkOrder.objects.visible_to(officer).open().filter(call__employer__in=family).select_related("org")
    cases = DisputeCase.objects.visible_to(officer).running().filter(pk__in=cases_about(family))
    documents = SupervisionDocument.objects.visible_to(officer).running().filter(employer__in=family)
    kinds = (WorkOrder, orders), (DisputeCase, cases), (SupervisionDocument, documents)
    return [(model._meta.verbose_name, list(rows.order_by("-pk")[:SHOWN])) for model, rows in kinds]


def cases_about(family: Iterable[int]) -> Any:
    from disputes.models import Party

    return Party.objects.filter(employer__in=family).values("file")
