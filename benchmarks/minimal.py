"""The least an application could do for the same jobs: a session, a person, and the one query. The yardstick R."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import Context, Engine
from django.urls import path
from django.utils import timezone

from disputes.models import DisputeCase
from hotline.models import CallRecord

ROWS = Engine().from_string(
    "<table>{% for c in rows %}<tr><td>{{ c.number }}</td><td>{{ c.started_at }}</td><td>{{ c.request_type }}</td>"
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
CASE_ROWS = Engine().from_string(
    "<table>{% for c in rows %}<tr><td>{{ c.number }}</td><td>{{ c.received_on }}</td><td>{{ c.due_on }}</td>"
    "<td>{{ c.category__name }}</td><td>{{ c.amount_claimed }}</td><td>{{ c.worker_count }}</td>"
    "<td>{{ c.mediator__user__display_name }}</td><td>{{ c.state }}</td></tr>{% endfor %}</table>"
)
CASE_COLUMNS = (
    "number",
    "received_on",
    "due_on",
    "category__name",
    "amount_claimed",
    "worker_count",
    "mediator__user__display_name",
    "state",
)


def shown(rows: Any, template: Any = ROWS, columns: tuple[str, ...] = COLUMNS) -> HttpResponse:
    return HttpResponse(template.render(Context({"rows": list(rows.values(*columns))})))


@login_required
def calls(request: HttpRequest) -> HttpResponse:
    return shown(CallRecord.objects.order_by("-pk")[:51])


@login_required
def cases(request: HttpRequest) -> HttpResponse:
    return shown(DisputeCase.objects.order_by("-pk")[:51], CASE_ROWS, CASE_COLUMNS)


@login_required
@transaction.atomic
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """One column of one case, and a line of its history."""
    case = DisputeCase.objects.select_for_update().get(pk=pk)
    case.urgency, case.version = request.POST["urgency"], case.version + 1
    case.save(update_fields=["urgency", "version"])
    case.events.create(verb="rate", at=timezone.now(), by_id=case.mediator_id, before=case.state, after=case.state)
    return HttpResponseRedirect("/cases/")


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
    path("cases/", cases),
    path("cases/<int:pk>/step/", step),
    path("calls/contacts/", contacts),
    path("calls/new/", save),
]
