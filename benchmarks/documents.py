"""What a document costs: from template and values to the file, against the library alone. Run by hand:

    python3 manage.py shell -c "from benchmarks.documents import main; main()"

Nothing is read from or written to a database. CPU time is told beside the time on the clock, as the machine is shared.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from casework.documents.compose import compose
from casework.documents.pdf import STANDARD, compiler, inputs, pdf_of, pictures_of
from casework.documents.sheet import Sheet
from casework.documents.word import word_of
from supervision.printing.words import LABELS

TEMPLATE = Path(__file__).parent.parent / "supervision" / "data" / "documents" / "opinion.json"
HALF = "import django; django.setup(); from benchmarks.documents import one; [one(n) for n in range({})]"
FACT = "2024年3月至5月未足额支付5名劳动者的劳动报酬，共计46300元，单位未说明原因，也未与劳动者协商。"


def sheet(n: int) -> Sheet:
    """An opinion of two pages; another one for each number, so that nothing is remembered."""
    template = json.loads(TEMPLATE.read_text(encoding="utf-8"))
    rows = [{"no": str(i), "text": f"{FACT}（{n}）"} for i in range(1, 6)]
    plain = {name: f"{label}{n}" for name, label in LABELS.items() if not isinstance(label, dict)}
    listed: dict[str, Any] = {"facts": rows, "legal_basis": rows[:2], "demands": rows[:3], "chain": []}
    given = {**plain, **listed, "waiver_reason": "", "investigations": [], "org": "祥云县总工会"}
    head = {name: template[name] for name in ("layout", "mark", "title", "number")}
    return compose(template["parts"], given, LABELS, **head, verify=f"https://heyi.example/verify/{n:016}/", code="x")


def library_alone(n: int) -> None:
    compiler().compile(sys_inputs=inputs(sheet_made[n % len(sheet_made)]), format="pdf", pdf_standards=[STANDARD])


sheet_made: list[Sheet] = []


def spent(job: Any, times: int = 40) -> tuple[float, float]:
    """Median milliseconds by the clock, and mean milliseconds of the processor."""
    for n in range(3):
        job(10_000 + n)
    clock, began = [], time.process_time()
    for n in range(times):
        start = time.perf_counter()
        job(n)
        clock.append((time.perf_counter() - start) * 1000)
    return statistics.median(clock), (time.process_time() - began) * 1000 / times


def one(n: int) -> int:
    """A document as it is sealed: drawn without and with the seal."""
    made = sheet(n)
    return len(pdf_of(made)) + len(pdf_of(replace(made, seal="sample")))


def main(documents: int = 200) -> None:
    sheet_made.extend(sheet(n) for n in range(60_000, 60_043))
    jobs = {
        "library alone": library_alone,
        "document (template to PDF)": lambda n: pdf_of(sheet(n)),
        "before and with the seal": one,
        "Word file": lambda n: word_of(sheet(n)),
        "pictures of the preview": lambda n: pictures_of(sheet(n)),
    }
    for name, job in jobs.items():
        clock, processor = spent(job)
        print(f"{name:28} {clock:7.1f} ms by the clock {processor:7.1f} ms of the processor")
    began = time.perf_counter()
    halves = [subprocess.Popen([sys.executable, "-c", HALF.format(documents // 2)]) for _process in range(2)]
    assert not any([half.wait() for half in halves])
    minutes = (time.perf_counter() - began) / 60
    print(f"{documents} sealed documents in two new processes, start included: {documents / minutes:.0f} a minute")
