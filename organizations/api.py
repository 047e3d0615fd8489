"""Tokens, and the directory: organisations, authorities, regions."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.exceptions import AuthenticationFailed, Throttled
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from .http import officer_of
from .login import TooManyAttempts, sign_in
from .models import AccessToken, Authority, Region, UnionOrg


class Credentials(serializers.Serializer[Any]):
    username = serializers.CharField(max_length=150)
    password = serializers.CharField(max_length=256, trim_whitespace=False)


class Token(serializers.Serializer[Any]):
    token = serializers.CharField()


class TokenView(APIView):
    """A bearer token for name and password; DELETE revokes the tokens of the bearer."""

    permission_classes = (AllowAny,)

    @extend_schema(request=Credentials, responses=Token)
    def post(self, request: Request) -> Response:
        body = Credentials(data=request.data)
        body.is_valid(raise_exception=True)
        try:
            user = sign_in(request._request, **body.validated_data)
        except TooManyAttempts as refused:
            raise Throttled(wait=refused.retry_after) from refused
        if user is None:
            raise AuthenticationFailed
        return Response({"token": AccessToken.objects.issue(user)})

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: Request) -> Response:
        if request.user.is_authenticated:
            request.user.tokens.all().delete()
        return Response(status=204)


class RegionSerializer(serializers.ModelSerializer[Region]):
    class Meta:
        model = Region
        fields = ("code", "name", "level", "parent")
        read_only_fields = fields


class UnionOrgSerializer(serializers.ModelSerializer[UnionOrg]):
    class Meta:
        model = UnionOrg
        fields = ("id", "name", "short_mark", "level", "kind", "parent", "region", "path")
        read_only_fields = fields


class AuthoritySerializer(serializers.ModelSerializer[Authority]):
    class Meta:
        model = Authority
        fields = ("id", "name", "kind", "level", "region", "contact", "phone", "address", "hours", "services", "active")
        read_only_fields = fields


class RegionViewSet(viewsets.ReadOnlyModelViewSet[Region]):
    serializer_class = RegionSerializer
    ordering = ("code",)

    def get_queryset(self) -> Any:
        return Region.objects.visible_to(officer_of(self.request))


class UnionOrgViewSet(viewsets.ReadOnlyModelViewSet[UnionOrg]):
    serializer_class = UnionOrgSerializer
    ordering = ("path",)

    def get_queryset(self) -> Any:
        return UnionOrg.objects.visible_to(officer_of(self.request))


class AuthorityViewSet(viewsets.ReadOnlyModelViewSet[Authority]):
    serializer_class = AuthoritySerializer
    ordering = ("id",)

    def get_queryset(self) -> Any:
        return Authority.objects.visible_to(officer_of(self.request)).select_related("region")


ROUTES: list[tuple[str, type[Any]]] = [
    ("organizations", UnionOrgViewSet),
    ("authorities", AuthorityViewSet),
    ("regions", RegionViewSet),
]
