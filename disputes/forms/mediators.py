"""Who mediates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.deadlines import policy
from casework.fields import DayField
from disputes.mediators import Candidate, candidates, mediators_for
from disputes.models import DisputeCase, Recusal
from disputes.models.choices import ChosenBy
from organizations.models import Officer

from .fields import OfficerField, OfficersField, offer
from .parts import CaseForm, long_text


class AssignForm(CaseForm):
    """The ranking stands beside it; who does not follow it says why, unless both parties chose."""

    after = {"assigned_on": "accepted_on"}
    mediator = OfficerField(
        Officer.objects.none(), label=gettext_lazy("Mediator"), empty_label=gettext_lazy("Please choose")
    )
    assigned_on = DayField(label=gettext_lazy("Assigned on"))
    chosen_by = forms.ChoiceField(label=gettext_lazy("Chosen by"), choices=ChosenBy.choices, required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why not the one suggested"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Needed when another mediator than the one suggested is named."),
    )
    grave = forms.BooleanField(
        label=gettext_lazy("Grave or complex case: at least two mediators"),
        required=False,
    )
    others = OfficersField(
        Officer.objects.none(), label=gettext_lazy("Mediators beside the one who presides"), required=False
    )

    def prepare(self) -> None:
        rows = mediators_for(self.file, self.today)
        offer(self, "mediator", rows, only_one=False)
        offer(self, "others", rows, only_one=False)

    @cached_property
    def candidates(self) -> list[Candidate]:
        return candidates(self.file, self.today)

    @property
    def looks_grave(self) -> bool:
        """A hint by size alone; the officer decides."""
        bounds = policy("grave_case_thresholds", self.file, self.today)
        return bool(self.file.worker_count >= bounds["workers"] or self.file.amount_claimed >= bounds["yuan"])

    @property
    def older(self) -> int:
        """Cases of the organisation accepted earlier that still wait for a mediator: the oldest comes first."""
        waiting = DisputeCase.objects.visible_to(self.officer).filter(state="accepted", org=self.file.org)
        return waiting.filter(accepted_on__lt=self.file.accepted_on).count()

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        typed["chosen_by"] = typed.get("chosen_by") or ChosenBy.ORGANISATION
        mediator = typed.get("mediator")
        if mediator and typed["chosen_by"] == ChosenBy.ORGANISATION and not typed.get("reason"):
            self.ask_for_reason(mediator)
        return typed

    def ask_for_reason(self, mediator: Officer) -> None:
        chosen = next((c for c in self.candidates if c.officer == mediator), None)
        best = next((c.officer.name for c in self.candidates if c.suggested), "")
        if chosen and best and chosen.needs_reason and not chosen.standing.barred:
            words = _("“%(name)s” is suggested. Please say why another mediator is named.")
            self.add_error("reason", words % {"name": best})


class ConfirmForm(CaseForm):
    after = {"confirmed_on": "assigned_on"}
    confirmed_on = DayField(label=gettext_lazy("Confirmed on"))
    disclosure = long_text(
        gettext_lazy("What might raise doubt about fairness"),
        help_text=gettext_lazy(
            "Any tie to a party or its representative, or to the outcome. “None” when there is none."
        ),
    )


class RecuseForm(CaseForm):
    record = "recusals"
    after = {"decided_on": "accepted_on"}
    ground = forms.ChoiceField(label=gettext_lazy("Ground"), choices=Recusal.Ground.choices)
    asked_by = forms.ChoiceField(label=gettext_lazy("Asked by"), choices=Recusal.AskedBy.choices)
    decided_on = DayField(label=gettext_lazy("Decided on"))


class KeepForm(RecuseForm):
    decision = forms.ChoiceField(
        label=gettext_lazy("Decision on the recusal"),
        choices=[row for row in Recusal.Decision.choices if row[0] != Recusal.Decision.GRANTED],
    )
