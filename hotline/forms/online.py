"""What a worker writes without signing in, and what the hotline puts right when it takes the request on."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from casework.fields import LineField, NumberTextField, PhoneField
from casework.forms import VerbForm
from casework.models import Category
from hotline.models import CallRecord
from organizations.models import Region, UnionOrg

from .parts import RegionField, choose, divisions, long_text

R = CallRecord.RequestType
KINDS = [(value, label) for value, label in R.choices if value not in {R.PRAISE, R.EMERGENCY, R.INVALID}]
REQUESTS = [(value, label) for value, label in R.choices if value != R.INVALID]
MOST_WORKERS = 100_000


class SaidFields(forms.Form):
    """The matter itself: what a work order needs to say."""

    request_type = forms.ChoiceField(label=gettext_lazy("Request type"), choices=KINDS)
    category = forms.ModelChoiceField(
        Category.objects.none(),
        label=gettext_lazy("Category of the request"),
        empty_label=gettext_lazy("Please choose"),
    )
    region = RegionField(
        Region.objects.none(), label=gettext_lazy("Place of work"), empty_label=gettext_lazy("Please choose")
    )
    employer_name = LineField(label=gettext_lazy("Employer"), max_length=200)
    workers_affected = forms.IntegerField(
        label=gettext_lazy("Number of workers"), min_value=1, max_value=MOST_WORKERS, initial=1
    )
    facts = long_text(gettext_lazy("What happened"), rows=5, most=2000)
    claim = long_text(gettext_lazy("What is asked for"), rows=2, most=500)


class OnlineForm(SaidFields):
    """Open to everybody. Name and number are needed: an unchecked request is answered by a call."""

    field_order = ["caller_name", "caller_phone"]

    caller_name = LineField(label=gettext_lazy("Your name"), max_length=60)
    caller_phone = PhoneField(label=gettext_lazy("Your telephone"))
    number = NumberTextField(
        label=gettext_lazy("Number of an earlier matter, if it is not settled"), max_length=60, required=False
    )
    secret = NumberTextField(label=gettext_lazy("Query code of that matter"), max_length=12, required=False)
    notice_read = forms.BooleanField(
        label=gettext_lazy("I agree that the union uses what I write here to handle my request and to call me."),
        error_messages={"required": gettext_lazy("Without your consent the union may not handle the request.")},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "category", Category.objects.in_use(today))
        choose(self, "region", places(today))

    def clean_region(self) -> Region:
        """The union in charge is that of the place of work."""
        region: Region = self.cleaned_data["region"]
        self.org = UnionOrg.objects.filter(kind=UnionOrg.Kind.FEDERATION, region=region).select_related("region").get()
        return region

    def said(self) -> dict[str, Any]:
        """The columns of the call; what proves an earlier matter is not among them."""
        proof = {"number", "secret", "notice_read"}
        return {name: value for name, value in self.cleaned_data.items() if name not in proof}


def places(today: date) -> Any:
    """The counties that have a federation of their own."""
    with_union = UnionOrg.objects.filter(kind=UnionOrg.Kind.FEDERATION, level="county").values("region")
    return Region.objects.in_force(today).filter(pk__in=with_union).select_related("parent").order_by("code")


class TakeOnForm(SaidFields, VerbForm):
    """What was written, to be put right with the worker on the line."""

    request_type = forms.ChoiceField(label=gettext_lazy("Request type"), choices=REQUESTS)
    spoken = forms.BooleanField(label=gettext_lazy("I have spoken with the caller and checked what was written."))

    def prepare(self) -> None:
        choose(self, "category", Category.objects.in_use(self.today))
        choose(self, "region", divisions(self.officer, self.today))
        if isinstance(self.file, CallRecord):
            for name in SaidFields.base_fields:
                self.initial.setdefault(name, getattr(self.file, name))

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        typed.pop("spoken", None)
        return typed
