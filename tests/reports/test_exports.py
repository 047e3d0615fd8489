"""A table is ordered with a purpose, made by a worker, marked, masked, fetched on record and forgotten in time."""

import base64
import csv
import datetime as dt
import io

import pytest
from django.db import DatabaseError, connection, transaction
from msoffcrypto import OfficeFile
from msoffcrypto.exceptions import InvalidKeyError
from python_calamine import CalamineWorkbook

from casework.errors import Refused
from casework.models import Policy
from disputes.models import DisputeCase, Party
from organizations.models import UnionOrg
from reports import actions
from reports.models import ExportFetch, ExportJob
from tests.conftest import member
from tests.factories.disputes import CaseFactory
from tests.factories.hotline import OrderFactory
from tests.reports.conftest import day

SPAN = {"first_on": day("24-01-01"), "last_on": day("24-12-31")}


@pytest.fixture
def tao(db):
    return member("statistician", "tao")


def ordered(officer, now, **changes):
    given = {"kind": "cases", "form": "csv", "organization": officer.org, "purpose": "联席会议材料", **SPAN, **changes}
    return actions.order(by=officer, at=now, **given)


def made(officer, now, **changes):
    job = ordered(officer, now, **changes)
    actions.work(now)
    return ExportJob.objects.get(pk=job.pk)


def content(job):
    return b"".join(base64.b64decode(piece) for piece in job.pieces())


def table(job, password=None):
    """The rows of a locked workbook."""
    locked, opened = OfficeFile(io.BytesIO(content(job))), io.BytesIO()
    locked.load_key(password=password or job.password, verify_password=True)
    locked.decrypt(opened)
    opened.seek(0)
    return CalamineWorkbook.from_filelike(opened).get_sheet_by_index(0).to_python()


def rows(job):
    return list(csv.reader(io.StringIO(content(job).decode("utf-8-sig"))))


def test_a_table_holds_masked_people_and_says_whose_it_is(tao, now):
    CaseFactory("mediating")
    job = made(tao, now)
    (mark,), head, row = rows(job)
    assert "Tao" in mark
    assert "联席会议材料" in mark
    assert (job.phase, job.total, job.written) == ("done", 1, 1)
    told = dict(zip(head, row, strict=True))
    assert told["申请人"] == "杨某某"
    assert told["电话"] == "138****1234"
    assert told["被申请人"] == "云南测试花卉有限公司"


def test_names_in_full_need_the_duty_a_reason_and_few_rows(tao, zhao, now):
    CaseFactory("mediating")
    with pytest.raises(Refused, match="不能导出完整姓名"):
        ordered(tao, now, reason="核对")
    with pytest.raises(Refused, match="密码"):
        ordered(zhao, now, reason="核对")
    assert "杨测试" in str(table(made(zhao, now, form="xlsx", reason="逐户核对付款")))
    Policy.objects.filter(code="export_in_full_rows_max").update(value=0)
    with pytest.raises(Refused, match="最多 0 件"):
        ordered(zhao, now, form="xlsx", reason="逐户核对付款")


def test_names_hidden_for_their_youth_stay_hidden_in_full_exports(zhao, now):
    case = CaseFactory("mediating")
    Party.objects.filter(file=case, role="applicant").update(is_minor=True)
    assert "杨" not in str(table(made(zhao, now, form="xlsx", reason="核对"))[2])


def test_the_workbook_says_the_same_and_holds_no_formula(tao, now):
    CaseFactory("mediating")
    Party.objects.filter(role="respondent").update(name="=cmd()")
    job = made(tao, now, form="xlsx")
    found = table(job)
    told = dict(zip(found[1], found[2], strict=True))
    assert told["收到日期"] == dt.date(2024, 1, 8)
    assert told["诉求金额"] == 118600
    assert told["被申请人"] == "'=cmd()"
    assert "导出人" in found[0][0]


def test_a_workbook_opens_with_its_password_only_which_nobody_else_is_told(client, tao, shen, now):
    job = made(tao, now, form="xlsx")
    assert len(job.password) == 19
    assert b"xl/worksheets" not in content(job)
    with pytest.raises(InvalidKeyError):
        table(job, password="wrong")
    address = f"/reports/exports/{job.pk}/"
    client.force_login(tao.user)
    assert job.password in client.get(address).content.decode()
    client.force_login(shen.user)
    assert job.password not in client.get(address).content.decode()
    actions.forget_exports(now + dt.timedelta(days=8))
    assert ExportJob.objects.get(pk=job.pk).password == ""


def test_what_may_not_be_seen_is_not_in_it_and_its_number_is_told(client, tao, now):
    CaseFactory("mediating")
    DisputeCase.objects.update(is_restricted=True)
    job = made(tao, now)
    assert (job.total, job.withheld, len(rows(job))) == (0, 1, 2)
    client.force_login(tao.user)
    assert "1 件" in client.get(f"/reports/exports/{job.pk}/").content.decode()


@pytest.mark.parametrize("kind", ["calls", "orders", "documents", "referrals"])
def test_every_kind_of_file_has_its_table(tao, now, kind):
    OrderFactory("in_progress")
    job = made(tao, now, kind=kind, first_on=day("20-01-01"), last_on=day("30-12-31"))
    assert job.phase == "done"
    assert len(rows(job)) == 2 + job.total
    assert job.total == (1 if kind in {"calls", "orders"} else 0)


def test_only_files_of_the_own_scope_are_in_it(wang, tao, now):
    CaseFactory("mediating")
    assert made(wang, now).total == 0
    other = UnionOrg.objects.get(region="532924", kind="federation")
    assert made(tao, now, organization=other).total == 0


def test_whoever_lost_the_duty_meanwhile_gets_nothing(tao, now):
    job = ordered(tao, now)
    tao.suspended = True
    tao.save()
    actions.work(now)
    job.refresh_from_db()
    assert (job.phase, job.parts.count()) == ("failed", 0)


def test_a_table_that_kills_its_worker_is_begun_three_times_and_no_more(tao, now):
    job = ordered(tao, now)
    ExportJob.objects.filter(pk=job.pk).update(attempts=3)
    actions.work(now)
    job.refresh_from_db()
    assert job.phase == "failed"


def test_who_fetches_is_written_down_for_good_and_others_cannot(client, tao, he, shen, now):
    job = made(tao, now)
    client.force_login(tao.user)
    assert "下载表格" in client.get(f"/reports/exports/{job.pk}/").content.decode()
    answer = client.post(f"/reports/exports/{job.pk}/file/")
    assert b"".join(answer.streaming_content) == content(job)
    assert ExportFetch.objects.get().by == tao
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM reports_exportfetch")
    client.force_login(he.user)
    assert client.get(f"/reports/exports/{job.pk}/").status_code == 404
    client.force_login(shen.user)
    assert client.get(f"/reports/exports/{job.pk}/").status_code == 200
    assert client.post(f"/reports/exports/{job.pk}/file/").status_code == 409


def test_after_seven_days_the_content_is_gone_and_the_record_stays(tao, now):
    job = made(tao, now)
    actions.forget_exports(now + dt.timedelta(days=6))
    assert job.parts.exists()
    actions.forget_exports(now + dt.timedelta(days=8))
    assert not job.parts.exists()
    assert ExportJob.objects.get(pk=job.pk).purpose == "联席会议材料"
    with pytest.raises(Refused):
        actions.fetch(job, by=tao, at=now + dt.timedelta(days=8))


def test_the_page_asks_for_a_purpose_and_keeps_what_was_typed(client, tao):
    client.force_login(tao.user)
    typed = {"kind": "cases", "form": "xlsx", "organization": tao.org_id, "first_on": "2024-01-01"}
    page = client.post("/reports/exports/", {**typed, "last_on": "2024-06-30", "purpose": ""})
    assert page.status_code == 422
    assert "2024-06-30" in page.content.decode()
    page = client.post("/reports/exports/", {**typed, "last_on": "2023-06-30", "purpose": "核对"})
    assert "截止日期早于起始日期" in page.content.decode()
    page = client.post("/reports/exports/", {**typed, "last_on": "2024-06-30", "purpose": "核对"})
    assert page["Location"] == f"/reports/exports/{ExportJob.objects.get().pk}/"
