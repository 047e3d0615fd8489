"""Two couriers, a clock and a partner's receiver as processes of their own, as they run in an office."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from config.services.places import ROOT
from config.services.process import spawn

QUEUES = "relay,court,procuratorate,hr,justice,other,union"
PORT = 18443


@dataclass
class Process:
    """One programme that is killed, frozen and started again."""

    name: str
    command: list[str]
    env: dict[str, str]
    child: subprocess.Popen[str] | None = None

    def start(self) -> None:
        self.child = spawn(self.command, env=self.env, cwd=ROOT, stdout=subprocess.DEVNULL)

    @property
    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.child.pid}/stat").read_text().rpartition(") ")[2].split() if self.child else []
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    def tell(self, sign: signal.Signals) -> None:
        if self.child and self.child.poll() is None:
            os.killpg(self.child.pid, sign)  # with what it has forked

    def kill(self) -> None:
        """As a machine that loses its power."""
        self.tell(signal.SIGKILL)
        if self.child:
            self.child.wait(20)


@dataclass
class Troop:
    """`folder` holds the inbox of the partner and the certificates; `secret` is shared with it. With `web_port` the
    pages and the API are served too.
    """

    folder: Path
    secret: str
    couriers: int = 2
    port: int = PORT
    more: dict[str, str] = field(default_factory=dict)
    web_port: int = 0

    def __post_init__(self) -> None:
        from tests.referrals.certificates import TestAuthority

        authority = TestAuthority(self.folder)
        self.certificate = authority.files()
        trusted = {"DELIVERY_NETWORKS": "127.0.0.0/8", "DELIVERY_CA_FILE": str(authority.file)}
        self.env = {**os.environ, **trusted, **self.more}
        celery = [sys.executable, "-m", "celery", "-A", "config", "--skip-checks"]
        quiet = ["--loglevel", "ERROR", "--without-gossip", "--without-mingle", "--without-heartbeat"]
        courier = [*celery, "worker", *quiet, "--pool", "threads", "--concurrency", "16", "--queues", QUEUES]
        beat = [*celery, "beat", "--loglevel", "ERROR", "--schedule", str(self.folder / "beat"), "--pidfile="]
        self.senders = [self.process(f"courier {n}", [*courier, "-n", f"c{n}"]) for n in range(self.couriers)]
        self.beat = self.process("beat", beat)
        self.receiver = self.process("receiver", self.receiving())
        web = [sys.executable, "-m", "gunicorn", "config.wsgi", "--config", "python:config.web", "--workers", "2"]
        web += ["--bind", f"127.0.0.1:{self.web_port}", "--log-level", "critical"]
        self.web = [self.process("web", web)] if self.web_port else []

    def process(self, name: str, command: list[str]) -> Process:
        return Process(name, command, self.env)

    def receiving(self) -> list[str]:
        place = ["--certificate", str(self.certificate), "--key", str(self.certificate)]
        kept = ["--secret", self.secret, "--port", str(self.port), "--inbox", str(self.folder / "inbox.sqlite")]
        return [sys.executable, "-m", "receiver_kit", *place, *kept]

    @property
    def all(self) -> list[Process]:
        return [*self.senders, self.beat, self.receiver, *self.web]

    @contextmanager
    def running(self) -> Iterator[Troop]:
        try:
            for one in self.all:
                one.start()
            yield self
        finally:
            for one in self.all:
                one.tell(signal.SIGCONT)
                one.kill()

    def revive(self) -> int:
        """Start again what went by itself, as the supervisor and the containers do; how many there were."""
        gone = [one for one in self.all if one.child and one.child.poll() is not None]
        for one in gone:
            one.start()
        return len(gone)

    def cpu_seconds(self) -> float:
        """What all couriers together have used of the processor."""
        return sum(one.cpu_seconds for one in self.senders)

    def matters(self) -> dict[str, str]:
        """What the partner has, by the number of the referral."""
        from receiver_kit import Inbox

        return Inbox(self.folder / "inbox.sqlite").matters()


def until(condition: Callable[[], Any], seconds: float, pause: float = 0.2) -> float:
    """How long it took; raises SystemExit when it did not happen in time."""
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            raise SystemExit(f"not within {seconds:.0f} s")
        time.sleep(pause)
    return time.monotonic() - began


def connect(kind: str, secret: str, port: int = PORT) -> Any:
    """The authority of Xiangyun that handles this kind, with an address two administrators agreed on."""
    from organizations.models import Authority, User
    from referrals.models import Endpoint

    authority = Authority.objects.filter(kind=kind, region="532923").first()
    authority = authority or Authority.objects.create(kind=kind, region_id="532923", name=f"{kind} 532923")
    first, second = (User.objects.get_or_create(username=f"keeper{n}")[0] for n in (1, 2))
    agreed = {"address": f"https://127.0.0.1:{port}/", "entered_by": first, "confirmed_by": second, "secret": secret}
    Endpoint.objects.update_or_create(authority=authority, defaults=agreed)
    return authority
