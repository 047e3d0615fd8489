"""Rules for every request and answer: too large or with NUL never reaches a view, and nothing is kept outside."""

from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError

from config.errors import bad_request, is_api, too_large

GetResponse = Callable[[HttpRequest], HttpResponse]
API_UPLOAD = 21 * 1024 * 1024  # one attachment and its envelope
PAGE_UPLOAD = 110 * 1024 * 1024  # a form with several; a single one that is too large is a message of the form
DRAINED = 64 * 1024 * 1024  # read and thrown away, so that a client which is still sending gets to read the answer
CHUNK = 64 * 1024
CHARSETS = {"utf-8", "utf8", "us-ascii"}


class NothingKeptMiddleware:
    """Pages and answers hold personal data: neither a browser nor a proxy keeps them. Static files never come here."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class RequestLimitsMiddleware:
    """413 before a body is read into memory, 400 for NUL, which PostgreSQL cannot store and nobody types, and for a
    body in other signs than those of the system: Python knows "character sets" such as base64 that are none.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", "") or not is_readable(request):
            return bad_request(request)
        if announced_length(request) > allowed_length(request):
            drain(request)
            return too_large(request)
        response = self.get_response(request)
        drain(request)
        return response


def is_readable(request: HttpRequest) -> bool:
    return (request.content_params or {}).get("charset", "utf-8").lower() in CHARSETS


def announced_length(request: HttpRequest) -> int:
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(length) if length.isdecimal() else 0


def allowed_length(request: HttpRequest) -> int:
    """Bytes. Forms with files are streamed to disk; everything else is held in memory as a whole."""
    if request.content_type != "multipart/form-data":
        return settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
    return API_UPLOAD if is_api(request) else PAGE_UPLOAD


def drain(request: HttpRequest) -> None:
    """Read what no view has read: a connection closed on a client which is still sending loses the answer."""
    left = min(announced_length(request), DRAINED)
    with suppress(UnreadablePostError):
        while left > 0 and (chunk := request.read(min(CHUNK, left))):
            left -= len(chunk)
