"""Who has a file open, and what the second of two edits sees."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from casework.models import Presence
from casework.worklists import forget_absent
from disputes import actions
from tests.conftest import member
from tests.factories.disputes import CaseFactory
from tests.factories.hotline import OrderFactory

pytestmark = pytest.mark.django_db


def sign(client, officer, file):
    """What an open page sends by itself."""
    client.force_login(officer.user)
    return client.post(f"{file.get_absolute_url()}presence/")


@pytest.mark.parametrize("make", [CaseFactory, OrderFactory])
def test_two_officers_hear_of_each_other_masked(client, zhao, he, make):
    file = make()
    assert "此件" not in sign(client, zhao, file).content.decode()
    text = sign(client, he, file).content.decode()
    assert "正在看此件" in text
    assert zhao.name not in text
    assert "正在看此件" in sign(client, zhao, file).content.decode()


@pytest.mark.parametrize(("seconds", "words"), [(10, "正在看"), (130, "2 分钟前在看"), (400, "")])
def test_a_page_that_is_silent_was_open_and_is_then_forgotten(client, zhao, he, seconds, words):
    case = CaseFactory()
    sign(client, zhao, case)
    Presence.objects.update(seen_at=timezone.now() - dt.timedelta(seconds=seconds))
    text = sign(client, he, case).content.decode()
    assert words in text
    assert ("此件" in text) == bool(words)


def test_another_file_is_another_matter(client, zhao, he):
    one, other = CaseFactory(), CaseFactory()
    sign(client, zhao, one)
    assert "此件" not in sign(client, he, other).content.decode()


def test_a_second_window_of_the_same_person_is_nobody_else(client, zhao):
    case = CaseFactory()
    sign(client, zhao, case)
    assert "此件" not in sign(client, zhao, case).content.decode()
    assert Presence.objects.count() == 1


def test_out_of_scope_nobody_is_there(client, zhao, wang):
    case = CaseFactory()
    sign(client, zhao, case)
    assert sign(client, wang, case).status_code == 404
    assert Presence.objects.count() == 1


def test_the_sign_of_an_open_page_is_no_use_of_the_session(client, zhao):
    case = CaseFactory()
    client.force_login(zhao.user)
    client.get(case.get_absolute_url())
    session = client.session
    session["seen"] = before = session["seen"] - 600
    session.save()
    client.post(f"{case.get_absolute_url()}presence/")
    assert client.session["seen"] == before


def test_page_and_form_of_a_file_ask_who_is_there(client, zhao):
    case = CaseFactory()
    client.force_login(zhao.user)
    for address in (case.get_absolute_url(), case.step_url("accept")):
        assert f'hx-post="{case.get_absolute_url()}presence/"' in client.get(address).content.decode()


def test_old_signs_are_deleted(client, zhao):
    sign(client, zhao, CaseFactory())
    forget_absent(timezone.now() + dt.timedelta(hours=23))
    assert Presence.objects.exists()
    forget_absent(timezone.now() + dt.timedelta(hours=25))
    assert not Presence.objects.exists()


def test_the_second_of_two_edits_sees_both_field_by_field(client, yang):
    case = CaseFactory("mediating", mediator=yang)
    version = case.version
    first = {"held_on": dt.date(2024, 1, 16), "minutes": "先记的笔录", "manner": "on_site", "place": "一号调解室"}
    actions.hold_meeting(case, by=yang, at=timezone.now(), **first)
    client.force_login(yang.user)
    typed = {
        "held_on": "2024-01-17",
        "manner": "on_site",
        "place": "二号调解室",
        "minutes": "后记的笔录",
        "rights_read": "on",
        "parties_present": "on",
        "version": version,
    }
    page = client.post(case.step_url("hold_meeting"), typed)
    assert page.status_code == 409
    rows = {row.label: (row.mine, row.theirs, row.differs) for row in page.context["differences"]}
    assert ("二号调解室", "一号调解室", True) in rows.values()
    assert ("后记的笔录", "先记的笔录", True) in rows.values()
    assert sum(row.differs for row in page.context["differences"]) == 3
    assert [act.verb for act in page.context["since"]] == ["hold_meeting"]
    assert "后记的笔录</textarea>" in page.content.decode().replace("\n", "")
    again = client.post(case.step_url("hold_meeting"), {**typed, "version": page.context["version"]})
    assert again.status_code == 302
    assert case.meetings.count() == 3


def test_fields_of_the_file_itself_are_compared(client, zhao):
    case = CaseFactory()
    colleague = member("case_officer", "qian")
    actions.rate(case, by=colleague, at=timezone.now(), urgency=2, reason="扬言跳楼")
    client.force_login(zhao.user)
    page = client.post(case.step_url("rate"), {"urgency": "1", "reason": "情绪不稳", "version": case.version})
    rows = {row.label: (row.mine, row.theirs) for row in page.context["differences"]}
    assert rows["紧急程度"] == ("有风险", "紧急")
    assert "扬言跳楼" in page.content.decode()
