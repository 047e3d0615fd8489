"""Numbers of files: gap-free per organisation, series and year, in the pattern the federation has set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casework.models import Counter, Policy
from organizations.models import UnionOrg


def take_number(org: UnionOrg, series: str, on: date) -> str:
    """The next number as it prints, such as 临翔工劳监提〔2024〕1号.

    Taken inside the transaction of the step that needs it: a rollback gives the number back, and nobody else
    gets one of this series meanwhile. Take it last, as others wait for it. Raises Policy.DoesNotExist for
    a series without a pattern.
    """
    return take_serial(org, series, on)[1]


def take_serial(org: UnionOrg, series: str, on: date) -> tuple[int, str]:
    """As `take_number`, with the running number itself beside it, for files that are listed in its order."""
    pattern: str = Policy.objects.value_of(f"number.{series}", org.region, on)
    n = Counter.objects.take(org, series, on.year)
    return n, format_number(pattern, org, on, n)


def take_numbers(series: str, wanted: Sequence[tuple[UnionOrg, date]]) -> list[str]:
    """The next numbers for many files at once, in their order: one statement, whatever their organisations and years.

    As `take_number`: gap-free, and others of the same series wait until the transaction ends.
    """
    taken = Counter.objects.take_many(series, [(org.pk, on.year) for org, on in wanted])
    days = {(org.pk, on): org for org, on in wanted}
    found = {(pk, on): Policy.objects.value_of(f"number.{series}", org.region, on) for (pk, on), org in days.items()}
    return [format_number(found[org.pk, on], org, on, next(taken[org.pk, on.year])) for org, on in wanted]


def format_number(pattern: str, org: UnionOrg, on: date, n: int) -> str:
    return pattern.format(mark=org.short_mark, region=org.region_id, year=on.year, n=n)
