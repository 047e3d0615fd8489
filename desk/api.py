"""What systems may ask and do here: the register of employers."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status, viewsets
from rest_framework.request import Request
from rest_framework.response import Response

from casework.api import IDEMPOTENCY_KEY
from casework.bodies import checked, serializer_of, typed_in
from casework.models import Employer
from casework.safekeeping import answer_once
from desk.actions import register_employer
from desk.employers import matching
from desk.forms import EmployerForm
from organizations.http import officer_of
from organizations.models import Officer


class EmployerSerializer(serializers.ModelSerializer[Employer]):
    phone = serializers.CharField(source="masked_phone", read_only=True)
    legal_representative = serializers.CharField(source="masked_representative", read_only=True)

    class Meta:
        model = Employer
        fields = ("id", "name", "uscc", "region", "address", "phone", "legal_representative")
        read_only_fields = fields


class EmployerViewSet(viewsets.ReadOnlyModelViewSet[Employer]):
    """Employers of the officer's province; `?text=` is part of a name or the beginning of a credit code."""

    serializer_class = EmployerSerializer
    lookup_value_converter = "int"

    @property
    def officer(self) -> Officer:
        return officer_of(self.request)

    def get_queryset(self) -> QuerySet[Employer]:
        rows = Employer.objects.visible_to(self.officer).for_list()
        text = self.request.query_params.get("text", "").strip()[:100]
        return rows.filter(matching(text)) if text else rows

    @extend_schema(
        request=serializer_of(EmployerForm), responses={201: EmployerSerializer}, parameters=[IDEMPOTENCY_KEY]
    )
    def create(self, request: Request) -> Response:
        """Enter an employer. A credit code that is in the register already is refused."""
        return answer_once(request, self.enter)

    def enter(self) -> Response:
        now = timezone.now()
        form, _version = typed_in(self.request, EmployerForm, officer=self.officer, at=now)
        employer = register_employer(by=self.officer, at=now, **checked(form))
        return Response(self.get_serializer(employer).data, status=status.HTTP_201_CREATED)


ROUTES: list[tuple[str, type[Any]]] = [("employers", EmployerViewSet)]
