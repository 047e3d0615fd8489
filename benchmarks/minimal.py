"""The least an application could do for the same jobs: a session, a person, and the one query. The yardstick R."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path
from django.utils import timezone

from hotline.models import CallRecord

ROWS = Engine().from_string(
    "<table>{% for c in calls %}<tr><td>{{ c.number }}</td><td>{{ c.started_at }}</td><td>{{ c.request_type }}</td>"
    "<td>{{ c.employer_name }}</td><td>{{ c.category__name }}</td><td>{{ c.workers_affected }}</td>"
    "<td>{{ c.handled_by__user__display_name }}</td><td>{{ c.state }}</td></tr>{% endfor %}</table>"
)
COLUMNS = (
    "number",
    "started_at",
    "request_type",
    "employer_name",
    "category__name",
    "workers_affected",
    "handled_by__user__display_name",
    "state",
)


def shown(rows: Any) -> HttpResponse:
    return HttpResponse(ROWS.render(Context({"calls": list(rows.values(*COLUMNS))})))


@login_required
def calls(request: HttpRequest) -> HttpResponse:
    return shown(CallRecord.objects.order_by("-pk")[:51])


@login_required
def contacts(request: HttpRequest) -> HttpResponse:
    return shown(CallRecord.objects.filter(phone_index=request.POST["key"]).order_by("-started_at")[:5])


@login_required
@transaction.atomic
def save(request: HttpRequest) -> HttpResponse:
    """The row as it is sent, with its bare columns."""
    now = timezone.now()
    given = {name: request.POST[name] for name in ("org_id", "scope", "handled_by_id", "entered_by_id", "category_id")}
    call = CallRecord(
        **given, facts=request.POST["facts"], request_type="inquiry", state="closed", started_at=now, opened_at=now
    )
    call.save()
    return HttpResponse(str(call.pk))


urlpatterns = [
    path("calls/", calls),
    path("calls/contacts/", contacts),
    path("calls/new/", save),
]
