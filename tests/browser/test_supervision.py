"""The pages of supervision in a browser: readable, reachable, in Chinese only."""

from __future__ import annotations

import datetime as dt
import os
import re

import pytest

from supervision import actions
from tests.conftest import member
from tests.factories import supervision as made

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AT = made.noon("2024-06-05")
LATIN = re.compile(r"[A-Za-z]{3,}")
ALLOWED = {"pdf", "Ctrl", "Enter", "SHA", "PDF", "Word", "Excel"}


@pytest.fixture
def cast(transactional_db):
    return {duty: member(duty, duty, certified=True) for duty in ("supervisor", "signatory", "liaison")}


@pytest.fixture
def files(cast):
    su, mu, li = cast["supervisor"], cast["signatory"], cast["liaison"]
    matter = made.matter(su, AT)
    made.investigated(matter, su, AT, dt.date(2024, 6, 4))
    letter = made.awaiting(su, AT, of=matter, signatory=mu, liaison=li, served_on=dt.date(2024, 6, 6))
    letter = actions.escalate(letter, by=su, at=made.noon("2024-07-01"))
    opinion = made.draft(su, AT, of=matter, kind="opinion", legal_basis="")
    waiting = made.awaiting(su, AT, signatory=mu, liaison=li, served_on=dt.date(2024, 6, 6))
    return {"matter": matter, "letter": letter, "opinion": opinion, "waiting": waiting}


def english(page) -> list[str]:
    """Words in Latin letters an office would not expect; names of accounts and hashes are not words."""
    page.evaluate("document.querySelectorAll('.figures, code, .officer-menu, .topbar').forEach(e => e.remove())")
    words = set(LATIN.findall(page.inner_text("body"))) - ALLOWED
    return [word for word in words if word.lower() not in {"supervisor", "signatory", "liaison"}]


def addresses(files) -> list[str]:
    matter, opinion, waiting = files["matter"], files["opinion"], files["waiting"]
    return [
        "/documents/",
        "/documents/numbers/",
        "/partner-documents/",
        "/employers/radar/",
        "/matters/",
        "/matters/new/",
        matter.get_absolute_url(),
        f"/documents/new/?matter={made.matter(matter.documents.first().drafter, AT).pk}&kind=reminder_letter",
        files["letter"].get_absolute_url(),
        opinion.get_absolute_url(),
        opinion.step_url("edit"),
        opinion.step_url("submit"),
        waiting.get_absolute_url(),
        waiting.step_url("escalate"),
        f"/documents/{waiting.pk}/letter/",
    ]


def test_no_page_of_supervision_hinders_anybody_or_shows_english(sign_in, violations, cast, files):
    faults = []
    for n, address in enumerate(addresses(files)):
        page = sign_in(cast["supervisor"], address)
        if folder := os.environ.get("HEYI_PICTURES"):
            page.screenshot(path=f"{folder}/{n:02}.png", full_page=True)
        faults += [f"{address}: {fault}" for fault in violations(page)]
        faults += [f"{address}: {word}" for word in english(page)]
        page.close()
    assert faults == []


def test_the_steps_of_the_liaison_open_by_clicking(sign_in, violations, cast, files):
    page = sign_in(cast["liaison"], files["waiting"].get_absolute_url())
    page.get_by_role("link", name="登记回复").click()
    assert page.get_by_label("书面回复").count() == 1
    assert violations(page) == []
    page.get_by_role("button", name="登记回复").click()
    page.wait_for_selector(".summary")
    assert "书面回复" in page.inner_text(".summary")
