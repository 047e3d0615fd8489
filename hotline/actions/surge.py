"""快速登记: many calls about one employer, each a real call, in a few seconds each."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from casework.errors import Refused
from casework.models import Category
from casework.transactions import one_transaction
from hotline.actions.calls import follow, register
from hotline.actions.incidents import add_call
from hotline.models import CallRecord, GroupIncident, SurgeSheet
from hotline.workflow import INCIDENTS
from organizations.models import Officer, Region


@one_transaction
def open_sheet(
    incident: GroupIncident,
    *,
    by: Officer,
    at: datetime,
    region: Region,
    category: Category,
    facts: str,
    claim: str,
    place: str = "",
) -> GroupIncident:
    """Fill in what all callers say alike; from now on operators register by this sheet."""
    incident = INCIDENTS.advance(incident, "open_sheet", by=by, at=at)
    said = {"region": region, "category": category, "facts": facts, "claim": claim, "place": place}
    about = {"employer": incident.employer, "employer_name": incident.employer_name}
    fresh = {"org": incident.org, "scope": incident.scope, "opened_at": at, "closed_at": None}
    order = incident.orders.order_by("pk").first()
    SurgeSheet.objects.update_or_create(incident=incident, defaults={**fresh, **about, **said, "order": order})
    return incident


@one_transaction
def close_sheet(incident: GroupIncident, *, by: Officer, at: datetime) -> GroupIncident:
    """The wave is over; calls are registered in the ordinary way again."""
    incident = INCIDENTS.advance(incident, "close_sheet", by=by, at=at)
    SurgeSheet.objects.filter(incident=incident).update(closed_at=at)
    return incident


@one_transaction
def register_one(
    sheet: SurgeSheet,
    *,
    by: Officer,
    at: datetime,
    caller_phone: str,
    caller_name: str = "",
    workers_affected: int = 1,
    amount: Decimal | None = None,
    differs: str = "",
) -> CallRecord:
    """Register one caller of many. The first opens the work order, all others belong to it.

    Raises Refused when the sheet was closed meanwhile, StepRefused and WrongDuty as `register` does.
    """
    sheet = SurgeSheet.objects.select_for_update(of=("self",)).for_page().get(pk=sheet.pk)
    if sheet.closed_at:
        raise Refused(_("Quick registration was closed. Please register the call in the ordinary way."))
    said = {
        "caller_phone": caller_phone,
        "caller_name": caller_name,
        "workers_affected": workers_affected,
        "amount": amount,
        **said_by_all(sheet),
    }
    said["facts"] = f"{sheet.facts}\n{differs}".strip()
    if sheet.order is None:
        call = register(by=by, at=at, next_step="order", **said)
        keep_order(sheet, call)
    else:
        call = register(by=by, at=at, next_step="later", **said)
        call = follow(call, by=by, at=at, about=sheet.order)
    add_call(sheet.incident, call, by=by, at=at)
    return call


def said_by_all(sheet: SurgeSheet) -> dict[str, Any]:
    return {
        "request_type": CallRecord.RequestType.COMPLAINT,
        "employer_name": sheet.employer_name,
        "region": sheet.region,
        "place": sheet.place,
        "category": sheet.category,
        "claim": sheet.claim,
    }


def keep_order(sheet: SurgeSheet, call: CallRecord) -> None:
    """The order of the first caller stands for all: it is part of the incident."""
    sheet.order = call.first_order
    sheet.save(update_fields=["order"])
    assert sheet.order
    sheet.incident.orders.add(sheet.order)
