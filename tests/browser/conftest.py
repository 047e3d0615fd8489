"""A real browser against the real pages. Without a Chromium these tests are skipped, loudly."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connection
from playwright.sync_api import Error

from tests.referrals.workers import until

CHROMIUM = os.environ.get("HEYI_CHROMIUM", "")
# The browser library runs an event loop in this thread; Django is used from it without any.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOK_FOR = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    if not CHROMIUM:
        for item in items:
            if "browser" in item.path.parts:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "zh-CN", "timezone_id": "Asia/Shanghai"}


BUSY = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state NOT IN ('idle', 'disabled')"


@pytest.fixture(autouse=True)
def at_rest(request):
    """Before the tables are emptied the server ends what pages still asked of it: a draft kept, a board."""
    if "context" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("transactional_db")
    context = request.getfixturevalue("context")
    yield
    for page in context.pages:
        page.close()
    until(stays_quiet(), "the server at rest")


def stays_quiet(looks: int = 5) -> Callable[[], bool]:
    """A page that closes may send a last draft a moment later: one quiet look is not yet rest."""
    quiet: list[bool] = []

    def look() -> bool:
        quiet.append(not busy())
        return len(quiet) >= looks and all(quiet[-looks:])

    return look


def busy() -> bool:
    """Whether somebody else is in the middle of a statement or of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute(f"{BUSY} AND pid <> pg_backend_pid()")
        return bool(cursor.fetchone()[0])


@pytest.fixture
def sign_in(live_server, client, context):
    """`page = sign_in(officer)`: a page of that person, with the session of the pages."""

    def open_as(officer, address="/"):
        if context.pages:  # an answer still on its way would bring the session of the person before back
            until(stays_quiet(), "the pages of the person before at rest")
        context.clear_cookies()
        client.force_login(officer.user)
        name = client.cookies["sid"]
        context.add_cookies([{"name": "sid", "value": name.value, "url": live_server.url}])
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto(live_server.url + address)
        return page

    return open_as


@pytest.fixture
def violations():
    """What axe finds on a page, as short lines; the empty list is what we want."""

    def examined(page):
        page.wait_for_load_state()
        return Axe().run(page, options=LOOK_FOR).response["violations"]

    def found(page):
        try:
            results = examined(page)
        except Error:  # the page was left while it was looked at: what counts is the one that came
            results = examined(page)
        return [f"{v['id']}: {n['html'][:160]}" for v in results for n in v["nodes"]]

    return found
