"""The fields of a kind, made from its rows: one true form field each on a page, one object in a body of the API."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import DayField, MoneyField
from referrals.models import ReferralKind

PREFIX = "detail_"
MOST = 3000
CHOOSE = gettext_lazy("Please choose")

Spec = dict[str, Any]


def area(_spec: Spec, **common: Any) -> forms.Field:
    return forms.CharField(max_length=MOST, widget=forms.Textarea(attrs={"rows": 3}), **common)


MAKERS: dict[str, Callable[..., forms.Field]] = {
    "text": lambda _spec, **common: forms.CharField(max_length=200, **common),
    "long": area,
    "number": lambda _spec, **common: forms.IntegerField(min_value=1, max_value=1_000_000, **common),
    "money": lambda _spec, **common: MoneyField(**common),
    "day": lambda spec, **common: DayField(starts_today=False, may_be_future=not spec["within"], **common),
    "choice": lambda spec, **common: forms.ChoiceField(choices=[("", CHOOSE), *spec["choices"]], **common),
}


def fields_of(kind: ReferralKind, today: date) -> dict[str, forms.Field]:
    """Nothing is required of a draft; what is missing is said before it is approved."""
    found = {}
    for spec in kind.fields:
        needed = _("Needed before it is sent.") if spec["required"] else ""
        words = " ".join(filter(None, (spec["help"], needed)))
        made = MAKERS[spec["type"]](spec, label=spec["label"], required=False, help_text=words)
        if isinstance(made, DayField):
            made.today = today
        found[PREFIX + spec["code"]] = made
    return found


def spread(data: Any) -> Any:
    """A body's `details` as the fields of a page."""
    details = data.get("details") if isinstance(data, Mapping) else None
    if not isinstance(details, Mapping):
        return data
    return {**data, **{PREFIX + str(code): value for code, value in details.items()}}


def collect(cleaned: dict[str, Any]) -> dict[str, str]:
    """The details as they are kept: days and amounts as text."""
    names = [name for name in cleaned if name.startswith(PREFIX)]
    found = {name.removeprefix(PREFIX): cleaned.pop(name) for name in names}
    return {code: kept(value) for code, value in found.items() if value not in (None, "")}


def kept(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
