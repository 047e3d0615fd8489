"""What the lists can be narrowed by."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models import Counter
from organizations.models import Officer, UnionOrg
from supervision.kinds import KINDS
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.querysets import DocumentQuerySet, MatterQuerySet

ANY = [("", _("All"))]


class DocumentFilter(forms.Form):
    kind = forms.ChoiceField(
        label=_("Kind of document"), choices=[*ANY, *SupervisionDocument.Kind.choices], required=False
    )
    state = forms.ChoiceField(label=_("State"), choices=[*ANY, *SupervisionDocument.State.choices], required=False)
    occasion = forms.ChoiceField(
        label=_("Season or occasion"), choices=[*ANY, *SupervisionDocument.Occasion.choices], required=False
    )
    addressee = forms.CharField(label=_("Addressee"), max_length=50, required=False)

    def narrow(self, rows: DocumentQuerySet) -> DocumentQuerySet:
        """Values that are not possible narrow nothing."""
        self.full_clean()
        typed = self.cleaned_data
        for name in ("kind", "state", "occasion"):
            if typed.get(name):
                rows = rows.filter(**{name: typed[name]})
        return rows.addressed_to(typed["addressee"]) if typed.get("addressee") else rows


class RegisterFilter(forms.Form):
    """One series: a union, a kind of document and a year; at first the officer's own union and this year."""

    org = forms.ModelChoiceField(UnionOrg.objects.none(), label=_("Union"), required=False, empty_label=None)
    kind = forms.ChoiceField(label=_("Kind of document"), choices=SupervisionDocument.Kind.choices, required=False)
    year = forms.TypedChoiceField(label=_("Year"), coerce=int, required=False)

    def __init__(self, data: Any, *, officer: Officer, today: date) -> None:
        self.officer, self.today = officer, today
        usual = {"org": officer.org_id, "kind": SupervisionDocument.Kind.REMINDER_LETTER.value, "year": today.year}
        super().__init__({**usual, **data.dict()})
        orgs, year = self.fields["org"], self.fields["year"]
        assert isinstance(orgs, forms.ModelChoiceField)
        assert isinstance(year, forms.ChoiceField)
        taken = Counter.objects.filter(series__in=KINDS, org__path__startswith=officer.path)
        below = UnionOrg.objects.visible_to(officer)
        orgs.queryset = below.filter(Q(pk=officer.org_id) | Q(pk__in=taken.values("org")))
        year.choices = [(n, n) for n in sorted({today.year, *taken.values_list("year", flat=True)}, reverse=True)]

    def chosen(self) -> tuple[UnionOrg, str, int]:
        """Values that are not possible choose what stands there at first."""
        self.full_clean()
        typed = self.cleaned_data
        kind = typed.get("kind") or SupervisionDocument.Kind.REMINDER_LETTER.value
        org = typed.get("org") or self.officer.org
        assert org
        return org, kind, typed.get("year") or self.today.year


class MatterFilter(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=[*ANY, *SupervisionMatter.State.choices], required=False)
    employer = forms.CharField(label=_("Employer"), max_length=50, required=False)
    show = forms.ChoiceField(
        label=_("Waits for"),
        choices=[*ANY, ("decide", _("Decision on the complaint")), ("asked", _("Recommendation asked for"))],
        required=False,
    )

    def narrow(self, rows: MatterQuerySet) -> MatterQuerySet:
        """Values that are not possible narrow nothing."""
        self.full_clean()
        typed = self.cleaned_data
        if typed.get("state"):
            rows = rows.filter(state=typed["state"])
        if typed.get("show"):
            rows = rows.asked() if typed["show"] == "asked" else rows.to_decide()
        return rows.filter(employer__name__icontains=typed["employer"]) if typed.get("employer") else rows
