"""What is accepted arrives, whatever is killed, frozen or wiped meanwhile.

.venv/bin/python -m benchmarks.endurance                   two minutes, sixteen clients, a fault every two seconds
.venv/bin/python -m benchmarks.endurance --seconds 30 --clients 4 --seed 7

The tests run the same for a few seconds on their own servers (tests/referrals/test_endurance.py).
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from django.utils import timezone

from benchmarks.couriers import Troop, connect, until
from benchmarks.referrals import nothing_waits

WEB_PORT = 18446
PORT = 18445  # not that of the benchmark, which may run at the same time
DRAINED_WITHIN = 120  # seconds after the last fault
FROZEN = 3.0
Fault = Callable[[], None]


@dataclass
class Clients:
    """People who approve referrals as fast as they can, over the API where `web` says at which address and with which
    token. What was accepted is what was answered with yes.
    """

    count: int
    web: tuple[str, str] | None = None
    accepted: list[str] = field(default_factory=list)
    refused: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def at_work(self) -> Iterator[Clients]:
        threads = [threading.Thread(target=self.work, daemon=True) for _n in range(self.count)]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            self.stopping.set()
            for thread in threads:
                thread.join(60)

    def work(self) -> None:
        from django.db import DatabaseError, connection

        while not self.stopping.is_set():
            try:
                self.refer_some()
            except (DatabaseError, OSError, HTTPException):
                self.refused += 1
                connection.close()
                time.sleep(0.3)
        connection.close()

    def refer_some(self) -> None:
        """Several referrals of one case: they have to arrive in their order."""
        from tests.factories.referrals import make_referral, officer
        from tests.referrals.conftest import open_case

        case = open_case(officer("case_officer"), timezone.now())
        for _n in range(3):
            if self.stopping.is_set():
                return
            draft = make_referral(case)
            self.approve(draft)
            self.accepted.append(draft.number)

    def approve(self, draft: Any) -> None:
        """Raises OSError, HTTPException when the answer does not come, or is none."""
        from tests.factories.referrals import brought_to

        if self.web is None:
            brought_to(draft, "queued", at=timezone.now())
            return
        address, token = self.web
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        url = f"{address}/api/v1/referrals/{draft.pk}/approve/"
        with urlopen(Request(url, b"{}", headers), timeout=30) as answer:  # noqa: S310 - our own server
            answer.read()


@dataclass
class Storm:
    """One fault after another, drawn by chance from a seed."""

    faults: dict[str, Fault]
    seed: int
    every: float
    revive: Callable[[], int] = lambda: 0
    done: Counter[str] = field(default_factory=Counter)

    def blow(self, seconds: float) -> None:
        chance, ends = random.Random(self.seed), time.monotonic() + seconds
        while time.monotonic() < ends:
            name = chance.choice(sorted(self.faults))
            self.faults[name]()
            self.done[name] += 1
            time.sleep(self.every * chance.uniform(0.5, 1.5))
            self.done["went by itself"] += self.revive()


def faults_of(troop: Troop, wipe: Fault) -> dict[str, Fault]:
    """Kills and freezes of our own processes and of the partner's, and a broker that forgets everything."""
    chance = random.Random(1)

    def again(process: Any) -> Fault:
        def fault() -> None:
            process.kill()
            process.start()

        return fault

    def frozen(process: Any) -> Fault:
        def fault() -> None:
            process.tell(signal.SIGSTOP)
            time.sleep(chance.uniform(0.5, FROZEN))
            process.tell(signal.SIGCONT)

        return fault

    found: dict[str, Fault] = {"broker wiped": wipe}
    for process in troop.all:
        found[f"{process.name} killed"] = again(process)
        found[f"{process.name} frozen"] = frozen(process)
    return found


def verdict(clients: Clients, troop: Troop) -> dict[str, Any]:
    """Nothing accepted is missing at the partner, nothing is there that nobody accepted, and the sums agree."""
    from referrals.conservation import balance
    from referrals.models import DeliveryAttempt, Referral

    there = set(troop.matters())
    sent = set(Referral.objects.filter(sent_at__isnull=False).values_list("number", flat=True))
    return {
        "accepted": len(clients.accepted),
        "lost": len(set(clients.accepted) - there),
        "phantom": len(there - sent),
        "missing in the sums": balance().missing,
        "attempts": DeliveryAttempt.objects.count(),
        "attempts cut off": DeliveryAttempt.objects.filter(finished_at=None).count(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--every", type=float, default=2, help="seconds between two faults, about")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="heyi-endurance-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # as root, PostgreSQL's account has to pass through
        with servers(folder) as (database, broker):
            run(folder, database, broker, options)


@contextmanager
def servers(folder: Path) -> Iterator[tuple[Any, Any]]:
    """A database that writes to disk and a broker, both ours to kill."""
    from config.services.broker import Broker
    from config.services.postgres import Postgres
    from config.services.testing import environment

    database, broker = Postgres(folder), Broker(folder)
    try:
        database.start()
        broker.start()
        os.environ.update(environment(folder, database.url, broker.url), DJANGO_SETTINGS_MODULE="benchmarks.settings")
        prepare()
        yield database, broker
    finally:
        broker.stop()
        database.stop()


def prepare() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from casework.reference import seed

    seed()


def killed(server: Any) -> Fault:
    """The server as after a power cut: gone without a word, then started again."""

    def fault() -> None:
        os.killpg(server.child.pid, signal.SIGKILL)
        server.child.wait()
        server.start()

    return fault


def frozen(server: Any) -> Fault:
    """The server stands still with every connection open, and goes on as if nothing had been."""

    def fault() -> None:
        os.killpg(server.child.pid, signal.SIGSTOP)
        time.sleep(FROZEN)
        os.killpg(server.child.pid, signal.SIGCONT)

    return fault


def cut(database: Any) -> Fault:
    """All connections to the database end at once, as by a network that fails."""

    def fault() -> None:
        from django.db import connection
        from psycopg import connect as connected

        name = str(connection.settings_dict["USER"])
        with connected(host=str(database.sockets), user=name, dbname=name, autocommit=True) as own:
            own.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )

    return fault


def run(folder: Path, database: Any, broker: Any, options: argparse.Namespace) -> None:
    from django.db import connection
    from redis import Redis

    from organizations.models import AccessToken
    from referrals.models.endpoints import fresh_secret
    from tests.factories.referrals import officer

    secret = fresh_secret()
    connect("hr", secret, PORT)
    _officer, _liaison, director = map(officer, ("case_officer", "liaison", "committee_director"))
    assert director.user
    troop = Troop(folder, secret, port=PORT, web_port=WEB_PORT)
    clients = Clients(options.clients, (f"http://127.0.0.1:{WEB_PORT}", AccessToken.objects.issue(director.user)))
    redis: Any = Redis.from_url(broker.url)
    faults = faults_of(troop, redis.flushall)
    for name, server in (("broker", broker), ("database", database)):
        faults |= {f"{name} killed": killed(server), f"{name} frozen": frozen(server)}
    faults |= {"database cut": cut(database), "broker cut": lambda: redis.client_kill_filter(_type="normal")}
    storm = Storm(faults, options.seed, options.every, troop.revive)
    with troop.running():
        with clients.at_work():
            storm.blow(options.seconds)
        connection.close()  # it belonged to a server that was killed
        spent = until(nothing_waits, DRAINED_WITHIN)
        print(f"faults: {dict(storm.done)}", flush=True)
        print(f"drained {spent:.0f} s after the last fault, {clients.refused} acts refused; {verdict(clients, troop)}")


if __name__ == "__main__":
    main()
