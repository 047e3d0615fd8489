"""The form of the call screen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import VerbForm
from casework.models import Category, Employer
from hotline.models import CallRecord

from .aside import AsideFields
from .caller import CallerFields
from .entering import EnteringFields
from .matter import MatterFields
from .parts import HOTLINE, TargetFields, choose, divisions, fragment, people
from .workplace import WorkplaceFields

NEXT_STEPS = [
    ("order", gettext_lazy("Register and dispatch")),
    ("answer", gettext_lazy("Register with the answer only")),
    ("later", gettext_lazy("Register, answer later")),
    ("non_case", gettext_lazy("Not a request")),
]
# What the limitation clock does not ask for, and what would tell who calls.
NOT_NEEDED = "not caller_phone,caller_name,caller_id_number,facts,claim,answer_given"


class RegisterForm(CallerFields, WorkplaceFields, MatterFields, EnteringFields, TargetFields, AsideFields, VerbForm):
    """One screen for one call. Six fields are needed for an inquiry; a work order needs to know a little more."""

    TARGETS = ("time_class", "dispatched_to", "handler", "dispatch_reason")
    ALWAYS = ("request_type", "category", "region", "workers_affected", "facts")
    FOR_ORDER = ("employer_name", "claim")

    notice_read = forms.BooleanField(
        label=gettext_lazy("Privacy notice read out"),
        required=False,
        help_text=gettext_lazy("Who handles the data, what for, how long, and which rights the caller has."),
    )
    non_case = forms.ChoiceField(
        label=gettext_lazy("Kind of call that is no request"),
        choices=[("", ""), *CallRecord.NonCase.choices],
        required=False,
        widget=forms.HiddenInput,
    )
    next_step = forms.ChoiceField(
        label=gettext_lazy("End of the call"), choices=NEXT_STEPS, required=False, widget=forms.HiddenInput
    )

    def prepare(self) -> None:
        day = fragment("hotline:calls-limitation", NOT_NEEDED, "#limitation")
        self.fields["occurred_on"].widget.attrs.update({**day, "hx-trigger": "input changed delay:400ms"})
        choose(self, "category", Category.objects.in_use(self.today), among=("in use", self.today))
        choose(self, "employer", Employer.objects.visible_to(self.officer))
        province = self.officer.org.region_id[:2] if self.officer.org else ""
        choose(self, "region", divisions(self.officer, self.today), among=("divisions", province, self.today))
        choose(self, "handled_by", people(self.officer, *HOTLINE))
        self.narrow_targets(self.officer)
        if self.officer.org:
            self.initial.setdefault("region", self.officer.org.region_id)
        for name in () if self.is_no_request() else self.ALWAYS:
            self.fields[name].required = True

    def caller_group(self) -> Group:
        return Group(self, _("More about the caller"), self.CALLER)

    def third_party_group(self) -> Group:
        return Group(self, _("Calling for somebody else"), self.THIRD_PARTY)

    def groups(self) -> list[Group]:
        """What is folded away beneath the request, as most calls do not need it."""
        return [
            Group(self, _("Employer and place"), self.WORKPLACE),
            Group(self, _("More about the matter"), self.MATTER),
            Group(self, _("Time limit and dispatch"), self.TARGETS),
            Group(self, _("Entered afterwards, or by another way"), self.ENTERING),
        ]

    def is_no_request(self) -> bool:
        """Wrong numbers and thanks need nothing but their kind."""
        return bool(self.data.get("non_case")) or self.data.get("request_type") == CallRecord.RequestType.INVALID

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("non_case"):
            typed["next_step"] = "non_case"
        for check in (self.check_caller, self.check_matter, self.check_entering, self.check_end):
            check(typed)
        if typed.pop("urgent", False) and typed.get("urgency") == CallRecord.Urgency.ORDINARY:
            typed["urgency"] = CallRecord.Urgency.URGENT
        return typed

    def check_end(self, typed: dict[str, Any]) -> None:
        if not typed.get("next_step"):
            self.add_error("next_step", _("Please choose what follows from the call."))
        elif typed["next_step"] == "non_case" and not typed.get("non_case") and not self.errors:
            self.add_error("non_case", _("Please say what kind of call it was."))
        elif typed["next_step"] == "order":
            self.check_order(typed)
        elif typed["next_step"] == "answer" and not typed.get("answer_given"):
            self.add_error("answer_given", _("Please write down the answer given."))

    def check_order(self, typed: dict[str, Any]) -> None:
        """What a work order must say, told at the field instead of after sending."""
        for name in self.FOR_ORDER:
            if not typed.get(name) and name not in self.errors:
                self.add_error(name, _("A work order needs this."))
        self.check_target(typed.get("category"), typed.get("region"), self.officer, self.today)
        unreachable = not typed.get("caller_phone") and not typed.get("anonymous")
        if unreachable and "caller_phone" not in self.errors:
            self.add_error("caller_phone", _("A work order needs this, unless the caller wishes to stay anonymous."))


class Group:
    """Fields folded under one heading, unfolded where something is wrong or filled in already."""

    def __init__(self, form: RegisterForm, title: str | Promise, names: tuple[str, ...]) -> None:
        self.title = title
        self.fields = [form[name] for name in names]

    @property
    def is_open(self) -> bool:
        return any(field.errors or self.is_filled(field) for field in self.fields)

    def is_filled(self, field: forms.BoundField) -> bool:
        """Whether a field says something else than it does on an empty form."""
        value = field.value()
        untouched = {None, "", False, field.field.initial, *UNTOUCHED.get(field.name, ())}
        return bool(value) and (isinstance(value, list) or value not in untouched)


UNTOUCHED = {"channel": (CallRecord.Channel.PHONE.value,), "time_class": ("ordinary",), "urgency": ("ordinary",)}
