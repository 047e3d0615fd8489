"""The reports a union files as systems read and advance them, with the frozen numbers."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from casework.api import FileSerializer, FileViewSet
from reports.models import Filing, Snapshot
from reports.verbs import FILING_VERBS


class SnapshotSerializer(serializers.ModelSerializer[Any]):
    """The numbers as they were frozen. Rates are `{"n", "d", "value"}`, amounts strings in yuan."""

    class Meta:
        model = Snapshot
        fields = ("revision", "counted_at", "definitions", "checksum", "content", "texts", "adjustment_reason")


class FilingSerializer(FileSerializer):
    ONE_ONLY = ("snapshot",)
    kind_label = serializers.CharField(source="get_kind_display", read_only=True)
    snapshot = SnapshotSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Filing
        fields = (
            *FileSerializer.FIELDS,
            "kind",
            "kind_label",
            "first_on",
            "last_on",
            "signed_on",
            "sent_on",
            "snapshot",
        )


class FilingViewSet(FileViewSet):
    """Reports open by themselves when their period is over; their steps may come from a system."""

    model = Filing
    verbs = FILING_VERBS
    serializer_class = FilingSerializer


ROUTES: list[tuple[str, type[Any]]] = [("reports/snapshots", FilingViewSet)]
