"""Two years of a province's hotline: employers, people, calls, work orders, their events and clocks."""

from __future__ import annotations

from typing import Any

from benchmarks.database import fill, run, settle, without_indexes

EMPLOYERS = 300_000  # all employers of a province
COUNTIES = 129
PHONE = "13988880001"  # has called five times in each county that is measured
RARE = "孤雁溪畔"  # part of the name of one employer among 300,000
FREQUENT = "建筑"  # of every eighth
TRADES = "昌盛宏图远大金鹏瑞丰恒泰永兴华安信达嘉和顺利民生康宁春秋明月清风高山流水"
BRANCHES = ["建筑", "劳务", "矿业", "餐饮", "物流", "制衣", "食品", "电子"]
POSTS = ["hotline_operator"] * 3 + ["case_officer", "quality_inspector", "statistician"] + ["mediator"] * 3
KINDS = ["inquiry"] * 2 + ["complaint"] * 2 + ["inquiry", "assistance", "legal_service", "tip_off"]
OPEN = ["registered", "dispatched", "signed", *["in_progress"] * 3, "suspended", "feedback_given", "callback_done"]
SECRETS = 500  # sealed values are made here, and shared by many rows


def people() -> None:
    """In each county three operators, three mediators, an officer and an inspector; a statistician at each level."""
    from organizations.models import Officer, User

    posts = ", ".join(f"({n}, '{duty}')" for n, duty in enumerate(POSTS, 1))
    source = f"organizations_unionorg o CROSS JOIN (VALUES {posts}) p(n, duty)"
    fill(
        User,
        source,
        username="o.region_id || '-' || p.n",
        display_name="'测试员' || p.n",
        is_active="true",
        password="'!'",
    )
    joined = f"{source} JOIN organizations_user u ON u.username = o.region_id || '-' || p.n"
    fill(Officer, joined, user="u.id", org="o.id", duty="p.duty", valid_from="'2020-01-01'", case_limit="40")
    run(
        "CREATE TABLE bench_county AS SELECT row_number() OVER (ORDER BY path) - 1 AS i, o.id, o.path, o.region_id,"
        " r.name FROM organizations_unionorg o JOIN organizations_region r ON r.code = o.region_id"
        " WHERE o.level = 'county'"
    )
    run(
        "CREATE TABLE bench_officer AS SELECT f.id, c.i, row_number() OVER (PARTITION BY c.i ORDER BY f.id) - 1 AS k"
        " FROM organizations_officer f JOIN bench_county c ON c.id = f.org_id WHERE f.duty = 'hotline_operator'"
    )
    run(
        "CREATE TABLE bench_mediator AS SELECT f.id, c.i, row_number() OVER (PARTITION BY c.i ORDER BY f.id) - 1 AS k"
        " FROM organizations_officer f JOIN bench_county c ON c.id = f.org_id WHERE f.duty = 'mediator'"
    )
    run("CREATE TABLE bench_secret (k int, name text, phone text)")
    for k in range(SECRETS):
        run(
            "INSERT INTO bench_secret VALUES (%s, %s, %s)",
            [k, sealed("caller_name", "杨测试"), sealed("caller_phone", f"139{k:08}")],
        )


def sealed(field: str, value: str) -> str:
    from django.db.models import Field

    from casework.secrets import vault
    from casework.secrets.fields import context
    from hotline.models import CallRecord

    column = CallRecord._meta.get_field(field)
    assert isinstance(column, Field)
    return vault.seal(value, context(column))


def employers() -> None:
    from casework.models import Employer

    trade = (
        f"substr('{TRADES}', 1 + (n * 7) % {len(TRADES)}, 1) || substr('{TRADES}', 1 + (n / 129) % {len(TRADES)}, 1)"
    )
    branch = f"(ARRAY{BRANCHES})[1 + (n / 3) % {len(BRANCHES)}]"
    usual = f"replace(c.name, '县', '') || {trade} || {branch} || '有限公司'"
    name = f"CASE WHEN n = 777 THEN '{RARE}矿业有限公司' ELSE {usual} END"
    with without_indexes(Employer):
        fill(
            Employer,
            f"generate_series(1, {EMPLOYERS}) n JOIN bench_county c ON c.i = n % {COUNTIES}",
            id="n",
            name=name,
            region="c.region_id",
        )
    settle(Employer)


def calls(count: int) -> None:
    """Counties of different size, frequent and rare employers, the newest hundred still open."""
    from hotline.models import CallEvent, CallRecord, CallText, OrderDeadline, OrderEvent, OrderText, WorkOrder

    models: tuple[Any, ...] = (CallRecord, WorkOrder, CallEvent, OrderEvent, OrderDeadline, CallText, OrderText)
    run(f"TRUNCATE {', '.join(model._meta.db_table for model in models)} CASCADE")
    run("SELECT setseed(0.5)")
    with without_indexes(*models):
        call_rows(CallRecord, count)
        run("CREATE INDEX bench_ordered ON hotline_callrecord (id) WHERE state = 'ordered'")
        order_rows(WorkOrder)
        event_rows(CallEvent, OrderEvent)
        deadline_rows(OrderDeadline)
        text_rows(CallText, OrderText)
        run("DROP INDEX bench_ordered")
    known_number(CallRecord)
    settle(*models)


def call_rows(model: Any, count: int) -> None:
    source = f"""
        (SELECT n, floor({COUNTIES} * power(random(), 1.4))::int AS ci, power(random(), 2) AS er,
                random() AS a, random() AS b
         FROM generate_series(1, {count}) n) s
        JOIN bench_county c ON c.i = s.ci
        JOIN bench_officer o ON o.i = s.ci AND o.k = n % 3
        JOIN casework_employer e ON e.id = greatest(1, floor(er * {EMPLOYERS // COUNTIES})::int * {COUNTIES} + s.ci)
        JOIN bench_secret x ON x.k = n % {SECRETS}
    """
    newest = f"n > {count} - {count} / 1000.0 AND b < 0.3"
    kind = f"(ARRAY{KINDS})[1 + (a * 8)::int % 8]"
    fill(
        model,
        source,
        id="n",
        number="'12351-' || c.region_id || '-' || n",
        state=f"CASE WHEN {newest} THEN 'registered' WHEN a < 0.24 THEN 'ordered' ELSE 'closed' END",
        org="c.id",
        scope="c.path",
        version="2",
        opened_at=moment(count),
        started_at=moment(count),
        answered_at=moment(count),
        talk_seconds="200",
        handled_by="o.id",
        entered_by="o.id",
        caller_name="x.name",
        caller_phone="x.phone",
        phone_index="md5((n / 5)::text)",
        request_type=f"CASE WHEN b < 0.003 THEN 'emergency' ELSE {kind} END",
        category="'0101'",
        employer="e.id",
        employer_name="e.name",
        workers_affected="1 + n % 7",
        region="c.region_id",
        place="CASE WHEN b < 0.5 THEN '城南新区' || (n % 90) || '号工地' ELSE '' END",
        facts="repeat('三个月工资未发，多次催要无果。', 4)",
        claim="'要求支付工资'",
        answer="'已告知仲裁时效与举证要求。'",
    )


def moment(count: int) -> str:
    """The calls of two years in their order, the last of them just now."""
    return f"now() - interval '730 days' * (1 - n / {count}.0)"


def order_rows(model: Any) -> None:
    source = """
        (SELECT c.*, row_number() OVER (ORDER BY c.id) AS n, count(*) OVER () AS total
         FROM hotline_callrecord c WHERE c.state = 'ordered') c
        JOIN bench_county d ON d.id = c.org_id
    """
    late = "n > total * 0.985"
    fill(
        model,
        source,
        id="n",
        number="'GD-' || d.region_id || '-' || n",
        state=f"CASE WHEN {late} THEN (ARRAY{OPEN})[1 + n % 9] WHEN n % 50 = 0 THEN 'closed' ELSE 'archived' END",
        org="c.org_id",
        scope="c.scope",
        version="5",
        due_on=f"CASE WHEN {late} THEN current_date + (n % 11)::int - 2 END",
        opened_at="c.started_at",
        call="c.id",
        time_class="CASE WHEN n % 40 = 0 THEN 'complex' WHEN n % 7 = 0 THEN 'difficult' ELSE 'ordinary' END",
        dispatched_to="c.org_id",
        handler="c.handled_by_id",
        result="'单位已补发'",
        closed_on="current_date",
    )


def event_rows(call_event: Any, order_event: Any) -> None:
    parts = {"at": "c.opened_at", "file": "c.id"}
    two = "CROSS JOIN (VALUES ('register'), ('answer')) v(verb)"
    fill(call_event, f"hotline_callrecord c {two}", verb="v.verb", by="c.handled_by_id", after="'closed'", **parts)
    four = "CROSS JOIN (VALUES ('register'), ('dispatch'), ('sign_for'), ('close')) v(verb)"
    fill(order_event, f"hotline_workorder c {four}", verb="v.verb", by="c.handler_id", after="'closed'", **parts)


def deadline_rows(model: Any) -> None:
    rules = "CROSS JOIN (SELECT id FROM casework_deadlinerule WHERE code LIKE 'order.%' ORDER BY id LIMIT 3) r"
    met = "CASE WHEN c.due_on IS NULL THEN current_date END"
    due = "coalesce(c.due_on, current_date)"
    fill(
        model,
        f"hotline_workorder c {rules}",
        file="c.id",
        rule="r.id",
        started_on="current_date",
        due_on=due,
        met_on=met,
    )


def text_rows(call_text: Any, order_text: Any) -> None:
    words = "search_plain(concat_ws(E'\\n', c.employer_name, c.place))"
    fill(call_text, "hotline_callrecord c", file="c.id", scope="c.scope", text=words)
    fill(
        order_text,
        "hotline_workorder w JOIN hotline_callrecord c ON c.id = w.call_id",
        file="w.id",
        scope="w.scope",
        text=words,
    )


def known_number(model: Any) -> None:
    field: Any = model._meta.get_field("phone_index")
    run(
        "UPDATE hotline_callrecord SET phone_index = %s WHERE id IN (SELECT id FROM hotline_callrecord"
        " WHERE scope LIKE '53/29/23/%%' ORDER BY md5(id::text) LIMIT 5)",
        [field.blind(PHONE)],
    )
