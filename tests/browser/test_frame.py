"""The frame every page stands in."""

import re

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def test_signing_in_by_typing(live_server, page, zhao, violations):
    zhao.user.set_password("correct horse battery")
    zhao.user.save()
    page.goto(live_server.url)
    assert violations(page) == []
    page.get_by_label("用户名").fill("zhao")
    page.get_by_label("密码").fill("wrong")
    page.get_by_role("button", name="登录").click()
    assert "用户名或密码不正确" in page.content()
    assert page.get_by_label("用户名").input_value() == "zhao"
    page.get_by_label("密码").fill("correct horse battery")
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(live_server.url + "/")
    assert "祥云县总工会" in page.content()


@pytest.mark.parametrize("address", ["/deadlines/?rule=case.mediate&started_on=2024-09-02&region=532923", "/account/"])
def test_pages_of_the_frame_are_accessible_and_chinese(sign_in, zhao, violations, address):
    page = sign_in(zhao, address)
    assert violations(page) == []
    text = page.locator("main").inner_text()
    assert not re.search(r"[A-Za-z]{12,}", text)


def test_the_calculator_explains_the_roll_past_mid_autumn(sign_in, zhao):
    page = sign_in(zhao, "/deadlines/")
    page.get_by_label("期限", exact=False).first.select_option("case.mediate")
    page.get_by_label("起算事由发生日").fill("2024-09-02")
    page.get_by_role("button", name="计算").click()
    page.get_by_text("2024-09-18").first.wait_for()
    assert "中秋" in page.locator("main").inner_text()


def test_nothing_is_refused_by_the_content_security_policy(sign_in, zhao):
    refused = []
    page = sign_in(zhao)
    page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
    page.goto(page.url)
    assert refused == []
