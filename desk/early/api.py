"""The same for systems: what an officer was warned of, marking it as read, and how early warnings come."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from casework.bodies import checked, serializer_of, typed_in
from casework.early.choice import choose_warning, see_warnings
from casework.early.window import days_ahead
from desk.early.box import standing
from desk.early.forms import WarningForm
from organizations.http import officer_of
from organizations.models import EarlyWarning


class EarlyWarningSerializer(serializers.ModelSerializer[EarlyWarning]):
    class Meta:
        model = EarlyWarning
        fields = ("id", "number", "about", "url", "due_on", "told_at")
        read_only_fields = fields


class WarningChoiceSerializer(serializers.Serializer[Any]):
    days = serializers.IntegerField(help_text="Working days ahead that count now; 0: no early warning.")


class EarlyWarningViewSet(mixins.ListModelMixin, viewsets.GenericViewSet[EarlyWarning]):
    """Deadlines that came near, told once each: those not read yet whose files are still the officer's."""

    serializer_class = EarlyWarningSerializer

    def get_queryset(self) -> QuerySet[EarlyWarning]:
        officer = officer_of(self.request)
        told = [row.pk for row in standing(officer, timezone.localdate())]
        return EarlyWarning.objects.visible_to(officer).filter(pk__in=told)

    @extend_schema(request=None, responses={204: None})
    @action(detail=False, methods=["post"])
    def seen(self, request: Request) -> Response:
        """All of them have been read."""
        see_warnings(by=officer_of(request), at=timezone.now())
        return Response(status=204)

    @extend_schema(request=serializer_of(WarningForm), responses=WarningChoiceSerializer)
    @action(detail=False, methods=["post"])
    def choose(self, request: Request) -> Response:
        """How many working days ahead: 0 to 10, or "" for what is usual at the place."""
        officer, now = officer_of(request), timezone.now()
        form, _version = typed_in(request, WarningForm, officer=officer, at=now)
        choose_warning(checked(form)["days"], by=officer, at=now)
        return Response(WarningChoiceSerializer({"days": days_ahead(officer, timezone.localdate(now))}).data)
