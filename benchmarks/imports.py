"""What an import costs against the same rows inserted bare: rows per second, growth, memory. Run by hand:

.venv/bin/python -m benchmarks.imports                 calls and cases, 10,000 and 100,000 rows of each
.venv/bin/python -m benchmarks.imports --only cases

Each run has a process of its own, in a transaction that is rolled back, so that each finds the same empty tables.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import imported_cases
from benchmarks.database import fresh_database

SIZES = (10_000, 100_000)
EMPLOYERS = 2_000
HEADER = ["external_no", "organization", "started_at", "ring_seconds", "talk_seconds", "caller_phone", "caller_name"]
HEADER += ["request_type", "category", "employer_name", "summary", "operator", "result"]
SUMMARY = "来电人反映用人单位连续三个月未发放工资，已与单位协商未果，咨询如何申请劳动仲裁以及需要准备哪些证据材料。"


def rows(count: int) -> Iterator[list[Any]]:
    for n in range(count):
        moment = f"2024-{n % 12 + 1:02}-{n % 28 + 1:02} {n % 24:02}:{n % 60:02}:00"
        phone, employer = f"138{n:08}", f"祥云基准第{n % EMPLOYERS}建筑劳务有限公司"
        caller = f"杨测试{n % 997}"
        yield [f"B{n}", "532923", moment, 6, 90, phone, caller, "inquiry", "0101", employer, SUMMARY, "", "answered"]


def written(folder: Path, kind: str, count: int) -> Path:
    path, table = folder / f"{kind}-{count}.csv", TABLES[kind]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.header)
        writer.writerows(table.rows(count))
    return path


@dataclass(frozen=True)
class Table:
    """One kind of table: its rows, and the least that could be done to take them in, as a count of them."""

    header: list[str]
    rows: Callable[[int], Iterator[list[Any]]]
    insert_bare: Callable[[Path], int]


def imported(kind: str, path: Path) -> float:
    """Rows per second of the whole import."""
    from django.db import connection, transaction
    from django.utils import timezone

    from casework.importing.kinds import ImportKind
    from casework.importing.run import Run
    from organizations.models import Officer

    with transaction.atomic(), path.open("rb") as stream:
        begin = time.perf_counter()
        outcome = Run(ImportKind.known[kind], Officer.objects.system(), timezone.now()).over(stream, path.name)
        connection.check_constraints()  # as at the end of the transaction, which is not kept here
        spent = time.perf_counter() - begin
        transaction.set_rollback(True)
    assert outcome.is_clean, outcome.faults[:3]
    return outcome.kept / spent


def inserted(kind: str, path: Path) -> float:
    """Rows per second of the least that could be done."""
    from django.db import connection, transaction

    with transaction.atomic():
        begin = time.perf_counter()
        count = TABLES[kind].insert_bare(path)
        connection.check_constraints()
        spent = time.perf_counter() - begin
        transaction.set_rollback(True)
    return count / spent


def insert_calls(path: Path) -> int:
    """Parsed, sealed, indexed, inserted with one event each."""
    from django.db import connection

    from casework.secrets import vault

    columns = "number, state, org_id, scope, version, opened_at, channel, started_at, handled_by_id, entered_by_id"
    columns += ", entered_afterwards, external_no, caller_name, caller_phone, phone_index, caller_id_number, id_index"
    columns += ", anonymous, confidential, request_type, non_case, category_id, employer_name, workers_affected, place"
    columns += ", facts, claim, answer, ring_seconds, talk_seconds"
    with connection.cursor() as cursor, path.open(encoding="utf-8", newline="") as file:
        cursor.execute("SELECT id FROM organizations_officer WHERE duty = 'system'")
        [system] = cursor.fetchone()
        cursor.execute("SELECT id, path FROM organizations_unionorg WHERE region_id = '532923' AND kind = 'federation'")
        org, scope = cursor.fetchone()
        count = 0
        with cursor.copy(f"COPY hotline_callrecord ({columns}) FROM STDIN") as copy:
            for count, row in enumerate(csv.DictReader(file), 1):
                phone, began = row["caller_phone"], f"{row['started_at']}+08"
                name = vault.seal(row["caller_name"], "hotline.callrecord.caller_name")
                sealed = vault.seal(phone, "hotline.callrecord.caller_phone")
                index = vault.fingerprint(phone, "hotline.callrecord.phone_index")
                head = [f"X{count}", "closed", org, scope, 1, began, "phone", began, system, system, True]
                body = [row["external_no"], name, sealed, index, "", "", False, False, "inquiry", "", "0101"]
                tail = [row["employer_name"], 1, "", row["summary"], "", ""]
                copy.write_row([*head, *body, *tail, row["ring_seconds"], row["talk_seconds"]])
        cursor.execute(
            "INSERT INTO hotline_callevent (file_id, verb, at, by_id, before, after, note) "
            "SELECT id, 'take_in_closed', now(), %s, '', 'closed', '' FROM hotline_callrecord WHERE number LIKE 'X%%'",
            [system],
        )
    return count


TABLES = {
    "calls": Table(HEADER, rows, insert_calls),
    "cases": Table(imported_cases.HEADER, imported_cases.rows, imported_cases.insert_bare),
}


def measure(way: str, kind: str, path: Path) -> tuple[float, float]:
    """Rows per second and the most memory (MB), in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.imports", "--measure", way, kind, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ)
    speed, memory = done.stdout.strip().splitlines()[-1].split()
    return float(speed), float(memory)


def measured(way: str, kind: str, path: Path) -> None:
    """One measurement, for the process above."""
    import django

    django.setup()
    speed = {"imported": imported, "inserted": inserted}[way](kind, path)
    say(f"{speed} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=TABLES, action="append", help="one kind of table")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="rows of the files, the smallest first")
    parser.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    options = read_arguments()
    if options.measure:
        measured(options.measure[0], options.measure[1], Path(options.measure[2]))
        return
    with fresh_database(), tempfile.TemporaryDirectory() as folder:
        for kind in options.only or TABLES:
            compare(kind, Path(folder), options.sizes)


def compare(kind: str, folder: Path, sizes: Sequence[int]) -> None:
    found: dict[tuple[str, int], tuple[float, float]] = {}
    for count in sizes:
        path = written(folder, kind, count)
        for way in ("inserted", "imported"):
            found[way, count] = speed, memory = measure(way, kind, path)
            say(f"{kind} {way:9} {count:7,} rows: {speed:8,.0f} rows/s, {memory:6.0f} MB")
        say(
            f"{kind} {count:7,} rows: {found['imported', count][0] / found['inserted', count][0]:.2f} of the raw import"
        )
    small, large = sizes[0], sizes[-1]
    say(f"{kind}, growth of the cost of a row: {found['imported', small][0] / found['imported', large][0]:.2f}")
    say(f"{kind}, growth of memory: {found['imported', large][1] / found['imported', small][1]:.2f}")


if __name__ == "__main__":
    main()
