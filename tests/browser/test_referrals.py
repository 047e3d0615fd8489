"""The pages of referrals in a browser, for the union and for the authority."""

from __future__ import annotations

import os

import pytest
from django.utils import timezone

from tests.conftest import member
from tests.factories.referrals import make_referral, partner
from tests.referrals.conftest import open_case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def liaison(transactional_db):
    return member("liaison", "liaison")


@pytest.fixture
def files(liaison):
    at, zhao = timezone.now(), member("case_officer", "zhao")
    return {
        state: make_referral(open_case(zhao, at), state, urgent=state == "sent")
        for state in ("draft", "sent", "acknowledged", "send_failed", "completed")
    }


def test_the_unions_pages_are_readable_for_everybody(sign_in, violations, liaison, files):
    addresses = ["/referrals/", f"/referrals/new/?case={files['draft'].case_id}", "/referrals/receive/"]
    addresses += [file.get_absolute_url() for file in files.values()]
    addresses += [files["draft"].step_url("edit"), files["send_failed"].step_url("hand_over_on_paper")]
    addresses += ["/referrals/returns/", "/offices/", "/health/delivery/"]
    page = sign_in(liaison)
    base = page.url.partition("/referrals")[0].rstrip("/")
    for address in addresses:
        page.goto(base + address)
        assert violations(page) == [], address
        keep(page, address)


def test_the_authoritys_pages_are_readable_for_everybody(sign_in, violations, files):
    page = sign_in(partner(files["sent"].authority), "/inbox/")
    base = page.url.removesuffix("/inbox/")
    sent, acknowledged = files["sent"], files["acknowledged"]
    addresses = ["/inbox/", sent.get_absolute_url(), sent.step_url("acknowledge"), sent.step_url("return_referral")]
    for address in [*addresses, acknowledged.step_url("accept")]:
        page.goto(base + address)
        assert violations(page) == [], address
        keep(page, address)


def test_the_authority_signs_takes_on_and_answers_by_clicking(sign_in, files):
    referral = files["sent"]
    page = sign_in(partner(referral.authority), "/inbox/")
    page.get_by_role("link", name=f"签收 {referral.number}").click()
    page.get_by_role("button", name="签收").click()
    page.get_by_role("link", name="受理", exact=True).click()
    page.get_by_label("本单位编号").fill("祥人社〔2026〕9号")
    page.get_by_role("button", name="受理").click()
    page.get_by_role("link", name="填报办理结果", exact=True).click()
    page.get_by_role("combobox", name="办理结果").select_option(label="达成协议")
    page.get_by_role("button", name="填报办理结果").click()
    referral.refresh_from_db()
    assert (referral.state, referral.result) == ("completed", "agreed")


def keep(page, address):
    """A picture of the page, where a folder for pictures is named."""
    if folder := os.environ.get("HEYI_PICTURES"):
        page.screenshot(path=f"{folder}/{address.strip('/').replace('/', '-').partition('?')[0]}.png", full_page=True)
