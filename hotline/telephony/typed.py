"""A half-filled form as text, to be read by somebody who does not fill it in."""

from __future__ import annotations

from typing import Any

from django.forms import BoundField, CheckboxInput, ModelChoiceField
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.forms import VerbForm
from casework.pages import typed
from organizations.models import Officer

SILENT = {"talk_seconds", "ring_seconds", "next_step"}


def said_in(form: type[VerbForm], draft: QueryDict | None, officer: Officer) -> list[tuple[Any, str]]:
    """Label and text of every field in which something stands."""
    if draft is None:
        return []
    found = typed(form, draft)
    shown = form(officer=officer, file=None, at=timezone.now(), initial=found)
    pairs = [(field.label, words(field, found[field.name])) for field in shown if field.name in found]
    names = [field.name for field in shown if field.name in found]
    return [pair for pair, name in zip(pairs, names, strict=True) if pair[1] and name not in SILENT]


def words(field: BoundField, value: Any) -> str:
    """A choice by its name, a tick by a word, everything else as it was typed."""
    if isinstance(field.field.widget, CheckboxInput):
        return _("yes") if value else ""
    if isinstance(field.field, ModelChoiceField):
        queryset = field.field.queryset
        row = queryset.filter(pk=value).first() if queryset is not None and str(value).isdecimal() else None
        return field.field.label_from_instance(row) if row else ""
    choices = dict(getattr(field.field, "choices", []))
    several = value if isinstance(value, list) else [value]
    return _(", ").join(str(choices.get(one, one)) for one in several)
