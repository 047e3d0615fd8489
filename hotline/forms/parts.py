"""Fields that several forms of the hotline share."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from casework.models import Category
from casework.steady import is_kept, once_a_version
from hotline.models import WorkOrder
from hotline.units import Proposal, propose
from organizations.models import Duty, Officer, Region, UnionOrg

YES_NO = [("yes", _("Yes")), ("no", _("No"))]
HOTLINE = (Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER)


class FewRowsField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    """One of the few rows of a table whose changes make a new version. `among` names the choice for the process."""

    among: Hashable = None

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or self.among is None or not is_kept():
            return super().to_python(value)
        rows = once_a_version(("choice", self.among), self.all_rows)
        if (row := rows.get(str(value))) is None:
            raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": value})
        return row

    def all_rows(self) -> dict[str, Any]:
        assert self.queryset is not None
        return {row.pk: row for row in self.queryset}


class RegionField(FewRowsField):
    """A division of the officer's province, named with the prefecture it belongs to."""

    def label_from_instance(self, obj: Any) -> str:
        superior = obj.parent
        return f"{superior.name} {obj.name}" if superior and superior.parent_id else str(obj.name)


class OfficerField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} · {obj.org}"


def long_text(label: Any, *, rows: int = 4, most: int = 4000, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


def choice(label: Any, choices: Any, *, empty: Any = "—", **kwargs: Any) -> forms.ChoiceField:
    """One of a list, or none."""
    return forms.ChoiceField(label=label, choices=[("", empty), *choices], required=False, **kwargs)


def several(label: Any, choices: Any) -> forms.MultipleChoiceField:
    """As many of a list as apply."""
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple)


def yes_or_no(value: str) -> bool:
    return value == "yes"


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not asked, which is None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[("", "—"), *YES_NO], coerce=yes_or_no, empty_value=None, required=False, **kwargs)


def fragment(url: str, fields: str, target: str) -> dict[str, Any]:
    """Ask the server for a part of the page when the field changes. By POST: a number must not stand in an address."""
    wanted = {"hx-post": reverse_lazy(url), "hx-params": fields, "hx-target": target}
    return {**wanted, "hx-trigger": "change", "hx-swap": "innerHTML", "hx-sync": "this:replace"}


def people(officer: Officer, *duties: str) -> Any:
    """Colleagues of these duties whom the officer may name."""
    return (
        Officer.objects.visible_to(officer).filter(duty__in=duties).select_related("user", "org").order_by("org", "pk")
    )


def divisions(officer: Officer, today: Any) -> Any:
    rows = Region.objects.visible_to(officer).in_force(today).select_related("parent").order_by("code")
    return rows.filter(code__startswith=officer.org.region_id[:2]) if officer.org else rows.none()


def choose(form: forms.Form, name: str, rows: Any, among: Hashable = None) -> None:
    """Narrow a choice to rows the officer may name; `among` says which, where the process may keep them."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
    if isinstance(field, FewRowsField):
        field.among = among


def insist_on_reason(form: forms.Form, proposal: Proposal, chosen: UnionOrg | None, field: str) -> None:
    """Whoever sends an order elsewhere than the rules propose says why."""
    if chosen is None or chosen == proposal.unit or form.cleaned_data.get(field) or field in form.errors:
        return
    words = _("Proposed is %(unit)s (%(why)s). Please say why it goes elsewhere.")
    form.add_error(field, words % {"unit": proposal.unit or _("nobody"), "why": proposal.reason or _("no place known")})


def lies_outside(region: Region, officer: Officer) -> bool:
    return officer.org is None or officer.org.region_id not in region.lineage


class TargetFields(forms.Form):
    """Where a work order goes and how long it may take."""

    time_class = forms.ChoiceField(
        label=_("Handling time"),
        choices=WorkOrder.TimeClass.choices,
        required=False,
        help_text=_("Ordinary unless the matter needs inquiries with several sides."),
    )
    urgent = forms.BooleanField(label=_("Urgent"), required=False)
    dispatched_to = forms.ModelChoiceField(
        UnionOrg.objects.none(),
        label=_("Dispatch to"),
        required=False,
        empty_label=_("As the dispatch rules say"),
    )
    dispatch_reason = forms.CharField(
        label=_("Reason, if not the organisation proposed"), max_length=500, required=False
    )
    handler = OfficerField(
        Officer.objects.none(), label=_("Handling officer"), required=False, empty_label=_("The organisation decides")
    )

    def narrow_targets(self, officer: Officer) -> None:
        choose(self, "dispatched_to", UnionOrg.objects.visible_to(officer).order_by("path"))
        choose(self, "handler", people(officer, Duty.CASE_OFFICER))

    def check_target(self, category: Category | None, region: Region | None, officer: Officer, on: date) -> None:
        """The organisation that was chosen, or that of the officer who was chosen, against what the rules propose."""
        handler = self.cleaned_data.get("handler")
        chosen = self.cleaned_data.get("dispatched_to") or (handler.org if handler else None)
        if chosen:
            insist_on_reason(self, propose(category, region, officer, on), chosen, "dispatch_reason")
        elif region and lies_outside(region, officer) and propose(category, region, officer, on).unit is None:
            words = _("%(place)s lies outside your area. Please choose who handles it here, or hand the call over.")
            self.add_error("dispatched_to", words % {"place": region.name})

    def clean_time_class(self) -> str:
        return self.cleaned_data["time_class"] or WorkOrder.TimeClass.ORDINARY
