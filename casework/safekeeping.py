"""Verbs on drafts and on answers already given."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from casework.errors import Refused
from casework.models import Draft, IdempotentAnswer
from casework.transactions import one_transaction
from organizations.http import OfficerRequest, officer_of
from organizations.models import LoginAttempt, User

DRAFT_LIFE = timedelta(days=30)
ANSWER_LIFE = timedelta(hours=72)
KEY_LENGTH = 200
MARK = "_mark"  # the field of a form that tells one opened page from another


@one_transaction
def save_draft(user: User, key: str, text: str, revision: int, *, at: datetime) -> Draft:
    """Keep what is typed. An older revision arriving late never overwrites a newer one."""
    Draft.objects.get_or_create(user=user, key=key, defaults={"text": "", "saved_at": at})
    draft = Draft.objects.select_for_update().get(user=user, key=key)
    if revision > draft.revision or timezone.localdate(at) > timezone.localdate(draft.saved_at):
        draft.text, draft.revision, draft.saved_at = text, revision, at
        draft.save(update_fields=["text", "revision", "saved_at"])
    return draft


def draft_of(user: User, key: str) -> QueryDict | None:
    """What was typed in this form and not sent yet."""
    draft = Draft.objects.filter(user=user, key=key).first()
    return QueryDict(draft.text) if draft else None


def drop_draft(user: User, key: str) -> None:
    Draft.objects.filter(user=user, key=key).delete()


def forget_expired(at: datetime) -> None:
    """Drafts after 30 days, kept answers after 72 hours, attempts whose window is over."""
    Draft.objects.filter(saved_at__lt=at - DRAFT_LIFE).delete()
    IdempotentAnswer.objects.filter(created_at__lt=at - ANSWER_LIFE).delete()
    LoginAttempt.objects.filter(window_ends_at__lt=at).delete()


@one_transaction
def answer_once(request: Request, make: Callable[[], Response]) -> Response:
    """The answer to a creating request. The same key and body get the first answer again.

    The row is written in the transaction of the work itself, so a request that fails leaves no answer behind,
    and of two at once the second waits for the first. Raises Refused for the same key with another body,
    ValidationError for a key that is too long to be kept whole.
    """
    key = request.headers.get("Idempotency-Key", "")
    if not key:
        return make()
    if len(key) > KEY_LENGTH:
        words = _("At most %(count)d characters.") % {"count": KEY_LENGTH}
        raise ValidationError({"Idempotency-Key": [words]})
    wanted = fingerprint(request)
    fresh = {"request_hash": wanted, "created_at": timezone.now()}
    row, is_new = IdempotentAnswer.objects.begin(officer_of(request).user, key, **fresh)
    if row.request_hash != wanted:
        raise Refused(_("This Idempotency-Key was used for another request."))
    if not is_new:
        return Response(json.loads(row.body), status=row.status)
    response = make()
    row.status, row.body = response.status_code, JSONRenderer().render(response.data).decode()
    row.save(update_fields=["status", "body"])
    return response


@one_transaction
def open_once(request: OfficerRequest, make: Callable[[], Any], draft: str = "") -> tuple[str, Any | None]:
    """Address of the file a form has opened, and the file itself the first time. What was typed is no `draft` any more.

    A form sent twice, by a second click or by a browser that tries again, opens one file: each page carries a mark
    of its own, and the same mark with the same words is the same request. Of two at once the second waits.
    """
    mark = request.POST.get(MARK, "")
    if not mark:
        file = make()
        drop_draft(request.user, draft)
        return address_of(file), file
    fresh = {"created_at": timezone.now(), "status": HTTPStatus.FOUND}
    row, is_new = IdempotentAnswer.objects.begin(request.user, posted(request), **fresh)
    if not is_new:
        drop_draft(request.user, draft)
        return row.body, None
    file = make()
    row.body = address_of(file)
    IdempotentAnswer.objects.end(row, draft)
    return row.body, file


def address_of(file: Any) -> str:
    return str(file.get_absolute_url())


def posted(request: OfficerRequest) -> str:
    """What makes two submits of a form the same: its mark, its address and everything typed."""
    typed = request.POST.copy()
    typed.pop("csrfmiddlewaretoken", None)
    parts = [request.path, typed.urlencode(), *papers_in(request.FILES)]
    return "form:" + hashlib.sha256("\n".join(parts).encode()).hexdigest()


def papers_in(files: Any) -> list[str]:
    return [f"{name}:{upload.name}:{upload.size}" for name in files for upload in files.getlist(name)]


def fingerprint(request: Request) -> str:
    """What makes two requests the same: method, path and body."""
    data: Any = request.data
    body = data.urlencode() if isinstance(data, QueryDict) else json.dumps(data, sort_keys=True)
    parts = [request.method or "", request.path, body, *papers_in(request.FILES)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
