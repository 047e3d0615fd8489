"""What the forms of the app share."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms import VerbForm
from disputes.guards.order import label_of
from disputes.models.choices import EndReason

ANY = [("", _("All"))]


def long_text(label: Any, *, rows: int = 3, most: int = 500, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **more)


def reasons(*wanted: EndReason) -> list[tuple[str, Any]]:
    return [(reason.value, reason.label) for reason in wanted]


class CaseForm(VerbForm):
    """A step on a case; `after` names the column of the case whose day each typed day must not precede."""

    after: ClassVar[dict[str, str]] = {}

    def clean(self) -> dict[str, Any]:
        for typed, column in self.after.items():
            self.not_before(typed, getattr(self.file, column), label_of(type(self.file), column))
        return self.cleaned_data
