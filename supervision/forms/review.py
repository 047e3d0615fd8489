"""The form of a comment on one paragraph."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import VerbForm
from supervision.forms.matters import long_text

SHOWN = 40


class CommentForm(VerbForm):
    """The paragraph is chosen by its number in the version under review."""

    paragraph = forms.TypedChoiceField(label=gettext_lazy("Paragraph"), coerce=int)
    text = long_text(gettext_lazy("Comment"), rows=3)

    def prepare(self) -> None:
        version = self.file.versions.last() if self.file else None
        lines = version.paragraphs if version else []
        field = self.fields["paragraph"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(n, f"{n} · {shortened(line)}") for n, line in enumerate(lines, 1)]


def shortened(line: str) -> str:
    return line if len(line) <= SHOWN else line[:SHOWN] + _("…")
