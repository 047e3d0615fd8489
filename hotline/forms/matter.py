"""What it is about, what is wanted, and what was answered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import DayField, LineField, MoneyField
from casework.models import Category
from hotline.models import CallRecord, WorkOrder
from organizations.models import Officer

from .parts import FewRowsField, choice, fragment, long_text


class MatterFields(forms.Form):
    MATTER = (
        "amount",
        "urgency",
        "emotional_risk",
        "occurred_from",
        "occurred_to",
        "evidence",
        "other_body",
        "other_body_number",
        "about",
    )
    officer: Officer

    request_type = forms.ChoiceField(
        label=gettext_lazy("Request type"),
        choices=CallRecord.RequestType.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    category = FewRowsField(
        Category.objects.none(),
        label=gettext_lazy("Category of the request"),
        required=False,
        empty_label=gettext_lazy("Please choose"),
        widget=forms.Select(attrs=fragment("hotline:calls-prompts", "category,knowledge_query", "#prompts")),
    )
    occurred_on = DayField(
        label=gettext_lazy("Day the infringement was known"),
        required=False,
        starts_today=False,
        help_text=gettext_lazy("The day the worker knew, or should have known, that the right was infringed."),
    )
    facts = long_text(gettext_lazy("What happened"), rows=5, required=False)
    claim = long_text(
        gettext_lazy("What the caller wants"),
        rows=2,
        most=1000,
        required=False,
        help_text=gettext_lazy("Needed for a work order."),
    )
    answer_given = long_text(
        gettext_lazy("Answer given"),
        rows=3,
        required=False,
        help_text=gettext_lazy("Needed when the call is closed with the answer."),
    )
    amount = MoneyField(label=gettext_lazy("Amount in dispute (yuan)"), required=False)
    urgency = forms.ChoiceField(
        label=gettext_lazy("Urgency"),
        choices=CallRecord.Urgency.choices,
        initial=CallRecord.Urgency.ORDINARY,
        required=False,
    )
    emotional_risk = forms.BooleanField(label=gettext_lazy("Caller in distress"), required=False)
    occurred_from = DayField(label=gettext_lazy("Happened from"), required=False, starts_today=False)
    occurred_to = DayField(label=gettext_lazy("Happened until"), required=False, starts_today=False)
    evidence = long_text(
        gettext_lazy("Evidence the caller has"),
        rows=2,
        most=1000,
        required=False,
        help_text=gettext_lazy("Contract, attendance, wage slips, transfers, chats, witnesses."),
    )
    other_body = choice(
        gettext_lazy("Already with another body"), CallRecord.OtherBody.choices, empty=gettext_lazy("No")
    )
    other_body_number = LineField(label=gettext_lazy("Its file number"), max_length=60, required=False)
    about = forms.CharField(label=gettext_lazy("Number of an earlier work order"), max_length=60, required=False)

    def clean_urgency(self) -> str:
        return self.cleaned_data["urgency"] or CallRecord.Urgency.ORDINARY

    def clean_about(self) -> WorkOrder | None:
        number = self.cleaned_data["about"].strip()
        order = WorkOrder.objects.visible_to(self.officer).filter(number=number).first() if number else None
        if number and order is None:
            raise forms.ValidationError(_("No work order in your area has this number."))
        return order

    def check_matter(self, typed: dict[str, Any]) -> None:
        begin, end = typed.get("occurred_from"), typed.get("occurred_to")
        if begin and end and end < begin:
            self.add_error("occurred_to", _("It cannot end before it began."))
        if typed.get("other_body_number") and not typed.get("other_body"):
            self.add_error("other_body", _("Please say whose file number this is."))
