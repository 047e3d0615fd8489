"""Addresses which exist in the tests only: each raises what its name says."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.core.exceptions import ValidationError as InvalidValue
from django.db import OperationalError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from rest_framework.decorators import api_view, permission_classes
from rest_framework.exceptions import Throttled, ValidationError
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from casework.errors import Refused, StaleFile, StepRefused, WrongDuty
from config.urls import handler400, handler403, handler404, handler500
from organizations.models import Region

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def slow() -> Exception:
    """A statement that PostgreSQL stops."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '20ms'")
        cursor.execute("SELECT pg_sleep(60)")
    return AssertionError("it was not stopped")


ERRORS: dict[str, Callable[[], Exception]] = {
    "refused": lambda: StepRefused("accept", ["The employer is missing."]),
    "domain": lambda: Refused(["No number is left."]),
    "stale": StaleFile,
    "duty": lambda: WrongDuty("accept is for mediators"),
    "missing": Region.DoesNotExist,
    "http404": Http404,
    "forbidden": PermissionDenied,
    "large": RequestDataTooBig,
    "field": lambda: ValidationError({"amount": ["Not a number."], "claims": [{}, {"kind": ["Unknown."]}]}),
    "value": lambda: InvalidValue({"phone": ["Too short."]}),
    "throttled": lambda: Throttled(wait=30),
    "away": OperationalError,
    "slow": slow,
    "fault": ZeroDivisionError,
}


@api_view(["GET", "POST"])
@permission_classes([AllowAny])
def fail(request: Request, name: str) -> Response:
    raise ERRORS[name]()


@api_view(["POST"])
@permission_classes([AllowAny])
def keep(request: Request) -> Response:
    """Sends what it is given to PostgreSQL, as a verb would."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::text, %s::int", [request.data.get("text", ""), request.data.get("number", 0)])
    return Response({"kept": True})


@api_view(["GET"])
@permission_classes([IsAuthenticated])
def closed(request: Request) -> Response:
    return Response()


def page(request: HttpRequest, name: str) -> HttpResponse:
    raise ERRORS[name]()


page.login_required = False  # type: ignore[attr-defined]

urlpatterns = [
    path("api/v1/fail/<name>/", fail),
    path("api/v1/keep/", keep),
    path("api/v1/closed/", closed),
    path("page/<name>/", page),
]
