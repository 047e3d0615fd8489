"""What is answered when no view does: a page for people, `application/problem+json` under /api/."""

import sys

from django.db import DataError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import csrf, defaults

from casework.errors import StoreAway
from config.problem import MEDIA_TYPE, RETRY_SECONDS, STORE_AWAY, TOOK_TOO_LONG, problem_body, took_too_long


def is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def as_json(code: int, detail: str) -> JsonResponse:
    body = problem_body(code, detail)
    return JsonResponse(body, status=code, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if is_api(request):
        return as_json(400, _("The request cannot be understood."))
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_api(request):
        return as_json(403, _("Your duty does not allow this."))
    return defaults.permission_denied(request, exception)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_api(request):
        return as_json(404, _("There is no such thing here."))
    return defaults.page_not_found(request, exception)


def too_large(request: HttpRequest) -> HttpResponse:
    if is_api(request):
        return as_json(413, _("The request is too large."))
    return render(request, "413.html", status=413)


def server_error(request: HttpRequest) -> HttpResponse:
    """Called while the exception is being handled. A value PostgreSQL cannot store is the client's mistake, and a
    database that is away is nobody's: only the rest is a fault of ours."""
    error = sys.exc_info()[1]
    if isinstance(error, DataError):
        return bad_request(request)
    if isinstance(error, OperationalError):
        return stopped(request) if took_too_long(error) else unavailable(request)
    if isinstance(error, StoreAway):
        return later(request, "503.html", str(STORE_AWAY))
    if is_api(request):
        return as_json(500, _("Something went wrong on our side. It has been recorded."))
    return defaults.server_error(request)


def unavailable(request: HttpRequest) -> HttpResponse:
    return later(request, "503.html", _("The database cannot be reached at the moment."))


def stopped(request: HttpRequest) -> HttpResponse:
    """The database is there, but the request asked too much of it."""
    return later(request, "too_long.html", str(TOOK_TOO_LONG))


def later(request: HttpRequest, template: str, detail: str) -> HttpResponse:
    """The page is rendered without the request: its frame would ask the database who is signed in."""
    if is_api(request):
        answer: HttpResponse = as_json(503, detail)
    else:
        answer = defaults.server_error(request, template_name=template)
        answer.status_code = 503
    answer["Retry-After"] = str(RETRY_SECONDS)
    return answer


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    if is_api(request):
        return as_json(403, _("The request carries no valid CSRF token."))
    return csrf.csrf_failure(request, reason)
