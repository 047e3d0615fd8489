"""The mediator's pages in a browser: readable and reachable; a meeting from its appointment to its record."""

from __future__ import annotations

import os

import pytest
from django.utils import timezone

from disputes import actions
from disputes.models import Appointment, DisputeCase
from tests.browser.test_disputes import english, press, send
from tests.conftest import member
from tests.factories.disputes import MET, CaseFactory, ProfileFactory, appointed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db):
    names = ("case_officer", "mediator")
    return {duty: member(duty, duty, certified=duty == "mediator") for duty in names}


def test_no_page_of_mediation_hinders_anybody_or_shows_english(sign_in, violations, cast, now):
    officer, mediator = cast["case_officer"], cast["mediator"]
    profile = ProfileFactory(mediator, languages=["bca"], mediator_no="0001")
    profile.conflicts.create(reason="近亲属", declared_on=MET, person_name="李四海")
    accepted, case = CaseFactory("accepted"), CaseFactory("mediating", mediator=mediator)
    meeting = appointed(case, hour=14)
    case = actions.add_task(case, by=mediator, at=now, title="核实考勤", due_on=MET, owner=mediator)
    case = actions.add_note(case, by=mediator, at=now, text="单位愿付八万")
    case = actions.edit_note(case, by=mediator, at=now, note=case.notes.get(), text="单位愿付九万")
    closing = CaseFactory("concluded", mediator=mediator)
    roster = f"/mediators/{profile.pk}/"
    pages = [(officer, accepted.step_url("assign")), (officer, "/mediators/"), (officer, "/mediators/new/")]
    pages += [(officer, roster), (officer, f"{roster}profile/"), (mediator, f"{roster}conflict/")]
    pages += [(mediator, "/mediation/calendar/?from=2024-01-15"), (mediator, "/mediation/tasks/"), (mediator, "/")]
    pages += [(mediator, "/mediation/calendar/"), (mediator, closing.step_url("close_out"))]
    pages += [(mediator, case.get_absolute_url())]
    verbs = ("hold_meeting", "propose_meeting", "notify_meeting", "meeting_not_held", "sign_minutes", "suspend")
    pages += [(mediator, case.step_url(verb)) for verb in (*verbs, "add_task", "check_items", "edit_note")]
    assert meeting.outcome == ""
    faults = []
    for n, (who, address) in enumerate(pages):
        page = sign_in(who, address)
        if folder := os.environ.get("HEYI_PICTURES"):
            page.screenshot(path=f"{folder}/m{n:02}.png", full_page=True)
        faults += [f"{address}: {fault}" for fault in violations(page)]
        faults += [f"{address}: {word}" for word in english(page)]
        page.close()
    assert faults == []


def test_a_meeting_is_appointed_told_and_held_by_clicking(sign_in, cast):
    case = CaseFactory("assigned", mediator=cast["mediator"])
    for running in (DisputeCase.objects.filter(pk=case.pk), case.deadlines.all()):
        running.update(due_on=timezone.localdate())  # beyond the time limit no meeting is appointed
    page = sign_in(cast["mediator"], case.get_absolute_url())
    press(page, "确认接受指派")
    page.fill("[name=confirmed_on]", "2024-01-09")
    page.fill("[name=disclosure]", "无")
    send(page, "确认接受指派")
    press(page, "安排调解会议")
    page.fill("[name=meet_on]", "2024-01-15")
    page.fill("[name=meet_at]", "09:30")
    page.fill("[name=place]", "县总工会调解室")
    send(page, "安排调解会议")
    press(page, "登记会议通知")
    page.fill("[name=notified_on]", "2024-01-10")
    send(page, "登记会议通知")
    press(page, "登记调解会")
    page.fill("[name=held_on]", "2024-01-15")
    page.select_option("[name=attendance-1-presence]", "proxy")
    page.fill("[name=attendance-1-proxy_name]", "李律师")
    page.check("[name=rights_read]")
    page.check("[name=parties_present]")
    page.fill("[name=minutes]", "双方到场")
    send(page, "登记调解会")
    meeting = Appointment.objects.get().meeting
    assert [row.presence for row in meeting.attendances.all()] == ["in_person", "proxy"]
    assert "书面委托代理" in page.inner_text("#meetings")
