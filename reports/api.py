"""Figures for systems."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from reports.definitions import VERSION
from reports.forms import BY, QuestionForm
from reports.indicators import Value
from reports.models import RollupDifference
from reports.question import READERS, floor_of
from reports.rates import Rate
from reports.report import Row, definitions_of, report

VALUES = (
    "By the codes of the definitions: counts as numbers, amounts in yuan as strings, rates in percent as strings with "
    "two decimals, null without denominator."
)
DETAILS = "What each rate of the values rests on: numerator, denominator and its 95 % interval after Wilson."


class DefinitionSerializer(serializers.Serializer[Any]):
    label = serializers.CharField()  # type: ignore[assignment]  # a name every serializer has for itself
    formula = serializers.CharField()
    unit = serializers.CharField()


class DetailSerializer(serializers.Serializer[Any]):
    numerator = serializers.JSONField(help_text="A number of cases or persons, or yuan as a string.")
    denominator = serializers.JSONField()
    interval = serializers.ListField(child=serializers.CharField(), allow_null=True)


class RowSerializer(serializers.Serializer[Any]):
    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a name every serializer has for itself
    values = serializers.DictField(help_text=VALUES)
    details = serializers.DictField(child=DetailSerializer(), help_text=DETAILS)


class ReportSerializer(serializers.Serializer[Any]):
    as_of = serializers.DateTimeField(help_text="The figures agree with the files as they were at this instant.")
    running = serializers.BooleanField(help_text="The period is not over; counted is what was due or done by today.")
    small_number_floor = serializers.IntegerField(help_text="Rates of fewer than this say little.")
    differences = serializers.IntegerField(help_text="Counts the nightly comparison found wrong; 0 as it should be.")
    version = serializers.CharField()
    definitions = serializers.DictField(child=DefinitionSerializer())
    rows = RowSerializer(many=True)
    total = RowSerializer()


PARAMETERS = [
    OpenApiParameter("organization", str, description="Division code or number; the own organisation when left out."),
    OpenApiParameter("from", str, required=True, description="First day of the period, YYYY-MM-DD."),
    OpenApiParameter("to", str, required=True, description="Last day of the period, YYYY-MM-DD."),
    OpenApiParameter("by", str, enum=[code for code, _label in BY], description="Breakdown; one row when left out."),
]


class IndicatorsView(APIView):
    @extend_schema(parameters=PARAMETERS, responses=ReportSerializer)
    def get(self, request: Request) -> Response:
        """The figures of a period, each with its definition."""
        officer = request._request.officer  # type: ignore[attr-defined]
        if officer.duty not in READERS:
            raise PermissionDenied
        form = QuestionForm(request.query_params, officer=officer, today=timezone.localdate())
        if not form.is_valid():
            raise serializers.ValidationError({name: list(map(str, found)) for name, found in form.errors.items()})
        question, as_of = form.question(), timezone.localtime()
        found = report(question)
        return Response(
            {
                "as_of": as_of.isoformat(timespec="seconds"),
                "running": question.is_running,
                "small_number_floor": floor_of(question),
                "differences": RollupDifference.objects.visible_to(officer).open().count(),
                "version": VERSION,
                "definitions": definitions_of(question),
                "rows": [row_data(row) for row in found.rows],
                "total": row_data(found.total),
            }
        )


def row_data(row: Row) -> dict[str, Any]:
    rates = {code: value for code, value in row.values.items() if isinstance(value, Rate)}
    return {
        "key": row.key,
        "label": row.label,
        "values": {code: plain(value) for code, value in row.values.items()},
        "details": {code: detail(rate) for code, rate in rates.items()},
    }


def plain(value: Value) -> int | str | None:
    """Counts as numbers; amounts, averages and rates as strings with two decimals."""
    return number(value.value if isinstance(value, Rate) else value)


def detail(rate: Rate) -> dict[str, Any]:
    """What a rate rests on. Shares of yuan have no interval."""
    return {
        "numerator": number(rate.numerator),
        "denominator": number(rate.denominator),
        "interval": None if rate.interval is None else [str(end) for end in rate.interval],
    }


def number(value: int | Decimal | None) -> int | str | None:
    return f"{value:.2f}" if isinstance(value, Decimal) else value


VIEWS: list[tuple[str, Any, str]] = [("reports/indicators/", IndicatorsView, "indicators")]
