"""What is typed about the line: the own seat, to whom a call goes over, why a call needs no registration."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hotline.models import Exchange, LineCall, Seat
from organizations.models import Officer

from .parts import HOTLINE, OfficerField, people

EXTENSION_DIGITS = 16


class SeatForm(forms.Form):
    """Where the officer sits. With one exchange there is nothing to choose."""

    exchange = forms.ModelChoiceField(Exchange.objects.none(), label=_("Telephone exchange"), empty_label=None)
    extension = forms.RegexField(
        r"^[0-9*#]{1,16}$",
        label=pgettext_lazy("telephone", "Extension"),
        max_length=EXTENSION_DIGITS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 6}),
        error_messages={"invalid": _("Digits only, as on the telephone. Example: 801")},
    )

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        exchanges = Exchange.objects.visible_to(officer).order_by("name", "pk")
        self.fields["exchange"].queryset = exchanges  # type: ignore[attr-defined]
        known = list(exchanges[:2])
        if len(known) == 1:
            self.fields["exchange"].initial = known[0]
            self.fields["exchange"].widget = forms.HiddenInput()
        self.possible = bool(known)


class ColleagueField(OfficerField):
    """A colleague with the extension where they sit now."""

    seats: dict[int, str] = {}

    def label_from_instance(self, obj: Any) -> str:
        seat = self.seats.get(obj.pk)
        where = _("extension %(number)s") % {"number": seat} if seat else _("not signed on")
        return f"{obj.name} · {where} · {obj.org}"


class HandoverForm(forms.Form):
    """Colleagues who answer calls, those who are signed on first."""

    receiver = ColleagueField(Officer.objects.none(), label=_("To whom"), empty_label=_("Please choose"))

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["receiver"]
        field.queryset = people(officer, *HOTLINE).exclude(user=officer.user)
        seats = Seat.objects.visible_to(officer).taken()
        field.seats = {seat.officer_id: seat.extension for seat in seats}
        field.widget.choices = sorted(field.choices, key=lambda choice: rank(choice, field.seats))


def rank(choice: tuple[Any, Any], seats: dict[int, str]) -> int:
    """The empty choice, then whoever sits at a telephone, then the others."""
    value = getattr(choice[0], "value", choice[0])
    return 0 if not value else 1 if value in seats else 2


class AccountForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why it is not registered"), choices=[("", _("Please choose")), *LineCall.Reason.choices]
    )
    note = forms.CharField(label=_("Note"), max_length=200, required=False)
    calls = forms.ModelMultipleChoiceField(
        LineCall.objects.none(),
        label=_("Telephone calls"),
        error_messages={"required": _("Please choose at least one call of the list.")},
    )

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = LineCall.objects.visible_to(officer).unregistered().concerning(officer)
        self.fields["calls"].queryset = rows  # type: ignore[attr-defined]


class LineFilter(forms.Form):
    show = forms.ChoiceField(
        label=_("Show"),
        choices=[("open", _("To be accounted for")), ("missed", _("Missed")), ("done", _("Accounted for"))],
        required=False,
    )

    def chosen(self) -> str:
        return str(self.cleaned_data.get("show") or "open") if self.is_valid() else "open"
