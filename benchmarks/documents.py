"""What a document costs, against the library that draws it, alone.

.venv/bin/python -m benchmarks.documents

"document" is the way from a row of the database to the file: template, values, composition, drawing. "saved and
hashed" keeps the file as well, safely on disk and under its hash. Wanted: at most 1.5 times and twice the library, at
most 8 statements, 150 ms. CPU time is told beside the time on the clock, as machines are shared.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from benchmarks.database import fresh_database

Job = Callable[[int], Any]
DRAWN, KEPT, STATEMENTS = 1.5, 2.0, 8
FACT = "2024年3月至5月未足额支付5名劳动者的劳动报酬，共计46300元，单位未说明原因，也未与劳动者协商。"
HALF = "import django; django.setup(); from benchmarks.documents import sealed; sealed({})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200, help="how many are sealed by two processes")
    wanted = parser.parse_args()
    with fresh_database(), tempfile.TemporaryDirectory() as folder:
        from django.conf import settings

        settings.MEDIA_ROOT = folder
        rows = drafts(max(60, wanted.documents // 2))
        found = {name: spent(name, job) for name, job in jobs(rows).items()}
        ratios = [found[name] / found["library alone"] for name in ("document", "saved and hashed")]
        asked = statements(rows[0])
        print(f"against the library: drawn {ratios[0]:.2f}, saved and hashed {ratios[1]:.2f}; {asked} statements")
        two_processes(wanted.documents)
    if ratios[0] > DRAWN or ratios[1] > KEPT or asked > STATEMENTS:
        raise SystemExit(1)


def drafts(count: int) -> list[Any]:
    """Letters of two pages, each with another text, so that nothing is remembered."""
    from benchmarks.numbering import people_and_drafts
    from supervision.models import SupervisionDocument

    for n, row in enumerate(people_and_drafts(count)[1]):
        row.facts = "\n".join(f"{FACT}（{n}·{line}）" for line in range(5))
        row.demands = row.facts
        row.save(update_fields=["facts", "demands"])
    return list(SupervisionDocument.objects.for_page().order_by("-pk")[:count])


def jobs(rows: list[Any]) -> dict[str, Job]:
    from casework.attachments import keep_made
    from casework.documents.pdf import STANDARD, compiler, inputs, pdf_of, pictures_of
    from casework.documents.word import word_of
    from supervision.printing.sheets import draft_of

    sheets = [draft_of(row) for row in rows]

    def of(n: int) -> Any:
        return rows[n % len(rows)]

    def library_alone(n: int) -> None:
        sheet = sheets[n % len(sheets)]
        compiler().compile(sys_inputs=inputs(sheet), format="pdf", pdf_standards=[STANDARD])

    return {
        "library alone": library_alone,
        "document": lambda n: pdf_of(draft_of(of(n))),
        "saved and hashed": lambda n: keep_made(pdf_of(draft_of(of(n))), "文书.pdf"),
        "Word file": lambda n: word_of(draft_of(of(n))),
        "pictures of the preview": lambda n: pictures_of(draft_of(of(n))),
    }


def spent(name: str, job: Job, times: int = 40) -> float:
    """Mean milliseconds of the processor; the median by the clock is told beside."""
    for n in range(3):
        job(n)
    clock, began = [], time.process_time()
    for n in range(3, 3 + times):
        start = time.perf_counter()
        job(n)
        clock.append((time.perf_counter() - start) * 1000)
    processor = (time.process_time() - began) * 1000 / times
    print(f"{name:24} {statistics.median(clock):7.1f} ms by the clock {processor:7.1f} ms of the processor")
    return processor


def statements(row: Any) -> int:
    """How often the database is asked for one document, read, drawn and kept."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from casework.attachments import keep_made
    from casework.documents.pdf import pdf_of
    from supervision.models import SupervisionDocument
    from supervision.printing.sheets import draft_of

    with CaptureQueriesContext(connection) as asked:
        document = SupervisionDocument.objects.for_page().get(pk=row.pk)
        keep_made(pdf_of(draft_of(document)), "文书.pdf")
    return sum("SAVEPOINT" not in query["sql"] for query in asked)


def sealed(count: int) -> None:
    """As many documents as they are sealed: drawn without and with the seal."""
    from dataclasses import replace

    from casework.documents.pdf import pdf_of
    from supervision.models import SupervisionDocument
    from supervision.printing.sheets import draft_of

    for row in SupervisionDocument.objects.for_page().order_by("pk")[:count]:
        sheet = draft_of(row)
        pdf_of(sheet)
        pdf_of(replace(sheet, seal="sample"))


def two_processes(documents: int) -> None:
    began = time.perf_counter()
    halves = [subprocess.Popen([sys.executable, "-c", HALF.format(documents // 2)]) for _process in range(2)]
    assert not any([half.wait() for half in halves])
    minutes = (time.perf_counter() - began) / 60
    print(f"{documents} sealed documents in two new processes, start included: {documents / minutes:.0f} a minute")


if __name__ == "__main__":
    main()
