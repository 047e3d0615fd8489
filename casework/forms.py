"""What is typed for a step. One form serves the page, validates the API's body and documents it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.choices import BaseChoiceIterator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField, RowForm, RowsField

if TYPE_CHECKING:
    from organizations.models import Officer


class VerbForm(forms.Form):
    """Knows the officer, the file and the moment. `cleaned_data` are exactly the named arguments of the action.

    `record` names the rows of the file that the step adds to, for the page that compares two edits.
    """

    record: ClassVar[str] = ""

    # Fields a form makes only once it knows more, such as the kind of a file, begin with this.
    open_prefix: ClassVar[str] = ""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: Mapping[str, Any] | None = None,
        *,
        officer: Officer,
        at: datetime,
        file: Any = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        share_choices(type(self))
        super().__init__(data, files, initial=initial)  # type: ignore[arg-type]
        self.officer, self.at, self.file = officer, at, file
        self.today = timezone.localdate(at)
        for name, field in self.fields.items():
            if isinstance(field, (DayField, RowsField)):
                field.today = self.today
            if isinstance(field, DayField) and field.starts_today:
                self.initial.setdefault(name, self.today)
        self.prepare()

    def prepare(self) -> None:
        """For subclasses: narrow the choices to what this officer may name, and propose values."""

    def not_before(self, name: str, earliest: Any, what: Any) -> None:
        """Refuse a day before the one that must precede it."""
        day = self.cleaned_data.get(name)
        if day and earliest and day < earliest:
            self.add_error(name, _("Not before %(what)s (%(day)s).") % {"what": what, "day": earliest})

    @property
    def has_files(self) -> bool:
        return any(isinstance(field, (AttachmentsField, forms.FileField)) for field in self.fields.values())


class FixedChoices(BaseChoiceIterator):
    """Choices that are the same in every form: a field that has others gets a list of its own."""

    def __init__(self, choices: list[Any]) -> None:
        self.fixed = choices

    def __iter__(self) -> Iterator[Any]:
        return iter(self.fixed)

    def __deepcopy__(self, memo: object) -> FixedChoices:
        return self


@cache
def share_choices(form: type[forms.Form]) -> None:
    """Each form copies its fields, and each field its choices: for two dozen selects a tenth of what a call costs."""
    for field in form.base_fields.values():
        if isinstance(field, forms.ChoiceField) and isinstance(field.choices, list):
            field.choices = FixedChoices(field.choices)


class ReasonForm(VerbForm):
    """For steps that need nothing but a reason."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class PapersForm(VerbForm):
    """Papers to add to a file."""

    papers = AttachmentsField(
        label=gettext_lazy("Papers"),
        help_text=gettext_lazy("PDF, Word, Excel, pictures, sound or film; up to 20 MB each."),
    )


__all__ = ["PapersForm", "ReasonForm", "RowForm", "RowsField", "VerbForm"]
