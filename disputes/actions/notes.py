"""What the people on a case keep for themselves: tasks, checked papers, notes."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework.errors import StepRefused
from casework.transactions import one_transaction
from disputes.guards.order import refuse_disorder
from disputes.models import CaseTask, DisputeCase, Note
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@one_transaction
def add_task(case: DisputeCase, *, by: Officer, at: datetime, title: str, due_on: date, owner: Officer) -> DisputeCase:
    """Something to be done until a day by one officer."""
    case = WORKFLOW.advance(case, "add_task", by=by, at=at)
    case.tasks.create(title=title, due_on=due_on, owner=owner)
    return case


@one_transaction
def finish_task(case: DisputeCase, *, by: Officer, at: datetime, task: CaseTask, done_on: date) -> DisputeCase:
    """The task is done. Raises StepRefused when it was before."""
    case = WORKFLOW.advance(case, "finish_task", by=by, at=at)
    refuse_disorder("finish_task", (_("done on"), done_on), today=localdate(at))
    if not case.tasks.open().filter(pk=task.pk).update(done_on=done_on):
        raise StepRefused("finish_task", _("This task is done already."))
    return case


@one_transaction
def check_items(case: DisputeCase, *, by: Officer, at: datetime, items: list[str]) -> DisputeCase:
    """`items` are exactly the lines of the checklist that are in order now; the others are open again."""
    case = WORKFLOW.advance(case, "check_items", by=by, at=at)
    case.checked_items.exclude(code__in=items).delete()
    known = set(case.checked_items.values_list("code", flat=True))
    for code in [code for code in items if code not in known]:
        case.checked_items.create(code=code, checked_on=localdate(at), by=by)
    return case


@one_transaction
def add_note(case: DisputeCase, *, by: Officer, at: datetime, text: str) -> DisputeCase:
    """A note for those who work on the case."""
    case = WORKFLOW.advance(case, "add_note", by=by, at=at)
    case.notes.create(by=by).wordings.create(text=text, by=by, at=at)
    return case


@one_transaction
def edit_note(case: DisputeCase, *, by: Officer, at: datetime, note: Note, text: str) -> DisputeCase:
    """Put it otherwise; the former wording stays readable beside it."""
    case = WORKFLOW.advance(case, "edit_note", by=by, at=at)
    own_note(case, "edit_note", note, by).wordings.create(text=text, by=by, at=at)
    return case


@one_transaction
def delete_note(case: DisputeCase, *, by: Officer, at: datetime, note: Note, reason: str) -> DisputeCase:
    """Take the words away; who wrote and who deleted it, when and why, stays."""
    case = WORKFLOW.advance(case, "delete_note", by=by, at=at)
    found = own_note(case, "delete_note", note, by)
    found.wordings.all().delete()
    found.deleted_at, found.deleted_by, found.deleted_reason = at, by, reason
    found.save(update_fields=["deleted_at", "deleted_by", "deleted_reason"])
    return case


def own_note(case: DisputeCase, verb: str, note: Note, by: Officer) -> Note:
    """A note that still has its words, by the one who wrote it. Raises StepRefused."""
    found = case.notes.filter(pk=note.pk, deleted_at=None).first()
    if found is None:
        raise StepRefused(verb, _("This note was deleted."))
    if found.by_id != by.pk:
        raise StepRefused(verb, _("Only the one who wrote the note may change it."))
    return found
