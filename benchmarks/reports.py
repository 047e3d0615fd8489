"""What the figures of a province cost, from the files and from the roll-ups, through whole requests.

.venv/bin/python -m benchmarks.reports                     10,000 and 100,000 cases, five calls to each
.venv/bin/python -m benchmarks.reports --cases 1000000     the run before a release: about half an hour, 10 GB of disk
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any

from benchmarks import hotline_data, report_data
from benchmarks.database import fresh_database, run
from benchmarks.spread import say
from benchmarks.timing import timed

Job = Callable[[], Any]
API = "/api/v1/reports/indicators/"


@dataclass(frozen=True)
class Result:
    """Milliseconds: straight from the files, and rolled up."""

    straight: float
    rolled: float
    page: float
    month: float
    cell: float
    marks: list[tuple[str, float, float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=100_000, help="how many cases the large run has")
    parser.add_argument("--small", type=int, default=10_000, help="how many the run has that it is compared with")
    options = parser.parse_args()
    with fresh_database():
        from django.conf import settings

        settings.ALLOWED_HOSTS = ["*"]
        hotline_data.people()
        report([measured(size) for size in (options.small, options.cases)])


def measured(cases: int) -> Result:
    spent = timed(lambda: report_data.files(cases)) / 1000
    say(f"• {cases:,} cases and {cases * report_data.CALLS_TO_A_CASE:,} calls are there ({spent:.0f} s)")
    client = signed_in()
    ask = request(client, API, organization="530000", by="county")
    straight_answer = ask().json()
    straight = timed(ask)
    say(f"• counted from the files in {straight:,.0f} ms")
    from django.utils import timezone

    from reports.rollups.refreshing import refresh

    say(f"• rolled up for the first time in {timed(lambda: refresh(timezone.now())) / 1000:.0f} s")
    same(straight_answer, ask().json())
    rolled = typical(ask)
    page = typical(request(client, "/reports/", organization="530000", by="county", period_name="free"))
    again = timed(month_again), typical(cell_again, 5)
    marks = [(what, *marking(table, change)) for what, (table, change) in CHANGES.items()]
    return Result(straight, rolled, page, *again, marks)


def same(straight: dict[str, Any], rolled: dict[str, Any]) -> None:
    """Row by row and figure by figure."""
    assert straight["rows"] == rolled["rows"], "the roll-ups differ from the files"
    assert straight["total"] == rolled["total"], "the totals differ"


def signed_in() -> Any:
    from django.test import Client

    from organizations.models import Officer

    client = Client()
    user = Officer.objects.get(org__path="53/", duty="statistician").user
    assert user
    client.force_login(user)
    return client


def request(client: Any, address: str, **query: str) -> Job:
    first = (date.today() - timedelta(days=365 * 3)).replace(day=1)  # noqa: DTZ011 - Shanghai's day begins earlier
    asked = {**query, "from": first.isoformat(), "to": today().isoformat()}

    def job() -> Any:
        answer = client.get(address, asked)
        assert answer.status_code == 200, answer.content
        return answer

    return job


def today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def typical(job: Job, times: int = 15) -> float:
    job()
    return median(timed(job) for _n in range(times))


def month_again() -> None:
    """All counts of the province for the last month that is over, written anew."""
    rebuilt(())


def cell_again() -> None:
    """The same for one county, as after a step on one of its files."""
    rebuilt(("53/29/23/",))


def rebuilt(scopes: tuple[str, ...]) -> None:
    from django.db import transaction

    from reports.models import ROLLUPS
    from reports.rollups.writing import Span, rebuild

    last = today().replace(day=1) - timedelta(days=1)
    with transaction.atomic():
        for table in ROLLUPS:
            rebuild(table, Span(last.replace(day=1), last.replace(day=1), last, last, scopes))


def marking(table: str, change: str) -> tuple[float, float]:
    """Milliseconds of 300 changes of single rows, with the marks of the roll-ups and without."""
    names = run(
        "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND starts_with(tgname, 'reports_')", [table]
    )
    marked = changed(table, change)
    for (name,) in names:
        run(f"ALTER TABLE {table} DISABLE TRIGGER {name}")
    return marked, changed(table, change)


def changed(table: str, change: str) -> float:
    def job() -> None:
        for key in range(1, 301):
            run(f"UPDATE {table} SET {change} WHERE id = %s", [key])

    return typical(job, 5)


def report(results: list[Result]) -> None:
    small, large = results
    say(f"\n{'':<44}{'small ms':>12}{'large ms':>12}")
    for name, title in TITLES.items():
        say(f"{title:<44}{getattr(small, name):>12,.1f}{getattr(large, name):>12,.1f}")
    say(f"\nrolled up against the files       1/{large.straight / large.rolled:.0f}   (at most 1/50)")
    say(f"page with its charts              1/{large.straight / large.page:.0f}   (at most 1/10)")
    say(f"rolled up, large against small    {large.rolled / small.rolled:.2f}   (at most 2)")
    say(f"page, large against small         {large.page / small.page:.2f}   (at most 2)")
    say(f"a month again against the files   {large.month / large.straight:.2f}   (at most 1.2)")
    for what, with_marks, without in large.marks:
        say(f"{what:<34}{with_marks / 300:.2f} ms with its marks, {without / 300:.2f} ms without")


CHANGES = {
    "a change of a case": ("disputes_disputecase", "worker_count = worker_count + 1"),
    "a change of a call": ("hotline_callrecord", "ring_seconds = ring_seconds + 1"),
    "a change of a work order": ("hotline_workorder", "send_backs = send_backs + 1"),
}
TITLES = {
    "straight": "a province by county, three years, from files",
    "rolled": "the same from the roll-ups",
    "page": "the page of the same, with its charts",
    "month": "a month of the province rolled up again",
    "cell": "a month of one county rolled up again",
}

if __name__ == "__main__":
    began = time.perf_counter()
    main()
    say(f"\n{time.perf_counter() - began:.0f} s in all")
