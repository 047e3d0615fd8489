"""The ways after an agreement as systems read and advance them."""

from __future__ import annotations

from rest_framework import serializers

from casework.api import FileSerializer, FileViewSet
from disputes.models import (
    PostAgreementRoute,
)
from disputes.verbs import ROUTE_VERBS


class RouteSerializer(FileSerializer):
    """A way after an agreement."""

    kind_label = serializers.CharField(source="get_kind_display", read_only=True)

    class Meta:
        model = PostAgreementRoute
        fields = (
            *FileSerializer.FIELDS,
            "case",
            "kind",
            "kind_label",
            "body",
            "external_no",
            "filed_on",
            "docketed_on",
            "issued_on",
            "served_on",
            "ended_on",
            "result",
        )


class RouteViewSet(FileViewSet):
    """The ways after agreements; one is opened by `open_route` of its case."""

    model = PostAgreementRoute
    verbs = ROUTE_VERBS
    serializer_class = RouteSerializer
