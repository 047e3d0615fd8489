"""What is typed for an article, and to look for one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from casework.fields import DayField, LineField
from casework.forms import VerbForm
from casework.models import Category
from hotline.models import KnowledgeVersion

from .parts import long_text


def topics() -> list[tuple[str, list[tuple[str, str]]]]:
    """Both levels: an article for the whole first level, or for one category below it."""
    rows = list(Category.objects.order_by("code"))
    firsts = [row for row in rows if row.parent_id is None]
    return [(first.name, [(row.code, row.name) for row in rows if row.code[:2] == first.code]) for first in firsts]


class ArticleForm(VerbForm):
    title = LineField(label=gettext_lazy("Title"), max_length=100)
    law = LineField(
        label=gettext_lazy("Law cited"), max_length=200, help_text=gettext_lazy("Full name of the law or regulation.")
    )
    law_articles = forms.CharField(
        label=gettext_lazy("Articles of the law"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Leave empty unless you have looked it up."),
    )
    text = long_text(
        gettext_lazy("Text of the answer"),
        rows=8,
        most=2000,
        help_text=gettext_lazy("As it may be read out to a caller, in plain words."),
    )
    categories = forms.MultipleChoiceField(
        label=gettext_lazy("Categories it applies to"), widget=forms.SelectMultiple(attrs={"size": 10})
    )
    search_words = forms.CharField(label=gettext_lazy("Other words people look for"), max_length=200, required=False)
    valid_from = DayField(label=gettext_lazy("In force from"), starts_today=False, may_be_future=True)
    valid_to = DayField(
        label=gettext_lazy("No longer in force on"), required=False, starts_today=False, may_be_future=True
    )

    def prepare(self) -> None:
        self.fields["categories"].choices = topics()  # type: ignore[attr-defined]
        for name in self.fields if self.file else ():
            self.initial.setdefault(name, getattr(self.file, name))
        self.initial.setdefault("valid_from", self.today)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.not_before("valid_to", typed.get("valid_from"), gettext_lazy("the day it comes into force"))
        return typed


class KnowledgeFilter(forms.Form):
    words = forms.CharField(label=gettext_lazy("Title, text, law, pinyin or initials"), max_length=60, required=False)
    category = forms.ChoiceField(label=gettext_lazy("Category of the request"), required=False)
    show = forms.ChoiceField(
        label=gettext_lazy("Show"),
        required=False,
        choices=[
            ("in_force", gettext_lazy("In force")),
            ("draft", gettext_lazy("Being drafted")),
            ("all", gettext_lazy("All versions")),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = [("", gettext_lazy("All")), *topics()]  # type: ignore[attr-defined]

    def chosen(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "") if self.is_valid() else ""


def names_of(version: KnowledgeVersion) -> list[str]:
    """The categories of an article in words."""
    return [str(row) for row in Category.objects.select_related("parent").filter(pk__in=version.categories)]
