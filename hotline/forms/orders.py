"""What is typed for a work order on its way and in the hands of its unit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q, Sum
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField, MoneyField
from casework.forms import ReasonForm, VerbForm
from casework.models import DeadlineRule
from casework.words import money
from disputes.models import DisputeCase
from disputes.querysets import OPEN as RUNNING
from hotline.hints import first_contact
from hotline.models import OrderPause
from hotline.units import propose
from organizations.models import Duty, Officer, UnionOrg

from .parts import OfficerField, choose, insist_on_reason, long_text, people


class DispatchForm(VerbForm):
    dispatched_to = forms.ModelChoiceField(UnionOrg.objects.none(), label=gettext_lazy("Dispatch to"))
    handler = OfficerField(
        Officer.objects.none(),
        label=gettext_lazy("Handling officer"),
        required=False,
        empty_label=gettext_lazy("The organisation decides"),
    )

    reason = forms.CharField(
        label=gettext_lazy("Reason, if not the organisation proposed"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def prepare(self) -> None:
        call = self.file.call
        self.proposal = propose(call.category, call.region, self.officer, self.today)
        choose(self, "dispatched_to", UnionOrg.objects.visible_to(self.officer).order_by("path"))
        choose(self, "handler", people(self.officer, Duty.CASE_OFFICER))
        self.fields["dispatched_to"].help_text = self.proposal.reason
        self.initial.setdefault("dispatched_to", self.proposal.unit)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        insist_on_reason(self, self.proposal, typed.get("dispatched_to"), "reason")
        return typed


class ReturnForm(ReasonForm):
    """Wrong unit. For unpaid wages the law says who tells the caller."""

    def prepare(self) -> None:
        self.fields["reason"].help_text = first_contact(self.file, self.today)


class StartForm(VerbForm):
    contacted_on = DayField(label=gettext_lazy("First contact on"))
    note = forms.CharField(
        label=gettext_lazy("How contact was made"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("No names and no numbers, please: it stays in the history."),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.not_before("contacted_on", self.file.call.received_on, _("the day of the call"))
        return typed


class ExtendForm(VerbForm):
    days = forms.IntegerField(label=gettext_lazy("More working days"), min_value=1, max_value=60)
    reason = long_text(gettext_lazy("Reason"), rows=3, most=500)
    caller_told = forms.BooleanField(label=gettext_lazy("The caller has been told"))

    def prepare(self) -> None:
        """A leader sees what the case officer asked for."""
        self.most = DeadlineRule.objects.in_force(self.file.finish_rule, self.today, self.file.org.region).length
        if asked := self.file.extension_requests.open().first():
            proposed = {"days": asked.days, "reason": asked.reason, "caller_told": True}
            self.initial = {**proposed, **self.initial}

    def clean_days(self) -> int:
        days: int = self.cleaned_data["days"]
        if days > self.most:
            raise forms.ValidationError(
                _("At most the same length again: %(days)d working days.") % {"days": self.most}
            )
        return days

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        typed.pop("caller_told", None)
        return typed


class SuspendForm(VerbForm):
    cause = forms.ChoiceField(
        label=gettext_lazy("What is awaited"),
        choices=[("", gettext_lazy("Please choose")), *OrderPause.Cause.choices],
    )
    reason = long_text(
        gettext_lazy("What exactly, and from whom"),
        rows=3,
        most=500,
        help_text=gettext_lazy("No names and no numbers, please: it stays in the history."),
    )


class ProgressForm(VerbForm):
    text = long_text(
        gettext_lazy("Progress since the last report"),
        rows=5,
        most=2000,
        help_text=gettext_lazy("What was done, what stands in the way, what comes next."),
    )


class FeedbackForm(VerbForm):
    result = long_text(gettext_lazy("Result"), rows=5, help_text=gettext_lazy("What was found out, done and agreed."))
    recovered = MoneyField(label=gettext_lazy("Amount obtained for the worker (yuan)"), required=False)
    papers = AttachmentsField(label=gettext_lazy("Evidence"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why before the dispute case has ended"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def prepare(self) -> None:
        self.open_case = self.file.case if self.file.case and self.file.case.state in RUNNING else None
        if self.open_case is None:
            self.fields["reason"].widget = forms.HiddenInput()
        if paid := self.paid:
            words = _("Payments of %(amount)s yuan are recorded on the case and counted there. Leave this empty.")
            self.fields["recovered"].help_text = words % {"amount": money(paid)}

    @cached_property
    def paid(self) -> Decimal:
        """What the cases of this order hold: a payment is counted once, at its deepest source."""
        links = self.file.call.case_links.open().values("case")
        cases = DisputeCase.objects.filter(Q(pk=self.file.case_id) | Q(pk__in=links))
        return cases.aggregate(sum=Sum("amount_paid"))["sum"] or Decimal(0)

    def clean_recovered(self) -> Decimal | None:
        amount: Decimal | None = self.cleaned_data["recovered"]
        if amount and self.paid:
            raise forms.ValidationError(_("The payments are recorded on the case; here they would be counted twice."))
        return amount

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if self.open_case and not typed.get("reason"):
            words = _("Case %(case)s has no outcome yet. Please say why the result is reported before it.")
            self.add_error("reason", words % {"case": self.open_case})
        return typed
