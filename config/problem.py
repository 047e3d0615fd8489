"""Every error of the API as `application/problem+json` (RFC 9457): type, title, status, detail, and what fits the case.

`errors` holds messages by field, `reasons` holds the sentences of a refused step. A client's mistake is never a 500.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import (
    ObjectDoesNotExist,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.core.exceptions import ValidationError as InvalidValue
from django.db import DataError, OperationalError
from django.http import Http404
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import exceptions, status
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.views import set_rollback

from casework.errors import Refused, StaleFile, StoreAway, TooOften, WrongDuty
from organizations.login import TooManyAttempts

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5
QUERY_CANCELED = "57014"  # PostgreSQL's own code of a statement that was stopped
TOOK_TOO_LONG = gettext_lazy("This took too long and was stopped. Ask for less: a smaller area or a longer word.")
STORE_AWAY = gettext_lazy("The store of papers cannot be reached at the moment.")
Body = dict[str, Any]
# NUL, numbers without end, half a character ("\\ud800"), a hundred thousand brackets: what PostgreSQL or Python refuse.
UNUSABLE = (
    DataError,
    MultiPartParserError,
    OverflowError,
    RecursionError,
    SuspiciousOperation,
    UnicodeEncodeError,
)


def problem_json(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """The exception handler of Django REST framework. None for a fault of our own, which becomes a 500."""
    answer = domain_answer(error) or client_answer(error) or framework_answer(error)
    if answer is not None:
        set_rollback()
    return answer


def domain_answer(error: Exception) -> Response | None:
    """What the rules of the work refuse."""
    match error:
        case TooManyAttempts() | TooOften():
            return problem(429, _("Too many attempts. Try again later."), retry_after=error.retry_after)
        case WrongDuty():
            return problem(403, _("Your duty does not allow this."), reasons=[str(reason) for reason in error.reasons])
        case Refused():
            return problem(409, _("The step is refused."), reasons=[str(reason) for reason in error.reasons])
        case StaleFile():
            return problem(409, _("Somebody else has changed the file meanwhile. Read it again."))
        case ObjectDoesNotExist() | Http404():
            return not_found()
    return None


def client_answer(error: Exception) -> Response | None:
    """What is wrong with the request, or with the database behind it for the moment."""
    match error:
        case PermissionDenied():
            return problem(403, _("Your duty does not allow this."))
        case RequestDataTooBig() | TooManyFieldsSent() | TooManyFilesSent():
            return problem(413, _("The request is too large."))
        case InvalidValue():
            return invalid(by_field(error))
        case _ if isinstance(error, UNUSABLE):
            return problem(400, _("The request contains a value which cannot be stored."))
        case OperationalError() | StoreAway():
            return problem(503, what_is_away(error), retry_after=RETRY_SECONDS)
    return None


def what_is_away(error: Exception) -> str:
    """Database or store of papers; or the request asked too much of the database."""
    if isinstance(error, StoreAway):
        return str(STORE_AWAY)
    return str(TOOK_TOO_LONG) if took_too_long(error) else _("The database cannot be reached at the moment.")


def took_too_long(error: BaseException) -> bool:
    """Whether PostgreSQL stopped the statement of a request: nobody waits for its answer any more."""
    return getattr(error.__cause__, "sqlstate", "") == QUERY_CANCELED


def framework_answer(error: Exception) -> Response | None:
    """What Django REST framework itself refuses: log-in, duty, method, media type, malformed body, rate."""
    match error:
        case exceptions.ValidationError():
            return invalid(error.get_full_details())
        case exceptions.NotFound():
            return not_found()
        case APIException():
            answer = problem(error.status_code, flat(error.detail), retry_after=waiting(error))
            challenge = getattr(error, "auth_header", None)
            if challenge:
                answer["WWW-Authenticate"] = challenge
            return answer
    return None


def problem(code: int, detail: str, *, retry_after: int | None = None, **more: Any) -> Response:
    """One answer. `retry_after` is in seconds."""
    answer = Response(problem_body(code, detail, **more), status=code, content_type=MEDIA_TYPE)
    if retry_after is not None:
        answer["Retry-After"] = str(retry_after)
    return answer


def problem_body(code: int, detail: str, **more: Any) -> Body:
    """`type` is about:blank throughout: the status says what kind of problem it is, `detail` says which."""
    return {"type": "about:blank", "title": HTTPStatus(code).phrase, "status": code, "detail": str(detail), **more}


def not_found() -> Response:
    """The same words whether the thing is missing or out of scope: nobody learns what exists elsewhere."""
    return problem(404, _("There is no such thing here."))


def invalid(details: Any) -> Response:
    fields = details if isinstance(details, Mapping) else {"non_field_errors": details}
    return problem(400, _("Some of the values are not valid."), errors={str(key): plain(fields[key]) for key in fields})


def by_field(error: InvalidValue) -> dict[str, list[str]]:
    if hasattr(error, "error_dict"):
        return {name: list(messages) for name, messages in error.message_dict.items()}
    return {"non_field_errors": list(error.messages)}


def plain(details: Any) -> Any:
    """Full details of DRF without their codes: messages in lists, nested like the fields."""
    if isinstance(details, Mapping):
        if set(details) == {"message", "code"}:
            return printable(str(details["message"]))
        return {str(key): plain(value) for key, value in details.items()}
    return [plain(value) for value in details] if isinstance(details, list | tuple) else printable(str(details))


def printable(text: str) -> str:
    """A message may quote what was sent, and half a character cannot be sent back."""
    return text.encode("utf-8", "replace").decode()


def flat(detail: Any) -> str:
    return printable(detail) if isinstance(detail, str) else str(plain(detail))


def waiting(error: APIException) -> int | None:
    """Seconds until the next try, for answers which ask to wait."""
    if error.status_code not in (status.HTTP_429_TOO_MANY_REQUESTS, status.HTTP_503_SERVICE_UNAVAILABLE):
        return None
    return int(getattr(error, "wait", None) or RETRY_SECONDS)
