"""Rosters, incidents and sheets, built by the verbs themselves."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from casework.models import Category
from hotline.actions import incidents, reports, rosters, surge
from hotline.models import DutyShift, GroupIncident, Roster, SurgeSheet
from organizations.models import Officer, Region
from tests.factories.hotline import CallFactory, officer_of

CLOCKS = [dt.time(8, 30), dt.time(17, 30)]
CLAIM = "要求支付三个月工资"
TO_ALL = [{"to": to, "way": "phone"} for to in ("party_group", "superior", "government")]
FIRST, LAST = dt.date(2026, 12, 1), dt.date(2026, 12, 7)


def moment(text: str) -> dt.datetime:
    return timezone.make_aware(dt.datetime.fromisoformat(text))


BEFORE = moment("2026-11-25T10:00")


def DraftFactory(region: str = "532923", **changes: Any) -> Roster:
    """A week in two shifts a day, drawn up by the duty leader of the place."""
    leader, operator = officer_of("duty_leader", region), officer_of("hotline_operator", region)
    asked = {
        "begins_on": FIRST,
        "ends_on": LAST,
        "pattern": "turns",
        "clocks": CLOCKS,
        "leaders": [leader],
        "operators": [operator],
        "lawyer": "法律顾问",
    }
    return rosters.plan(by=leader, at=BEFORE, **{**asked, **changes})


def RosterFactory(region: str = "532923", **changes: Any) -> Roster:
    draft = DraftFactory(region, **changes)
    return rosters.publish(draft, by=officer_of("duty_leader", region), at=BEFORE)


def shift_at(roster: Roster, text: str) -> DutyShift:
    return roster.shifts.get(begins_at=moment(text))


def ProposalFactory(*, when: dt.datetime | None = None, **changes: Any) -> GroupIncident:
    """What a call of twelve workers puts before the duty leader."""
    CallFactory(when=when or BEFORE, workers_affected=12, **changes)
    return GroupIncident.objects.latest("pk")


def known(**changes: Any) -> dict[str, Any]:
    return {
        "region": Region.objects.get(pk="532923"),
        "place": "工地南门",
        "employer_name": "祥云测试建筑有限公司",
        "people": 12,
        "claim": CLAIM,
        "risk": "general",
        **changes,
    }


def leader_of(region: str = "532923") -> Officer:
    return officer_of("duty_leader", region)


def IncidentFactory(state: str = "running", *, when: dt.datetime | None = None, **changes: Any) -> GroupIncident:
    """An incident walked to the state by its own steps."""
    when = when or BEFORE
    leader = leader_of()
    if state == "proposed":
        return ProposalFactory(when=when)
    if state == "dismissed":
        return incidents.dismiss(ProposalFactory(when=when), by=leader, at=when, reason="系个别咨询")
    incident = incidents.report(by=leader, at=when, **known(**changes))
    if state == "running":
        return incident
    for kind in ("phone", "first"):
        incident = give(incident, kind, when + dt.timedelta(minutes=20))
    incident = incidents.settle(incident, by=leader, at=when + dt.timedelta(hours=2), reason="工人已返岗")
    if state == "settled":
        return incident
    incident = give(incident, "closing", when + dt.timedelta(hours=20))
    return incidents.close(incident, by=leader, at=when + dt.timedelta(hours=21))


def give(incident: GroupIncident, kind: str, at: dt.datetime, **changes: Any) -> GroupIncident:
    said = {"text": "现场秩序平稳", "addressees": TO_ALL, **changes}
    return reports.give_report(incident, by=leader_of(), at=at, kind=kind, **said)


def SheetFactory(
    incident: GroupIncident | None = None, *, when: dt.datetime | None = None, by: Officer | None = None
) -> SurgeSheet:
    incident = incident or IncidentFactory(when=when)
    said = {
        "region": Region.objects.get(pk="532923"),
        "category": Category.objects.get(pk="0107"),
        "facts": "项目停工，三个月工资未发",
        "claim": CLAIM,
    }
    surge.open_sheet(incident, by=by or leader_of(), at=when or BEFORE, **said)
    return SurgeSheet.objects.get(incident=incident)
