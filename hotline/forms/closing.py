"""What is typed when an order is called back, pressed or ended."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.deadlines import policy
from casework.forms import VerbForm
from hotline.models import WorkOrder
from hotline.querysets import OrderQuerySet
from organizations.models import Duty

from .parts import long_text

YES_NO = [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))]


class CallbackForm(VerbForm):
    """Result and attitude are asked apart. Who could not be reached has rated nothing."""

    reached = forms.ChoiceField(label=gettext_lazy("Was the caller reached?"), choices=YES_NO, widget=forms.RadioSelect)
    satisfaction = forms.ChoiceField(
        label=gettext_lazy("Satisfaction with the result"),
        choices=[("", gettext_lazy("Please choose")), *WorkOrder.Satisfaction.choices],
        required=False,
    )
    attitude = forms.ChoiceField(
        label=gettext_lazy("Satisfaction with the attitude"),
        choices=[("", gettext_lazy("Please choose")), *WorkOrder.Satisfaction.choices],
        required=False,
    )

    def clean_reached(self) -> bool:
        return bool(self.cleaned_data["reached"] == "yes")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for name in ("satisfaction", "attitude"):
            if typed.get("reached") and not typed.get(name) and name not in self.errors:
                self.add_error(name, _("Please choose, “not rated” too."))
        return typed


class MergeForm(VerbForm):
    into = forms.CharField(label=gettext_lazy("Number of the work order that goes on"), max_length=60)

    def clean_into(self) -> WorkOrder:
        number = self.cleaned_data["into"].strip()
        rows: OrderQuerySet = WorkOrder.objects.visible_to(self.officer).select_related("call")
        order: WorkOrder | None = rows.filter(number=number).first()
        if order is None:
            raise forms.ValidationError(_("No work order in your area has this number."))
        return order


class PlanForm(VerbForm):
    """The hour the caller asked for."""

    planned_at = forms.DateTimeField(
        label=gettext_lazy("Ring the caller at"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def clean_planned_at(self) -> datetime:
        moment: datetime = self.cleaned_data["planned_at"]
        days: int = policy("callback_planned_days_max", self.file, self.today)
        if moment <= self.at:
            raise forms.ValidationError(_("This moment has passed."))
        if moment > self.at + timedelta(days=days):
            raise forms.ValidationError(_("At most %(days)d days ahead.") % {"days": days})
        return moment


class PressForm(VerbForm):
    """Being late presses an order by itself; people press for a repeated call or by instruction."""

    CAUSES = WorkOrder.PressCause

    cause = forms.ChoiceField(
        label=gettext_lazy("Pressed because of"),
        choices=[(cause.value, cause.label) for cause in (CAUSES.REPEAT_CALL, CAUSES.INSTRUCTION)],
    )
    reason = long_text(gettext_lazy("Reason"), rows=3, most=500)

    def prepare(self) -> None:
        """An operator knows of a repeated call; instructions come from those who lead."""
        if self.officer.duty == Duty.HOTLINE_OPERATOR:
            only = self.CAUSES.REPEAT_CALL
            self.fields["cause"].choices = [(only.value, only.label)]  # type: ignore[attr-defined]
