"""Choices among the rows of a case, each labelled as people know it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from casework.words import day, instant
from disputes.models import Appointment, CaseTask, MediationMeeting, Note, Party
from organizations.models import Officer


def colleague_label(officer: Officer) -> str:
    return f"{officer.name} · {officer.get_duty_display()}"


class OfficerField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    """Officers of one duty, told apart by where they serve."""

    def label_from_instance(self, obj: Officer) -> str:
        return f"{obj.name} · {obj.org}"


class OfficersField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Officer) -> str:
        return f"{obj.name} · {obj.org}"


class ColleagueField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Officers of one organisation, told apart by their duty."""

    def label_from_instance(self, obj: Officer) -> str:
        return colleague_label(obj)


class ColleaguesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Officer) -> str:
        return colleague_label(obj)


class AppointmentField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Appointment) -> str:
        return f"{instant(obj.starts_at)} · {obj.get_manner_display()} · {obj.place}"


class MeetingField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: MediationMeeting) -> str:
        return f"{day(obj.held_on)} · {obj.get_manner_display()}"


class PartyField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Party) -> str:
        return f"{obj.get_role_display()} · {obj.label}"


class TaskField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: CaseTask) -> str:
        return f"{obj.title} · {day(obj.due_on)}"


class NoteField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Note) -> str:
        return obj.text[:60]


def offer(form: forms.BaseForm, name: str, rows: QuerySet[Any], *, only_one: bool = True) -> None:
    """Let the field choose among these rows; the only one there is is proposed."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
    found = list(rows[:2]) if only_one else []
    if len(found) == 1:
        form.initial.setdefault(name, found[0].pk)
