"""Forms that decide on a complaint, keep an interest on record, and list evidence."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField
from casework.forms import ReasonForm, VerbForm
from disputes.forms.fields import ColleaguesField
from organizations.models import Officer
from supervision.forms.matters import long_text, supervisors_near
from supervision.models import MatterEvidence, MatterRecusal, SupervisionMatter
from supervision.querysets import READERS

CHOOSE = ("", gettext_lazy("Please choose"))


class AcceptForm(VerbForm):
    note = forms.CharField(
        label=gettext_lazy("Remark"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class DeclineForm(VerbForm):
    decline_ground = forms.ChoiceField(
        label=gettext_lazy("Why it is not accepted"), choices=[CHOOSE, *SupervisionMatter.DeclineGround.choices]
    )
    reason = long_text(
        gettext_lazy("Reason"),
        rows=3,
        help_text=gettext_lazy("As it will be written to the worker, without names."),
    )


class NoticeForm(VerbForm):
    notified_on = DayField(label=gettext_lazy("Notice given on"))
    papers = AttachmentsField(
        label=gettext_lazy("Written notice"),
        help_text=gettext_lazy("As it was handed over. The notice to print is among the papers of the matter."),
    )

    def clean(self) -> dict[str, Any]:
        self.not_before("notified_on", self.file and self.file.received_on, _("the day of registration"))
        return self.cleaned_data


class InterestForm(VerbForm):
    """Who withdraws: oneself, or a colleague whom the committee asks to."""

    person = forms.ModelChoiceField(Officer.objects.none(), label=gettext_lazy("Who withdraws"))
    interest = forms.ChoiceField(label=gettext_lazy("Interest"), choices=[CHOOSE, *MatterRecusal.Interest.choices])

    def prepare(self) -> None:
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        near = supervisors_near(self.officer.org, self.today).values("pk")
        own = Officer.objects.serving(self.today).filter(org=self.officer.org).values("pk")
        people = Officer.objects.filter(pk__in=near.union(own)).select_related("user", "org")
        field.queryset = people.order_by("-org__path", "pk")
        self.initial.setdefault("person", self.officer.pk)


class EvidenceForm(VerbForm):
    name = forms.CharField(
        label=gettext_lazy("Name of the evidence"),
        max_length=150,
        help_text=gettext_lazy("As it will be printed. No names of workers, please."),
    )
    form = forms.ChoiceField(label=gettext_lazy("Form"), choices=MatterEvidence.Form.choices)
    origin = forms.CharField(label=gettext_lazy("Where it comes from"), max_length=100)
    proves = forms.CharField(label=gettext_lazy("What it proves"), max_length=300)
    pages = forms.IntegerField(
        label=gettext_lazy("Pages"),
        min_value=1,
        max_value=10_000,
        required=False,
        help_text=gettext_lazy("Without a number: those of the papers."),
    )
    papers = AttachmentsField(label=gettext_lazy("Papers"), required=False)


class RestrictForm(ReasonForm):
    officers = ColleaguesField(
        Officer.objects.none(),
        label=gettext_lazy("Officers who may know of the matter"),
        required=False,
        help_text=gettext_lazy("You yourself always may. It holds for the matter and for its documents."),
    )
    field_order = ["officers", "reason"]

    def prepare(self) -> None:
        field = self.fields["officers"]
        assert isinstance(field, ColleaguesField)
        if self.file is not None:
            serving = Officer.objects.serving(self.today).filter(org=self.file.org, duty__in=READERS)
            field.queryset = serving.exclude(pk=self.officer.pk).select_related("user", "org").order_by("duty", "pk")
