"""Two edits from one version: what the second one typed beside what the file says now, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Manager, Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework import words
from casework.forms import VerbForm
from casework.secrets.fields import EncryptedTextField
from casework.verbs import version_in


@dataclass(frozen=True)
class Difference:
    """One field of the form. `theirs` is empty where the file has no such word; `differs` only between two words."""

    label: str
    mine: str
    theirs: str

    @property
    def differs(self) -> bool:
        return bool(self.theirs) and self.mine != self.theirs


def differences(form: VerbForm, file: Any) -> list[Difference]:
    """Every field that was typed or stands in the file."""
    stands = standing(form, file)
    rows = []
    for bound in form.visible_fields():
        field = form.fields[bound.name]
        mine = shown(field, form.cleaned_data.get(bound.name))
        theirs = shown(field, stands.get(bound.name))
        if mine or theirs:
            rows.append(Difference(str(bound.label), mine, theirs))
    return rows


def standing(form: VerbForm, file: Any) -> dict[str, Any]:
    """What the file, or the latest row the form's step writes, holds under the names of the form's fields.

    What is encrypted is left out: nobody sees personal data in full because somebody else was quicker.
    """
    sources = [file, *latest(getattr(file, form.record, None))]
    found: dict[str, Any] = {}
    for source in sources:
        columns = {c.name for c in source._meta.concrete_fields if not isinstance(c, EncryptedTextField)}
        found |= {name: getattr(source, name) for name in columns & set(form.fields)}
    return found


def latest(rows: Any) -> list[Model]:
    return list(rows.order_by("-pk")[:1]) if isinstance(rows, Manager) else []


def acts_since(file: Any, version: str) -> list[Any]:
    """What others did since the form was opened, newest first: each act has raised the version by one."""
    typed = version_in(version)
    passed = file.version - typed if typed is not None else 1
    return list(file.events.for_timeline()[: min(max(passed, 1), 20)])


def shown(field: forms.Field, value: Any) -> str:
    """A value as the form's own labels and the house's days and amounts say it."""
    match value:
        case None | "":
            text = ""
        case bool():
            text = _("yes") if value else _("no")
        case Decimal():
            text = words.money(value)
        case date():
            text = words.day(value)
        case list() | tuple():
            text = ngettext("%(count)d entry", "%(count)d entries", len(value)) % {"count": len(value)}
        case _other:
            text = label_of(field, value)
    return text


def label_of(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.ModelChoiceField):
        return str(field.label_from_instance(value))
    if isinstance(field, forms.ChoiceField):
        return str({str(key): label for key, label in field.choices}.get(str(value), value))  # type: ignore[misc, union-attr]
    return str(value)
