"""How fast referrals go out: through real couriers, the broker and TLS, to the receiver of the kit.

.venv/bin/python -m benchmarks.referrals                   3,000 referrals with two couriers
.venv/bin/python -m benchmarks.referrals --referrals 500   a quick look
"""

from __future__ import annotations

import argparse
import os
import socket
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.couriers import PORT, Troop, connect, until
from benchmarks.database import fresh_database

SILENT = PORT + 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--referrals", type=int, default=3000)
    parser.add_argument("--single", type=int, default=30, help="how many are sent one after the other when idle")
    parser.add_argument("--couriers", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="heyi-couriers-") as folder, fresh_database():
        measure(Path(folder), options)


def measure(folder: Path, options: argparse.Namespace) -> None:
    from referrals.models.endpoints import fresh_secret

    secret = fresh_secret()
    for kind in ("hr", "court", "justice", "procuratorate"):
        connect(kind, secret)
    with Troop(folder, secret, options.couriers).running() as troop:
        warm_up()
        throughput(options.referrals, troop)
        single(options.single, "idle, commit to delivered")
        with listening_in_silence():
            silent_office(secret)
            single(options.single, "beside an office that hangs")


def warm_up() -> None:
    approved()
    until(nothing_waits, 60)


def throughput(count: int, troop: Troop) -> None:
    """A second, and what one costs the couriers: that stays the same when others use the machine as well."""
    copies(approved(), count)
    before, load = troop.cpu_seconds(), os.getloadavg()[0]
    spent = until(nothing_waits, 900)
    cost = (troop.cpu_seconds() - before) / count * 1000
    words = f"{count / spent:.0f} a second, {cost:.1f} ms of a core each (load {load:.1f})"
    print(f"{count:,} referrals, {len(troop.senders)} couriers: {words}", flush=True)


def is_delivered(referral: Any) -> bool:
    return bool(referral.deliveries.filter(done_at__isnull=False).exists())


def single(count: int, what: str) -> None:
    """One every second: what somebody waits for who looks at the page."""
    spans = []
    for _n in range(count):
        referral = approved()
        began = time.monotonic()
        until(partial(is_delivered, referral), 60, 0.02)
        spans.append(time.monotonic() - began)
        time.sleep(max(0, 1 - spans[-1]))
    print(f"{what}: median {median(spans):.2f} s, p95 {quantiles(spans, n=20)[-1]:.2f} s", flush=True)


def approved() -> Any:
    """A referral of a new case, made and let go by the verbs."""
    from django.utils import timezone

    from tests.factories.referrals import make_referral, officer
    from tests.referrals.conftest import open_case

    return make_referral(open_case(officer("case_officer"), timezone.now()), "queued")


def copies(pattern: Any, count: int) -> None:
    """Queued referrals like the pattern, each of a file of its own, to four offices, with event and message."""
    from organizations.models import Authority
    from referrals.models import Delivery, Referral, ReferralEvent

    message, event = pattern.deliveries.get(), pattern.events.get(verb="enqueue")
    offices = list(Authority.objects.filter(endpoint__isnull=False))
    referrals = [copied(pattern, number=f"{pattern.number}-{n}", authority=offices[n % 4]) for n in range(count)]
    Referral.objects.bulk_create(referrals, batch_size=500)
    ReferralEvent.objects.bulk_create([copied(event, file=one) for one in referrals], batch_size=500)
    given = [{"referral": one, "authority": one.authority, "source": f"case:{10**6 + one.pk}"} for one in referrals]
    rows = [copied(message, **one, authority_kind=one["authority"].kind) for one in given]
    for row in rows:
        row.body = row.body.replace(pattern.number, row.referral.number)
        row.digest = digest(row.body)
    Delivery.objects.bulk_create(rows, batch_size=500)


def copied(row: Any, **changes: Any) -> Any:
    from referrals.models.deliveries import message_id

    fields = [field for field in row._meta.local_concrete_fields if not field.primary_key]
    values = {field.attname: getattr(row, field.attname) for field in fields}
    fresh = {"message_id": message_id(), "lease": None, "leased_until": None} if "message_id" in values else {}
    new = type(row)(**{**values, **fresh})
    for name, value in changes.items():
        setattr(new, name, value)
    return new


def digest(body: str) -> str:
    from referrals.models.deliveries import digest_of

    return digest_of(body)


def nothing_waits() -> bool:
    from referrals.models import Delivery

    return not Delivery.objects.pending().exists()


def listening_in_silence() -> socket.socket:
    """A receiver that takes connections and never says a word."""
    server = socket.create_server(("127.0.0.1", SILENT), backlog=256)
    server.listen(256)
    return server


def silent_office(secret: str) -> None:
    """Two hundred messages for an office that hangs, in the same queue as those that are measured."""
    from referrals.models import Delivery

    office, pattern = connect("other", secret, SILENT), approved()
    until(nothing_waits, 60)
    given = {"authority": office, "authority_kind": "hr", "done_at": None, "attempts": 0}
    message = pattern.deliveries.get()
    rows = [copied(message, **given, matter="referral.result", source=f"case:{10**8 + n}") for n in range(200)]
    Delivery.objects.bulk_create(rows)
    time.sleep(2)


if __name__ == "__main__":
    main()
