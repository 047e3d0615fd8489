"""Cases from the tables offices kept: all rows or none, told by row and column, and twice adds nothing."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.importing.run import Outcome, Run
from casework.models import Employer
from disputes import actions
from disputes.imports.intake import CASE_IMPORT
from disputes.models import DisputeCase, Party, Payment
from organizations.models import Officer
from tests.conftest import member
from tests.factories.tables import CASE_NAMES, case_row, csv_bytes, saved, xlsx_bytes

pytestmark = pytest.mark.django_db
USCC = "91530000MA6K3B4C1P"


def table(rows: list[dict[str, Any]], encoding: str = "utf-8") -> bytes:
    return csv_bytes(rows, encoding, CASE_NAMES)


def take_in(content: bytes, name: str = "cases.csv", by: Officer | None = None, **mode: Any) -> Outcome:
    run = Run(CASE_IMPORT, by or Officer.objects.system(), timezone.now(), **mode)
    return run.over(io.BytesIO(content), name)


def taken(**changes: Any) -> DisputeCase:
    outcome = take_in(table([case_row(**changes)]))
    assert outcome.is_clean, outcome.faults
    return DisputeCase.objects.get()


def faults(**changes: Any) -> list[str]:
    """The columns of everything that is wrong with one row; nothing of the file is kept."""
    outcome = take_in(table([case_row(1), case_row(2, **changes)]))
    assert DisputeCase.objects.count() == 0
    assert Employer.objects.count() == 0
    return [fault.column for fault in outcome.faults]


# What is kept ---------------------------------------------------------------------------------------------------------

OPEN = {"outcome": "", "closed_on": "", "amount_agreed": "", "payments": ""}


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        (OPEN | {"accepted_on": ""}, "applied"),
        (OPEN, "accepted"),
        (OPEN | {"mediator": "yang"}, "assigned"),
        ({}, "performing"),
        ({"payments": "2025-03-14:10000"}, "closed_out"),
        ({"outcome": "reconciled", "amount_agreed": "", "payments": ""}, "closed_out"),
        ({"outcome": "failed", "amount_agreed": "", "payments": ""}, "closed_out"),
        ({"outcome": "withdrawn", "accepted_on": "", "amount_agreed": "", "payments": ""}, "closed_out"),
        ({"outcome": "transferred", "accepted_on": "", "amount_agreed": "", "payments": ""}, "closed_out"),
    ],
)
def test_a_case_stands_where_its_register_left_it(yang, changes, state):
    case = taken(**changes)
    assert case.state == state
    assert case.events.get().after == state
    assert bool(case.number) == bool(case.accepted_on)


def test_time_limits_are_counted_as_for_any_case(db):
    case = taken(**OPEN | {"accepted_on": ""})
    clocks = {clock.rule.code: (clock.due_on, clock.met_on) for clock in case.deadlines.all()}
    assert clocks == {"case.accept": (dt.date(2025, 3, 6), None), "case.mediate": (dt.date(2025, 3, 18), None)}
    assert case.due_on == dt.date(2025, 3, 6)


def test_the_last_day_in_the_register_is_kept(db):
    case = taken(due_on="2025-04-02", **OPEN)
    assert case.due_on == dt.date(2025, 4, 2)
    assert case.deadlines.get(rule__code="case.accept").met_on == dt.date(2025, 3, 5)


def test_the_time_of_a_case_from_court_begins_with_its_acceptance(db):
    case = taken(origin="court_assigned", **OPEN)
    assert case.deadlines.get(rule__code="case.court_assigned").started_on == dt.date(2025, 3, 5)


def test_each_payment_is_one_row_of_the_ledger_and_what_is_owed_can_still_be_paid(yang, zhao):
    case = taken(mediator="yang")
    paid = Payment.objects.values_list("paid_on", "amount")
    assert list(paid) == [(dt.date(2025, 3, 14), Decimal(4000)), (dt.date(2025, 4, 1), Decimal("1000.50"))]
    assert case.amount_paid == Decimal("5000.50")
    rest = case.instalments.get(settled_on=None)
    assert (rest.amount, case.pay_by) == (Decimal("4999.50"), dt.date(2025, 3, 14))
    money = {"instalment": rest, "amount": rest.amount, "paid_on": dt.date(2025, 5, 6)}
    case = actions.record_payment(case, by=yang, at=timezone.now(), **money)
    assert case.amount_paid == case.amount_agreed


def test_names_and_numbers_lie_sealed_and_are_found_by_their_index(zhao):
    case = taken()
    assert list(DisputeCase.objects.visible_to(zhao).about_number("532923199003071219")) == [case]
    with connection.cursor() as cursor:
        cursor.execute("SELECT id_number, phone FROM disputes_party WHERE role = 'applicant'")
        assert not {"532923199003071219", "13800001234"} & set(cursor.fetchone())


def test_a_worker_under_eighteen_is_known_by_the_number(db):
    taken(applicant_id_number="53292320090307121X")
    assert Party.objects.get(role="applicant").is_minor


@pytest.mark.parametrize(("said", "group"), [({"is_group": "1"}, True), ({"worker_count": "10"}, True), ({}, False)])
def test_a_group_is_what_the_register_says_or_ten_workers(db, said, group):
    assert taken(**said).is_group is group


def test_the_same_credit_code_is_one_employer_whatever_it_is_called(db):
    rows = [
        case_row(1, employer_uscc=USCC),
        case_row(2, employer_uscc=USCC, employer_name="祥云测试建筑公司"),
        case_row(3),
        case_row(4, employer_name="另一家测试公司"),
    ]
    assert take_in(table(rows)).kept == 4
    assert Employer.objects.count() == 2
    assert take_in(table([case_row(5, employer_uscc=USCC, employer_name="第三个名称")])).kept == 1
    assert Party.objects.filter(employer__uscc=USCC).count() == 4


def test_a_workbook_with_numbers_and_days_is_read_like_text(db):
    row = case_row(
        external_no=20250001.0,
        organization=532923.0,
        applicant_phone=13800001234.0,
        category=101,
        received_on=dt.datetime(2025, 3, 3),  # noqa: DTZ001  # a cell has no zone
        accepted_on=45721,
        amount_claimed=12000.5,
    )
    assert take_in(xlsx_bytes([row], CASE_NAMES), "cases.xlsx").kept == 1
    case = DisputeCase.objects.get()
    assert (case.external_no, case.category_id, case.amount_claimed) == ("20250001", "0101", Decimal("12000.5"))
    assert (case.received_on, case.accepted_on) == (dt.date(2025, 3, 3), dt.date(2025, 3, 5))


# What is refused ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"external_no": ""}, ["external_no"]),
        ({"external_no": "旧000001"}, ["external_no"]),
        ({"organization": "110101"}, ["organization"]),
        ({"origin": "letter"}, ["origin"]),
        ({"applicant_name": ""}, ["applicant_name"]),
        ({"applicant_id_number": "532923199003071211"}, ["applicant_id_number"]),
        ({"applicant_phone": "12"}, ["applicant_phone"]),
        ({"worker_count": "-1"}, ["worker_count"]),
        ({"is_group": "yes"}, ["is_group"]),
        ({"employer_uscc": "91530000MA6K3B4C1Y"}, ["employer_uscc"]),
        ({"category": "0199"}, ["category"]),
        ({"received_on": "2025-13-01"}, ["received_on"]),
        ({"received_on": "2999-01-01"}, ["received_on"]),
        ({"accepted_on": "2025-03-02"}, ["accepted_on"]),
        ({"accepted_on": ""}, ["accepted_on"]),
        ({"due_on": "2025-03-02"}, ["due_on"]),
        ({"outcome": ""}, ["outcome", "amount_agreed"]),
        ({"closed_on": ""}, ["closed_on"]),
        ({"closed_on": "2025-03-04"}, ["closed_on"]),
        ({"outcome": "failed"}, ["amount_agreed"]),
        ({"amount_claimed": "12000$"}, ["amount_claimed"]),
        ({"amount_agreed": "5000"}, ["payments"]),
        ({"payments": "2025-03-14"}, ["payments"]),
        ({"payments": "2025-02-30:5"}, ["payments"]),
        ({"payments": "2025-03-02:5"}, ["payments"]),
        ({"payments": "2025-03-14:-5"}, ["payments"]),
        ({"mediator": "nobody"}, ["mediator"]),
        ({"mediator": "zhao"}, ["mediator"]),
    ],
)
def test_a_bad_row_keeps_the_whole_file_out_and_names_its_column(zhao, changes, columns):
    assert faults(**changes) == columns


def test_a_former_division_code_in_an_identity_number_is_no_fault(db):
    assert taken(applicant_id_number="532901197706064317").state == "performing"


def test_twice_adds_nothing(db, capsys, tmp_path):
    path = saved(tmp_path, table([case_row(n) for n in range(3)]), "cases.csv")
    call_command("import_cases", path)
    call_command("import_cases", path)
    assert DisputeCase.objects.count() == 3
    assert "3" in capsys.readouterr().out


def test_what_has_to_be_put_right_is_told_before_what_was_imported_already(db):
    take_in(table([case_row(n) for n in range(3)]))
    again = take_in(table([*(case_row(n) for n in range(3)), case_row(3, category="1")]))
    assert (again.known, again.bad) == (3, 1)
    assert [fault.column for fault in again.faults] == ["category", *["external_no"] * 3]


def test_a_dry_run_keeps_nothing_and_a_bad_file_ends_with_an_error(db, tmp_path):
    call_command("import_cases", saved(tmp_path, table([case_row()])), dry_run=True)
    with pytest.raises(CommandError):
        call_command("import_cases", saved(tmp_path, table([case_row(category="1")]), "bad.csv"))
    assert not DisputeCase.objects.exists()


def test_with_skip_bad_the_rejected_rows_come_back_with_their_reasons(db, tmp_path):
    path = saved(tmp_path, table([case_row(1), case_row(2, origin="")]))
    call_command("import_cases", path, skip_bad=True)
    assert DisputeCase.objects.count() == 1
    assert "旧000002" in (tmp_path / "calls.rejected.csv").read_text("utf-8-sig")


def test_a_block_takes_the_same_number_of_statements_whatever_its_length(yang):
    take_in(table([case_row(0, mediator="yang")]))
    counts = []
    for first, length in ((1, 10), (100, 60)):
        rows = [case_row(n, mediator="yang", employer_name=f"测试{n}公司") for n in range(first, first + length)]
        with CaptureQueriesContext(connection) as seen:
            assert take_in(table(rows)).kept == length
        counts.append(len(seen))
    assert counts[0] == counts[1]


# Who may --------------------------------------------------------------------------------------------------------------


def test_a_director_takes_in_the_cases_of_the_own_area_only(duan):
    assert take_in(table([case_row()]), by=duan).kept == 1
    assert [f.column for f in take_in(table([case_row(2, organization="532924")]), by=duan).faults] == ["organization"]


@pytest.mark.parametrize(("duty", "status"), [("committee_director", 200), ("case_officer", 403), ("mediator", 403)])
def test_the_page_belongs_to_the_director(client, duty, status):
    client.force_login(member(duty, "someone").user)
    assert client.get("/cases/import/").status_code == status
