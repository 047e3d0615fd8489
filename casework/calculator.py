"""The calculator of periods: one form behind the page and the API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from casework.deadlines import foresee
from casework.fields import DayField
from casework.models import DeadlineRule
from casework.periods import AROUND_THE_CLOCK, Period
from organizations.http import officer_of
from organizations.models import Officer, Region, UnionOrg


@dataclass(frozen=True)
class Found:
    """A rule, the place whose calendar counts, and the period."""

    rule: DeadlineRule
    region: Region | None
    period: Period


class PeriodForm(forms.Form):
    """Which rule, from which day, by whose calendar."""

    rule = forms.ChoiceField(label=_("Period"))
    started_on = DayField(label=_("Day of the event"), may_be_future=True)
    region = forms.CharField(label=_("Place whose calendar counts"), required=False, max_length=9, widget=forms.Select)
    organization = forms.CharField(required=False, max_length=18, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, officer: Officer) -> None:
        super().__init__(data, initial={"region": officer.org.region_id if officer.org else ""})
        self.officer = officer
        rules = DeadlineRule.objects.exclude(unit__in=AROUND_THE_CLOCK).order_by("code", "-valid_from")
        self.fields["rule"].choices = list(dict(rules.values_list("code", "label")).items())  # type: ignore[attr-defined]
        self.fields["region"].widget.choices = [("", _("The whole country")), *places(officer)]

    def clean_region(self) -> Region | None:
        code = self.cleaned_data["region"].strip()
        region = Region.objects.visible_to(self.officer).filter(code=code).first()
        if code and region is None:
            raise forms.ValidationError(_("No division has this code."))
        return region

    def clean_organization(self) -> UnionOrg | None:
        """By division code, which is the federation there, or by number."""
        name = self.cleaned_data["organization"].strip()
        org = UnionOrg.objects.visible_to(self.officer).named(name) if name else None
        if name and org is None:
            raise forms.ValidationError(_("No organisation has this number."))
        return org

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not self.errors:
            code, day, region = typed["rule"], typed["started_on"], self.place(typed)
            try:
                rule, counted = foresee(region, code, day)
                self.found = Found(rule, region, counted)
            except DeadlineRule.DoesNotExist:
                self.add_error("started_on", _("The rule was not in force on this day."))
            except OverflowError:
                self.add_error("started_on", _("Please check the year."))
        return typed

    def place(self, typed: dict[str, Any]) -> Region | None:
        """The place that was chosen; else that of the organisation whose file led here."""
        region: Region | None = typed.get("region")
        org: UnionOrg | None = typed.get("organization")
        return region or (org.region if org else None)

    def result(self) -> Found:
        return self.found


def places(officer: Officer) -> list[tuple[str, str]]:
    """Code and name of every division of the own province, counties with their prefecture."""
    region = officer.org.region if officer.org else officer.authority and officer.authority.region
    rows = Region.objects.visible_to(officer).filter(code__startswith=region.code[:2] if region else "")
    named = [(row, row.parent) for row in rows.select_related("parent").order_by("code")]
    return [(row.code, f"{above} {row}" if above and above.parent_id else str(row)) for row, above in named]


class DaySerializer(serializers.Serializer[Any]):
    date = serializers.DateField()
    counted = serializers.BooleanField()
    why = serializers.CharField()
    name = serializers.CharField()


class PreviewSerializer(serializers.Serializer[Any]):
    due_on = serializers.DateField()
    provisional = serializers.BooleanField()
    basis = serializers.CharField()
    later_if_regional = serializers.DateField(allow_null=True)
    days = DaySerializer(many=True)


class PreviewView(APIView):
    """What the last day of a period would be, and why."""

    @extend_schema(
        parameters=[
            OpenApiParameter("rule", str, required=True),
            OpenApiParameter("started_on", str, required=True, description="YYYY-MM-DD"),
            OpenApiParameter("region", str),
            OpenApiParameter("organization", str, description="Division code or number."),
        ],
        responses=PreviewSerializer,
    )
    def get(self, request: Request) -> Response:
        form = PeriodForm(request.query_params, officer=officer_of(request))
        if not form.is_valid():
            raise serializers.ValidationError({name: list(map(str, words)) for name, words in form.errors.items()})
        found = form.result()
        answer = {**vars(found.period), "basis": found.rule.basis}
        return Response(PreviewSerializer(answer).data)
