"""A table of cases as an office keeps it, and the least that could be done to take it in."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.database import insert, run

EMPLOYERS = 2_000
HEADER = ["external_no", "organization", "origin", "applicant_name", "applicant_id_number", "applicant_phone"]
HEADER += ["worker_count", "is_group", "employer_name", "employer_uscc", "category", "received_on", "accepted_on"]
HEADER += ["due_on", "outcome", "closed_on", "amount_claimed", "amount_agreed", "payments", "mediator", "summary"]
SUMMARY = "申请人自入职以来用人单位未足额支付劳动报酬，离职时仍拖欠三个月工资，现申请调解并要求一次性付清全部欠款。"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
AGREED = 7  # of ten cases; two failed and one is still open


def rows(count: int) -> Iterator[list[Any]]:
    for n in range(count):
        received = f"{2016 + n % 9}-{n % 12 + 1:02}-{n % 20 + 1:02}"
        accepted, closed = f"{received[:8]}{n % 20 + 3:02}", f"{received[:8]}{n % 20 + 8:02}"
        employer = f"祥云基准第{n % EMPLOYERS}建筑劳务有限公司"
        who = [f"杨测试{n % 997}", identity_number(n), f"138{n:08}", 1, 0, employer, "", "0101"]
        end = ending(n % 10, closed)
        yield [f"B{n}", "532923", "walk_in", *who, received, accepted, "", *end, "", SUMMARY]


def ending(kind: int, closed: str) -> list[Any]:
    if kind < AGREED:
        return ["agreed", closed, 12000, 10000, f"{closed}:4000;{closed}:6000"]
    return ["", "", 12000, "", ""] if kind == AGREED else ["failed", closed, 12000, "", ""]


def identity_number(n: int) -> str:
    """One for each row, with the check digit of GB 11643."""
    body = f"532923{1960 + n % 40}{n % 12 + 1:02}{n % 28 + 1:02}{n // 100 % 1000:03}"
    return body + "10X98765432"[sum(w * int(d) for w, d in zip(WEIGHTS, body, strict=True)) % 11]


def insert_bare(path: Path) -> int:
    """Parsed, sealed, indexed, and in the same tables as an import: a statement for each of them."""
    from django.db import connection

    run("CREATE TEMP TABLE bench_row (n int, said text[], phone text, phone_index text, card text, card_index text)")
    count = 0
    with connection.cursor() as cursor, path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        with cursor.copy("COPY bench_row FROM STDIN") as copy:
            for count, cells in enumerate(lines, 1):
                copy.write_row([count, cells, *sealed("phone", cells[5]), *sealed("id_number", cells[4])])
    run("ANALYZE bench_row")
    insert_all()
    return count


def sealed(name: str, value: str) -> tuple[str, str]:
    from casework.secrets import vault

    index = {"phone": "phone_index", "id_number": "id_index"}[name]
    return vault.seal(value, f"disputes.party.{name}"), vault.fingerprint(value, f"disputes.party.{index}")


def insert_all() -> None:
    from casework.models import Employer

    [[system]] = run("SELECT id FROM organizations_officer WHERE duty = 'system'")
    insert(Employer, "(SELECT DISTINCT said[9] AS name FROM bench_row) r", name="r.name", region="'532923'")
    insert_cases()
    insert_history(system)
    insert_money()


def insert_cases() -> None:
    from disputes.models import ClaimItem, DisputeCase, Party

    union = "(SELECT id, path FROM organizations_unionorg WHERE region_id = '532923' AND kind = 'federation') o"
    insert(
        DisputeCase,
        f"bench_row r CROSS JOIN {union}",
        id="100000000 + r.n",
        number="'X' || r.n",
        state="CASE said[15] WHEN '' THEN 'accepted' ELSE 'closed_out' END",
        org="o.id",
        scope="o.path",
        version="1",
        opened_at="now()",
        origin="said[3]",
        external_no="said[1]",
        category="said[11]",
        legal_ground="'pay'",
        facts="said[21]",
        received_on="said[12]::date",
        accepted_on="said[13]::date",
        closed_on="nullif(said[16], '')::date",
        closed_out_on="nullif(said[16], '')::date",
        outcome="said[15]",
        worker_count="1",
        amount_claimed="said[17]::numeric",
        amount_agreed="nullif(said[18], '')::numeric",
        amount_paid="coalesce(nullif(said[18], '')::numeric, 0)",
    )
    file = {"file": "100000000 + r.n"}
    sealed_cells = {"phone": "r.phone", "id_number": "r.card", "phone_index": "phone_index", "id_index": "card_index"}
    insert(Party, "bench_row r", role="'applicant'", name="said[4]", **sealed_cells, **file)
    known = "bench_row r JOIN casework_employer e ON e.name = r.said[9]"
    insert(Party, known, role="'respondent'", name="e.name", employer="e.id", **file)
    claim = {"category": "said[11]", "claimed": "said[17]::numeric", "agreed": "nullif(said[18], '')::numeric"}
    insert(ClaimItem, "bench_row r", position="1", **claim, **file)


def insert_history(system: int) -> None:
    from disputes.models import DisputeDeadline, DisputeEvent

    file = {"file": "100000000 + r.n"}
    insert(
        DisputeEvent, "bench_row r", verb="'take_in_closed'", at="now()", by=f"{system}", after="'closed_out'", **file
    )
    began = "said[12]::date"
    rules = (
        "(SELECT min(id) AS id FROM casework_deadlinerule WHERE code IN ('case.accept', 'case.mediate') GROUP BY code)"
    )
    insert(
        DisputeDeadline,
        f"bench_row r CROSS JOIN {rules} d",
        rule="d.id",
        started_on=began,
        due_on=f"{began} + 15",
        met_on="nullif(said[16], '')::date",
        **file,
    )


def insert_money() -> None:
    """Two instalments and their payments for each case with an agreement."""
    from disputes.models import Instalment, Payment

    parts = (
        "bench_row r CROSS JOIN LATERAL unnest(string_to_array(nullif(said[19], ''), ';')) WITH ORDINALITY p(paid, k)"
    )
    day, amount = "split_part(p.paid, ':', 1)::date", "split_part(p.paid, ':', 2)::numeric"
    first = {"id": "1000000000 + 2 * r.n + p.k", "file": "100000000 + r.n"}
    insert(Instalment, parts, position="p.k", due_on=day, settled_on=day, amount=amount, paid=amount, **first)
    insert(
        Payment,
        "disputes_instalment p JOIN bench_row r ON p.file_id = 100000000 + r.n",
        file="p.file_id",
        instalment="p.id",
        amount="p.amount",
        paid_on="p.due_on",
        kind="'wages'",
        person_count="1",
    )
