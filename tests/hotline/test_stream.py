"""Server-sent events: told at once, nothing lost with a connection, nothing held while waiting, gone at the end."""

from __future__ import annotations

import datetime as dt
import http.client
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from config.services.places import ROOT
from hotline import actions
from hotline.telephony.hub import Hub
from hotline.telephony.notices import Notice
from hotline.telephony.stream import events
from tests.factories.telephony import LineCallFactory, exchange_of, seat, told

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 30
EARS = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN heyi%'"


class Browser:
    """Reads one stream in a thread of its own, as a thread of the web server writes it."""

    def __init__(self, hub: Hub, officer, shown: str = "") -> None:
        self.told: queue.Queue[tuple[str, str, str]] = queue.Queue()
        self.held: list[bool] = []
        self.thread = threading.Thread(target=self.read, args=(hub, officer, shown), daemon=True)
        self.thread.start()

    def read(self, hub: Hub, officer, shown: str) -> None:
        with hub.place(officer.pk, officer.path) as place:
            for text in events(hub, place, officer.user, "zh-hans", shown):
                self.held.append(connection.connection is not None)
                if text.startswith("event: "):
                    name, mark, data = (line.partition(": ")[2] for line in text.strip().split("\n"))
                    self.told.put((name, mark, json.loads(data)))
        connection.close()

    def next(self) -> tuple[str, str, str]:
        return self.told.get(timeout=PATIENCE)


@pytest.fixture
def hub() -> Iterator[Hub]:
    one = Hub()
    yield one
    one.close()


@pytest.fixture
def operator(ma):
    seat(ma, since=timezone.now() - dt.timedelta(hours=1))
    return ma


def test_a_ringing_telephone_is_told_without_being_asked(hub, operator):
    browser = Browser(hub, operator)
    assert "data-line-call" not in browser.next()[2]
    call = LineCallFactory("ringing")
    assert f'data-line-call="{call.pk}"' in browser.next()[2]
    assert browser.held
    assert not any(browser.held), "a waiting stream holds no connection"


def test_a_lost_ear_is_opened_again_and_nothing_is_lost(hub, operator):
    browser = Browser(hub, operator)
    browser.next()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_terminate_backend(pid) FROM ({EARS}) AS ears")
        assert cursor.rowcount == 1
    LineCallFactory("ringing")
    assert "data-line-call" in browser.next()[2]


def test_a_connection_that_comes_back_is_told_what_it_missed_and_only_that(hub, operator):
    first = Browser(hub, operator)
    mark = first.next()[1]
    same = Browser(hub, operator, mark)
    call = LineCallFactory("ringing")
    assert f'data-line-call="{call.pk}"' in same.next()[2], "what it showed already was not told again"
    late = Browser(hub, operator, mark)
    assert f'data-line-call="{call.pk}"' in late.next()[2]


def test_many_streams_share_one_connection_that_listens(hub, operator, luo):
    for officer in (operator, luo, operator):
        Browser(hub, officer).next()
    with connection.cursor() as cursor:
        cursor.execute(EARS)
        assert len(cursor.fetchall()) == 1


def test_a_stream_ends_when_its_process_ends(hub, operator):
    browser = Browser(hub, operator)
    browser.next()
    hub.close()
    browser.thread.join(PATIENCE)
    assert not browser.thread.is_alive()
    assert hub.places == set()


def test_a_stream_ends_with_the_duty(hub, operator):
    browser = Browser(hub, operator)
    browser.next()
    operator.suspended = True
    operator.save()
    LineCallFactory("ringing")
    browser.thread.join(PATIENCE)
    assert not browser.thread.is_alive()


def test_a_full_process_says_so_and_can_still_be_asked(operator, settings):
    settings.LINE_STREAMS = 0
    client = Client()
    client.force_login(operator.user)
    full = client.get("/calls/events/", headers={"Accept": "text/event-stream"})
    assert (full.status_code, full["Retry-After"]) == (503, "30")
    assert client.get("/calls/events/").status_code == 200


def test_a_browser_that_leaves_gives_its_place_back(operator):
    from hotline.telephony.hub import hub as shared

    client = Client()
    client.force_login(operator.user)
    answer = client.get("/calls/events/", headers={"Accept": "text/event-stream"})
    mine = [place for place in shared.places if place.officer == operator.pk]
    assert (answer["Content-Type"], len(mine)) == ("text/event-stream", 1)
    answer.close()
    assert not shared.places & set(mine)
    shared.close()


def test_an_event_that_is_rolled_back_is_never_told(hub, operator):
    from django.db import transaction

    browser = Browser(hub, operator)
    browser.next()
    with transaction.atomic():
        actions.take_event(exchange_of(), told("ringing", key="undone"), at=timezone.now())
        transaction.set_rollback(True)
    kept = LineCallFactory("ringing")
    assert f'data-line-call="{kept.pk}"' in browser.next()[2]
    assert browser.told.empty()


@pytest.mark.parametrize(
    ("officer", "path", "board", "concerned"),
    [
        (1, "53/29/23/", False, True),
        (2, "53/29/23/", False, False),
        (2, "53/29/23/", True, True),
        (2, "53/29/", True, True),
        (2, "53/29/24/", True, False),
    ],
)
def test_a_notice_wakes_whom_it_concerns(officer, path, board, concerned):
    assert Notice(frozenset({1}), "53/29/23/").concerns(officer, path, board) is concerned


@contextmanager
def web_server() -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The real web server on the database of this test."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    where = urlsplit(os.environ["DATABASE_URL"])
    address = where._replace(path=f"{where.path.rpartition('/')[0]}/{connection.settings_dict['NAME']}")
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--config", "python:config.web", "--workers", "1"]
    command += ["--bind", f"127.0.0.1:{port}", "--graceful-timeout", "20", "--no-control-socket"]
    env = {**os.environ, "DATABASE_URL": address.geturl()}
    server = subprocess.Popen(command, cwd=ROOT, env=env)
    try:
        yield server, port
    finally:
        server.kill()
        server.wait()


def opened(port: int, session: str) -> http.client.HTTPResponse:
    """The stream, as soon as the server answers."""
    for _n in range(PATIENCE * 10):
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            link.request("GET", "/calls/events/", headers={"Accept": "text/event-stream", "Cookie": f"sid={session}"})
            return link.getresponse()
        except ConnectionError:
            threading.Event().wait(0.1)
    raise AssertionError("the web server does not answer")


def test_an_open_stream_does_not_hold_up_the_end_of_the_web_server(operator):
    client = Client()
    client.force_login(operator.user)
    with web_server() as (server, port):
        stream = opened(port, client.cookies["sid"].value)
        assert stream.status == 200
        assert b"retry" in stream.readline()
        server.send_signal(signal.SIGTERM)
        server.wait(10)
        assert server.returncode == 0
