"""What is typed to draw up a roster, to change a shift and to hand it over."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.deadlines import policy_in
from casework.fields import DayField, LineField, PhoneField
from casework.forms import VerbForm
from casework.widths import half_width
from hotline.handover import open_matters_of
from hotline.models import DutyShift, Roster, ShiftChange
from organizations.models import Duty, Officer

from .parts import HOTLINE, OfficerField, choose, long_text

LONGEST_DAYS = 92
MOST_TOGETHER = 20
PATTERNS = [
    ("turns", gettext_lazy("People take turns")),
    ("week", gettext_lazy("As in the week before")),
    ("month", gettext_lazy("As in the four weeks before")),
]


class PeopleField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    """Colleagues, by a tick each."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)

    def clean(self, value: Any) -> Any:
        return list(super().clean(value))


class MomentField(forms.DateTimeField):
    """A minute in Asia/Shanghai."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def to_python(self, value: Any) -> datetime | None:
        moment: datetime | None = super().to_python(value)
        if moment and moment.year < 1950:
            raise forms.ValidationError(_("Please check the year."))
        return moment


class ClocksField(forms.CharField):
    """Times of the day, as "08:30 17:30". Cleans to a list of times in order."""

    def prepare_value(self, value: Any) -> Any:
        return " ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        parts = [part for part in re.split(r"[\s,、;]+", half_width(super().to_python(value) or "")) if part]
        try:
            return sorted({time.fromisoformat(part.zfill(5)) for part in parts})
        except ValueError as error:
            raise forms.ValidationError(_("Please write times as 08:30 17:30.")) from error

    def run_validators(self, value: Any) -> None:
        """Times have been checked one by one."""


def own_staff(officer: Officer, *duties: str) -> Any:
    """Those of the own organisation: a roster puts nobody else on duty."""
    rows = Officer.objects.visible_to(officer).filter(org=officer.org, duty__in=duties)
    return rows.select_related("user", "org").order_by("pk")


class OnCallFields(forms.Form):
    lawyer = LineField(
        label=gettext_lazy("Law officer or lawyer on call"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Needed in the office hours of working days."),
    )
    lawyer_phone = PhoneField(label=gettext_lazy("Telephone of the law officer or lawyer"), required=False)


class RosterForm(OnCallFields, VerbForm):
    field_order = ["begins_on", "ends_on", "pattern", "clocks", "leaders", "operators", "together"]

    begins_on = DayField(label=gettext_lazy("First day on duty"), may_be_future=True, starts_today=False)
    ends_on = DayField(label=gettext_lazy("Last day on duty"), may_be_future=True, starts_today=False)
    pattern = forms.ChoiceField(label=gettext_lazy("Pattern"), choices=PATTERNS, widget=forms.RadioSelect)
    clocks = ClocksField(
        label=gettext_lazy("Times of change"),
        max_length=60,
        help_text=gettext_lazy("Every shift lasts until the next of these times, over midnight as well."),
    )
    leaders = PeopleField(Officer.objects.none(), label=gettext_lazy("Duty leaders"), required=False)
    operators = PeopleField(Officer.objects.none(), label=gettext_lazy("Operators"), required=False)
    together = forms.IntegerField(
        label=gettext_lazy("Operators at a time"), min_value=1, max_value=MOST_TOGETHER, initial=1, required=False
    )

    def prepare(self) -> None:
        leaders, operators = own_staff(self.officer, Duty.DUTY_LEADER), own_staff(self.officer, *HOTLINE)
        choose(self, "leaders", leaders)
        choose(self, "operators", operators)
        first, last = next_month(self.today)
        region = self.officer.org.region if self.officer.org else None
        proposed = {
            "begins_on": first,
            "ends_on": last,
            "pattern": "turns",
            "clocks": policy_in("shift_changes", region, self.today),
            "leaders": [officer.pk for officer in leaders],
            "operators": [officer.pk for officer in operators if officer.duty == Duty.HOTLINE_OPERATOR],
        }
        for name, value in proposed.items():
            self.initial.setdefault(name, value)

    def clean_together(self) -> int:
        return self.cleaned_data["together"] or 1

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.not_before("ends_on", typed.get("begins_on"), _("the first day"))
        if (
            "begins_on" in typed
            and "ends_on" in typed
            and typed["ends_on"] - typed["begins_on"] > timedelta(LONGEST_DAYS)
        ):
            self.add_error("ends_on", _("At most %(count)d days at a time.") % {"count": LONGEST_DAYS})
        for name in ("leaders", "operators") if typed.get("pattern") == "turns" else ():
            if not typed.get(name) and name not in self.errors:
                self.add_error(name, _("Please choose who takes turns."))
        return typed


def next_month(today: date) -> tuple[date, date]:
    """Rosters are drawn up for the month to come."""
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


class ShiftFields(OnCallFields):
    leader = OfficerField(Officer.objects.none(), label=gettext_lazy("Duty leader"))
    backup = OfficerField(
        Officer.objects.none(), label=gettext_lazy("Backup leader"), required=False, empty_label=gettext_lazy("None")
    )
    operators = PeopleField(Officer.objects.none(), label=gettext_lazy("Operators"))

    def narrow_people(self, officer: Officer) -> None:
        for name in ("leader", "backup"):
            choose(self, name, own_staff(officer, Duty.DUTY_LEADER))
        choose(self, "operators", own_staff(officer, *HOTLINE))

    def refuse_one_for_two(self) -> None:
        typed = self.cleaned_data
        if typed.get("leader") and typed.get("leader") == typed.get("backup"):
            self.add_error("backup", _("The backup must be somebody else than the leader."))


class ShiftForm(ShiftFields, VerbForm):
    field_order = ["begins_at", "ends_at", "leader", "backup", "operators"]

    begins_at = MomentField(label=gettext_lazy("Begins"))
    ends_at = MomentField(label=gettext_lazy("Ends"))

    def prepare(self) -> None:
        self.narrow_people(self.officer)
        if isinstance(self.file, Roster):
            self.initial.setdefault("begins_at", self.file.begins_at)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("begins_at") and typed.get("ends_at") and typed["ends_at"] <= typed["begins_at"]:
            self.add_error("ends_at", _("A shift ends after it begins."))
        self.refuse_one_for_two()
        return typed


class ChangeForm(ShiftFields, VerbForm):
    field_order = ["leader", "backup", "operators", "lawyer", "lawyer_phone", "cause", "reason"]

    cause = forms.ChoiceField(label=gettext_lazy("Cause"), choices=ShiftChange.Cause.choices)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("Needed once the roster is published."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def prepare(self) -> None:
        self.narrow_people(self.officer)
        if isinstance(self.file, DutyShift):
            for name in ("leader", "backup", "lawyer", "lawyer_phone"):
                self.initial.setdefault(name, getattr(self.file, name))
            self.initial.setdefault("operators", [officer.pk for officer in self.file.operators.all()])

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.refuse_one_for_two()
        published = isinstance(self.file, DutyShift) and self.file.roster.state == Roster.State.PUBLISHED
        if published and not typed.get("reason", "").strip() and "reason" not in self.errors:
            self.add_error("reason", _("Please say why the published roster is changed."))
        return typed


class PublishForm(VerbForm):
    note = forms.CharField(
        label=gettext_lazy("Note to all on duty"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class HandoverForm(VerbForm):
    open_matters = long_text(
        gettext_lazy("What is open"),
        rows=8,
        help_text=gettext_lazy("Numbers of files, no names of callers: everybody on duty reads this note."),
    )

    def prepare(self) -> None:
        if isinstance(self.file, DutyShift):
            self.initial.setdefault("open_matters", self.file.open_matters or open_matters_of(self.officer))
