"""Papers no file names go after a long time, and none that anybody names goes with them."""

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from casework.attachments import keep_made, stored
from casework.loose import sweep_loose, take_away
from casework.models import Blob
from casework.stores import Stored
from disputes import actions
from referrals.actions.messages import Told, take_message
from tests.factories.disputes import CaseFactory
from tests.factories.referrals import make_referral

LONG = dt.timedelta(days=31)


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def loose(text="没有案卷引用"):
    return keep_made(text.encode(), "a.txt")


def is_there(blob):
    return Blob.objects.filter(pk=blob.pk).exists(), stored(blob.pk).exists()


def attached(blob, officer, now):
    case = CaseFactory("accepted")
    return actions.attach(case, papers=[("材料.txt", blob)], by=officer, at=now, place="evidence")


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "there"), [(29, True), (31, False)])
def test_what_nobody_named_for_thirty_days_goes(now, days, there):
    blob = loose()
    assert sweep_loose(now + dt.timedelta(days=days)) == (not there)
    assert is_there(blob) == (there, there)


@pytest.mark.django_db
def test_what_a_file_names_stays_for_ever(zhao, now):
    blob = loose()
    attached(blob, zhao, now)
    assert sweep_loose(now + 100 * LONG) == 0
    assert not take_away(blob.pk)
    assert is_there(blob) == (True, True)


@pytest.mark.django_db
def test_every_table_that_names_papers_is_asked():
    """A new one is asked by itself; the statement has a look into each."""
    naming = {field.related_model._meta.db_table for field in Blob._meta.get_fields(include_hidden=True)
              if field.auto_created and field.one_to_many}  # fmt: skip
    assert len(naming) > 5
    sql = str(Blob.objects.loose().query)
    assert all(f'"{table}"' in sql for table in naming)


@pytest.mark.django_db
def test_handed_in_again_it_counts_anew(now):
    blob = loose()
    Blob.objects.update(kept_at=now - LONG)
    loose()
    assert sweep_loose(now) == 0
    assert is_there(blob) == (True, True)


@pytest.mark.django_db
def test_the_papers_of_a_message_that_waits_stay(now):
    referral, blob = make_referral(CaseFactory(), "sent"), loose()
    data = {"number": referral.number, "papers": [{"title": "裁定.txt", "sha256": blob.pk}]}
    text = json.dumps({"data": data})
    assert take_message(referral.authority, Told("m-1", "referral.papers", now, data, text), at=now).state == "waiting"
    assert sweep_loose(now + LONG) == 0
    assert is_there(blob) == (True, True)


@pytest.mark.django_db
def test_a_store_that_is_away_loses_neither_row_nor_bytes(now, monkeypatch):
    blob = loose()
    monkeypatch.setattr(Stored, "remove", lambda _paper: (_ for _ in ()).throw(OSError("away")))
    with pytest.raises(OSError, match="away"):
        sweep_loose(now + LONG)
    assert is_there(blob) == (True, True)


@pytest.mark.django_db(transaction=True)
def test_whoever_hands_in_what_is_just_being_taken_away_keeps_it(zhao, now, monkeypatch):
    """The sweep holds the row when the same paper is handed in: the bytes are written anew, none are lost."""
    blob, begun, go, remove = loose(), Event(), Event(), Stored.remove
    Blob.objects.update(kept_at=now - LONG)

    def slowly(paper):
        begun.set()
        assert go.wait(20)
        remove(paper)

    monkeypatch.setattr(Stored, "remove", slowly)
    with ThreadPoolExecutor(2) as pool:
        sweeping = pool.submit(alone, sweep_loose, now)
        assert begun.wait(20)
        keeping = pool.submit(alone, loose)
        wait_for_another()
        go.set()
        assert (sweeping.result(30), keeping.result(30).pk) == (1, blob.pk)
    assert is_there(blob) == (True, True)
    assert stored(blob.pk).read_bytes() == "没有案卷引用".encode()


@pytest.mark.django_db(transaction=True)
def test_what_a_file_names_in_the_same_moment_stays(zhao, now):
    """The file is open and not yet committed when the sweep comes: it waits, looks again, and leaves the paper."""
    blob, named, go = loose(), Event(), Event()
    Blob.objects.update(kept_at=now - LONG)
    case = CaseFactory("accepted")

    def name():
        with transaction.atomic():
            case.attachments.create(title="材料.txt", blob=blob, by=zhao, at=now, place="evidence")
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # the check of the key, which else comes at the end
            named.set()
            assert go.wait(20)

    with ThreadPoolExecutor(2) as pool:
        naming = pool.submit(alone, name)
        assert named.wait(20)
        sweeping = pool.submit(alone, sweep_loose, now)
        wait_for_another()
        go.set()
        naming.result(30)
        assert sweeping.result(30) == 0
    assert is_there(blob) == (True, True)


def alone(act, *given):
    """In a thread of its own, with a connection that ends with it."""
    try:
        return act(*given)
    finally:
        connection.close()


def wait_for_another():
    """Until a session waits for a lock somebody else holds."""
    asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    for _turn in range(20_000):
        with connection.cursor() as cursor:
            cursor.execute(asked)
            if cursor.fetchone()[0]:
                return
    raise AssertionError("nobody waited")
