"""What the lists can be narrowed by."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.querysets import DocumentQuerySet, MatterQuerySet

ANY = [("", _("All"))]


class DocumentFilter(forms.Form):
    kind = forms.ChoiceField(
        label=_("Kind of document"), choices=[*ANY, *SupervisionDocument.Kind.choices], required=False
    )
    state = forms.ChoiceField(label=_("State"), choices=[*ANY, *SupervisionDocument.State.choices], required=False)
    addressee = forms.CharField(label=_("Addressee"), max_length=50, required=False)

    def narrow(self, rows: DocumentQuerySet) -> DocumentQuerySet:
        """Values that are not possible narrow nothing."""
        self.full_clean()
        typed = self.cleaned_data
        for name in ("kind", "state"):
            if typed.get(name):
                rows = rows.filter(**{name: typed[name]})
        return rows.addressed_to(typed["addressee"]) if typed.get("addressee") else rows


class MatterFilter(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=[*ANY, *SupervisionMatter.State.choices], required=False)
    employer = forms.CharField(label=_("Employer"), max_length=50, required=False)

    def narrow(self, rows: MatterQuerySet) -> MatterQuerySet:
        """Values that are not possible narrow nothing."""
        self.full_clean()
        typed = self.cleaned_data
        if typed.get("state"):
            rows = rows.filter(state=typed["state"])
        return rows.filter(employer__name__icontains=typed["employer"]) if typed.get("employer") else rows
