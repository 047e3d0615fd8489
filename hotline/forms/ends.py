"""The ends of a call that was left open."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from casework.forms import VerbForm
from hotline.models import CallRecord

from .parts import TargetFields, long_text


class AnswerForm(VerbForm):
    answer_given = long_text(gettext_lazy("Answer given"))


class NonCaseForm(VerbForm):
    non_case = forms.ChoiceField(
        label=gettext_lazy("Kind of call that is no request"), choices=CallRecord.NonCase.choices
    )


class OrderForm(TargetFields, VerbForm):
    def prepare(self) -> None:
        self.narrow_targets(self.officer)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.check_target(self.file.category, self.file.region, self.officer, self.today)
        return typed
