"""Reports of the last months for a demonstration: most were filed, some wait for somebody, one was returned."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.utils import timezone

from organizations.models import Duty, Officer, UnionOrg
from reports import actions
from reports.filings.spans import SPANS
from reports.models import Filing
from reports.periods import Period

WORDS = Path(__file__).parent / "data" / "demonstration.json"
SHOWN, ABOVE = "532923", "5329"
MONTHS, MONTHS_OF_OTHERS = 4, 1
# How far the newest report of each county below the prefecture has come, in turn.
PROGRESS = ("sent", "signed", "made", "due", "sent", "checked")
OTHERS = ("bimonthly", "quarterly", "half_year")
WEEKS = 3
STEPS = ("make", "check_figures", "sign", "send_up")
STATES = ("due", "made", "checked", "signed", "sent")
MAKERS = (Duty.STATISTICIAN, Duty.DUTY_LEADER, Duty.SIGNATORY, Duty.STATISTICIAN)


def file_reports(has: Callable[[str], bool], now: datetime) -> None:
    """The counties of one prefecture file; each is played with the part of the province that `has` it."""
    today = timezone.localdate(now)
    orgs = UnionOrg.objects.filter(region__code__startswith=ABOVE, kind="federation", level="county")
    staffed = orgs.filter(officers__duty=Duty.STATISTICIAN).distinct().select_related("region").order_by("path")
    for n, org in enumerate(staffed):
        if not has(org.region_id or ""):
            continue
        months = MONTHS if org.region_id == SHOWN else MONTHS_OF_OTHERS
        for back in range(months, 0, -1):
            until = STATES[-1] if back > 1 else PROGRESS[n % len(PROGRESS)]
            file_one(org, "monthly", months_ago(back, today), until, now)
    if has(SHOWN):
        file_others(orgs.get(region_id=SHOWN), today, now)


def file_others(shown: UnionOrg, today: date, now: datetime) -> None:
    """One county shows every kind of report."""
    for kind in OTHERS:
        file_one(shown, kind, SPANS[kind](SPANS[kind](today).first - timedelta(days=1)), "sent", now)
    for back in range(WEEKS, 0, -1):
        file_one(shown, "weekly", SPANS["weekly"](today - timedelta(weeks=back)), "sent" if back > 1 else "due", now)


def months_ago(n: int, today: date) -> Period:
    day = today
    for _n in range(n):
        day = SPANS["monthly"](day).first - timedelta(days=1)
    return SPANS["monthly"](day)


def file_one(org: UnionOrg, kind: str, period: Period, until: str, now: datetime) -> None:
    """One report with its steps on the days after its period, as far as it has come."""
    at = timezone.make_aware(datetime.combine(period.last + timedelta(days=1), time(9)))
    filing = actions.fall_due(org, kind, period, by=Officer.objects.system(), at=at)
    for verb, duty in list(zip(STEPS, MAKERS, strict=True))[: STATES.index(until)]:
        at = min(at + timedelta(hours=3), now)
        officer = maker(org, duty, filing)
        if officer is None:
            return
        more = texts() if verb == "make" else {}
        filing = getattr(actions, verb)(filing, by=officer, at=at, **more)


def texts() -> dict[str, str]:
    found: dict[str, str] = json.loads(WORDS.read_text(encoding="utf-8"))
    return found


def maker(org: UnionOrg, duty: str, filing: Filing) -> Officer | None:
    """Somebody with the duty who did not make the report, where it takes another person."""
    found = org.officers.filter(duty=duty).select_related("user", "org__region").order_by("pk")
    if duty != Duty.STATISTICIAN and filing.snapshot:
        found = found.exclude(user=filing.snapshot.by.user_id)
    return found.first()
