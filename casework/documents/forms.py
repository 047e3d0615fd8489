"""What is typed for a new version of a template."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.documents.compose import PLACEHOLDER, TemplateFault, check
from casework.documents.families import family_of
from casework.documents.notation import read, written
from casework.fields import DayField
from casework.forms import VerbForm
from casework.models import DocumentTemplate

HEAD = ("name", "layout", "mark", "title", "number")


class TemplateForm(VerbForm):
    """Cleans to the columns of the template. What it names has to be on the list of its kind."""

    name = forms.CharField(label=gettext_lazy("Name of the template"), max_length=60)
    layout = forms.ChoiceField(label=gettext_lazy("Layout"), choices=DocumentTemplate.Layout.choices)
    mark = forms.CharField(label=gettext_lazy("Name above the document"), max_length=200, required=False)
    title = forms.CharField(label=gettext_lazy("Title above the text"), max_length=200)
    number = forms.CharField(label=gettext_lazy("Number on the paper"), max_length=200, required=False)
    text = forms.CharField(
        label=gettext_lazy("Parts"),
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 28, "class": "figures", "spellcheck": "false"}),
        help_text=gettext_lazy("One paragraph for each part, its kind in square brackets above; names in braces."),
    )

    def prepare(self) -> None:
        for name in HEAD:
            self.initial.setdefault(name, getattr(self.file, name))
        self.initial.setdefault("text", written(self.file.parts))

    def clean_text(self) -> str:
        labels = family_of(self.file.code).labels
        try:
            self.parts = read(self.cleaned_data["text"])
            check(self.parts, labels)
        except TemplateFault as fault:
            raise ValidationError(str(fault)) from fault
        return str(self.cleaned_data["text"])

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        for name in ("mark", "title", "number"):
            self.check_names(name, typed.get(name, ""))
        typed.pop("text", None)
        return {**typed, "parts": getattr(self, "parts", [])}

    def check_names(self, field: str, text: str) -> None:
        unknown = {name for name, _optional in PLACEHOLDER.findall(text)} - set(family_of(self.file.code).labels)
        if unknown:
            self.add_error(field, _("There is no value “%(name)s”.") % {"name": min(unknown)})


class InForceForm(VerbForm):
    valid_from = DayField(label=gettext_lazy("In force from"), may_be_future=True)
