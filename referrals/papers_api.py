"""Where the system of an authority fetches a paper: asked for with the signature of its messages."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, NotFound
from rest_framework.request import Request
from rest_framework.views import APIView

from casework.attachments import stored
from referrals.handing_out import NotKept, hand_out
from referrals.incoming_api import SIGNED, SignedView, content_of


class WantedSerializer(serializers.Serializer[Any]):
    """`number` and `sha256` as the message had them that named the paper."""

    number = serializers.CharField(max_length=60)
    sha256 = serializers.RegexField(r"\A[0-9a-f]{64}\Z")


class Gone(APIException):
    status_code = status.HTTP_410_GONE
    default_detail = _("This paper is not handed out any more.")
    default_code = "gone"


class PaperView(SignedView):
    """A paper named in a message to the authority."""

    @extend_schema(
        request=WantedSerializer,
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY, 410: OpenApiResponse()},
        parameters=SIGNED,
        auth=[],
    )
    def post(self, request: Request) -> FileResponse:
        """The bytes. A signature counts for five minutes, each paper handed out is recorded.

        404 for what was never named to this authority, 410 once the matter was recalled or the time is over.
        """
        wanted = WantedSerializer(data=content_of(self.signed_body(request)))
        wanted.is_valid(raise_exception=True)
        sender = self.sender
        assert sender  # the signature said who
        try:
            paper = hand_out(sender, **wanted.validated_data, at=timezone.now())
        except NotKept as refused:
            raise Gone from refused
        if paper is None:
            raise NotFound
        answer = FileResponse(stored(paper.blob.sha256).open(), as_attachment=True, filename=paper.title)
        answer["Content-Type"] = "application/octet-stream"
        return answer


VIEWS: list[tuple[str, type[APIView], str]] = [("referrals/papers/", PaperView, "referrals-papers")]
