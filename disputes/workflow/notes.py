"""Tasks, checklist and notes, which go beside the way of the case."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step
from disputes.guards.notes import a_task_is_open, an_own_note_is_there, category_has_a_checklist
from disputes.workflow.words import DIRECTOR, MEDIATOR, OFFICER, S

RUNNING = set(S) - {S.CLOSED_OUT, S.ARCHIVED, S.DECLINED}
KEEPERS = {OFFICER, MEDIATOR, DIRECTOR}

STEPS = [
    # verb, from, to, who, name, unless
    Step("add_task", RUNNING, None, KEEPERS, _("Add a task")),
    Step("finish_task", RUNNING, None, KEEPERS, _("Task done"), [a_task_is_open]),
    Step("check_items", RUNNING, None, {OFFICER, MEDIATOR}, _("Go through the checklist"), [category_has_a_checklist]),
    Step("add_note", set(S) - {S.ARCHIVED}, None, KEEPERS, _("Add a note")),
    Step("edit_note", set(S) - {S.ARCHIVED}, None, KEEPERS, _("Change a note"), [an_own_note_is_there]),
    Step("delete_note", set(S) - {S.ARCHIVED}, None, KEEPERS, _("Delete a note"), [an_own_note_is_there]),
]
