"""How long a request takes, and how many statements it sends."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

TRANSACTION = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


@dataclass(frozen=True)
class Timing:
    """Milliseconds of one job and of the yardstick run in turns with it, as the machine is never equally busy.

    `statements` read or write, `marks` only bracket transactions.
    """

    median: float
    p95: float
    yardstick: float
    statements: int
    marks: int

    @property
    def share(self) -> float:
        """How much of the yardstick's throughput the job reaches."""
        return self.yardstick / self.median


def measure(job: Callable[[], Any], yardstick: Callable[[], Any], times: int = 30, warm: int = 3) -> Timing:
    """The first runs are not counted: they fill caches that a running process has filled."""
    for _n in range(warm):
        job()
        yardstick()
    statements, marks = counted(job)
    pairs = [(timed(job), timed(yardstick)) for _n in range(times)]
    spent = sorted(of_job for of_job, _of_yardstick in pairs)
    least = statistics.median(of_yardstick for _of_job, of_yardstick in pairs)
    return Timing(statistics.median(spent), spent[int(len(spent) * 0.95)], least, statements, marks)


def timed(job: Callable[[], Any]) -> float:
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * 1000


def counted(job: Callable[[], Any]) -> tuple[int, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        job()
    marks = sum(query["sql"].startswith(TRANSACTION) for query in seen.captured_queries)
    return len(seen) - marks, marks
