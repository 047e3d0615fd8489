"""Reviews of calls and work orders for systems."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from casework.api import FileSerializer, FileViewSet
from hotline.models import QualityReview, ScoreMark
from hotline.verbs import REVIEW_VERBS


class MarkSerializer(serializers.ModelSerializer[Any]):
    class Meta:
        model = ScoreMark
        fields = ("item", "points", "remark")


class ReviewSerializer(FileSerializer):
    ONE_ONLY = ("marks",)
    marks = MarkSerializer(many=True, read_only=True)

    class Meta:
        model = QualityReview
        fields = (
            *FileSerializer.FIELDS,
            "sample",
            "call",
            "order",
            "assessed",
            "done_on",
            "sheet",
            "inspector",
            "score",
            "first_score",
            "knocked_out",
            "remark",
            "appeal",
            "decision",
            "marks",
        )


class ReviewViewSet(FileViewSet):
    """Reviews are drawn on the page; score, answer and decision may come from a system."""

    model = QualityReview
    verbs = REVIEW_VERBS
    serializer_class = ReviewSerializer
