"""What systems may ask and do here."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request

from casework.api import FileSerializer, FileViewSet
from supervision.letters import text_of
from supervision.models import (
    BatchLine,
    DocumentRecovery,
    DocumentVersion,
    Investigation,
    MatterEvidence,
    PartnerDocument,
    Reply,
    ReviewComment,
    ServiceAttempt,
    SupervisionDocument,
    SupervisionMatter,
    Verification,
)
from supervision.printing.files import FILES, download
from supervision.topics_api import TopicViewSet
from supervision.verbs import (
    CREATION,
    DOCUMENT_VERBS,
    MATTER_VERBS,
    PARTNER_CREATION,
    PARTNER_VERBS,
    REGISTRATION,
)


class EvidenceSerializer(serializers.ModelSerializer[MatterEvidence]):
    class Meta:
        model = MatterEvidence
        fields = ("id", "position", "name", "form", "origin", "proves", "pages")


class InvestigationSerializer(serializers.ModelSerializer[Investigation]):
    class Meta:
        model = Investigation
        fields = ("id", "held_on", "way", "findings", "cooperation", "persons", "amount")


class BatchLineSerializer(serializers.ModelSerializer[BatchLine]):
    """One letter in an act on many: done, or the reason why not."""

    class Meta:
        model = BatchLine
        fields = ("verb", "addressee", "document", "is_done", "reason")


class CommentSerializer(serializers.ModelSerializer[ReviewComment]):
    class Meta:
        model = ReviewComment
        fields = ("paragraph", "text", "at")


class VersionSerializer(serializers.ModelSerializer[DocumentVersion]):
    comments = CommentSerializer(many=True, read_only=True)

    class Meta:
        model = DocumentVersion
        fields = ("edition", "text", "at", "comments")


class MatterSerializer(FileSerializer):
    employer_name = serializers.CharField(source="employer.name", default=None, allow_null=True, read_only=True)
    topic_label = serializers.CharField(source="topic.name", read_only=True)
    source_label = serializers.CharField(source="get_source_display", read_only=True)
    evidence = EvidenceSerializer(many=True, read_only=True)
    investigations = InvestigationSerializer(many=True, read_only=True)
    letters = serializers.SerializerMethodField()

    ONE_ONLY = ("evidence", "investigations", "letters")

    class Meta:
        model = SupervisionMatter
        fields = (
            *FileSerializer.FIELDS,
            "employer",
            "employer_name",
            "topic",
            "topic_label",
            "source",
            "source_label",
            "case",
            "source_detail",
            "received_on",
            "facts",
            "workers_affected",
            "amount",
            "decline_ground",
            "notified_on",
            "asked_on",
            "is_restricted",
            "outcome",
            "closed_on",
            "evidence",
            "investigations",
            "letters",
        )

    @extend_schema_field(BatchLineSerializer(many=True))
    def get_letters(self, matter: SupervisionMatter) -> Any:
        """What became of each public letter in the last act on all of them."""
        return BatchLineSerializer(matter.batch_lines.last_act(), many=True).data


class ServiceAttemptSerializer(serializers.ModelSerializer[ServiceAttempt]):
    received_by = serializers.CharField(source="receiver_masked", read_only=True)

    class Meta:
        model = ServiceAttempt
        fields = (
            "method",
            "address",
            "sent_on",
            "served_on",
            "received_by",
            "receiver_title",
            "tracking_no",
            "outcome",
        )


class VerificationSerializer(serializers.ModelSerializer[Verification]):
    class Meta:
        model = Verification
        fields = ("verified_on", "way", "corrected", "findings")


class RecoverySerializer(serializers.ModelSerializer[DocumentRecovery]):
    class Meta:
        model = DocumentRecovery
        fields = ("id", "kind", "amount", "person_count", "paid_on", "reverses")


class PartnerSerializer(FileSerializer):
    kind_label = serializers.CharField(source="get_kind_display", read_only=True)
    addressee = serializers.CharField(read_only=True)

    class Meta:
        model = PartnerDocument
        fields = (
            *FileSerializer.FIELDS,
            "matter",
            "kind",
            "kind_label",
            "issuer",
            "authority",
            "addressee",
            "doc_no",
            "served_on",
            "replied_on",
            "objected",
            "outcome",
            "closed_on",
        )


class ReplySerializer(serializers.ModelSerializer[Reply]):
    class Meta:
        model = Reply
        fields = ("replied_on", "stance", "summary", "is_late")


class DocumentSerializer(FileSerializer):
    """In a list without the text, the attempts and the replies."""

    kind_label = serializers.CharField(source="get_kind_display", read_only=True)
    addressee = serializers.CharField(read_only=True)
    text = serializers.SerializerMethodField()
    service_attempts = ServiceAttemptSerializer(many=True, read_only=True)
    replies = ReplySerializer(many=True, read_only=True)
    verifications = VerificationSerializer(many=True, read_only=True)
    recoveries = RecoverySerializer(many=True, read_only=True)
    on_time = serializers.BooleanField(read_only=True, allow_null=True)
    versions = VersionSerializer(many=True, read_only=True)

    ONE_ONLY = (
        "text",
        "service_attempts",
        "replies",
        "verifications",
        "recoveries",
        "on_time",
        "evidence",
        "versions",
    )

    class Meta:
        model = SupervisionDocument
        fields = (
            *FileSerializer.FIELDS,
            "matter",
            "kind",
            "kind_label",
            "audience",
            "addressee",
            "employer",
            "authority",
            "addressee_address",
            "occasion",
            "valid_until",
            "publication",
            "doc_date",
            "serial",
            "text_sha256",
            "dispatched_on",
            "published_on",
            "served_on",
            "replied_on",
            "on_time",
            "rectify_by",
            "docketed_on",
            "authority_case_no",
            "fate",
            "outcome",
            "closed_on",
            "evidence",
            "text",
            "versions",
            "service_attempts",
            "replies",
            "verifications",
            "recoveries",
        )

    def get_text(self, document: SupervisionDocument) -> str:
        """As signed, or as it would print now."""
        return text_of(document)


class MatterViewSet(FileViewSet):
    model = SupervisionMatter
    verbs = MATTER_VERBS
    creation = REGISTRATION
    serializer_class = MatterSerializer


class DocumentViewSet(FileViewSet):
    model = SupervisionDocument
    verbs = DOCUMENT_VERBS
    creation = CREATION
    serializer_class = DocumentSerializer

    @extend_schema(responses={(200, FILES["pdf"].content_type): bytes})
    @action(detail=True, methods=["get"])
    def pdf(self, request: Request, **kwargs: Any) -> HttpResponse:
        """The document as PDF/A: the sealed file, or while there is none a draft that says so."""
        return download(self.document_to_print(), "pdf")

    @extend_schema(responses={(200, FILES["word"].content_type): bytes})
    @action(detail=True, methods=["get"])
    def word(self, request: Request, **kwargs: Any) -> HttpResponse:
        """The same content as Word file."""
        return download(self.document_to_print(), "word")

    def document_to_print(self) -> SupervisionDocument:
        found = SupervisionDocument.objects.visible_to(self.officer).for_page()
        document: SupervisionDocument = get_object_or_404(found, pk=self.kwargs["pk"])
        return document


class PartnerViewSet(FileViewSet):
    model = PartnerDocument
    verbs = PARTNER_VERBS
    creation = PARTNER_CREATION
    serializer_class = PartnerSerializer


ROUTES: list[tuple[str, type[Any]]] = [
    ("topics", TopicViewSet),
    ("matters", MatterViewSet),
    ("documents", DocumentViewSet),
    ("partner-documents", PartnerViewSet),
]
