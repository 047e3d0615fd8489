"""An office without an account, from the mail to the answer; and the joint matter as the union sees it."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.utils import timezone

from referrals import actions
from referrals.actions.joint import open_joint
from referrals.models import AuthorityReach, MatterLink, ReferralKind
from tests.browser.test_referrals import keep
from tests.conftest import member
from tests.factories.referrals import make_referral
from tests.referrals.conftest import open_case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def case(transactional_db):
    return open_case(member("case_officer", "zhao"), timezone.now())


def test_an_office_opens_its_link_signs_asks_and_finds_it_over(page, live_server, violations, case):
    liaison = member("liaison", "liaison")
    draft = make_referral(case)
    AuthorityReach.objects.create(authority=draft.authority, channel="email", email="hr@example.cn")
    referral = actions.deliver_at_once(make_referral(case, "queued"), at=timezone.now())
    code = actions.give_code(referral, by=liaison, at=timezone.now()).fresh_code
    page.goto(live_server.url + re.search(r"(/letter/open/\w+/)", mail.outbox[-1].body)[1])
    assert page.url.endswith("/letter/")
    assert violations(page) == []
    keep(page, "letter-code")
    page.get_by_label("验证码").fill(code)
    page.get_by_role("button", name="打开事项").click()
    assert referral.facts in page.inner_text("main")
    assert violations(page) == []
    keep(page, "letter")
    page.get_by_role("link", name="签收").click()
    assert violations(page) == []
    keep(page, "letter-step")
    page.get_by_role("button", name="签收").click()
    page.get_by_role("link", name="询问工会").click()
    page.get_by_label("向工会询问的内容").fill("请补充工资条")
    page.get_by_role("button", name="询问工会").click()
    assert "请补充工资条" in page.inner_text("main")
    referral.refresh_from_db()
    assert referral.state == "acknowledged"
    MatterLink.objects.update(expires_at=timezone.now())
    page.reload()
    assert violations(page) == []
    keep(page, "letter-over")
    page.get_by_role("button", name="申请重新发送").click()
    assert "确认后发送" in page.inner_text("main")


def test_the_board_of_a_joint_matter_and_its_page_are_readable_for_everybody(sign_in, violations, case):
    liaison = member("liaison", "liaison")
    kinds = ReferralKind.objects.filter(pk__in=["arbitration", "legal_aid", "support_suing"])
    seats = [{"kind": kind, "request": "请依法办理。"} for kind in kinds]
    words = {"subject": "三人欠薪联席处理", "facts": "拖欠三名职工两个月工资。"}
    joint = open_joint(by=liaison, at=timezone.now(), case=case, seats=seats, **words)
    page = sign_in(liaison)
    base = page.url.rstrip("/")
    for address in (
        joint.get_absolute_url(),
        f"/joint-matters/{joint.pk}/story/",
        f"/joint-matters/new/?case={case.pk}",
        "/joint-matters/",
        "/referrals/receipts/",
    ):
        page.goto(base + address)
        assert violations(page) == [], address
        keep(page, address)
