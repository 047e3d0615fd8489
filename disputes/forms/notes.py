"""Tasks, checklist and notes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.fields import DayField
from disputes.checklists import checklist_of, every_item
from disputes.models import CaseTask, Note
from organizations.models import Officer

from .fields import ColleagueField, NoteField, TaskField, offer
from .parts import CaseForm, long_text

CHOOSE = _("Please choose")
KEEPERS = ("case_officer", "mediator", "committee_director")


class TaskForm(CaseForm):
    title = forms.CharField(label=_("Task in a few words"), max_length=100)
    due_on = DayField(label=_("Due"), may_be_future=True)
    owner = ColleagueField(Officer.objects.none(), label=_("To be done by"), empty_label=CHOOSE)

    def prepare(self) -> None:
        """The colleagues of the handling organisation, and the mediator wherever he serves."""
        colleagues = Officer.objects.serving(self.today).filter(org=self.file.org, duty__in=KEEPERS)
        own = Officer.objects.filter(pk__in=[self.file.mediator_id or 0, self.officer.pk])
        rows = (colleagues | own).select_related("user").order_by("duty", "pk")
        offer(self, "owner", rows, only_one=False)
        self.initial.setdefault("owner", self.officer.pk)


class FinishForm(CaseForm):
    task = TaskField(CaseTask.objects.none(), label=_("Task"), empty_label=CHOOSE)
    done_on = DayField(label=_("Done on"))

    def prepare(self) -> None:
        offer(self, "task", self.file.tasks.open())


class ChecklistForm(CaseForm):
    """Every line of the list of the category; a line no longer ticked is open again."""

    items = forms.MultipleChoiceField(
        label=_("In the file and in order"), choices=every_item, required=False, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        field = self.fields["items"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(item.code, item.label) for item in checklist_of(self.file.category)]
        self.initial.setdefault("items", list(self.file.checked_items.values_list("code", flat=True)))


class NoteForm(CaseForm):
    text = long_text(_("Note"), most=2000)


class OwnNoteForm(CaseForm):
    note = NoteField(Note.objects.none(), label=_("Which note"), empty_label=CHOOSE)

    def prepare(self) -> None:
        rows = self.file.notes.filter(by=self.officer, deleted_at=None).prefetch_related("wordings")
        offer(self, "note", rows)


class EditNoteForm(OwnNoteForm):
    text = long_text(_("New wording"), most=2000)

    def prepare(self) -> None:
        super().prepare()
        notes: dict[Any, Note] = {note.pk: note for note in self.file.notes.filter(by=self.officer)}
        if chosen := notes.get(self.initial.get("note")):
            self.initial.setdefault("text", chosen.text)


class DeleteNoteForm(OwnNoteForm):
    reason = long_text(_("Reason"), rows=2, most=200)
