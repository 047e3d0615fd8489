"""What systems may ask and do here: the register of employers."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from casework.api import IDEMPOTENCY_KEY
from casework.bodies import checked, serializer_of, typed_in
from casework.employers import KEEPERS, enter, insist_on
from casework.forms import ReasonForm
from casework.models import Employer
from casework.safekeeping import answer_once
from desk.early.api import EarlyWarningViewSet
from desk.employers import listed
from desk.forms import CorrectForm, EmployerForm, MergeForm, SearchForm
from desk.register_verbs import VERBS, take
from desk.sightings import suggestions
from organizations.http import officer_of
from organizations.models import Officer

QUERY = OpenApiParameter("q", str, description="Name, pinyin, initials, or the beginning of the credit code.")


class EmployerSerializer(serializers.ModelSerializer[Employer]):
    phone = serializers.CharField(source="masked_phone", read_only=True)
    legal_representative = serializers.CharField(source="masked_representative", read_only=True)
    url = serializers.CharField(source="get_absolute_url", read_only=True)

    class Meta:
        model = Employer
        fields = (
            "id",
            "name",
            "uscc",
            "region",
            "address",
            "phone",
            "legal_representative",
            "merged_into",
            "version",
            "url",
        )
        read_only_fields = fields


class EmployerPageSerializer(EmployerSerializer):
    """One entry also says all the names and projects of those joined to it."""

    names = serializers.SerializerMethodField()
    projects = serializers.SerializerMethodField()

    class Meta:
        model = Employer
        fields = (*EmployerSerializer.Meta.fields, "names", "projects")
        read_only_fields = fields

    def get_names(self, employer: Employer) -> list[str]:
        return employer.known_names()

    def get_projects(self, employer: Employer) -> list[str]:
        return employer.known_projects()


class SuggestionSerializer(serializers.Serializer[Any]):
    """An entry that may be meant, and how many files about it are under way."""

    id = serializers.IntegerField(source="pk")
    name = serializers.CharField()
    uscc = serializers.CharField()
    division = serializers.CharField()
    spelled = serializers.CharField()
    under_way = serializers.IntegerField()


class EmployerViewSet(viewsets.ReadOnlyModelViewSet[Employer]):
    """Employers of the officer's province; `?q=` gives the entries nearest to a text, `?text=` is the same."""

    serializer_class = EmployerSerializer
    lookup_value_converter = "int"

    @property
    def officer(self) -> Officer:
        return officer_of(self.request)

    def get_serializer_class(self) -> Any:
        return EmployerSerializer if self.action in {"list", "create"} else EmployerPageSerializer

    def get_queryset(self) -> QuerySet[Employer]:
        if self.action != "list":
            return Employer.objects.visible_to(self.officer).for_list()
        given = self.request.query_params
        return listed(self.officer, (given.get("q") or given.get("text") or "")[:100])

    @extend_schema(parameters=[QUERY])
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The register, newest entries first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        request=serializer_of(EmployerForm), responses={201: EmployerSerializer}, parameters=[IDEMPOTENCY_KEY]
    )
    def create(self, request: Request) -> Response:
        """Enter an employer. A credit code that is in the register already is refused."""
        return answer_once(request, self.enter)

    def enter(self) -> Response:
        now = timezone.now()
        insist_on(KEEPERS, self.officer)
        form, _version = typed_in(self.request, EmployerForm, officer=self.officer, at=now)
        employer = enter(by=self.officer, at=now, **checked(form))
        return Response(self.get_serializer(employer).data, status=status.HTTP_201_CREATED)

    @extend_schema(request=serializer_of(SearchForm), responses=SuggestionSerializer(many=True))
    @action(detail=False, methods=["post"])
    def suggestions(self, request: Request) -> Response:
        """At most eight entries nearest to what is typed so far. By POST, as a telephone may be typed."""
        form, _version = typed_in(request, SearchForm, officer=self.officer, at=timezone.now())
        found = suggestions(self.officer, checked(form)["text"])
        rows = [{**vars(proposal), "pk": proposal.pk, "under_way": count} for proposal, count in found]
        return Response(SuggestionSerializer(rows, many=True).data)

    @extend_schema(request=serializer_of(CorrectForm), responses=EmployerPageSerializer)
    @action(detail=True, methods=["post"])
    def correct(self, request: Request, pk: int) -> Response:
        """Put the entry right, with a reason. A name that is replaced stays as a former one."""
        return self.take("correct")

    @extend_schema(request=serializer_of(MergeForm), responses=EmployerPageSerializer)
    @action(detail=True, methods=["post"])
    def merge(self, request: Request, pk: int) -> Response:
        """Join the entry to another one, with a reason. Two credit codes are two employers: 409."""
        return self.take("merge")

    @extend_schema(request=serializer_of(ReasonForm), responses=EmployerPageSerializer)
    @action(detail=True, methods=["post"])
    def split(self, request: Request, pk: int) -> Response:
        """Undo the last join of the entry, with a reason."""
        return self.take("split")

    def take(self, name: str) -> Response:
        employer, now, chosen = self.get_object(), timezone.now(), VERBS[name]
        insist_on(chosen.duties, self.officer)
        form, version = typed_in(self.request, chosen.form, officer=self.officer, file=employer, at=now)
        done = take(chosen, employer, by=self.officer, at=now, version=version, **checked(form))
        return Response(self.get_serializer(done).data)


ROUTES: list[tuple[str, type[Any]]] = [("employers", EmployerViewSet), ("early-warnings", EarlyWarningViewSet)]
