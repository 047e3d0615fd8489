"""The papers of the case file, its archive and the end of its term."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.deadlines import policy
from casework.fields import DayField
from casework.forms import PapersForm
from disputes.dossier.completeness import gaps
from disputes.models import DisputeAttachment
from disputes.models.choices import Place, RetentionClass
from organizations.models import Officer

from .fields import ColleagueField
from .parts import CaseForm, long_text

LATER = [("", _("Not placed yet")), *Place.choices]


class AttachForm(PapersForm):
    place = forms.ChoiceField(label=_("Place in the case file"), choices=LATER, required=False)


class PaperField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: DisputeAttachment) -> str:
        return f"{obj.title} · {obj.get_place_display()}" if obj.place else str(obj.title)


class ClassifyForm(CaseForm):
    paper = PaperField(DisputeAttachment.objects.none(), label=_("Paper"), empty_label=_("Please choose"))
    place = forms.ChoiceField(label=_("Place in the case file"), choices=Place.choices)
    counted_pages = forms.IntegerField(
        label=_("Pages"),
        min_value=1,
        max_value=9999,
        required=False,
        help_text=_("Only where the system cannot count them, as for Word files and recordings on paper."),
    )

    def prepare(self) -> None:
        field = self.fields["paper"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = self.file.attachments.order_by("place", "pk")
        first = self.file.attachments.filter(place="").order_by("pk").first()
        if first and "paper" not in self.initial:
            self.initial["paper"] = first.pk


class GapForm(CaseForm):
    place = forms.ChoiceField(label=_("Paper that is missing"), choices=Place.choices)
    reason = long_text(_("Why there is none"), rows=2, most=200)

    def prepare(self) -> None:
        """Only what is missing in this very file."""
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        if self.file:
            field.choices = [(gap.place.value, gap.place.label) for gap in gaps(self.file, self.today)]


class ArchiveForm(CaseForm):
    after = {"archived_on": "closed_out_on"}
    archived_on = DayField(label=_("Archived on"))
    retention_class = forms.ChoiceField(
        label=_("Retention class"),
        choices=[("", _("As follows from the case")), *RetentionClass.choices],
        required=False,
        help_text=_("A judicially confirmed agreement is kept as long as a group case."),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        chosen = typed.get("retention_class")
        years = policy("retention_years", self.file, self.today)
        least = years["group_case" if self.file.is_group else "case"]
        if chosen and years[chosen] < least:
            words = gettext("This case is kept for at least %(years)d years.") % {"years": least}
            self.add_error("retention_class", words)
        return typed


class KeepLongerForm(CaseForm):
    kept_until = DayField(label=_("Keep until"), may_be_future=True)
    reason = long_text(_("Reason"))

    def clean(self) -> dict[str, Any]:
        self.not_before("kept_until", max(self.today, self.file.kept_until or self.today), gettext("the present term"))
        return self.cleaned_data


class DestroyForm(CaseForm):
    first_witness = ColleagueField(Officer.objects.none(), label=_("First witness"), empty_label=_("Please choose"))
    second_witness = ColleagueField(Officer.objects.none(), label=_("Second witness"), empty_label=_("Please choose"))

    def prepare(self) -> None:
        for name in ("first_witness", "second_witness"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = self.possible()

    def possible(self) -> QuerySet[Officer]:
        """Officers of the handling organisation, but not the archivist in any duty."""
        if self.file is None:
            return Officer.objects.none()
        own = Officer.objects.serving(self.today).filter(org=self.file.org)
        return own.exclude(user=self.officer.user).select_related("user").order_by("user__display_name", "pk")

    def clean(self) -> dict[str, Any]:
        first, second = self.cleaned_data.get("first_witness"), self.cleaned_data.get("second_witness")
        if first and second and first.user_id == second.user_id:
            self.add_error("second_witness", gettext("Two different persons must be witnesses."))
        return self.cleaned_data
