"""The process tree of `manage.py up`: in the order in which it becomes ready, and back again."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from config.services.watched import Part, Programme, Watched

COURIER_QUEUES = ("relay", "court", "procuratorate", "hr", "justice", "other", "union")
STOP_SECONDS = 5.0  # for all programmes together; the data services still have to write afterwards


@dataclass
class Supervisor:
    """Keeps everything alive until `stopping` is set. The data services run already; the programmes start here.

    The first programme, the web server, has the machine to itself until its first page can be had: the others would
    take the processors from it and are not missed that early.
    """

    services: list[Part]
    programmes: list[Programme]
    stopping: threading.Event = field(default_factory=threading.Event)

    def run(self, ready: Callable[[], bool], announce: Callable[[], None]) -> None:
        """Start the programmes, say once when the first page can be had, and look after all of them."""
        first, *others = self.programmes
        first.start()
        watched = [Watched(part) for part in (*self.services, first)]
        while not self.stopping.wait(0.05) and not ready():
            look_after(watched)
        if self.stopping.is_set():
            return
        announce()
        for programme in others:
            programme.start()
        watched += [Watched(programme) for programme in others]
        while not self.stopping.wait(0.3):
            look_after(watched)

    def stop(self) -> None:
        """Ask all programmes at once, wait for all together, then insist."""
        for programme in self.programmes:
            programme.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        while any(programme.alive for programme in self.programmes) and time.monotonic() < deadline:
            time.sleep(0.02)
        for programme in self.programmes:
            programme.kill()


def look_after(watched: Iterable[Watched]) -> None:
    for one in watched:
        one.look_after()


def programmes(data: Path, port: int, env: Mapping[str, str]) -> list[Programme]:
    """Web server, worker, courier and clock; the web server comes first."""
    python = [sys.executable, "-m"]
    celery = [*python, "celery", "--app", "config", "--skip-checks", "--quiet"]
    web = [*python, "gunicorn", "config.wsgi", "--config", "python:config.web", "--bind", f"127.0.0.1:{port}"]
    web += ["--workers", os.environ.get("WEB_CONCURRENCY", "2"), "--graceful-timeout", "4"]
    web += ["--no-control-socket", "--log-level", "warning"]
    quiet = ["--loglevel", "WARNING", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    worker = [*celery, "worker", *quiet, "--queues", "tick", "--concurrency", "2"]
    # Threads, as a courier mostly waits for others; so many, that offices which do not answer hold up nobody else.
    courier = [*celery, "worker", *quiet, "--queues", ",".join(COURIER_QUEUES), "--pool", "threads"]
    courier += ["--concurrency", "16"]
    beat = [*celery, "beat", "--loglevel", "WARNING", "--schedule", str(data / "beat"), "--pidfile="]
    commands = {"web": web, "worker": worker, "courier": courier, "beat": beat}
    return [Programme(name, command, env) for name, command in commands.items()]
