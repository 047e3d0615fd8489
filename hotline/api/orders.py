"""Work orders for systems."""

from __future__ import annotations

from rest_framework import serializers

from casework.api import FileSerializer, FileViewSet
from hotline.models import WorkOrder
from hotline.verbs import ORDER_VERBS


class OrderSerializer(FileSerializer):
    ONE_ONLY = ("dispatch_basis",)
    dispatch_basis = serializers.CharField(read_only=True)

    class Meta:
        model = WorkOrder
        fields = (
            *FileSerializer.FIELDS,
            "call",
            "time_class",
            "urgent",
            "due_at",
            "yellow_for",
            "chased_on",
            "pressed_at",
            "press_cause",
            "dispatched_to",
            "dispatch_basis",
            "handler",
            "returns",
            "send_backs",
            "redos",
            "dispatched_on",
            "signed_on",
            "contacted_on",
            "result",
            "recovered",
            "fed_back_at",
            "called_back_on",
            "reached",
            "satisfaction",
            "attitude",
            "closed_on",
            "case",
            "matter",
            "merged_into",
        )


class WorkOrderViewSet(FileViewSet):
    model = WorkOrder
    verbs = ORDER_VERBS
    serializer_class = OrderSerializer
