"""A table handed in on a page: looked at first, kept by an order, by a worker that may die."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.utils import timezone

from casework.errors import Refused
from casework.importing import jobs
from casework.models import ImportJob, ImportPart
from hotline.imports.intake import CALL_IMPORT, CallIntake
from hotline.models import CallRecord
from tests.conftest import member
from tests.factories.tables import call_row, csv_bytes
from tests.referrals.workers import until

PAGE = "/calls/import/"
GOOD = [call_row(n) for n in range(3)]
MIXED = [*GOOD, call_row(9, category="")]


def handed_in(officer, rows=GOOD, name="calls.csv"):
    upload = SimpleUploadedFile(name, csv_bytes(rows))
    return jobs.hand_in(CALL_IMPORT, upload=upload, by=officer, at=timezone.now())


def worked(job):
    jobs.work(timezone.now())
    return ImportJob.objects.get(pk=job.pk)


def sent(client, officer, rows=GOOD, name="calls.csv"):
    client.force_login(officer.user)
    return client.post(PAGE, {"table": SimpleUploadedFile(name, csv_bytes(rows))})


def test_a_table_is_looked_at_first_and_kept_by_an_order(client, luo):
    answer = sent(client, luo)
    job = ImportJob.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{PAGE}{job.pk}/")
    assert "hx-get" in client.get(answer["Location"]).content.decode()
    job = worked(job)
    assert (job.phase, job.good, job.kept, CallRecord.objects.count()) == ("checked", 3, 0, 0)
    assert client.post(f"{PAGE}{job.pk}/keep/").status_code == 302
    job = worked(job)
    assert (job.phase, job.kept, job.confirmed_by) == ("done", 3, luo)
    assert "3" in client.get(f"{PAGE}{job.pk}/", headers={"HX-Request": "true"}).content.decode()


def test_bad_rows_are_told_by_row_and_column_and_left_out_only_on_order(client, luo):
    sent(client, luo, MIXED)
    job = worked(ImportJob.objects.get())
    text = client.get(f"{PAGE}{job.pk}/").content.decode()
    assert "<td>案由（category）</td>" in text
    assert client.post(f"{PAGE}{job.pk}/keep/").status_code == 409
    assert client.post(f"{PAGE}{job.pk}/keep/", {"skip_bad": "on"}).status_code == 302
    job = worked(job)
    assert (job.phase, job.kept, job.bad) == ("done", 3, 1)
    rows = client.get(f"{PAGE}{job.pk}/rejected/").getvalue().decode("utf-8-sig")
    assert "A000009" in rows
    assert "A000001" not in rows


def test_the_content_is_sealed_and_forgotten_while_the_record_stays(client, luo):
    job = handed_in(luo, MIXED)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM casework_importpart")
        assert cursor.fetchone()[0].startswith("v1.")
    job = worked(job)
    jobs.confirm(job, skip_bad=True, by=luo, at=timezone.now())
    job = worked(job)
    jobs.forget_tables(job.expires_at + dt.timedelta(seconds=1))
    client.force_login(luo.user)
    assert not ImportPart.objects.exists()
    assert client.get(f"{PAGE}{job.pk}/rejected/").status_code == 404
    assert client.get(f"{PAGE}{job.pk}/").status_code == 200


def test_an_unreadable_table_says_why(client, luo):
    job = worked(jobs.hand_in(CALL_IMPORT, upload=SimpleUploadedFile("t.csv", b"\xff\xfea"), by=luo, at=timezone.now()))
    client.force_login(luo.user)
    assert job.phase == "unreadable"
    assert "UTF-16" in client.get(f"{PAGE}{job.pk}/").content.decode()


def test_the_empty_table_has_the_header_that_is_read(client, luo, ma):
    client.force_login(luo.user)
    assert f'href="{PAGE}empty/"' in client.get(PAGE).content.decode()
    empty = client.get(f"{PAGE}empty/").content
    row = csv_bytes([call_row(1)]).split(b"\n", 1)[1]
    upload = SimpleUploadedFile("calls.csv", empty + row)
    assert worked(jobs.hand_in(CALL_IMPORT, upload=upload, by=luo, at=timezone.now())).good == 1
    client.force_login(ma.user)
    assert client.get(f"{PAGE}empty/").status_code == 403


@pytest.mark.parametrize("name", ["calls.xls", "calls", "calls.pdf"])
def test_only_tables_are_taken(client, luo, name):
    assert sent(client, luo, name=name).status_code == 422
    assert not ImportJob.objects.exists()


@pytest.mark.parametrize("who", ["ma", "bai", "he", "tan", "wang", "shen"])
def test_importing_belongs_to_the_duty_leader(client, request, who, luo):
    job = handed_in(luo)
    client.force_login(request.getfixturevalue(who).user)
    assert client.get(PAGE).status_code == 403
    assert client.get(f"{PAGE}{job.pk}/").status_code == 404
    assert client.post(f"{PAGE}{job.pk}/keep/").status_code == 404


def test_the_leader_of_another_county_finds_nothing(client, luo):
    job = handed_in(luo)
    client.force_login(member("duty_leader", "far", region="532924").user)
    assert client.get(f"{PAGE}{job.pk}/").status_code == 404
    assert client.get(f"{PAGE}{job.pk}/rejected/").status_code == 404


def test_a_worker_that_dies_in_the_middle_leaves_nothing_and_the_next_one_begins_anew(luo, monkeypatch):
    job = worked(handed_in(luo, [call_row(n) for n in range(1500)]))
    jobs.confirm(job, skip_bad=False, by=luo, at=timezone.now())
    keep = CallIntake.keep

    def dies_at_the_second_block(self, rows):
        if rows[0].number > 1000:
            raise SystemExit
        keep(self, rows)

    monkeypatch.setattr(CallIntake, "keep", dies_at_the_second_block)
    with pytest.raises(SystemExit):
        jobs.work(timezone.now())
    assert not CallRecord.objects.exists()
    monkeypatch.setattr(CallIntake, "keep", keep)
    job = worked(job)
    assert (job.phase, job.kept, job.attempts, CallRecord.objects.count()) == ("done", 1500, 2, 1500)


@pytest.mark.django_db(transaction=True)
def test_others_see_how_many_rows_are_written_while_none_of_them_counts_yet(luo, monkeypatch):
    job = worked(handed_in(luo, [call_row(n) for n in range(1500)]))
    jobs.confirm(job, skip_bad=False, by=luo, at=timezone.now())
    keep, seen = CallIntake.keep, []

    def looked_at_by_others(self, rows):
        keep(self, rows)
        seen.append(by_others("SELECT kept, (SELECT count(*) FROM hotline_callrecord) FROM casework_importjob"))

    monkeypatch.setattr(CallIntake, "keep", looked_at_by_others)
    assert worked(job).kept == 1500
    assert seen == [(0, 0), (1000, 0)]


def by_others(question):
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchone()
    finally:
        other.close()


def test_a_table_that_kills_every_worker_is_given_up(luo):
    job = handed_in(luo)
    ImportJob.objects.update(attempts=jobs.MOST_ATTEMPTS)
    assert worked(job).phase == "failed"


def test_an_order_given_twice_imports_once(luo):
    job = worked(handed_in(luo))
    jobs.confirm(job, skip_bad=False, by=luo, at=timezone.now())
    with pytest.raises(Refused):
        jobs.confirm(job, skip_bad=False, by=luo, at=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_the_lock_of_a_worker_ends_with_its_connection(luo):
    job = handed_in(luo)
    held, die, gone = threading.Event(), threading.Event(), threading.Event()

    def worker():
        with jobs.worker_lock() as free:
            assert free
            held.set()
            die.wait(20)
            connection.connection.close()  # what the kernel does for a process that was killed
        gone.set()

    def run():
        try:
            worker()
        except Exception:  # the connection is dead: so is the unlock
            gone.set()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    assert held.wait(20)
    assert jobs.work(timezone.now()) is None
    die.set()
    assert gone.wait(20)
    thread.join(20)
    until(lambda: worked(job).phase == "checked", "the lock is free")
