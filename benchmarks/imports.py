"""What an import costs against the same rows inserted bare: rows per second, growth, memory. Run by hand:

    python3 manage.py shell -c "from benchmarks.imports import main; main()"

Each size runs in a process of its own inside a transaction that is rolled back, so nothing stays in the database.
"""

from __future__ import annotations

import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

SIZES = (10_000, 100_000)
EMPLOYERS = 2_000
HEADER = ["external_no", "organization", "started_at", "ring_seconds", "talk_seconds", "caller_phone", "caller_name"]
HEADER += ["request_type", "category", "employer_name", "summary", "operator", "result"]
SUMMARY = "来电人反映用人单位连续三个月未发放工资，已与单位协商未果，咨询如何申请劳动仲裁以及需要准备哪些证据材料。"


def rows(count: int) -> Iterator[list[Any]]:
    for n in range(count):
        moment = datetime(2024, 1, 1) + timedelta(minutes=5 * n)  # noqa: DTZ001  # as it stands in a table
        phone, employer = f"138{n:08}", f"祥云基准第{n % EMPLOYERS}建筑劳务有限公司"
        caller = f"杨测试{n % 997}"
        began, facts = f"{moment:%Y-%m-%d %H:%M}", f"{n}：{SUMMARY}"
        said = [began, 6, 90, phone, caller, "inquiry", "0101", employer, facts]
        yield [f"B{n}", "532923", *said, "", "answered"]


def written(folder: Path, count: int) -> Path:
    path = folder / f"{count}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows(count))
    return path


def imported(path: Path) -> float:
    """Rows per second of the whole import."""
    from django.db import transaction
    from django.utils import timezone

    from casework.importing.run import Run
    from hotline.imports.intake import CALL_IMPORT
    from organizations.models import Officer

    with transaction.atomic(), path.open("rb") as stream:
        begin = time.perf_counter()
        outcome = Run(CALL_IMPORT, Officer.objects.system(), timezone.now()).over(stream, path.name)
        spent = time.perf_counter() - begin
        transaction.set_rollback(True)
    assert outcome.is_clean, outcome.faults[:3]
    return outcome.kept / spent


def inserted(path: Path) -> float:
    """Rows per second of the least that could be done: parsed, sealed, indexed, inserted with one event each."""
    from django.db import connection, transaction

    from casework.secrets import vault

    said = "number, state, org_id, scope, version, opened_at, channel, started_at, handled_by_id, entered_by_id"
    said += ", entered_afterwards, external_no, caller_name, caller_phone, phone_index, caller_id_number, id_index"
    said += ", anonymous, confidential, request_type, non_case, category_id, employer_name, workers_affected, place"
    said += ", facts, claim, answer, ring_seconds, talk_seconds"
    names = said.split(", ")
    rest = unsaid(names)
    columns = ", ".join([*names, *rest])
    with transaction.atomic(), connection.cursor() as cursor, path.open(encoding="utf-8", newline="") as file:
        cursor.execute("SELECT id FROM organizations_officer WHERE duty = 'system'")
        [system] = cursor.fetchone()
        cursor.execute("SELECT id, path FROM organizations_unionorg WHERE region_id = '532923' AND kind = 'federation'")
        org, scope = cursor.fetchone()
        begin, count = time.perf_counter(), 0
        with cursor.copy(f"COPY hotline_callrecord ({columns}) FROM STDIN") as copy:
            for count, row in enumerate(csv.DictReader(file), 1):
                phone, began = row["caller_phone"], f"{row['started_at']}+08"
                name = vault.seal(row["caller_name"], "hotline.callrecord.caller_name")
                sealed = vault.seal(phone, "hotline.callrecord.caller_phone")
                index = vault.fingerprint(phone, "hotline.callrecord.phone_index")
                head = [f"X{count}", "closed", org, scope, 1, began, "phone", began, system, system, True]
                body = [row["external_no"], name, sealed, index, "", "", False, False, "inquiry", "", "0101"]
                tail = [row["employer_name"], 1, "", row["summary"], "", ""]
                copy.write_row([*head, *body, *tail, row["ring_seconds"], row["talk_seconds"], *rest.values()])
        cursor.execute(
            "INSERT INTO hotline_callevent (file_id, verb, at, by_id, before, after, note) "
            "SELECT id, 'take_in_closed', now(), %s, '', 'closed', '' FROM hotline_callrecord WHERE number LIKE 'X%%'",
            [system],
        )
        spent = time.perf_counter() - begin
        transaction.set_rollback(True)
    return count / spent


def unsaid(said: list[str]) -> dict[str, Any]:
    """The other columns that must hold something, with what they hold where nobody said anything."""
    from hotline.models import CallRecord

    own = [field for field in CallRecord._meta.local_concrete_fields if not (field.null or field.primary_key)]
    return {field.column: field.get_default() for field in own if field.column not in said}


def measure(way: str, path: Path) -> tuple[float, float]:
    """Rows per second and the most memory (MB), in a process of its own."""
    code = f"from pathlib import Path; from benchmarks.imports import report; report({way!r}, Path({str(path)!r}))"
    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ)
    speed, memory = done.stdout.strip().splitlines()[-1].split()
    return float(speed), float(memory)


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def report(way: str, path: Path) -> None:
    speed = {"imported": imported, "inserted": inserted}[way](path)
    say(f"{speed} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}")


def main() -> None:
    found: dict[tuple[str, int], tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in SIZES:
            path = written(Path(folder), count)
            for way in ("inserted", "imported"):
                found[way, count] = speed, memory = measure(way, path)
                say(f"{way:9} {count:7,} rows: {speed:8,.0f} rows/s, {memory:6.0f} MB")
    small, large = SIZES
    for count in SIZES:
        say(f"{count:7,} rows: {found['imported', count][0] / found['inserted', count][0]:.2f} of the raw import")
    say(f"growth of the cost of a row: {found['imported', small][0] / found['imported', large][0]:.2f}")
    say(f"growth of memory: {found['imported', large][1] / found['imported', small][1]:.2f}")
