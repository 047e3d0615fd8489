"""Real Celery workers for the tests: processes of their own, on the database and the broker of the test."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, Popen

from django.conf import settings
from django.db import connection
from redis import Redis

from config.celery import app
from config.services.places import ROOT
from config.services.process import spawn

PATIENCE = 20.0
PAUSE = 0.05


def until(condition: Callable[[], object], what: str, act: Callable[[], object] = lambda: None) -> None:
    """Ask again and again, with `act` before each question. Fails after twenty seconds."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        act()
        if condition():
            return
        time.sleep(PAUSE)
    raise AssertionError(f"not within {PATIENCE:.0f} s: {what}")


def tick() -> None:
    """What beat sends each second."""
    app.send_task("referrals.tasks.relay")


def wipe_broker() -> None:
    """All the broker remembers of this test's database."""
    with Redis.from_url(settings.REDIS_URL) as client:
        client.flushdb()


@contextmanager
def worker(application: str = "config", **more: str) -> Iterator[Popen[str]]:
    """A worker with two threads; killed at the end if it still lives."""
    address = os.environ["DATABASE_URL"].rpartition("/")[0]
    env = {**os.environ, "DATABASE_URL": f"{address}/{connection.settings_dict['NAME']}", **more}
    command = [sys.executable, "-m", "celery", "-A", application, "--skip-checks", "worker", "--pool", "threads"]
    command += ["--concurrency", "2", "--loglevel", "ERROR", "--without-gossip", "--without-mingle"]
    process = spawn([*command, "--without-heartbeat"], env=env, cwd=Path(ROOT), stdout=DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait(PATIENCE)
