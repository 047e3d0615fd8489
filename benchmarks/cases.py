"""What the lists and the search of cases cost from a hundred thousand to a million cases, through whole requests.

.venv/bin/python -m benchmarks.cases                      100,000 and 1,000,000 cases
.venv/bin/python -m benchmarks.cases --small 2000 --cases 20000    a quick look
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from itertools import count

from benchmarks import cases_data as data
from benchmarks import hotline_data
from benchmarks.calls import COUNTY, PREFECTURE, PROVINCE, Job, answered, get, least, post, report, signed_in
from benchmarks.database import fresh_database
from benchmarks.timing import Timing, measure

fresh = count(1)


def main() -> None:
    options = read_arguments()
    with fresh_database():
        from django.conf import settings

        settings.ALLOWED_HOSTS = ["*"]
        hotline_data.people()
        hotline_data.employers()
        results = {size: measured(size, options) for size in (options.small, options.cases)}
    report(results[options.small], results[options.cases])


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=1_000_000, help="how many cases the large run has")
    parser.add_argument("--small", type=int, default=100_000, help="how many the run has that it is compared with")
    parser.add_argument("--times", type=int, default=30, help="how often each request is made")
    parser.add_argument("--only", default="", help="only jobs whose name contains this")
    return parser.parse_args()


def measured(size: int, options: argparse.Namespace) -> dict[str, Timing]:
    began = time.perf_counter()
    data.cases(size)
    print(f"• {size:,} cases are there ({time.perf_counter() - began:.0f} s)", flush=True)
    yardstick = least(get(signed_in(COUNTY, 4), "/cases/"))
    return {name: measure(job, yardstick, options.times) for name, job in jobs() if options.only in name}


def jobs() -> Iterator[tuple[str, Job]]:
    officer, director, statistician = signed_in(COUNTY, 4), signed_in(PREFECTURE, 6), signed_in(PROVINCE, 6)
    for who, client in (("county", officer), ("prefecture", director), ("province", statistician)):
        for show in ("", "overdue", "soon", "waiting", "all"):
            yield f"cases, {who}, {show or 'in hand'}", get(client, "/cases/", show=show)
        yield f"cases, {who}, all, page 1,000", get(client, "/cases/", show="all", cursor=data.cursor(client))
        yield f"cases, {who}, state and category", get(client, "/cases/", state="mediating", category="01")
        yield f"cases, {who}, employer", get(client, "/cases/", show="all", respondent=hotline_data.FREQUENT)
        for label, word in searched():
            yield f"search, {who}, {label}", post(client, "/search/", q=word)
    yield "transition", rate(officer)


def searched() -> list[tuple[str, str]]:
    return [
        ("number", data.NUMBER),
        ("name", data.NAME),
        ("beginning of a name", data.NAME[:2]),
        ("telephone", hotline_data.PHONE),
        ("employer, frequent", hotline_data.FREQUENT),
        ("employer, rare", hotline_data.RARE),
        ("text, frequent", data.FREQUENT_FACT),
        ("text, rare", data.RARE_FACT),
        ("text, none", "龘靐"),
        ("pinyin", "changsheng"),
    ]


def rate(client: object) -> Job:
    """One step on one case: its urgency goes up and down."""

    def job() -> object:
        typed = {"urgency": str(1 + next(fresh) % 2), "reason": "风险变化"}
        return answered(client.post(f"/cases/{data.one_in_hand(COUNTY)}/rate/", typed), 302, 409)  # type: ignore[attr-defined]

    return job


if __name__ == "__main__":
    main()
