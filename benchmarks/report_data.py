"""Three years of a province: cases with clocks, instalments and payments; calls and work orders."""

from __future__ import annotations

from typing import Any

from benchmarks.database import fill, run, settle, without_indexes

YEARS = 3
CALLS_TO_A_CASE = 5
COUNTIES = 129
CATEGORIES = "(ARRAY['0101','0102','0103','0107','0201','0301','0401'])"
ENDS = "(ARRAY['agreed','agreed','agreed','reconciled','failed','terminated','withdrawn','transferred'])"
ORIGINS = "(ARRAY['hotline','walk_in','online','court_assigned','hr'])"


def files(cases: int) -> None:
    """The tables are emptied first; marks of changes are not wanted here, as everything is rolled up afterwards."""
    from disputes.models import DisputeCase, DisputeDeadline, Instalment, Payment
    from hotline.models import CallRecord, OrderDeadline, WorkOrder
    from reports.models import ROLLUPS, RollupState, StaleMonth

    models: tuple[Any, ...] = (DisputeCase, DisputeDeadline, Instalment, Payment, CallRecord, WorkOrder, OrderDeadline)
    emptied = ", ".join(model._meta.db_table for model in (*models, *ROLLUPS.values(), RollupState, StaleMonth))
    run(f"TRUNCATE {emptied} CASCADE")
    run("SELECT setseed(0.5)")
    with without_indexes(*models):
        case_rows(DisputeCase, cases)
        clock_rows(DisputeDeadline)
        money_rows(Instalment, Payment)
        call_rows(CallRecord, cases * CALLS_TO_A_CASE)
        order_rows(WorkOrder, OrderDeadline)
    settle(*models)


def day(n: str, of: int) -> str:
    return f"current_date - {YEARS * 365} + ({n} * {YEARS * 365 - 1}::bigint / {of})::int"


def case_rows(model: Any, count: int) -> None:
    source = f"""
        (SELECT n, n % {COUNTIES} AS ci, random() AS a, random() AS b, {day("n", count)} AS day
         FROM generate_series(1, {count}) n) s JOIN bench_county c ON c.i = s.ci
        JOIN bench_officer o ON o.i = s.ci AND o.k = n % 3
    """
    ended = "a < 0.95 AND day + (b * 40)::int <= current_date"
    fill(
        model,
        source,
        id="n",
        state=f"CASE WHEN {ended} THEN 'closed_out' ELSE 'mediating' END",
        org="c.id",
        scope="c.path",
        opened_at="day",
        origin=f"{ORIGINS}[1 + n % 5]",
        category=f"{CATEGORIES}[1 + n % 7]",
        legal_ground="'labour'",
        received_on="day",
        accepted_on="day",
        closed_on=f"CASE WHEN {ended} THEN day + (b * 40)::int END",
        outcome=f"CASE WHEN {ended} THEN {ENDS}[1 + (a * 800)::int % 8] ELSE '' END",
        worker_count="1 + n % 12",
        is_group="n % 12 > 8",
        amount_claimed="1000 + n % 90000",
        amount_agreed=f"CASE WHEN {ended} THEN 800 + n % 70000 END",
        mediator="o.id",
    )


def clock_rows(model: Any) -> None:
    rule = "(SELECT id FROM casework_deadlinerule WHERE code = '{}' LIMIT 1)"
    mediate, confirm = rule.format("case.mediate"), rule.format("agreement.judicial_confirmation")
    source = "disputes_disputecase f"
    fill(model, source, id="f.id", file="f.id", rule=mediate, started_on="f.received_on", due_on="f.received_on + 15")
    agreed = f"{source} WHERE f.outcome = 'agreed'"
    confirmed = {"id": "f.id + 10000000", "file": "f.id", "rule": confirm}
    fill(model, agreed, **confirmed, started_on="f.closed_on", due_on="f.closed_on + 30")


def money_rows(instalment: Any, payment: Any) -> None:
    source = "disputes_disputecase f WHERE f.outcome IN ('agreed', 'reconciled')"
    due = {"file": "f.id", "amount": "f.amount_agreed"}
    fill(instalment, source, id="f.id", position="1", due_on="f.closed_on + 20", paid="0", **due)
    paid = f"{source} AND f.id % 5 > 0 AND f.closed_on + 25 < current_date"
    fill(payment, paid, id="f.id", instalment="f.id", paid_on="f.closed_on + 10 + (f.id % 15)::int", **due)


def call_rows(model: Any, count: int) -> None:
    source = f"""
        (SELECT n, n % {COUNTIES} AS ci, random() AS a FROM generate_series(1, {count}) n) s
        JOIN bench_county c ON c.i = s.ci JOIN bench_officer o ON o.i = s.ci AND o.k = n % 3
    """
    fill(
        model,
        source,
        id="n",
        state="CASE WHEN n % 10 = 0 THEN 'ordered' ELSE 'closed' END",
        org="c.id",
        scope="c.path",
        opened_at=day("n", count),
        started_at=f"({day('n', count)})::timestamptz + interval '9 hours'",
        answered_at=f"CASE WHEN a < 0.93 THEN ({day('n', count)})::timestamptz END",
        ring_seconds="(a * 30)::int",
        talk_seconds="200",
        channel="'phone'",
        handled_by="o.id",
        entered_by="o.id",
        phone_index="md5((n % (129 * 9973))::text)",
        request_type="(ARRAY['inquiry','complaint','assistance','invalid'])[1 + n % 4]",
        category=f"{CATEGORIES}[1 + n % 7]",
        facts="'x'",
    )


def order_rows(order: Any, deadline: Any) -> None:
    source = "hotline_callrecord c WHERE c.state = 'ordered'"
    done = "(c.started_at + interval '3 days')::date"
    fill(
        order,
        source,
        id="c.id",
        call="c.id",
        state="'closed'",
        org="c.org_id",
        scope="c.scope",
        opened_at="c.started_at",
        dispatched_to="c.org_id",
        handler="c.handled_by_id",
        result="'x'",
        closed_on=done,
        called_back_on=done,
        satisfaction="'satisfied'",
    )
    codes = "'order.dispatch', 'order.sign', 'order.finish.ordinary'"
    rules = f"(SELECT id, row_number() OVER () AS k FROM casework_deadlinerule WHERE code IN ({codes})) r"
    clock = {"id": "f.id * 3 + r.k", "file": "f.id", "rule": "r.id", "started_on": "f.opened_at::date"}
    fill(deadline, f"hotline_workorder f CROSS JOIN {rules}", due_on="f.closed_on", met_on="f.closed_on", **clock)
