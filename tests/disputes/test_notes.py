"""Tasks, checklists and notes beside the way of a case."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from casework.errors import StepRefused
from casework.models import Category
from disputes import actions
from disputes.checklists import checklist_of, every_item
from disputes.models import DisputeCase
from tests.factories.disputes import PAID, CaseFactory

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat
TASK = {"title": "核实考勤记录", "due_on": DAY("2024-01-20")}


def test_a_case_with_an_open_task_is_not_closed(client, yang, now):
    case = CaseFactory("concluded", mediator=yang)
    actions.add_task(case, by=yang, at=now, owner=yang, **TASK)
    ending = {"closed_out_on": PAID, "callback": "satisfied"}
    with pytest.raises(StepRefused, match="核实考勤记录"):
        actions.close_out(case, by=yang, at=now, **ending)
    client.force_login(yang.user)
    page = client.get(case.step_url("close_out"))
    task = case.tasks.get()
    assert page.status_code == 409
    assert task.finish_url in page.content.decode()
    client.post(task.finish_url, {"task": task.pk, "done_on": "2024-01-19"})
    page = client.get(case.step_url("close_out"))
    assert page.status_code == 200
    assert "送达地址" in page.content.decode(), "closing lists what was never checked"
    assert actions.close_out(case, by=yang, at=now, **ending).state == "closed_out"


def test_the_own_list_holds_what_is_still_to_be_done(client, yang, zhao, now):
    case = CaseFactory("mediating", mediator=yang)
    actions.add_task(case, by=zhao, at=now, owner=yang, **TASK)
    client.force_login(yang.user)
    assert "核实考勤记录" in client.get(reverse("disputes:tasks")).content.decode()
    client.force_login(zhao.user)
    assert "核实考勤记录" not in client.get(reverse("disputes:tasks")).content.decode()
    actions.finish_task(case, by=yang, at=now, task=case.tasks.get(), done_on=DAY("2024-01-19"))
    with pytest.raises(StepRefused):
        actions.finish_task(case, by=yang, at=now, task=case.tasks.get(), done_on=DAY("2024-01-19"))


def test_a_task_of_another_case_cannot_be_named(client, yang, now):
    case, other = CaseFactory("mediating", mediator=yang), CaseFactory("mediating", mediator=yang)
    for each in (case, other):
        actions.add_task(each, by=yang, at=now, owner=yang, **TASK)
    client.force_login(yang.user)
    body = {"task": other.tasks.get().pk, "done_on": "2024-01-19"}
    assert client.post(case.step_url("finish_task"), body).status_code == 422


def test_the_list_of_an_injury_case_has_its_papers():
    labels = [item.label for item in checklist_of(Category.objects.get(pk="0302"))]
    assert {"工伤认定决定书", "劳动能力鉴定结论书", "申请人身份证明复印件"} <= set(labels)
    assert "工伤认定决定书" not in [item.label for item in checklist_of(Category.objects.get(pk="0101"))]


def test_every_line_belongs_to_a_category_there_is_and_one_code_means_one_paper():
    from disputes.checklists import templates

    codes = set(Category.objects.values_list("pk", flat=True)) | {""}
    assert set(templates()) <= codes
    assert len(every_item()) == len({code for code, _label in every_item()})


def test_lines_are_ticked_and_opened_again(client, yang):
    case = CaseFactory("mediating", mediator=yang)
    client.force_login(yang.user)
    client.post(case.step_url("check_items"), {"items": ["identity", "attendance"]})
    client.post(case.step_url("check_items"), {"items": ["identity", "contract"]})
    assert set(case.checked_items.values_list("code", flat=True)) == {"identity", "contract"}
    assert client.post(case.step_url("check_items"), {"items": ["injury_decision"]}).status_code == 422


def test_an_edited_note_shows_both_wordings_and_a_deleted_one_leaves_its_place(client, yang, zhao, now):
    case = CaseFactory("mediating", mediator=yang)
    actions.add_note(case, by=yang, at=now, text="单位愿付八万")
    note = case.notes.get()
    case = actions.edit_note(case, by=yang, at=now, note=note, text="单位愿付九万")
    client.force_login(zhao.user)
    page = client.get(case.get_absolute_url()).content.decode()
    assert "单位愿付八万" in page
    assert "单位愿付九万" in page
    with pytest.raises(StepRefused):
        actions.delete_note(DisputeCase.objects.get(), by=zhao, at=now, note=note, reason="不妥")
    case = actions.delete_note(case, by=yang, at=now, note=note, reason="记错案件")
    page = client.get(case.get_absolute_url()).content.decode()
    assert "单位愿付" not in page
    assert "记错案件" in page
    verbs = list(case.events.order_by("-pk").values_list("verb", flat=True)[:3])
    assert verbs == ["delete_note", "edit_note", "add_note"]
