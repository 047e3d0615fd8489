"""What is typed to draw a sample, to score, to appeal and to decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from casework.fields import DayField, RowForm, RowsField
from casework.forms import VerbForm
from hotline.models import QualityReview, ScoreItem, ScoreSheet, Subject

from .parts import choose, long_text

NO_NAMES = gettext_lazy("No names and no numbers, please: everybody who answers for quality reads it.")


class DrawForm(VerbForm):
    subject = forms.ChoiceField(label=gettext_lazy("Draw from"), choices=Subject.choices)
    first_on = DayField(label=pgettext_lazy("sample", "First day"), starts_today=False)
    last_on = DayField(label=pgettext_lazy("sample", "Last day"))
    number = forms.IntegerField(
        label=gettext_lazy("Number for each officer"),
        min_value=1,
        max_value=500,
        required=False,
        help_text=gettext_lazy("Or the share below, not both."),
    )
    percent = forms.IntegerField(
        label=gettext_lazy("Share for each officer (%)"), min_value=1, max_value=100, required=False
    )
    seed = forms.IntegerField(
        label=gettext_lazy("Seed"),
        min_value=0,
        max_value=2**31 - 1,
        required=False,
        help_text=gettext_lazy("Left empty, one is drawn. The same seed draws the same files again."),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.not_before("last_on", typed.get("first_on"), _("the first day"))
        wrong = {"number", "percent"} & set(self.errors)
        if not wrong and (typed.get("number") is None) == (typed.get("percent") is None):
            self.add_error("number", _("Please enter a number or a share."))
        return typed


class MarkRow(RowForm):
    item = forms.ModelChoiceField(ScoreItem.objects.all(), label=gettext_lazy("Item"))
    points = forms.IntegerField(label=pgettext_lazy("score", "Points"), min_value=0)
    remark = forms.CharField(label=gettext_lazy("Remark"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Who takes points away says why."""
        typed = super().clean() or {}
        item, points = typed.get("item"), typed.get("points")
        if item and points is not None and points > item.points:
            self.add_error("points", _("At most %(most)d points.") % {"most": item.points})
        elif item and points is not None and points < item.points and not typed.get("remark"):
            self.add_error("remark", _("Please say why points are missing."))
        return typed


class ScoreForm(VerbForm):
    sheet = forms.ModelChoiceField(ScoreSheet.objects.none(), widget=forms.HiddenInput)
    marks = RowsField(MarkRow, label=gettext_lazy("Items"), min_rows=1, max_rows=60)
    remark = long_text(gettext_lazy("Remark on the whole"), rows=3, most=1000, required=False, help_text=NO_NAMES)

    def prepare(self) -> None:
        """The sheet in force today; one that came between opening and sending makes the form come back."""
        file: QualityReview = self.file
        self.in_force = ScoreSheet.objects.in_force(file.subject_kind, self.today)
        self.items = list(self.in_force.items.all())
        choose(self, "sheet", ScoreSheet.objects.filter(pk=self.in_force.pk))
        self.initial.setdefault("sheet", self.in_force.pk)

    @property
    def sheet_in_force(self) -> str:
        return str(self.in_force)

    def lines(self) -> list[tuple[ScoreItem, forms.Form]]:
        """Every item with its row, as typed or empty."""
        typed = {str(row.get("item")): row for row in self["marks"].value() or []}
        return [(item, self.line(n, item, typed.get(str(item.pk)))) for n, item in enumerate(self.items)]

    def line(self, n: int, item: ScoreItem, row: dict[str, Any] | None) -> forms.Form:
        prefix = f"marks-{n}"
        if row and self.is_bound:
            return MarkRow({f"{prefix}-{name}": value for name, value in row.items()}, prefix=prefix)
        return MarkRow(prefix=prefix, initial=row or {"item": item.pk, "points": item.points})

    def clean_marks(self) -> list[dict[str, Any]]:
        marks: list[dict[str, Any]] = self.cleaned_data["marks"]
        if sorted(mark["item"].pk for mark in marks) != sorted(item.pk for item in self.items):
            raise forms.ValidationError(_("Every item of the sheet needs its points, once."))
        return marks


class AppealForm(VerbForm):
    reason = long_text(gettext_lazy("Reason"), rows=4, most=1000, help_text=NO_NAMES)


class DecideForm(VerbForm):
    new_score = forms.DecimalField(
        label=gettext_lazy("New score"),
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        required=False,
        help_text=gettext_lazy("Left empty, the score stands."),
    )
    reason = long_text(gettext_lazy("Reason"), rows=4, most=1000, help_text=NO_NAMES)


class ReviewFilter(forms.Form):
    show = forms.ChoiceField(
        label=gettext_lazy("Show"),
        choices=[
            ("score", gettext_lazy("To be scored")),
            ("answer", gettext_lazy("My work that was scored")),
            ("decide", gettext_lazy("Appeals to be decided")),
            ("all", gettext_lazy("All reviews")),
        ],
        required=False,
    )
    sample = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=2**62)

    def chosen(self, name: str) -> Any:
        return self.cleaned_data.get(name) if self.is_valid() else None
