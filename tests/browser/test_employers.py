"""The employer field of the call screen: a combobox by keyboard, and plain text without script."""

from __future__ import annotations

import pytest

from casework.employers import enter_named
from hotline.models import CallRecord

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIELD = "#id_employer_name"
OPTION = ".employer-list [role=option]"
NAME = "祥云县恒达建筑有限公司"


@pytest.fixture
def screen(sign_in, ma):
    enter_named(name=NAME, region_id="532923")
    enter_named(name="宾川县恒达建筑有限公司", region_id="532924")
    page = sign_in(ma, "/calls/new/")
    page.locator(FIELD).focus()
    return page


def test_an_employer_is_found_by_initials_and_chosen_without_sending_the_form(screen, violations):
    screen.keyboard.type("xyhd")
    screen.locator(OPTION).first.wait_for()
    assert violations(screen) == []
    assert screen.locator(FIELD).get_attribute("aria-expanded") == "true"
    screen.keyboard.press("ArrowDown")
    active = screen.locator(FIELD).get_attribute("aria-activedescendant")
    assert NAME in screen.locator(f"#{active}").inner_text()
    screen.keyboard.press("Enter")
    assert screen.locator("#employer-chosen").inner_text().count(NAME) == 1
    assert screen.locator(FIELD).input_value() == "xyhd"
    assert screen.locator("#id_employer").input_value().isdigit()
    screen.locator("#same-employer a", has_text=NAME).wait_for()
    assert not CallRecord.objects.exists()
    assert violations(screen) == []


def test_typing_on_takes_the_choice_back_and_escape_closes_the_list(screen):
    screen.keyboard.type("恒达")
    screen.locator(OPTION).first.wait_for()
    screen.keyboard.press("Escape")
    assert screen.locator(OPTION).first.is_hidden()
    screen.keyboard.press("ArrowDown")
    screen.locator(OPTION).first.wait_for()
    screen.locator(OPTION).first.click()
    assert screen.locator("#id_employer").input_value()
    screen.locator(FIELD).press("End")
    screen.keyboard.type("厂")
    assert screen.locator("#id_employer").input_value() == ""
    assert screen.locator("#employer-chosen").is_hidden()


def test_enter_that_ends_a_composition_chooses_and_sends_nothing(screen):
    screen.keyboard.type("恒达")
    screen.locator(OPTION).first.wait_for()
    screen.keyboard.press("ArrowDown")
    screen.locator(FIELD).evaluate(
        "field => field.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
    )
    assert screen.locator("#id_employer").input_value() == ""
    assert screen.locator(OPTION).first.is_visible()
