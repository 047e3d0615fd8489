"""What the lists, the search and the steps of cases cost from a hundred thousand to a million cases.

.venv/bin/python -m benchmarks.cases                               100,000 and 1,000,000 cases
.venv/bin/python -m benchmarks.cases --small 2000 --cases 20000    a quick look
.venv/bin/python -m benchmarks.cases --explain --only search       with the plans of every statement

Every job is a whole request. Lists and steps are held against a minimal application, the search against its two
statements sent bare.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from itertools import count
from typing import Any

from benchmarks import cases_data as data
from benchmarks import hotline_data
from benchmarks.calls import (
    COUNTY,
    PLAIN,
    PREFECTURE,
    PROVINCE,
    Job,
    answered,
    explain,
    get,
    least,
    post,
    report,
    signed_in,
)
from benchmarks.database import fresh_database
from benchmarks.timing import Timing, measure

fresh = count(1)
SEARCH_BOUND = (1.5, 10)  # times the bare statements, and so many milliseconds more


def main() -> None:
    options = read_arguments()
    with fresh_database():
        from django.conf import settings

        settings.ALLOWED_HOSTS = ["*"]
        hotline_data.people()
        hotline_data.employers()
        results = {size: measured(size, options) for size in (options.small, options.cases)}
    report(results[options.small], results[options.cases])
    conclude(results[options.cases])


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=1_000_000, help="how many cases the large run has")
    parser.add_argument("--small", type=int, default=100_000, help="how many the run has that it is compared with")
    parser.add_argument("--times", type=int, default=30, help="how often each request is made")
    parser.add_argument("--only", default="", help="only jobs whose name contains one of these, by commas")
    parser.add_argument("--explain", action="store_true", help="print the plan of every statement that reads")
    return parser.parse_args()


def measured(size: int, options: argparse.Namespace) -> dict[str, Timing]:
    began = time.perf_counter()
    data.cases(size)
    print(f"• {size:,} cases are there ({time.perf_counter() - began:.0f} s)", flush=True)
    found = {}
    for name, job, yardstick in jobs():
        if any(part in name for part in options.only.split(",")):
            found[name] = measure(job, yardstick, options.times)
            if options.explain and size == options.cases:
                explain(name, job)
    return found


def jobs() -> Iterator[tuple[str, Job, Job]]:
    people = {
        "mediator": signed_in(COUNTY, 7),
        "county": signed_in(COUNTY, 4),
        "prefecture": signed_in(PREFECTURE, 6),
        "province": signed_in(PROVINCE, 6),
    }
    for who, client in people.items():
        yield from lists(who, client)
        for label, word in searched():
            yield f"search, {who}, {label}", post(client, "/search/", q=word), data.two_steps(client, word)
    yield from steps(people["mediator"])


def lists(who: str, client: Any) -> Iterator[tuple[str, Job, Job]]:
    yardstick = least(get(signed_in(COUNTY, 7, PLAIN), "/cases/"))
    for show in ("", "overdue", "soon", "waiting", "all"):
        yield f"cases, {who}, {show or 'in hand'}", get(client, "/cases/", show=show), yardstick
    page = get(client, "/cases/", show="all", cursor=data.cursor(client))
    yield f"cases, {who}, all, page 1,000", page, yardstick
    yield f"cases, {who}, state and category", get(client, "/cases/", state="mediating", category="01"), yardstick
    named = get(client, "/cases/", show="all", respondent=hotline_data.FREQUENT)
    yield f"cases, {who}, employer", named, yardstick
    yield f"desk, {who}", get(client, "/"), yardstick


def searched() -> list[tuple[str, str]]:
    return [
        ("number", data.NUMBER),
        ("name", data.NAME),
        ("beginning of a name", data.NAME[:2]),
        ("telephone", hotline_data.PHONE),
        ("employer, frequent", hotline_data.FREQUENT),
        ("employer, rare", hotline_data.RARE),
        ("text of 2, frequent", data.FREQUENT_FACT[:2]),
        ("text of 3, frequent", data.FREQUENT_FACT),
        ("text of 2, rare", data.RARE_FACT[:2]),
        ("text of 3, rare", data.RARE_FACT[:3]),
        ("text of 4, rare", data.RARE_FACT[:4]),
        ("text of 2, none", "龘靐"),
        ("text of 4, none", "龘靐龗厵"),
        ("pinyin", "changsheng"),
    ]


def steps(client: Any) -> Iterator[tuple[str, Job, Job]]:
    """One step on one case, with and without what keeps its search text."""
    key, other = data.one_in_mediation(client), data.oldest(client)
    plain = signed_in(COUNTY, 7, PLAIN)
    bare = least(lambda: answered(plain.post(f"/cases/{other}/step/", {"urgency": next(fresh) % 3}), 302))
    turn = count()
    yield "transition, urgency", urgency(client, key, turn), bare
    yield "transition, suspend and resume", stand_and_go(client, key), bare
    with data.without_search():
        yield "transition, urgency, no search text", urgency(client, key, turn), bare


def urgency(client: Any, key: int, turn: Iterator[int]) -> Job:
    """The urgency goes up and down, so that no step is refused."""

    def job() -> Any:
        typed = {"urgency": str(1 + next(turn) % 2), "reason": "风险变化"}
        return answered(client.post(f"/cases/{key}/rate/", typed), 302)

    return job


def stand_and_go(client: Any, key: int) -> Job:
    """A step that changes the state and a clock, there and back in turns."""
    turn = count()

    def job() -> Any:
        day = data.today()
        if next(turn) % 2:
            return answered(client.post(f"/cases/{key}/resume/", {"resumed_on": day}), 302)
        return answered(client.post(f"/cases/{key}/suspend/", {"suspended_on": day, "reason": "等待鉴定"}), 302)

    return job


def conclude(found: dict[str, Timing]) -> None:
    """The bounds that are no growth."""
    for who in ("mediator", "county", "prefecture", "province"):
        first, late = found.get(f"cases, {who}, all"), found.get(f"cases, {who}, all, page 1,000")
        if first and late:
            print(f"page 1,000 against page 1, {who}: {first.share / late.share:.2f}")
    for name, timing in found.items():
        if name.startswith("search"):
            times, more = SEARCH_BOUND
            bound = times * timing.yardstick + more
            verdict = "within" if timing.median <= bound else "ABOVE"
            print(f"{name:<46}{timing.median:>8.1f} {verdict} {times} × {timing.yardstick:.1f} + {more} ms")
    kept, bare = found.get("transition, urgency"), found.get("transition, urgency, no search text")
    if kept and bare:
        print(f"what the search text costs a transition: {bare.share / kept.share - 1:+.1%}")


if __name__ == "__main__":
    main()
