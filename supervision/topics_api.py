"""The checklist of what a union may supervise, for systems."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers, viewsets

from organizations.http import officer_of
from supervision.models import SupervisionTopic


class TopicSerializer(serializers.ModelSerializer[SupervisionTopic]):
    class Meta:
        model = SupervisionTopic
        fields = ("code", "name", "valid_from", "valid_to")
        read_only_fields = fields


class TopicViewSet(viewsets.ReadOnlyModelViewSet[SupervisionTopic]):
    """The topics with the time in which each is in force: a matter names one by its code."""

    serializer_class = TopicSerializer
    ordering = ("code",)

    def get_queryset(self) -> Any:
        return SupervisionTopic.objects.visible_to(officer_of(self.request))
