"""What is typed between an authority and the union once a referral lies there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from casework.forms import VerbForm
from casework.widths import half_width
from referrals.models import ReferralQuestion

LONG = forms.Textarea(attrs={"rows": 4})


class AskForm(VerbForm):
    text = forms.CharField(
        label=gettext_lazy("Question to the union"),
        max_length=2000,
        widget=LONG,
        help_text=gettext_lazy("No period stops for a question. You may sign, take on or answer meanwhile."),
    )


class QuestionField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    """A question by its own words."""

    def label_from_instance(self, obj: Any) -> str:
        text: str = obj.text
        return text if len(text) <= 60 else f"{text[:59]}…"


class AnswerForm(VerbForm):
    question = QuestionField(ReferralQuestion.objects.none(), label=gettext_lazy("Question"), empty_label=None)
    answer = forms.CharField(label=gettext_lazy("Answer of the union"), max_length=2000, widget=LONG)

    def prepare(self) -> None:
        asked: Any = self.fields["question"]
        asked.queryset = self.file.questions.unanswered()


class CodeForm(forms.Form):
    """The code an authority was told apart from its link."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "size": 8}),
        help_text=gettext_lazy(
            "Six digits, told to you by telephone or by another mail. A code opens the matter once."
        ),
    )

    def clean_code(self) -> str:
        return half_width(self.cleaned_data["code"]).replace(" ", "")


class PackageForm(forms.Form):
    package = forms.FileField(
        label=gettext_lazy("Package"),
        help_text=gettext_lazy("The file the authority gave back, as it is: a ZIP archive of at most 100 MB."),
    )

    @property
    def has_files(self) -> bool:
        return True
