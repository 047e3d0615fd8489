"""Medians and tails of a piece of work, as a table."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import Any


@dataclass(frozen=True)
class Spread:
    """Milliseconds."""

    median: float
    p95: float
    worst: float


def timed(work: Callable[[Any], object], given: Iterable[Any]) -> Spread:
    """The work for each of the given things, once to warm up and once measured."""
    things = list(given)
    for thing in things:
        work(thing)
    spans = []
    for thing in things:
        began = perf_counter()
        work(thing)
        spans.append((perf_counter() - began) * 1000)
    return Spread(median(spans), quantiles(spans, n=20)[-1], max(spans))


def say(text: str = "") -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def report(title: str, sizes: list[int], found: dict[str, list[Spread]]) -> None:
    """One line for each class: median and p95 at the largest size, and the growth of the median from the smallest."""
    say(f"\n{title}, {sizes[0]:,} → {sizes[-1]:,}")
    say(f"{'class':<28}{'median ms':>10}{'p95 ms':>10}{'worst ms':>10}{'growth':>9}")
    for name, timings in found.items():
        first, last = timings[0], timings[-1]
        say(f"{name:<28}{last.median:>10.1f}{last.p95:>10.1f}{last.worst:>10.1f}{last.median / first.median:>8.2f}×")
