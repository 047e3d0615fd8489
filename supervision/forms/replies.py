"""Forms for answers, their assessment and withdrawal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField
from casework.forms import ReasonForm, VerbForm
from supervision.forms.matters import long_text
from supervision.forms.money import money_rows
from supervision.models import Reply, SupervisionDocument

AUTHORITY_ONLY = {Reply.Stance.DOCKETED, Reply.Stance.NOT_DOCKETED}
EMPLOYER_STANCES = [(s.value, s.label) for s in Reply.Stance if s not in AUTHORITY_ONLY]
INADEQUATE = [SupervisionDocument.Fate.INADEQUATE, SupervisionDocument.Fate.REFUSED]
RESULTS = [
    SupervisionDocument.Outcome.CORRECTED,
    SupervisionDocument.Outcome.PENALISED,
    SupervisionDocument.Outcome.NO_BREACH,
    SupervisionDocument.Outcome.OUT_OF_SCOPE,
]


class AfterServiceForm(VerbForm):
    """Days that cannot lie before the document was served."""

    dated: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        for name in self.dated:
            self.not_before(name, self.file and self.file.served_on, _("the day of service"))
        return self.cleaned_data


class ReplyForm(AfterServiceForm):
    """A written answer. Late ones are typed in the same form."""

    dated = ("replied_on",)
    replied_on = DayField(label=gettext_lazy("Reply received on"))
    stance = forms.ChoiceField(label=gettext_lazy("Position"), choices=EMPLOYER_STANCES)
    summary = long_text(gettext_lazy("Content"), rows=4)
    papers = AttachmentsField(label=gettext_lazy("Written reply"))


class DocketForm(AfterServiceForm):
    dated = ("docketed_on",)
    docketed_on = DayField(label=gettext_lazy("Docketed on"))
    authority_case_no = forms.CharField(label=gettext_lazy("Case number of the authority"), max_length=60)
    papers = AttachmentsField(label=gettext_lazy("Papers"), required=False)


class DeclineDocketForm(AfterServiceForm):
    dated = ("replied_on",)
    replied_on = DayField(label=gettext_lazy("Reply received on"))
    reason = long_text(gettext_lazy("Reasons of the authority"), rows=4)
    papers = AttachmentsField(label=gettext_lazy("Written reasons"))


def draft_next() -> forms.BooleanField:
    return forms.BooleanField(
        label=gettext_lazy("Draft the next document at once, filled in from this one"), required=False
    )


class EscalateForm(VerbForm):
    note = forms.CharField(
        label=gettext_lazy("Remark"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    draft_next = draft_next()


class AcceptReplyForm(AfterServiceForm):
    dated = ("rectify_by",)
    rectify_by = DayField(
        label=gettext_lazy("To be corrected by"),
        may_be_future=True,
        required=False,
        help_text=gettext_lazy("Without a day: within the period usual for corrections."),
    )
    note = forms.CharField(
        label=gettext_lazy("Remark"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class RejectReplyForm(ReasonForm):
    fate = forms.ChoiceField(label=gettext_lazy("Assessment"), choices=[(f.value, f.label) for f in INADEQUATE])
    draft_next = draft_next()
    field_order = ["fate", "reason", "draft_next"]


class ResultForm(AfterServiceForm):
    dated = ("result_on",)
    outcome = forms.ChoiceField(label=gettext_lazy("Result"), choices=[(o.value, o.label) for o in RESULTS])
    result_on = DayField(label=gettext_lazy("Decided on"))
    summary = long_text(gettext_lazy("Content"), rows=4)
    papers = AttachmentsField(label=gettext_lazy("Papers"), required=False)
    recoveries = money_rows()


class WithdrawForm(ReasonForm):
    withdrawal_served_on = DayField(
        label=gettext_lazy("Withdrawal notice served on"),
        required=False,
        starts_today=False,
        help_text=gettext_lazy(
            "Needed when the document was served. The notice to print is among the papers of the document."
        ),
    )

    def clean(self) -> dict[str, Any]:
        self.not_before("withdrawal_served_on", self.file and self.file.served_on, _("the day of service"))
        return self.cleaned_data
