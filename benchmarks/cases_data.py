"""Ten years of a province's dispute cases: two parties each, a text, a place in the worklists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.database import fill, run, settle, without_indexes
from benchmarks.hotline_data import COUNTIES, EMPLOYERS, PHONE

NAME = "欧阳测试"  # of a few workers in the county that is measured
NUMBER = "TJ-532923-1"
FREQUENT_FACT, RARE_FACT = "加班费", "垫付的转运费"
IN_HAND = "(ARRAY['applied','accepted','assigned','mediating','mediating','suspended','performing','concluded'])"
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平"


def cases(count: int) -> None:
    """Counties of different size; the newest fortieth is in hand, the rest is archived."""
    from disputes.models import CaseText, DisputeCase, DisputeDeadline, Party

    models: tuple[Any, ...] = (DisputeCase, Party, CaseText, DisputeDeadline)
    run(f"TRUNCATE {', '.join(model._meta.db_table for model in models)} CASCADE")
    run("SELECT setseed(0.5)")
    with without_indexes(*models):
        case_rows(DisputeCase, count)
        party_rows(Party)
        text_rows(CaseText)
        clock_rows(DisputeDeadline)
    settle(*models)


def case_rows(model: Any, count: int) -> None:
    source = f"""
        (SELECT n, floor({COUNTIES} * power(random(), 1.4))::int AS ci FROM generate_series(1, {count}) n) s
        JOIN bench_county c ON c.i = s.ci
        JOIN bench_mediator o ON o.i = s.ci AND o.k = n % 3
    """
    running = f"n > {count} * 0.975"
    facts = (
        f"CASE WHEN n % 9 = 0 THEN '{FREQUENT_FACT}未付，多次催要无果。' ELSE '三个月工资未发，证据为考勤记录。' END"
    )
    fill(
        model,
        source,
        id="n",
        number="'TJ-' || c.region_id || '-' || n",
        state=f"CASE WHEN {running} THEN {IN_HAND}[1 + n % 8] ELSE 'archived' END",
        org="c.id",
        scope="c.path",
        version="5",
        due_on=f"CASE WHEN {running} THEN current_date + (n % 40)::int - 3 END",
        opened_at="now()",
        origin="'walk_in'",
        category="'0101'",
        legal_ground="'pay'",
        facts=f"{facts} || CASE WHEN n % 50000 = 17 THEN '{RARE_FACT}' ELSE '' END",
        received_on="DATE '2016-01-01'",
        accepted_on="DATE '2016-01-02'",
        closed_on=f"CASE WHEN {running} AND n % 8 < 6 THEN NULL ELSE DATE '2016-02-01' END",
        outcome=f"CASE WHEN {running} AND n % 8 < 6 THEN '' ELSE 'agreed' END",
        mediator="o.id",
        worker_count="1",
        amount_claimed="1000 + n % 90000",
        amount_agreed="1000",
        pay_by=f"CASE WHEN {running} THEN current_date + (n % 60)::int - 3 END",
    )


def party_rows(model: Any) -> None:
    phone: Any = model._meta.get_field("phone_index")
    signs = f"substr('{SURNAMES}', 1 + (f.id % 10)::int, 1) || substr('{GIVEN}', 1 + (f.id / 10 % 20)::int, 1)"
    name = f"{signs} || substr('{GIVEN}', 1 + (f.id / 200 % 20)::int, 1)"
    known = "f.scope LIKE '53/29/23/%%' AND f.id % 1000 < 5".replace("%%", "%")
    fill(
        model,
        "disputes_disputecase f",
        id="2 * f.id - 1",
        file="f.id",
        role="'applicant'",
        name=f"CASE WHEN {known} THEN '{NAME}' ELSE {name} END",
        phone_index=f"CASE WHEN {known} THEN '{phone.blind(PHONE)}' ELSE md5(f.id::text) END",
        id_index="md5('i' || f.id)",
    )
    joined = f"""
        disputes_disputecase f JOIN bench_county c ON c.id = f.org_id
        JOIN casework_employer e ON e.id = greatest(1, (f.id * 7 % {EMPLOYERS // COUNTIES})::int * {COUNTIES} + c.i)
    """
    fill(model, joined, id="2 * f.id", file="f.id", role="'respondent'", name="e.name", employer="e.id")


def text_rows(model: Any) -> None:
    words = "search_plain(concat_ws(E'\\n', f.number, f.external_no, p.name, f.facts))"
    parties = "disputes_disputecase f JOIN disputes_party p ON p.file_id = f.id AND p.employer_id IS NOT NULL"
    fill(model, parties, file="f.id", scope="f.scope", text=words)


def cursor(client: Any) -> str:
    """Where page 1,000 of this officer's cases begins, or the last one where there are fewer."""
    from base64 import b64encode
    from urllib.parse import urlencode

    from disputes.models import DisputeCase

    keys = DisputeCase.objects.visible_to(officer_of(client)).order_by("-pk").values_list("pk", flat=True)
    place = keys[49_950:49_951].first() or keys[max(keys.count() - 51, 0)]
    return b64encode(urlencode({"p": place}).encode()).decode()


def clock_rows(model: Any) -> None:
    """The time limit of each case, which stands or runs while there is something to mediate."""
    rule = "(SELECT min(id) AS id FROM casework_deadlinerule WHERE code = 'case.mediate') r"
    met = "CASE WHEN f.closed_on IS NOT NULL THEN f.closed_on END"
    due = "coalesce(f.due_on, f.received_on + 15)"
    source = f"disputes_disputecase f CROSS JOIN {rule}"
    fill(model, source, file="f.id", rule="r.id", started_on="f.received_on", due_on=due, met_on=met)


def one_in_mediation(client: Any) -> int:
    """A case on which this mediator is at work since five days, made of the newest one of the county."""
    officer = officer_of(client)
    [[key]] = run("SELECT max(id) FROM disputes_disputecase WHERE org_id = %s", [officer.org_id])
    since = "current_date - 5"
    run(
        f"UPDATE disputes_disputecase SET state = 'mediating', mediator_id = %s, closed_on = NULL, outcome = '',"
        f" amount_agreed = NULL, pay_by = NULL, due_on = current_date + 10, received_on = {since},"
        f" accepted_on = {since} WHERE id = %s",
        [officer.pk, key],
    )
    run(
        f"UPDATE disputes_disputedeadline SET met_on = NULL, started_on = {since}, due_on = current_date + 10"
        " WHERE file_id = %s",
        [key],
    )
    return int(key)


def oldest(client: Any) -> int:
    """A case of the same county that no other job touches."""
    return int(run("SELECT min(id) FROM disputes_disputecase WHERE org_id = %s", [officer_of(client).org_id])[0][0])


def officer_of(client: Any) -> Any:
    from organizations.models import Officer

    return Officer.objects.filter(user=client.session["_auth_user_id"]).get()


def today() -> str:
    from django.utils import timezone

    return timezone.localdate().isoformat()


def two_steps(client: Any, word: str) -> Callable[[], Any]:
    """The statements of a search in two steps, sent bare: what no search can do without."""
    from disputes.models import CaseText, DisputeCase

    path = officer_of(client).path

    def bare() -> list[Any]:
        keys = CaseText.objects.find(word, path).keys
        return list(DisputeCase.objects.filter(pk__in=keys[:10]).values_list("number", "state", "received_on"))

    return bare


@contextmanager
def without_search() -> Iterator[None]:
    """The table of cases without the triggers that keep their texts."""
    run("ALTER TABLE disputes_disputecase DISABLE TRIGGER disputes_casetext_changed")
    yield
    run("ALTER TABLE disputes_disputecase ENABLE TRIGGER disputes_casetext_changed")
