"""Numbers of files: gap-free per organisation, series and year, in the pattern the federation has set."""

from __future__ import annotations

from datetime import date

from casework.models import Counter, Policy
from organizations.models import UnionOrg


def take_number(org: UnionOrg, series: str, on: date) -> str:
    """The next number as it prints, such as 临翔工劳监提〔2024〕1号.

    Taken inside the transaction of the step that needs it: a rollback gives the number back, and nobody else
    gets one of this series meanwhile. Take it last, as others wait for it. Raises Policy.DoesNotExist for
    a series without a pattern.
    """
    pattern: str = Policy.objects.value_of(f"number.{series}", org.region, on)
    n = Counter.objects.take(org, series, on.year)
    return pattern.format(mark=org.short_mark, region=org.region_id, year=on.year, n=n)
