"""Calls and work orders, built by the verbs themselves."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from casework.models import Category
from hotline import actions
from hotline.models import CallRecord, WorkOrder
from organizations.models import Officer, Region
from tests.factories.organizations import OfficerFactory

PHONE = "13800001234"
RESULT = "单位已补发全部工资"


def officer_of(duty: str, region: str = "532923") -> Officer:
    found = Officer.objects.filter(duty=duty, org__region_id=region, org__kind="federation").first()
    return found or OfficerFactory(duty=duty, region=region)


def at(day: str, hour: int = 10, minute: int = 0) -> dt.datetime:
    return timezone.make_aware(dt.datetime.fromisoformat(f"{day}T{hour:02}:{minute:02}"))


def said(**changes: Any) -> dict[str, Any]:
    """What a caller says on the telephone."""
    return {
        "request_type": "complaint",
        "category": Category.objects.get(pk="0101"),
        "region": Region.objects.get(pk="532923"),
        "employer_name": "祥云测试建筑有限公司",
        "workers_affected": 5,
        "facts": "三个月工资未发",
        "claim": "要求支付工资",
        "caller_name": "杨测试",
        "caller_phone": PHONE,
        **changes,
    }


def CallFactory(*, by: Officer | None = None, when: dt.datetime | None = None, **changes: Any) -> CallRecord:
    """An inquiry that waits for its answer, unless `next_step` says how it ended."""
    end = {"next_step": "later", **changes}
    return actions.register(by=by or officer_of("hotline_operator"), at=when or timezone.now(), **said(**end))


def OrderFactory(
    state: str = "dispatched", *, region: str = "532923", when: dt.datetime | None = None, **changes: Any
) -> WorkOrder:
    """A work order walked to the state by its own steps."""
    when = when or timezone.now()
    place = Region.objects.get(pk=region)
    call = CallFactory(
        by=officer_of("hotline_operator", region), when=when, next_step="order", **{"region": place, **changes}
    )
    order = call.orders.get()
    case_officer = officer_of("case_officer", region)
    inspector = officer_of("quality_inspector", region)
    for name, by, more in WAY[: STATES.index(state)]:
        typed = more(when)
        order = getattr(actions, name)(order, by=case_officer if by == "unit" else inspector, at=when, **typed)
    return order


STATES = ["dispatched", "signed", "in_progress", "feedback_given", "callback_done", "closed"]
WAY: list[tuple[str, str, Any]] = [
    ("sign_for", "unit", lambda when: {}),
    ("start", "unit", lambda when: {"contacted_on": timezone.localdate(when)}),
    ("give_feedback", "unit", lambda when: {"result": RESULT}),
    (
        "record_callback",
        "inspector",
        lambda when: {"reached": True, "satisfaction": "satisfied", "attitude": "satisfied"},
    ),
    ("close", "inspector", lambda when: {}),
]
