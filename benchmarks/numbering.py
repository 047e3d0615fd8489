"""How many documents are numbered in a second while forty sign at once and every fifth is rolled back, without a gap.

.venv/bin/python -m benchmarks.numbering                   the numbers alone, then whole signatures
.venv/bin/python -m benchmarks.numbering --seconds 20

Two figures, because they are held up by different things. "numbers": a transaction that takes the number and keeps it
in a row, which is what others wait for. "signatures": the whole verb with its guards and its text, most of it Python.
"""

from __future__ import annotations

import argparse
import random
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from benchmarks.database import fresh_database, run

THREADS, ROLLED_BACK, WANTED = 40, 0.2, 200
COUNTY, YEAR = "532923", 2024
AT = datetime(YEAR, 6, 5, 4, 0, tzinfo=UTC)


class Undo(Exception):
    """The act fails after its number was taken."""


def main() -> None:
    options = read_arguments()
    with fresh_database():
        numbers = measured(options.seconds, number_alone())
        check(numbers, "benchmark")
        signatures = measured(options.seconds, signature(options.letters))
        check(signatures, "reminder_letter")
    print(f"numbers:    {numbers / options.seconds:7.0f} a second, no gap (wanted: {WANTED})")
    print(f"signatures: {signatures / options.seconds:7.0f} a second, no gap")
    if numbers / options.seconds < WANTED:
        raise SystemExit(1)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--letters", type=int, default=4000, help="how many drafts wait for their signature")
    return parser.parse_args()


def measured(seconds: float, act: Callable[[bool], None]) -> int:
    """How often the act succeeded, done by all threads at once."""
    from django.db import connections

    end, done, failed = time.monotonic() + seconds, [0] * THREADS, []

    def work(n: int) -> None:
        chance = random.Random(n)
        try:
            while time.monotonic() < end:
                undo = chance.random() < ROLLED_BACK
                try:
                    act(undo)
                    done[n] += not undo
                except Undo:
                    continue
        except Exception as error:  # a thread's error would be lost
            failed.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return sum(done)


def number_alone() -> Callable[[bool], None]:
    from django.db import connection, transaction

    from casework.models import Counter, Policy
    from casework.numbering import take_serial
    from organizations.models import UnionOrg

    Policy.objects.create(
        code="number.benchmark", label="-", region=None, valid_from="2000-01-01", value="{mark}〔{year}〕{n}"
    )
    run("CREATE TABLE numbered (serial integer PRIMARY KEY, number text NOT NULL UNIQUE)")
    org = UnionOrg.objects.select_related("region").get(region=COUNTY, kind=UnionOrg.Kind.FEDERATION)
    Counter.objects.all().delete()

    def act(undo: bool) -> None:
        with transaction.atomic():
            taken = take_serial(org, "benchmark", AT.date())
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO numbered VALUES (%s, %s)", taken)
            if undo:
                raise Undo

    return act


def signature(letters: int) -> Callable[[bool], None]:
    from django.db import transaction

    from supervision import actions

    mu, waiting = people_and_drafts(letters)
    lock = threading.Lock()

    def act(undo: bool) -> None:
        with lock:
            if not waiting:
                raise RuntimeError("not enough drafts: please ask for more --letters")
            letter = waiting.pop()
        with transaction.atomic():
            actions.approve(letter, by=mu, at=AT)
            if undo:
                raise Undo

    return act


def people_and_drafts(letters: int) -> tuple[Any, list[Any]]:
    """A signatory, and letters of one matter that wait for the signature."""
    from organizations.models import Officer, UnionOrg, User
    from supervision import actions
    from supervision.models import SupervisionDocument, SupervisionTopic

    org = UnionOrg.objects.select_related("region").get(region=COUNTY, kind=UnionOrg.Kind.FEDERATION)
    users = [User.objects.create_user(username=name) for name in ("drafter", "signer")]
    duties = (Officer.Duty.SUPERVISOR, Officer.Duty.SIGNATORY)
    su, mu = [
        Officer.objects.create(user=user, org=org, duty=duty, valid_from="2020-01-01")
        for user, duty in zip(users, duties, strict=True)
    ]
    topic = SupervisionTopic.objects.get(code="pay")
    matter = actions.open_matter(by=su, at=AT, employer=None, topic=topic, facts="拖欠工资", source="own_finding")
    text = {
        "facts": "拖欠工资",
        "legal_basis": "《劳动法》第五十条",
        "demands": "按期支付",
        "contact_phone": "0872-3120000",
    }
    whole: dict[str, Any] = {
        "kind": "reminder_letter",
        "audience": "public",
        "public_addressee": "全县各用人单位",
        **text,
    }
    first = actions.create_document(matter, by=su, at=AT, **whole)
    first = actions.submit(first, by=su, at=AT, no_conflict=True)
    copies = [SupervisionDocument.objects.get(pk=first.pk) for _n in range(letters)]
    for copy in copies:
        copy.pk = None
    SupervisionDocument.objects.bulk_create(copies, batch_size=500)
    return mu, list(SupervisionDocument.objects.select_related("org__region").exclude(pk=first.pk))


def check(done: int, series: str) -> None:
    """As many numbers as successes, from 1 on, and the counter where the last one is."""
    from casework.models import Counter

    table = "numbered" if series == "benchmark" else "supervision_supervisiondocument WHERE serial IS NOT NULL"
    count, least, most = run(f"SELECT count(*), min(serial), max(serial) FROM {table}")[0]
    last = Counter.objects.get(series=series).last
    if not (count == most == last == done and least == 1):
        raise SystemExit(f"{series}: a gap. rows {count}, from {least} to {most}, counter {last}, successes {done}")


if __name__ == "__main__":
    main()
