"""The form of a comment on one paragraph."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import VerbForm
from supervision.forms.matters import long_text


class CommentForm(VerbForm):
    """The paragraph is named by its number in the version under review."""

    paragraph = forms.IntegerField(
        label=gettext_lazy("Paragraph"), min_value=1, help_text=gettext_lazy("The number in front of the paragraph.")
    )
    text = long_text(gettext_lazy("Comment"), rows=3)

    def clean_paragraph(self) -> int:
        version = self.file.versions.last() if self.file else None
        number: int = self.cleaned_data["paragraph"]
        if version is None or number > len(version.paragraphs):
            raise ValidationError(_("The version under review has no such paragraph."))
        return number
