"""A call: taken down, and ended with an answer, a work order, or as no request at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from casework import paper_forms
from casework.deadlines import policy
from casework.employers import learn_name
from casework.models import Employer, PaperBatch
from casework.numbering import take_number
from casework.transactions import one_transaction
from casework.workflow import Act
from hotline.actions import incidents
from hotline.actions.orders import create, send
from hotline.actions.pressing import press_for_repeat
from hotline.models import CallRecord, WorkOrder
from hotline.units import propose
from hotline.workflow import CALLS, ORDERS
from organizations.models import Officer, UnionOrg

Rows = Sequence[dict[str, Any]]
ENDS = {"answer": "answer", "non_case": "close_non_case", "order": "open_order"}  # what follows from a call: its step


@one_transaction
def register(
    *,
    by: Officer,
    at: datetime,
    next_step: str,
    answer_given: str = "",
    time_class: str = WorkOrder.TimeClass.ORDINARY,
    urgent: bool = False,
    dispatched_to: UnionOrg | None = None,
    handler: Officer | None = None,
    limitation_facts: Rows = (),
    articles: Rows = (),
    dispatch_reason: str = "",
    **said: Any,
) -> CallRecord:
    """Register a call and end it as `next_step` says: "order", "answer", "non_case", or "later" to answer afterwards.

    `limitation_facts` are what moved the end of the year for arbitration, `articles` the versions the caller was told;
    `said` are the columns of the call, `notice_read`: the privacy notice in force has been read out, and `paper_no`:
    the number of the printed form it was written on, kept as its outside number. A call
    entered afterwards carries its real time in `started_at` and who took it in `handled_by`. Raises StepRefused where
    the request type, or what is missing, forbids that end.
    """
    call = taken_down(by, at, {"answer": answer_given, **said})
    begin(call, ENDS.get(next_step, ""), by=by, at=at)
    keep_aside(call, limitation_facts, articles)
    incidents.consider(call, by=by, at=at)
    if next_step == "order":
        target: dict[str, Any] = {"dispatched_to": dispatched_to, "handler": handler}
        target["dispatch_reason"] = dispatch_reason
        return ordered(call, by=by, at=at, time_class=time_class, urgent=urgent, **target)
    return call


def begin(call: CallRecord, end: str, *, by: Officer, at: datetime) -> None:
    """Write the call as it ends. Of one entered afterwards the history says who took it before it says the end."""
    if not call.entered_afterwards:
        CALLS.begin(call, "register", by=by, at=at, then=end)
        return
    CALLS.begin(call, "register", by=by, at=at)
    CALLS.record(call, "take", act=Act(call.handled_by, call.started_at))
    if end:
        CALLS.go_on(call, end, by=by, at=at)


def taken_down(by: Officer, at: datetime, said: dict[str, Any]) -> CallRecord:
    """The numbered row of a call. Raises WrongDuty before a number is taken."""
    began, took = said.pop("started_at", None), said.pop("handled_by", None)
    notice_read, paper_no = said.pop("notice_read", False), said.pop("paper_no", "")
    if non_case := said.get("non_case"):
        said["request_type"] = type_of(non_case)
    said["started_at"] = began or at - seconds(said, "ring_seconds") - seconds(said, "talk_seconds")
    said.setdefault("answered_at", answered_at(said))
    call = CallRecord(
        org=by.org,
        scope=by.path,
        handled_by=took or by,
        entered_by=by,
        entered_afterwards=bool(began or (took and took != by)),
        **said,
    )
    CALLS.check("register", call, Act(by, at))
    if paper_no:
        paper_forms.enter(call.org, PaperBatch.Kind.CALL, paper_no, by=by, at=at)
        call.external_no, call.entered_afterwards = paper_no, True
    if notice_read:
        call.notice_version = policy("privacy_notice_version", call, timezone.localdate(at))
    call.employer = known_employer(call)
    if call.employer:
        learn_name(call.employer, call.employer_name, by=by, at=at)
    call.number = take_number(call.org, "call", timezone.localdate(at))
    return call


def keep_aside(call: CallRecord, facts: Rows, articles: Rows) -> None:
    """What stood beside the form belongs to the call."""
    for row in facts:
        call.limitation_facts.create(**row)
    for row in articles:
        call.articles.create(**row)


def seconds(said: dict[str, Any], name: str) -> timedelta:
    return timedelta(seconds=said.get(name) or 0)


def answered_at(said: dict[str, Any]) -> datetime | None:
    """When somebody took the receiver off. A call that was no request, with nobody talking, rang in vain."""
    in_vain = said.get("non_case") and said.get("talk_seconds") is None
    by_telephone = said.get("channel", CallRecord.Channel.PHONE) == CallRecord.Channel.PHONE
    moment: datetime = said["started_at"]
    return moment + seconds(said, "ring_seconds") if by_telephone and not in_vain else None


def type_of(non_case: str) -> str:
    """Thanks are praise; everything else that is no request is invalid."""
    thanks = non_case == CallRecord.NonCase.THANKS
    return CallRecord.RequestType.PRAISE if thanks else CallRecord.RequestType.INVALID


def known_employer(call: CallRecord) -> Employer | None:
    """The one chosen, else that of this name in the division where the caller works; entered when new."""
    name = call.employer_name.strip()
    if call.employer:
        call.employer_name = name or call.employer.name
        return call.employer.head
    return Employer.objects.named(name, call.region) if name else None


@one_transaction
def answer(call: CallRecord, *, by: Officer, at: datetime, answer_given: str) -> CallRecord:
    """Close an inquiry or a praise with the answer given; other request types need a work order."""
    return CALLS.advance(call, "answer", by=by, at=at, answer=answer_given)


@one_transaction
def close_non_case(call: CallRecord, *, by: Officer, at: datetime, non_case: str) -> CallRecord:
    """Close a call in which nobody asked for anything; it counts in the totals of calls."""
    kind = {"non_case": non_case, "request_type": type_of(non_case)}
    return CALLS.advance(call, "close_non_case", by=by, at=at, **kind)


@one_transaction
def open_order(
    call: CallRecord,
    *,
    by: Officer,
    at: datetime,
    time_class: str = WorkOrder.TimeClass.ORDINARY,
    urgent: bool = False,
    dispatched_to: UnionOrg | None = None,
    handler: Officer | None = None,
    dispatch_reason: str = "",
) -> CallRecord:
    """Open a work order for the call and dispatch it, to the union the rules propose unless another is named.

    When the caller asks again about an order that is open, no second one is opened: that one is pressed.
    """
    call = CALLS.advance(call, "open_order", by=by, at=at)
    target: dict[str, Any] = {"dispatched_to": dispatched_to, "handler": handler, "dispatch_reason": dispatch_reason}
    return ordered(call, by=by, at=at, time_class=time_class, urgent=urgent, **target)


def ordered(
    call: CallRecord,
    *,
    by: Officer,
    at: datetime,
    time_class: str,
    urgent: bool,
    dispatched_to: UnionOrg | None,
    handler: Officer | None,
    dispatch_reason: str,
) -> CallRecord:
    """The call with its order on the way, or with the open one pressed."""
    if call.about and call.about.is_open and call.about.comes_from_caller_of(call):
        press_for_repeat(call.about, by=by, at=at)
        return call
    hurries = urgent or call.hurries or call.request_type == CallRecord.RequestType.EMERGENCY
    order = create(call, by=by, at=at, time_class=time_class, urgent=hurries)
    proposal = propose(call.category, call.region, by, timezone.localdate(at))
    unit = dispatched_to or (handler.org if handler else proposal.unit)
    send(order, proposal, by=by, at=at, unit=unit, handler=handler, reason=dispatch_reason, take=ORDERS.go_on)
    return call


@one_transaction
def follow(call: CallRecord, *, by: Officer, at: datetime, about: WorkOrder) -> CallRecord:
    """The call belongs to a work order that is open already, as those of many workers about one employer do."""
    return CALLS.advance(call, "follow", by=by, at=at, note=str(about), about=about)
