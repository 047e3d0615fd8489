"""Tasks, checklist and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from disputes.checklists import checklist_of

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase


def a_task_is_open(case: DisputeCase, act: Act) -> str:
    return "" if case.open_tasks else _("No task is open.")


def no_task_is_open(case: DisputeCase, act: Act) -> str:
    """A case is not closed over what was still to be done."""
    titles = [task.title for task in case.open_tasks[:3]]
    return _("Still to be done: %(tasks)s.") % {"tasks": _(", ").join(titles)} if titles else ""


def category_has_a_checklist(case: DisputeCase, act: Act) -> str:
    return "" if checklist_of(case.category) else _("There is no checklist for this category.")


def an_own_note_is_there(case: DisputeCase, act: Act) -> str:
    own = any(note.by_id == act.by.pk and note.deleted_at is None for note in case.notes.all())
    return "" if own else _("There is no note of yours.")
