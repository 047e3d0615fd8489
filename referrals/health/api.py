"""Whether referrals arrive, for the monitoring of a data centre."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from organizations.http import officer_of
from referrals.health.figures import DeliveryHealth, delivery_health, watches


class PartSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    alive = serializers.BooleanField(source="is_alive")
    seconds_silent = serializers.IntegerField(source="silent", allow_null=True)


class BalanceSerializer(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    accepted = serializers.IntegerField()
    delivered = serializers.IntegerField()
    pending = serializers.IntegerField()
    parked = serializers.IntegerField()
    cancelled = serializers.IntegerField()
    missing = serializers.IntegerField(help_text="Accepted less all others: nought, or something is wrong.")
    lag = serializers.IntegerField(help_text="Seconds by which the oldest message that could go is late.")


class LineSerializer(serializers.Serializer[Any]):
    authority = serializers.CharField()
    waiting = serializers.IntegerField()
    oldest = serializers.IntegerField(help_text="Seconds since the oldest of them was queued.")
    failures = serializers.IntegerField()
    broken = serializers.BooleanField(source="is_broken")


class DeliveryHealthSerializer(serializers.Serializer[Any]):
    well = serializers.BooleanField(source="is_well")
    alarms = serializers.ListField(child=serializers.CharField())
    parts = PartSerializer(many=True)
    balance = BalanceSerializer(allow_null=True)
    lines = LineSerializer(many=True)


class DeliveryHealthView(APIView):
    """Accepted = delivered + pending + parked + cancelled, as counted in the last minute; signs of life; lags."""

    @extend_schema(responses={200: DeliveryHealthSerializer, 503: DeliveryHealthSerializer})
    def get(self, request: Request) -> Response:
        """200 when all is well, 503 with the same content when somebody has to do something."""
        officer = officer_of(request)
        if not watches(officer):
            raise PermissionDenied
        return answer(delivery_health(officer))


def answer(health: DeliveryHealth) -> Response:
    return Response(DeliveryHealthSerializer(health).data, status=200 if health.is_well else 503)


VIEWS: list[tuple[str, type[APIView], str]] = [("health/delivery/", DeliveryHealthView, "delivery-health")]
