"""The lists people keep, and acts on many cases at once, as systems ask for them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import mixins, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from casework import worklists
from casework.api import IDEMPOTENCY_KEY
from casework.bodies import checked, serializer_of, typed_in
from casework.models import SavedView
from casework.safekeeping import answer_once
from disputes.actions import bulk
from disputes.columns import COLUMNS, KEEPERS, PAGE, columns_of
from disputes.forms import BulkRunForm, CaseFilter, ColumnsForm, ViewForm
from disputes.forms.lists import SHOW
from disputes.models import BulkItem, BulkRun
from disputes.workflow import WORKFLOW
from organizations.http import officer_of
from organizations.models import Officer

IN_HAND = "in_hand"  # what the page shows when nothing is chosen; a system that chooses nothing gets all cases
PARAMETERS = [
    OpenApiParameter("show", str, enum=[value or IN_HAND for value, _label in SHOW], description="All when left out."),
    *(
        OpenApiParameter(name, str, description=str(field.label))
        for name, field in CaseFilter.base_fields.items()
        if name != "show"
    ),
]


def filter_of(request: Request) -> CaseFilter:
    """The list of the page, by the same filters."""
    asked = request._request.GET.copy()
    asked.setdefault("show", "all")
    if asked["show"] == IN_HAND:
        asked["show"] = ""
    return CaseFilter(asked, officer=officer_of(request))


class SavedViewSerializer(serializers.ModelSerializer[SavedView]):
    """A list under a name; `query` narrows `cases/` when it is put behind its address."""

    owner_name = serializers.CharField(source="owner.name", read_only=True)

    class Meta:
        model = SavedView
        fields = ("id", "name", "query", "shared", "owner_name")
        read_only_fields = fields


class ListViewSet(viewsets.GenericViewSet[Any]):
    """What only those have who have a list of cases."""

    lookup_value_converter = "int"

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if self.officer.duty not in KEEPERS:
            raise PermissionDenied

    @property
    def officer(self) -> Officer:
        return officer_of(self.request)


class SavedViewViewSet(mixins.ListModelMixin, ListViewSet):
    """One's own views of the list of cases, and those colleagues share."""

    serializer_class = SavedViewSerializer

    def get_queryset(self) -> QuerySet[SavedView]:
        return SavedView.objects.visible_to(self.officer).of_page(PAGE)

    @extend_schema(request=serializer_of(ViewForm), responses={201: SavedViewSerializer}, parameters=[IDEMPOTENCY_KEY])
    def create(self, request: Request) -> Response:
        """Keep filters under a name. The same name again keeps the new ones."""
        return answer_once(request, self.keep)

    def keep(self) -> Response:
        form, _version = typed_in(self.request, ViewForm, officer=self.officer, at=timezone.now())
        view = worklists.save_view(self.officer, PAGE, **checked(form))
        return Response(SavedViewSerializer(view).data, status=HTTPStatus.CREATED)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, pk: int) -> Response:
        """Remove one's own view."""
        try:
            worklists.drop_view(self.officer, pk)
        except SavedView.DoesNotExist as error:
            raise Http404 from error
        return Response(status=HTTPStatus.NO_CONTENT)


class ColumnSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field named like an option
    shown = serializers.BooleanField()


class ColumnsViewSet(ListViewSet):
    """The columns of one's own list of cases."""

    serializer_class = ColumnSerializer
    pagination_class = None

    @extend_schema(responses=ColumnSerializer(many=True))
    def list(self, request: Request) -> Response:
        """Every column there is, in their order, and whether it is shown."""
        shown = columns_of(self.officer)
        rows = [{"name": c.name, "label": str(c.label), "shown": c in shown} for c in COLUMNS]
        return Response(ColumnSerializer(rows, many=True).data)

    @extend_schema(request=serializer_of(ColumnsForm), responses=ColumnSerializer(many=True))
    @action(detail=False, methods=["post"])
    def choose(self, request: Request) -> Response:
        """Show these columns from now on."""
        form, _version = typed_in(request, ColumnsForm, officer=self.officer, at=timezone.now())
        worklists.choose_columns(self.officer, PAGE, checked(form)["columns"])
        return self.list(request)


class BulkItemSerializer(serializers.ModelSerializer[BulkItem]):
    """`done` or the reasons why not."""

    number = serializers.CharField(source="case.number", read_only=True)
    done = serializers.BooleanField(source="is_done", read_only=True)
    reasons = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = BulkItem
        fields = ("case", "number", "done", "version", "reasons", "undone")
        read_only_fields = fields


class BulkRunSerializer(serializers.ModelSerializer[BulkRun]):
    items = BulkItemSerializer(many=True, read_only=True)

    class Meta:
        model = BulkRun
        fields = ("id", "verb", "mediator", "reason", "at", "undone_at", "items")
        read_only_fields = fields


class BulkRunViewSet(mixins.RetrieveModelMixin, ListViewSet):
    """One act on up to fifty cases: each by its own step, refusals listed beside what was done."""

    serializer_class = BulkRunSerializer

    def get_queryset(self) -> QuerySet[BulkRun]:
        return BulkRun.objects.visible_to(self.officer).prefetch_related("items__case")

    @extend_schema(request=serializer_of(BulkRunForm), responses={201: BulkRunSerializer}, parameters=[IDEMPOTENCY_KEY])
    def create(self, request: Request) -> Response:
        """Assign the cases to a mediator or release them, with one reason."""
        return answer_once(request, self.carry_out)

    def carry_out(self) -> Response:
        now = timezone.now()
        if self.officer.duty not in WORKFLOW.steps["assign"].duties:
            raise PermissionDenied
        form, _version = typed_in(self.request, BulkRunForm, officer=self.officer, at=now)
        run = bulk.begin_run(by=self.officer, at=now, **checked(form))
        bulk.carry_out(run, by=self.officer, at=now)
        return self.shown(run, HTTPStatus.CREATED)

    @extend_schema(request=None, responses=BulkRunSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: int) -> Response:
        """Within five minutes: put back each case nobody has worked on since. Later 409."""
        run = self.get_object()
        bulk.undo(run, by=self.officer, at=timezone.now())
        return self.shown(run)

    def shown(self, run: BulkRun, status: HTTPStatus = HTTPStatus.OK) -> Response:
        return Response(self.get_serializer(self.get_queryset().get(pk=run.pk)).data, status=status)
