"""The API of any kind of file: list, file, creation, and one POST for each verb, with the verbs of the pages."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar, cast

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import mixins, serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from casework.bodies import checked, serializer_of, typed_in
from casework.errors import Refused, StaleFile
from casework.purposes import Purpose
from casework.safekeeping import answer_once
from casework.verbs import Verb, VerbTable, perform
from casework.workflow import Act
from organizations.http import officer_of
from organizations.models import Officer

IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER, description="The same key and body return the first answer."
)


class DeadlineSerializer(serializers.Serializer[Any]):
    rule = serializers.CharField(source="rule.code")
    label = serializers.CharField(source="rule.label")  # type: ignore[assignment]  # a field named like an option
    started_on = serializers.DateField()
    due_on = serializers.DateField()
    provisional = serializers.BooleanField()
    met_on = serializers.DateField(allow_null=True)


class StepSerializer(serializers.Serializer[Any]):
    verb = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field named like an option
    allowed = serializers.BooleanField()
    reasons = serializers.ListField(child=serializers.CharField())
    purpose = serializers.ChoiceField(choices=Purpose.choices, help_text="Where a page shows the step.")


class FileSerializer(serializers.ModelSerializer[Any]):
    """What every file shows. `ONE_ONLY` are fields of the file itself, left out of lists: dear, or much to read."""

    state_label = serializers.CharField(source="get_state_display", read_only=True)
    deadlines = DeadlineSerializer(many=True, read_only=True)
    steps = serializers.SerializerMethodField()

    FIELDS = ("id", "number", "state", "state_label", "version", "org", "opened_at", "due_on", "deadlines", "steps")
    ONE_ONLY: ClassVar[tuple[str, ...]] = ()

    @extend_schema_field(StepSerializer(many=True))
    def get_steps(self, file: Any) -> list[dict[str, Any]]:
        act = Act(officer_of(self.context["request"]), timezone.now())
        return [dict(StepSerializer(offer).data) for offer in file.offers(act)]


@cache
def listed(serializer: type[FileSerializer]) -> type[FileSerializer]:
    """The same without the steps, which guards look at one by one, and without what is shown of one file only."""
    left_out = {"steps", *serializer.ONE_ONLY}
    meta: Any = serializer.Meta
    fields = [name for name in meta.fields if name not in left_out]
    absent = dict.fromkeys(left_out & serializer._declared_fields.keys())
    name = f"{serializer.__name__.removesuffix('Serializer')}Row"
    return type(name, (serializer,), {**absent, "Meta": type("Meta", (meta,), {"fields": fields})})


class FileViewSet(mixins.RetrieveModelMixin, mixins.ListModelMixin, viewsets.GenericViewSet[Any]):
    """Subclasses name `model`, `verbs`, `serializer_class`, and `creation` where files are opened by request."""

    model: ClassVar[type[Any]]
    verbs: ClassVar[VerbTable]
    creation: ClassVar[Verb | None] = None
    lookup_value_converter = "int"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for verb in getattr(cls, "verbs", ()):
            setattr(cls, route_name(verb), step_route(cls, verb))
        if cls.creation:
            cls.create = creation_route(cls, cls.creation)  # type: ignore[attr-defined]

    @property
    def officer(self) -> Officer:
        return officer_of(self.request)

    def get_queryset(self) -> QuerySet[Any]:
        rows = self.model._default_manager.visible_to(self.officer).for_list()
        return rows.with_clocks()  # type: ignore[no-any-return]

    def get_serializer_class(self) -> type[Any]:
        whole = super().get_serializer_class()
        return listed(cast(type[FileSerializer], whole)) if self.action == "list" else whole

    def shown(self, file: Any, status_code: int = status.HTTP_200_OK) -> Response:
        """The file as it is now; 204 when the step took it out of the officer's sight, as recusal does."""
        fresh = self.get_queryset().filter(pk=file.pk).first()
        if fresh is None:
            return Response(status=status.HTTP_204_NO_CONTENT)
        return Response(self.get_serializer(fresh).data, status=status_code)

    def take(self, verb: Verb) -> Response:
        """A step that is closed says so before what is wrong with the body; an open one is looked at once, locked."""
        now = timezone.now()
        rows = self.model._default_manager.visible_to(self.officer).for_step()
        file = get_object_or_404(rows, pk=self.kwargs["pk"])
        act = Act(self.officer, now)
        file.workflow.insist_on_state(verb.name, file, act)
        try:
            form, version = typed_in(self.request, verb.form, officer=self.officer, file=file, at=now)
            done = perform(verb, file, by=self.officer, at=now, version=version, **checked(form))
        except (serializers.ValidationError, Refused, StaleFile):
            file.workflow.check(verb.name, file, act)
            raise
        return self.shown(done)

    def open(self, verb: Verb) -> Response:
        now = timezone.now()
        if verb.opens:
            verb.opens.insist_on_duty(verb.name, Act(self.officer, now))
        form, _version = typed_in(self.request, verb.form, officer=self.officer, at=now)
        return self.shown(verb.action(by=self.officer, at=now, **checked(form)), status.HTTP_201_CREATED)


def route_name(verb: Verb) -> str:
    """A view has methods of its own, such as `dispatch`: those of the verbs are called otherwise."""
    return f"step_{verb.name}"


def step_route(view: type[FileViewSet], verb: Verb) -> Any:
    """`POST …/<id>/<verb>/`, documented with the form of the verb."""

    def take(self: FileViewSet, request: Request, **kwargs: Any) -> Response:
        return self.take(verb)

    take.__name__ = route_name(verb)
    take.__doc__ = verb.action.__doc__
    step = action(detail=True, methods=["post"], url_path=verb.name, url_name=verb.name.replace("_", "-"))(take)
    return extend_schema(request=serializer_of(verb.form), responses=view.serializer_class)(step)


def creation_route(view: type[FileViewSet], verb: Verb) -> Any:
    """`POST …/`, answered once for each Idempotency-Key."""

    def create(self: FileViewSet, request: Request, **kwargs: Any) -> Response:
        return answer_once(request, lambda: self.open(verb))

    create.__doc__ = verb.action.__doc__
    body = serializer_of(verb.form)
    return extend_schema(request=body, responses={201: view.serializer_class}, parameters=[IDEMPOTENCY_KEY])(create)
