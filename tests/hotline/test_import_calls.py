"""Calls from the tables offices kept: all rows or none, told by row and column, and twice adds nothing."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.importing.run import Outcome, Run
from casework.models import Counter, Employer
from hotline.imports.intake import CALL_IMPORT
from hotline.models import CallEvent, CallRecord
from organizations.models import Officer
from tests.conftest import member
from tests.factories.hotline import at
from tests.factories.tables import NAMES, call_row, csv_bytes, saved, xlsx_bytes

pytestmark = pytest.mark.django_db
MORNING = at("2025-03-04", 9, 5)


def take_in(content: bytes, name: str = "calls.csv", by: Officer | None = None, **mode: Any) -> Outcome:
    run = Run(CALL_IMPORT, by or Officer.objects.system(), timezone.now(), **mode)
    return run.over(io.BytesIO(content), name)


def faults(content: bytes, name: str = "calls.csv", **more: Any) -> list[tuple[int, str]]:
    """Row and column of everything that is wrong; nothing of the file is kept."""
    outcome = take_in(content, name, **more)
    assert CallRecord.objects.count() == 0
    assert Employer.objects.count() == 0
    return [(fault.row, fault.column) for fault in outcome.faults]


# What is kept ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_file_is_read_in_every_encoding_offices_use(ma, encoding):
    assert take_in(csv_bytes([call_row(operator="ma")], encoding)).kept == 1
    call = CallRecord.objects.get()
    assert (call.caller_name, call.facts) == ("杨测试", "咨询拖欠工资如何投诉")
    assert (call.state, call.handled_by, call.scope) == ("closed", ma, "53/29/23/")
    assert timezone.localtime(call.started_at) == MORNING
    assert call.answered_at == call.started_at + dt.timedelta(seconds=6)
    assert call.entered_afterwards
    assert call.employer.name == call.employer_name


def test_a_workbook_with_numbers_and_days_is_read_like_text(db):
    row = call_row(
        external_no=20250001.0,
        organization=532923.0,
        started_at=timezone.make_naive(MORNING),
        ring_seconds=6,
        talk_seconds=120.0,
        caller_phone=13800001234.0,
        category=101,
    )
    assert take_in(xlsx_bytes([row]), "calls.xlsx").kept == 1
    call = CallRecord.objects.get()
    assert (call.external_no, call.caller_phone, call.category_id) == ("20250001", "13800001234", "0101")
    assert timezone.localtime(call.started_at) == MORNING


@pytest.mark.parametrize(
    "started_at",
    ["2025/3/4 9:05", "2025年3月4日 9时05分", "2025-03-04T09:05:00+08:00", "2025-03-04T01:05:00Z", "45720.378472222"],
)
def test_the_time_is_understood_as_offices_write_it(db, started_at):
    assert take_in(csv_bytes([call_row(started_at=started_at)])).kept == 1
    assert timezone.localtime(CallRecord.objects.get().started_at) == MORNING


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (8723120000, "08723120000"),
        ("+86 138 0000 1234", "13800001234"),
        ("１３８００００１２３４", "13800001234"),
        ("0872-3120000", "0872-3120000"),
    ],
)
def test_a_telephone_number_is_one_number_in_every_spelling(db, typed, kept):
    assert take_in(xlsx_bytes([call_row(caller_phone=typed)]), "calls.xlsx").kept == 1
    assert CallRecord.objects.get().caller_phone == kept


def test_names_and_numbers_lie_sealed_and_are_found_by_their_index(db):
    take_in(csv_bytes([call_row()]))
    assert CallRecord.objects.from_phone("138 0000 1234").count() == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT caller_name, caller_phone FROM hotline_callrecord")
        assert not {"杨测试", "13800001234"} & set(cursor.fetchone())


@pytest.mark.parametrize(
    ("result", "state", "answer"),
    [
        ("answered", "closed", ""),
        ("已派单", "ordered", ""),
        ("Work_Order", "ordered", ""),
        ("", "closed", ""),
        ("已告知向劳动监察投诉", "closed", "已告知向劳动监察投诉"),
    ],
)
def test_the_result_says_how_the_call_ended_or_is_the_answer(db, result, state, answer):
    take_in(csv_bytes([call_row(result=result)]))
    call = CallRecord.objects.get()
    assert (call.state, call.answer) == (state, answer)
    assert call.events.get().after == state


def test_a_telephone_that_only_rang_is_no_request(db):
    empty = dict.fromkeys(["talk_seconds", "request_type", "category", "summary", "employer_name", "caller_name"], "")
    assert take_in(csv_bytes([call_row(**empty)])).kept == 1
    call = CallRecord.objects.get()
    assert (call.request_type, call.answered_at, call.employer) == ("invalid", None, None)


def test_text_is_kept_as_text(db):
    row = call_row(
        summary="第一行\n<script>alert(1)</script>\n=1+1", caller_name="杨\n测试", employer_name="'=HYPERLINK(1)"
    )
    assert take_in(csv_bytes([row])).kept == 1
    call = CallRecord.objects.get()
    assert call.facts == "第一行\n<script>alert(1)</script>\n=1+1"
    assert (call.caller_name, call.employer_name) == ("杨 测试", "=HYPERLINK(1)")


def test_every_call_has_a_number_and_one_line_of_history_by_who_imported(luo):
    rows = [call_row(n, started_at=f"{2024 + n % 2}-03-04 09:05") for n in range(5)]
    assert take_in(csv_bytes(rows), by=luo).kept == 5
    numbers = CallRecord.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [
        *[f"DR532923-2024-00000{n}" for n in (1, 2, 3)],
        *[f"DR532923-2025-00000{n}" for n in (1, 2)],
    ]
    events = CallEvent.objects.values_list("verb", "by").distinct()
    assert list(events) == [("take_in_closed", luo.pk)]


def test_one_employer_is_entered_once(db):
    take_in(csv_bytes([call_row(n) for n in range(3)]))
    take_in(csv_bytes([call_row(n) for n in range(3, 6)]))
    assert Employer.objects.count() == 1


# What is refused ------------------------------------------------------------------------------------------------------

ALL_BAD: list[tuple[dict[str, Any], str]] = [
    ({"external_no": ""}, "external_no"),
    ({"external_no": "9" * 61}, "external_no"),
    ({"organization": "990000"}, "organization"),
    ({"organization": ""}, "organization"),
    ({"started_at": ""}, "started_at"),
    ({"started_at": "2025-13-04 09:05"}, "started_at"),
    ({"started_at": "yesterday"}, "started_at"),
    ({"started_at": "2999-01-01 00:00"}, "started_at"),
    ({"started_at": "1899-01-01 00:00"}, "started_at"),
    ({"ring_seconds": "-1"}, "ring_seconds"),
    ({"ring_seconds": "six"}, "ring_seconds"),
    ({"talk_seconds": "86401"}, "talk_seconds"),
    ({"caller_phone": "1.38E+10"}, "caller_phone"),
    ({"caller_phone": "12"}, "caller_phone"),
    ({"caller_name": "杨" * 300}, "caller_name"),
    ({"caller_name": "杨\x00"}, "caller_name"),
    ({"request_type": "咨询电话"}, "request_type"),
    ({"request_type": ""}, "request_type"),
    ({"category": "01"}, "category"),
    ({"category": ""}, "category"),
    ({"employer_name": "名" * 201}, "employer_name"),
    ({"summary": ""}, "summary"),
    ({"summary": "#REF!"}, "summary"),
    ({"summary": "字" * 4001}, "summary"),
    ({"operator": "nobody"}, "operator"),
]


@pytest.mark.parametrize(("change", "column"), ALL_BAD)
def test_a_bad_cell_is_named_by_row_and_column_and_nothing_is_kept(db, change, column):
    assert faults(csv_bytes([call_row(1), call_row(2, **change), call_row(3)])) == [(3, column)]


def test_everything_wrong_with_a_row_is_said_at_once(db):
    row = call_row(started_at="?", ring_seconds="six", caller_phone="12")
    assert faults(csv_bytes([row])) == [(2, "started_at"), (2, "ring_seconds"), (2, "caller_phone")]


def test_the_words_never_repeat_what_stood_in_the_cell(db):
    row = call_row(caller_phone="SECRET", request_type="SECRET", operator="SECRET", started_at="SECRET")
    assert "SECRET" not in " ".join(fault.text for fault in take_in(csv_bytes([row])).faults)


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ([*NAMES, "remark"], "remark"),
        (NAMES[:-1], "result"),
        ([*NAMES, "summary"], "summary"),
        ([name for name in NAMES if name != "operator"], "operator"),
    ],
)
def test_unknown_missing_and_doubled_columns_are_named(db, header, column):
    assert faults(csv_bytes([call_row(remark="x")], header=header)) == [(1, column)]


def test_the_header_may_be_written_in_capitals_and_in_another_order(db):
    header = [name.upper() for name in reversed(NAMES)]
    row = {name.upper(): value for name, value in call_row().items()}
    assert take_in(csv_bytes([row], header=header)).kept == 1


def test_the_same_number_twice_in_the_file_names_the_earlier_row(db):
    rows = [call_row(1), call_row(2), call_row(1)]
    outcome = take_in(csv_bytes(rows))
    assert [(f.row, f.column) for f in outcome.faults] == [(4, "external_no")]
    assert "2" in outcome.faults[0].text


def test_two_organisations_may_use_the_same_number(db):
    assert take_in(csv_bytes([call_row(1), call_row(1, organization="532924")])).kept == 2


def test_an_organisation_out_of_the_own_area_reads_like_one_that_does_not_exist(luo):
    foreign, unknown = call_row(1, organization="532924"), call_row(2, organization="111111")
    outcome = take_in(csv_bytes([foreign, unknown]), by=luo)
    assert [(f.row, f.column) for f in outcome.faults] == [(2, "organization"), (3, "organization")]
    assert len({f.text for f in outcome.faults}) == 1


def test_an_operator_of_another_area_is_nobody(luo):
    member("hotline_operator", "far", region="532924")
    assert faults(csv_bytes([call_row(operator="far")]), by=luo) == [(2, "operator")]


def test_a_comma_without_quotation_marks_is_told(db):
    plain = csv_bytes([call_row(result="答复")]).replace("咨询拖欠工资如何投诉".encode(), b"a,b,c")
    assert (2, "") in faults(plain)


# Twice, and with bad rows ---------------------------------------------------------------------------------------------


def test_the_same_file_twice_adds_nothing(db):
    content = csv_bytes([call_row(n) for n in range(3)])
    assert take_in(content).kept == 3
    again = take_in(content)
    assert (again.kept, again.known, again.nothing_new) == (0, 3, True)
    assert CallRecord.objects.count() == 3
    assert Counter.objects.get(series="imported_call").last == 3


def test_a_longer_file_of_the_same_register_needs_the_word_to_skip(db):
    take_in(csv_bytes([call_row(1)]))
    longer = csv_bytes([call_row(1), call_row(2)])
    assert take_in(longer).kept == 0
    assert take_in(longer, skip_bad=True).kept == 1
    assert CallRecord.objects.count() == 2


def test_a_dry_run_looks_at_everything_and_keeps_nothing(db):
    outcome = take_in(csv_bytes([call_row(1), call_row(2, category="")]), keep=False)
    assert (outcome.read, outcome.good, outcome.bad, outcome.kept) == (2, 1, 1, 0)
    assert not CallRecord.objects.exists()
    assert not Counter.objects.filter(series="imported_call").exists()


def test_skipped_rows_come_back_with_their_reason_and_can_be_handed_in_again(tmp_path):
    rows = [call_row(1), call_row(2, category="", caller_name="=cmd|' /C calc'!A1", caller_phone="+8613800001234")]
    path = saved(tmp_path, csv_bytes(rows))
    call_command("import_calls", path, "--skip-bad", stdout=io.StringIO(), stderr=io.StringIO())
    text = (tmp_path / "calls.rejected.csv").read_text("utf-8-sig")
    [rejected] = csv.DictReader(io.StringIO(text))
    assert rejected["reason"].startswith("案由（category）：")
    assert rejected["caller_name"].startswith("'=")
    corrected = text.replace(",inquiry,,", ",inquiry,0101,")
    assert take_in(corrected.encode()).kept == 1
    assert CallRecord.objects.get(external_no="A000002").caller_name == "=cmd|' /C calc'!A1"


# The command ----------------------------------------------------------------------------------------------------------


def test_the_command_tells_row_and_column_and_ends_with_an_error(tmp_path):
    errors = io.StringIO()
    path = saved(tmp_path, csv_bytes([call_row(1), call_row(2, started_at="?")]).rstrip() + b",more")
    with pytest.raises(CommandError):
        call_command("import_calls", path, stdout=io.StringIO(), stderr=errors)
    assert "第 3 行，来电时间（started_at）：" in errors.getvalue()
    assert "第 3 行：" in errors.getvalue()
    assert not CallRecord.objects.exists()


def test_the_command_run_twice_is_no_error_and_adds_nothing(tmp_path, luo):
    path = saved(tmp_path, csv_bytes([call_row(1)]))
    for _time in range(2):
        call_command("import_calls", path, "--officer", "luo", stdout=io.StringIO())
    assert CallRecord.objects.get().entered_by == luo


def test_only_a_duty_leader_imports_in_a_persons_name(tmp_path, ma):
    with pytest.raises(CommandError):
        call_command("import_calls", saved(tmp_path, csv_bytes([call_row(1)])), "--officer", "ma")


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError):
        call_command("import_calls", tmp_path / "none.csv")


# Size -----------------------------------------------------------------------------------------------------------------


def statements(rows: int) -> int:
    with CaptureQueriesContext(connection) as found:
        take_in(csv_bytes([call_row(n + rows * 10) for n in range(rows)]))
    return len(found)


def test_a_block_of_rows_takes_as_many_statements_whatever_its_size(db):
    take_in(csv_bytes([call_row(0)]))
    small, block, two = statements(10), statements(1000), statements(2000)
    assert block - small <= 2  # inserts are cut where the driver must
    assert two - block <= 14
