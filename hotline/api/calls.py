"""Calls for systems. Personal data is masked always."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers, status
from rest_framework.response import Response

from casework.api import FileSerializer, FileViewSet
from hotline.models import CallAnswer, CallRecord, LimitationFact
from hotline.verbs import CALL_VERBS, REGISTER


class ToldSerializer(serializers.ModelSerializer[Any]):
    """An article whose text went into the answer."""

    title = serializers.CharField(source="version.title", read_only=True)
    edition = serializers.IntegerField(source="version.edition", read_only=True)

    class Meta:
        model = CallAnswer
        fields = ("version", "title", "edition", "inserted_at")


class LimitationFactSerializer(serializers.ModelSerializer[Any]):
    class Meta:
        model = LimitationFact
        fields = ("kind", "day", "until")


PERSONAL = CallRecord.CALLER
INTAKE = (
    *PERSONAL,
    "do_not_call",
    "call_times",
    *CallRecord.WORKPLACE,
    *CallRecord.MATTER,
    "urgency",
    *CallRecord.LINE,
    "ended_at",
)


class CallSerializer(FileSerializer):
    caller = serializers.CharField(source="caller_label", read_only=True)
    caller_phone = serializers.CharField(source="phone_label", read_only=True)
    articles = ToldSerializer(many=True, read_only=True)
    limitation_facts = LimitationFactSerializer(many=True, read_only=True)
    ended_at = serializers.DateTimeField(read_only=True, allow_null=True)
    query_code = serializers.CharField(
        source="fresh_code", read_only=True, help_text="Only in the answer to issue_code, once; empty otherwise."
    )
    work_orders: Any = serializers.PrimaryKeyRelatedField(source="orders", many=True, read_only=True)

    ONE_ONLY = ("articles", "limitation_facts", "query_code")

    class Meta:
        model = CallRecord
        fields = (
            *FileSerializer.FIELDS,
            "channel",
            "started_at",
            "answered_at",
            "ring_seconds",
            "talk_seconds",
            "handled_by",
            "entered_by",
            "entered_afterwards",
            "external_no",
            "caller",
            "caller_phone",
            "anonymous",
            "confidential",
            "request_type",
            "non_case",
            "category",
            "employer",
            "employer_name",
            "workers_affected",
            "region",
            "place",
            "facts",
            "claim",
            "amount",
            "occurred_on",
            "limitation_start",
            "employment_ended_on",
            "limitation_facts",
            "answer",
            "articles",
            "about",
            "work_orders",
            *INTAKE,
            "query_code",
        )

    def to_representation(self, instance: Any) -> Any:
        """Of a caller who wishes to stay unknown nothing is told that leads to them."""
        shown = super().to_representation(instance)
        if instance.is_hidden:
            shown.update({name: [] if isinstance(shown[name], list) else None for name in PERSONAL})
        return shown


class CallViewSet(FileViewSet):
    model = CallRecord
    verbs = CALL_VERBS
    creation = REGISTER
    serializer_class = CallSerializer

    def get_queryset(self) -> QuerySet[Any]:
        rows = super().get_queryset().prefetch_related("orders")
        return rows if self.action == "list" else rows.prefetch_related("articles__version", "limitation_facts")

    def shown(self, file: Any, status_code: int = status.HTTP_200_OK) -> Response:
        """A query code just issued is in this one answer and nowhere else."""
        response = super().shown(file, status_code)
        if file.fresh_code:
            response.data["query_code"] = file.fresh_code
        return response
