"""What Django itself answers when no view does: a page for people, `application/problem+json` under /api/."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.translation import gettext as _
from django.views import csrf, defaults

from config.problem import MEDIA_TYPE, problem_body


def is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def as_json(code: int, detail: str) -> JsonResponse:
    return JsonResponse(
        problem_body(code, detail), status=code, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False}
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    if is_api(request):
        return as_json(400, _("The request cannot be understood."))
    return defaults.bad_request(request, exception)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    if is_api(request):
        return as_json(403, _("Your duty does not allow this."))
    return defaults.permission_denied(request, exception)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    if is_api(request):
        return as_json(404, _("There is no such thing here."))
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponseBase:
    if is_api(request):
        return as_json(500, _("Something went wrong on our side. It has been recorded."))
    return defaults.server_error(request)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    if is_api(request):
        return as_json(403, _("The request carries no valid CSRF token."))
    return csrf.csrf_failure(request, reason)
