"""Who is calling: how to reach this person, for whom they speak, and what helps them to be understood."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from stdnum.cn import ric

from casework.fields import LineField, NumberTextField, PhoneField
from hotline.codes import ethnic_groups, languages
from hotline.models import CallRecord

from .parts import YesNoField, choice, fragment, several

CONTACTS = ("caller_phone", "caller_id_number", "anonymous")


def asks_contacts() -> dict[str, Any]:
    """Earlier contacts and flags are looked up by number and by person, never for who wishes to stay anonymous."""
    return fragment("hotline:calls-contacts", ",".join(CONTACTS), "#contacts")


class CallerFields(forms.Form):
    CALLER = (
        "sex",
        "age_group",
        "id_type",
        "ethnic_group",
        "language",
        "union_member",
        "worker_groups",
        "needs",
        "call_times",
    )
    THIRD_PARTY = ("relation", "authority", "worker_name")

    caller_phone = PhoneField(
        label=gettext_lazy("Telephone of the caller"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off", **asks_contacts()}),
    )
    caller_name = LineField(
        label=gettext_lazy("Name of the caller"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    caller_id_number = NumberTextField(
        label=gettext_lazy("Identity number"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", **asks_contacts()}),
    )
    anonymous = forms.BooleanField(
        label=gettext_lazy("Wishes to stay anonymous"),
        required=False,
        widget=forms.CheckboxInput(attrs=asks_contacts()),
    )
    confidential = forms.BooleanField(label=gettext_lazy("Asks for confidentiality"), required=False)
    do_not_call = forms.BooleanField(label=gettext_lazy("Must not be called"), required=False)
    call_times = LineField(
        label=gettext_lazy("When a call is safe"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("For example: after 18:00, not at the workplace."),
    )

    sex = choice(gettext_lazy("Sex"), CallRecord.Sex.choices)
    age_group = choice(gettext_lazy("Age"), CallRecord.AgeGroup.choices)
    id_type = choice(
        gettext_lazy("Kind of identity document"),
        CallRecord.IdType.choices,
        help_text=gettext_lazy("Empty: resident identity card."),
    )
    ethnic_group = choice(gettext_lazy("Ethnic group"), ethnic_groups())
    language = choice(gettext_lazy("Language or dialect"), languages())
    union_member = YesNoField(label=gettext_lazy("Union member"))
    worker_groups = several(gettext_lazy("Groups of workers"), CallRecord.WorkerGroup.choices)
    needs = several(gettext_lazy("Special needs"), CallRecord.Need.choices)

    relation = choice(
        gettext_lazy("Calls for somebody else, as"),
        CallRecord.Relation.choices,
        empty=gettext_lazy("No, for themselves"),
    )
    authority = choice(gettext_lazy("Authority to act"), CallRecord.Authority.choices)
    worker_name = LineField(
        label=gettext_lazy("Worker the call is about"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_caller_id_number(self) -> str:
        return str(self.cleaned_data["caller_id_number"]).upper().replace(" ", "")

    def check_caller(self, typed: dict[str, Any]) -> None:
        """What the answers about the caller must say together."""
        number = typed.get("caller_id_number")
        if number and typed.get("id_type") in {"", None, CallRecord.IdType.RESIDENT}:
            typed["id_type"] = CallRecord.IdType.RESIDENT
            if not ric.is_valid(number):
                words = _("This identity number is not right: 18 characters, please compare with the card.")
                self.add_error("caller_id_number", words)
        if typed.get("relation"):
            typed["authority"] = typed.get("authority") or CallRecord.Authority.NONE
        elif typed.get("authority") or typed.get("worker_name"):
            self.add_error("relation", _("Please say as what the caller speaks for the worker."))
