"""What a person types about an employer at risk."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms import VerbForm
from supervision.models import SupervisionTopic


class LetterForm(VerbForm):
    """The draft as proposed; everything may be changed, here and in the draft itself."""

    topic = forms.ModelChoiceField(SupervisionTopic.objects.none(), label=_("Topic"))
    facts = forms.CharField(
        label=_("Facts or risk"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("One fact in a line. No names of workers, please."),
    )

    def prepare(self) -> None:
        field = self.fields["topic"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = SupervisionTopic.objects.visible_to(self.officer).in_use(self.today)
