"""The ways after an agreement: which one, and its days."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.fields import AttachmentsField, DayField
from casework.forms import VerbForm
from disputes.guards.order import label_of
from disputes.guards.routes import why_not
from disputes.models.choices import RouteKind
from organizations.models import Authority

from .parts import CaseForm, long_text


class OpenRouteForm(CaseForm):
    kind = forms.ChoiceField(label=_("Legal way"), choices=RouteKind.choices)
    body = forms.CharField(label=_("Court or commission"), max_length=100)
    filed_on = DayField(
        label=_("Filed already on"),
        required=False,
        starts_today=False,
        help_text=_("Only when it was handed in before today: then the way had to be open on that day."),
    )

    def prepare(self) -> None:
        court = Authority.objects.in_charge(Authority.Kind.COURT, self.file.org.region)
        if court:
            self.initial.setdefault("body", court.name)

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if kind := typed.get("kind"):
            for reason in why_not(self.file, kind, typed.get("filed_on") or self.today):
                self.add_error("kind", reason)
        return typed


class RouteForm(VerbForm):
    """A step on a way; each typed day must not precede the one in `after`."""

    after: str = ""
    day: str = "ended_on"

    def clean(self) -> dict[str, Any]:
        if self.after:
            self.not_before(self.day, getattr(self.file, self.after), label_of(type(self.file), self.after))
        return self.cleaned_data


class FileRouteForm(RouteForm):
    filed_on = DayField(label=_("Filed on"))
    external_no = forms.CharField(label=_("Number given there"), max_length=60, required=False)
    applied_as_required = forms.BooleanField(label=_("Applied for as the law requires"))
    papers = AttachmentsField(label=_("Papers filed"), required=False)

    def prepare(self) -> None:
        if self.file.filed_on:
            self.initial["filed_on"] = self.file.filed_on
        jointly = self.file.kind in {RouteKind.JUDICIAL_CONFIRMATION, RouteKind.ARBITRAL_REVIEW}
        by_worker = self.file.kind in {RouteKind.PAYMENT_ORDER, RouteKind.LAWSUIT}
        if jointly:
            self.fields["applied_as_required"].label = gettext("Both sides apply together")
        elif by_worker:
            self.fields["applied_as_required"].label = gettext("The worker applies")
        else:
            self.fields["applied_as_required"].label = gettext("The side that is owed applies")

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        typed.pop("applied_as_required", None)
        return typed


class DocketForm(RouteForm):
    after, day = "filed_on", "docketed_on"
    docketed_on = DayField(label=_("Docketed on"))
    external_no = forms.CharField(label=_("Number given there"), max_length=60, required=False)


class DecideForm(RouteForm):
    after = "docketed_on"
    ended_on = DayField(label=_("Decided on"))
    result = long_text(_("What was decided"))
    papers = AttachmentsField(label=_("The decision"), required=False)


class IssueOrderForm(RouteForm):
    after, day = "docketed_on", "issued_on"
    issued_on = DayField(label=_("Issued on"))


class ServeOrderForm(RouteForm):
    after, day = "issued_on", "served_on"
    served_on = DayField(label=_("Served on"))


class TakeEffectForm(RouteForm):
    after = "served_on"
    ended_on = DayField(label=_("In effect since"))


class LapseForm(RouteForm):
    after = "issued_on"
    ended_on = DayField(label=_("Ended on"))


class EndRouteForm(RouteForm):
    after = "filed_on"
    ended_on = DayField(label=_("Ended on"))
    result = long_text(_("Reason"))
