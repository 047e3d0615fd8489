"""A report is made, checked, signed and sent up; its numbers never move, and what changes later is an adjustment."""

import datetime as dt
import io
import zipfile
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from python_calamine import CalamineWorkbook

from casework.errors import StepRefused, WrongDuty
from disputes.models import DisputeCase
from organizations.models import Duty, Officer, UnionOrg
from reports import actions
from reports.filings.book import book_of
from reports.filings.columns import MONTHLY
from reports.filings.csv_file import csv_of
from reports.filings.page import FIRST_WIDTH, PAGE_WIDTH, groups, on_first_page, pages_of, width_of
from reports.filings.spans import SPANS, last_ended, name_of, year_before
from reports.models import Filing
from reports.periods import Period
from tests.conftest import member
from tests.reports.conftest import at, day

HALF = Period(day("24-01-01"), day("24-06-30"))
JULY = at("24-07-05")


@pytest.fixture
def tao(db):
    return member("statistician", "tao")


@pytest.fixture
def filing(tao):
    """Xiangyun's report of the first half of 2024, due."""
    return actions.fall_due(tao.org, "half_year", HALF, by=Officer.objects.system(), at=JULY)


def made(filing, tao, **texts):
    return actions.make(filing, by=tao, at=JULY, **texts)


def signed(filing, tao, luo, mu):
    filing = actions.check_figures(made(filing, tao), by=luo, at=JULY)
    return actions.sign(filing, by=mu, at=JULY)


def main_sheet(filing):
    return CalamineWorkbook.from_filelike(io.BytesIO(book_of(filing))).get_sheet_by_index(0).to_python()


def cell(table, code, row=-1):
    cells = table["total"] if row == -1 else table["rows"][row]["cells"]
    return cells[table["columns"].index(code)]


def test_a_report_goes_from_the_statistician_to_the_union_above(filing, tao, luo, mu):
    sent = actions.send_up(signed(filing, tao, luo, mu), by=tao, at=JULY)
    assert sent.state == "sent"
    assert sent.number == "祥云工报〔2024〕1号"
    assert sent.deadlines.get().met_on == day("24-07-05")
    assert [event.verb for event in sent.events.order_by("pk")] == [
        "fall_due", "make", "check_figures", "sign", "send_up",
    ]  # fmt: skip


def test_the_frozen_numbers_are_those_of_the_reference(county, filing, tao):
    table = made(filing, tao).snapshot.content["tables"][0]
    expected = {"opening_backlog": 2, "accepted": 6, "concluded": 6, "transferred": 1, "closing_backlog": 2}
    expected |= {"amount_claimed": "446800.00", "amount_agreed": "149800.00", "recovered_cash": "149800.00"}
    assert {code: cell(table, code) for code in expected} == expected
    assert cell(table, "mediation_success_rate") == {"n": 3, "d": 6, "value": "50.00"}


def test_a_frozen_report_never_moves_and_the_next_one_lists_the_adjustment(county, filing, tao, luo, mu):
    before = signed(filing, tao, luo, mu)
    sheet, mark = main_sheet(before), before.snapshot.checksum
    late = county.accepted("24-05-20", 7000)
    county.end("fail", late, "24-06-03", end_reason="other", advice="arbitration")
    before = Filing.objects.get(pk=before.pk)
    assert main_sheet(before) == sheet
    assert before.snapshot.checksum == mark
    following = actions.fall_due(tao.org, "half_year", SPANS["half_year"](day("24-07-01")), by=tao, at=at("25-01-05"))
    with pytest.raises(StepRefused, match="请说明原因"):
        actions.make(following, by=tao, at=at("25-01-05"))
    following = actions.make(following, by=tao, at=at("25-01-05"), adjustment_reason="补录一件")
    found = {row["column"]: row for row in following.snapshot.content["adjustments"] if row["unit"] == tao.org.name}
    assert (found["办结"]["before"], found["办结"]["after"], found["办结"]["change"]) == ("6", "7", "+1")
    assert found["调解成功率"]["before"] == "50.00% (3/6)"


def test_postgresql_itself_refuses_to_change_frozen_numbers(filing, tao):
    snapshot = made(filing, tao).snapshot
    for statement in ("UPDATE reports_snapshot SET revision = 9", "DELETE FROM reports_snapshot"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(TypeError):
        snapshot.save()


def test_the_workbook_opened_by_another_library_says_cell_by_cell_what_was_frozen(county, filing, tao):
    filing = made(filing, tao, summary="=1+1")
    book = CalamineWorkbook.from_filelike(io.BytesIO(book_of(filing)))
    for table in filing.snapshot.content["tables"]:
        rows = book.get_sheet_by_name(table["title"]).to_python()
        first = next(n for n, row in enumerate(rows) if row[0] in ("单位", "案由")) + 2
        for n, row in enumerate([*table["rows"], {"label": "合计", "cells": table["total"]}]):
            assert rows[first + n][0] == row["label"]
            assert [shown(c) for c in rows[first + n][1 : len(row["cells"]) + 1]] == [frozen(c) for c in row["cells"]]
    texts = book.get_sheet_by_name("文字部分").to_python()
    assert texts[-1][1] == "'=1+1"
    assert filing.snapshot.mark in str(book.get_sheet_by_index(0).to_python())


def shown(value):
    return None if value in ("—", "") else round(float(value), 4)


def frozen(value):
    value = value["value"] and float(value["value"]) / 100 if isinstance(value, dict) else value
    return None if value is None else round(float(value), 4)


def test_no_page_is_wider_than_the_paper_and_no_common_heading_is_torn():
    columns = [{"code": c.code, "sort": c.sort.value, "group": str(c.group), "label": str(c.label)} for c in MONTHLY]
    ends = [*pages_of(columns), len(columns) + 1]
    spans = list(zip([1, *ends], ends, strict=False))
    assert len(spans) == 3
    assert all(sum(map(width_of, columns[begin - 1 : end - 1])) <= PAGE_WIDTH - FIRST_WIDTH for begin, end in spans)
    assert not [label for label, begin, end in groups(columns) for start in ends if begin < start <= end]
    assert on_first_page(columns) == ends[0]


def test_the_total_is_a_formula_over_the_rows(filing, tao):
    data = zipfile.ZipFile(io.BytesIO(book_of(made(filing, tao)))).read("xl/worksheets/sheet1.xml").decode()
    assert "SUM(C" in data
    assert "mergeCell " in data


def test_the_table_for_other_programs_begins_with_the_mark_and_holds_no_formula(filing, tao):
    UnionOrg.objects.filter(pk=tao.org_id).update(name="=祥云")
    text = csv_of(made(Filing.objects.get(pk=filing.pk), tao))
    assert text.startswith(b"\xef\xbb\xbf")
    assert not [line for line in text.decode("utf-8-sig").splitlines() if line.startswith(("=", "+", "-", "@"))]


def test_the_papers_of_a_report_are_fetched_by_its_readers_only(client, filing, tao, wang, he):
    made(filing, tao, summary="平稳")
    address = f"/reports/filings/{filing.pk}/"
    client.force_login(he.user)
    page = client.get(address)
    assert filing.snapshot.mark in page.content.decode()
    for name, begin in (("report.pdf", b"%PDF"), ("report.xlsx", b"PK"), ("report.csv", b"\xef\xbb\xbf")):
        assert client.get(address + name).content.startswith(begin)
    assert "没有差异" in client.get(f"{address}differences/").content.decode()
    assert "半年报告" in client.get("/reports/filings/", {"kind": "half_year", "year": "2024"}).content.decode()
    shown = client.get(f"/api/v1/reports/snapshots/{filing.pk}/").json()["snapshot"]
    assert shown["checksum"] == filing.snapshot.checksum
    client.force_login(wang.user)
    for name in ("", "report.pdf", "report.xlsx", "report.csv", "differences/", "make/"):
        assert client.get(address + name).status_code == 404


def test_nobody_checks_or_signs_an_own_report(filing, tao):
    filing = made(filing, tao)
    twice = Officer.objects.create(user=tao.user, org=tao.org, duty=Duty.DUTY_LEADER)
    with pytest.raises(StepRefused, match="由您编制"):
        actions.check_figures(filing, by=twice, at=JULY)


def test_only_the_union_above_returns_a_report_and_the_revision_stays(filing, tao, luo, mu, he):
    sent = actions.send_up(signed(filing, tao, luo, mu), by=tao, at=JULY)
    with pytest.raises(StepRefused):
        actions.return_report(sent, by=tao, at=JULY, reason="数字有误")
    returned = actions.return_report(sent, by=he, at=JULY, reason="数字有误")
    assert returned.state == "returned"
    with pytest.raises(StepRefused):
        made(returned, he)
    again = signed(returned, tao, luo, mu)
    assert again.number == sent.number
    assert [s.revision for s in again.snapshots.order_by("revision")] == [1, 2]


def test_a_leader_gives_back_with_a_reason(filing, tao, luo):
    back = actions.give_back(made(filing, tao), by=luo, at=JULY, reason="请核对")
    assert (back.state, back.events.last().note) == ("returned", "请核对")


def test_a_period_that_is_not_over_makes_no_report(filing, tao):
    with pytest.raises(StepRefused, match="2024-06-30"):
        actions.make(filing, by=tao, at=at("24-06-30"))


def test_a_hotline_operator_makes_none(filing, ma):
    with pytest.raises((WrongDuty, Filing.DoesNotExist)):
        made(filing, ma)


def test_the_sweep_opens_every_report_once_for_unions_with_a_statistician(tao, he):
    now = dt.datetime(2026, 11, 25, 2, tzinfo=dt.UTC)
    assert actions.open_due(now) == 12
    assert actions.open_due(now) == 0
    month = Filing.objects.get(org=tao.org, kind="monthly")
    assert (month.first_on, month.last_on, month.due_on) == (day("26-10-01"), day("26-10-31"), day("26-11-06"))
    week = Filing.objects.get(org=tao.org, kind="weekly")
    assert (week.last_on, week.due_on) == (day("26-11-22"), day("26-11-23"))
    assert actions.open_due(now + dt.timedelta(weeks=3)) == 3 * 2 + 2  # three weeks and a month of two unions


@pytest.mark.parametrize(
    ("kind", "on", "first", "last", "words"),
    [
        ("weekly", "26-11-25", "26-11-16", "26-11-22", "2026-11-16 – 2026-11-22"),
        ("monthly", "26-01-01", "25-12-01", "25-12-31", "2025年12月"),
        ("bimonthly", "26-04-30", "26-01-01", "26-02-28", "2026年1—2月"),
        ("quarterly", "26-05-01", "26-01-01", "26-03-31", "2026年第1季度"),
        ("half_year", "26-07-01", "26-01-01", "26-06-30", "2026年上半年"),
        ("annual", "26-11-25", "25-01-01", "25-12-31", "2025年"),
    ],
)
def test_the_last_period_that_is_over(kind, on, first, last, words):
    found = last_ended(kind, day(on))
    assert (found, name_of(kind, found)) == (Period(day(first), day(last)), words)


def test_february_is_compared_with_the_whole_february_of_the_year_before():
    assert year_before(Period(day("24-02-01"), day("24-02-29"))) == Period(day("23-02-01"), day("23-02-28"))
    assert year_before(Period(day("25-02-01"), day("25-02-28"))) == Period(day("24-02-01"), day("24-02-29"))


def test_a_county_files_a_row_for_each_township_and_one_for_itself(county, filing, tao):
    union = {"level": "township", "kind": "township_federation", "parent": tao.org, "region": tao.org.region}
    town = UnionOrg.objects.create(name="云南驿镇总工会", short_mark="云南驿工", path="53/29/23/t1/", **union)
    DisputeCase.objects.filter(outcome="failed").update(org=town, scope=town.path)
    table = made(filing, tao).snapshot.content["tables"][0]
    rows = {row["label"]: row["cells"][table["columns"].index("concluded")] for row in table["rows"]}
    assert rows == {"云南驿镇总工会": 1, "祥云县总工会（本级）": 5}
    assert cell(table, "concluded") == 6


def test_the_overview_tells_who_cannot_file_and_leaves_out_the_complete(client, tao, he):
    client.force_login(he.user)
    asked = {"kind": "monthly", "year": str(timezone.localdate().year - 1), "units": "counties"}
    rows = {row.org.region_id: row for row in client.get("/reports/filings/", asked).context["rows"]}
    assert str(rows["532923"].cells[0].text) == "未建"
    assert str(rows["532924"].cells[0].text) == "未配统计员"
    assert client.get("/reports/filings/", {**asked, "missing": "on"}).context["owed"] == 12 * len(rows)


def test_the_proof_list_names_every_payment_and_nobody(county, filing, tao):
    ledger = made(filing, tao).snapshot.content["ledger"]
    assert sum(Decimal(row["amount"]) for row in ledger) == 149800
    assert "杨" not in str(ledger)
