"""What a request for figures asks, and the address that asks the same again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from organizations.http import OfficerRequest
from reports.forms import PageForm
from reports.question import READERS, Question


def insist_on_reader(request: OfficerRequest) -> None:
    if request.officer.duty not in READERS:
        raise PermissionDenied


def asked(request: OfficerRequest, data: Mapping[str, Any] | None = None) -> PageForm:
    insist_on_reader(request)
    return PageForm(request.GET if data is None else data, officer=request.officer, today=timezone.localdate())


def same(question: Question) -> dict[str, Any]:
    """The same question, whatever was typed."""
    days = {"period_name": "free", "from": question.period.first.isoformat(), "to": question.period.last.isoformat()}
    return {"organization": question.org.pk, **days, "by": question.by}


def query_of(question: Question, **more: Any) -> str:
    return urlencode({**same(question), **more})
