"""From a work order to a dispute case or a supervision matter. The links stand in the order."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.errors import StepRefused
from casework.models import Category
from casework.transactions import one_transaction
from disputes.actions import apply
from disputes.models import DisputeCase
from hotline.limitation_clock import clock_of
from hotline.models import CallRecord, CaseLink, WorkOrder
from hotline.workflow import ORDERS
from organizations.models import Officer
from supervision import actions as supervision
from supervision.models import SupervisionMatter, SupervisionTopic


@one_transaction
def open_case(
    order: WorkOrder,
    *,
    by: Officer,
    at: datetime,
    received_on: date,
    category: Category,
    facts: str,
    amount: Decimal | None,
    worker_count: int,
    employer_name: str,
    legal_ground: str,
    uscc: str = "",
    applicant_name: str = "",
) -> WorkOrder:
    """The worker applies for mediation: a dispute case with the worker and the employer of the call as its parties.

    Who calls for somebody else never applies in their own name. Raises StepRefused where the worker is not named.
    """
    if reason := order.call.why_not_applicant(applicant_name):
        raise StepRefused("open_case", reason)
    case = apply(
        by=by,
        at=at,
        received_on=received_on,
        origin="hotline",
        category=category,
        facts=facts,
        applicants=[applicant_of(order.call, applicant_name)],
        respondents=[respondent_of(order.call, employer_name, uscc)],
        claims=[{"category": category, "claimant": "", "amount": amount}],
        worker_count=worker_count,
        legal_ground=legal_ground,
        org=order.org,
        **limitation_of(order.call, at),
    )
    return ORDERS.advance(order, "open_case", by=by, at=at, case=case)


def limitation_of(call: CallRecord, at: datetime) -> dict[str, Any]:
    """The day the present year runs from and its last day, as the caller told them; neither while nothing runs."""
    found = clock_of(call, timezone.localdate(at))
    return {"known_on": found.found.runs_from, "limitation_expires_on": found.due_on} if found else {}


def applicant_of(call: CallRecord, name: str) -> dict[str, Any]:
    """The caller, unless somebody else applies: then the caller's numbers are not theirs."""
    name = name or call.applicant_name
    if name != call.caller_name or call.is_third_party:
        return {"name": name, "id_number": "", "phone": "", "address": ""}
    return {
        "name": call.caller_name,
        "id_number": call.caller_id_number,
        "phone": call.caller_phone,
        "address": "",
    }


def respondent_of(call: CallRecord, name: str, uscc: str) -> dict[str, Any]:
    known = call.employer if call.employer and call.employer.name == name else None
    if known is None:
        return {"name": name, "uscc": uscc, "phone": "", "address": call.place}
    return {
        "name": known.name,
        "uscc": uscc or known.uscc,
        "phone": known.phone,
        "address": known.address or call.place,
    }


@one_transaction
def open_matter(
    order: WorkOrder,
    *,
    by: Officer,
    at: datetime,
    topic: SupervisionTopic,
    facts: str,
    workers_affected: int,
) -> WorkOrder:
    """The employer is to be supervised: a matter from which letters follow. It never names the caller."""
    matter = supervision.open_matter(
        by=by,
        at=at,
        employer=order.call.employer,
        topic=topic,
        facts=facts,
        source=SupervisionMatter.Source.WORK_ORDER,
        case=order.case,
        workers_affected=workers_affected,
        verb="open_from_order",
    )
    return ORDERS.advance(order, "open_matter", by=by, at=at, matter=matter)


@one_transaction
def link_case(file: WorkOrder | CallRecord, *, by: Officer, at: datetime, case: DisputeCase, reason: str) -> Any:
    """The call concerns a case that was opened elsewhere. One call may concern several, one case several calls."""
    file = file.workflow.advance(file, "link_case", by=by, at=at, note=reason)
    CaseLink.objects.create(call=call_of(file), case=case, linked_at=at, linked_by=by)
    return file


@one_transaction
def unlink_case(file: WorkOrder | CallRecord, *, by: Officer, at: datetime, case: DisputeCase, reason: str) -> Any:
    """The link was wrong. What was linked, by whom and why stays in the history."""
    file = file.workflow.advance(file, "unlink_case", by=by, at=at, note=reason)
    call_of(file).case_links.open().filter(case=case).update(ended_at=at)
    return file


def call_of(file: WorkOrder | CallRecord) -> CallRecord:
    return file.call if isinstance(file, WorkOrder) else file
