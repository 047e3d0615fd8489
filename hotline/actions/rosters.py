"""Drawing up a roster, publishing it, and changing who stands on a shift."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.calendars import calendar_of
from casework.deadlines import policy_in
from casework.errors import StepRefused
from casework.transactions import one_transaction
from hotline.coverage import Span
from hotline.models import DutyShift, Roster, ShiftChange
from hotline.patterns import Plan, Team, in_turn, is_holiday, repeated, span_of
from hotline.workflow import ROSTERS, SHIFTS
from organizations.models import Officer, UnionOrg

REPEATS = {"week": timedelta(weeks=1), "month": timedelta(weeks=4)}


@one_transaction
def plan(
    *,
    by: Officer,
    at: datetime,
    begins_on: date,
    ends_on: date,
    pattern: str,
    clocks: Sequence[time],
    leaders: Sequence[Officer] = (),
    operators: Sequence[Officer] = (),
    together: int = 1,
    lawyer: str = "",
    lawyer_phone: str = "",
) -> Roster:
    """A draft for the days, the last one included.

    `pattern` "turns" lets leaders and operators take turns; "week" and "month" repeat the seven or the 28 days before,
    so that everybody keeps the day of the week. What was not covered then is not covered now: publishing names it.
    """
    whole = span_of(begins_on, ends_on, clocks)
    roster = Roster(org=by.org, scope=by.path, begins_at=whole.begins_at, ends_at=whole.ends_at)
    ROSTERS.begin(roster, "plan", by=by, at=at)
    if pattern == "turns":
        hours = policy_in("law_officer_hours", roster.org.region, begins_on)
        team = Team(leaders, operators, together, lawyer, lawyer_phone, hours)
        plans: Iterable[Plan] = in_turn(whole, clocks, team, calendar_of(roster.org.region, begins_on))
    else:
        plans = repeated(whole, REPEATS[pattern], shifts_before(roster, REPEATS[pattern], by))
    write(roster, plans, at)
    return roster


def shifts_before(roster: Roster, length: timedelta, by: Officer) -> Iterable[DutyShift]:
    before = Span(roster.begins_at - length, roster.begins_at)
    own: Any = DutyShift.objects.visible_to(by).in_force().filter(org=roster.org)
    rows: Iterable[DutyShift] = own.overlapping(before).with_people().order_by("begins_at")
    return rows


def write(roster: Roster, plans: Iterable[Plan], at: datetime) -> None:
    """The rows of the shifts; a roster of a month is some ninety of them, so they are written together."""
    days = calendar_of(roster.org.region, timezone.localdate(roster.begins_at))
    wanted = list(plans)
    shifts = DutyShift.objects.bulk_create([row_of(roster, plan, is_holiday(plan.span, days), at) for plan in wanted])
    member = DutyShift.operators.through
    pairs = [(shift, officer) for shift, plan in zip(shifts, wanted, strict=True) for officer in plan.operators]
    member._default_manager.bulk_create([member(dutyshift=shift, officer=officer) for shift, officer in pairs])


def row_of(roster: Roster, plan: Plan, holiday: bool, at: datetime) -> DutyShift:
    return DutyShift(
        roster=roster,
        org=roster.org,
        scope=roster.scope,
        opened_at=at,
        begins_at=plan.span.begins_at,
        ends_at=plan.span.ends_at,
        leader=plan.leader,
        backup=plan.backup,
        lawyer=plan.lawyer,
        lawyer_phone=plan.lawyer_phone,
        is_holiday=holiday,
    )


@one_transaction
def add_shift(
    roster: Roster,
    *,
    by: Officer,
    at: datetime,
    begins_at: datetime,
    ends_at: datetime,
    leader: Officer,
    operators: Sequence[Officer],
    backup: Officer | None = None,
    lawyer: str = "",
    lawyer_phone: str = "",
) -> Roster:
    """One more shift in a draft. Raises StepRefused where it would meet another one, or leave the roster."""
    span = Span(begins_at, ends_at)
    roster = ROSTERS.advance(roster, "add_shift", by=by, at=at, note=str(span))
    met = roster.shifts.standing().overlapping(span).order_by("begins_at")
    if reasons := [_("%(span)s there is a shift already") % {"span": shift.span} for shift in met]:
        raise StepRefused("add_shift", reasons)
    if span.within(roster.span) != span:
        raise StepRefused("add_shift", _("%(span)s reaches beyond the roster") % {"span": span})
    write(roster, [Plan(span, leader, backup, operators, lawyer, lawyer_phone)], at)
    return roster


@one_transaction
def publish(roster: Roster, *, by: Officer, at: datetime, note: str = "") -> Roster:
    """Put the roster in force. Rosters which it covers wholly and which have not begun give way to it.

    Raises StepRefused with every minute nobody answers, every hour without a law officer on call, and whatever else a
    roster must not have.
    """
    UnionOrg.objects.select_for_update(no_key=True).get(
        pk=roster.org_id
    )  # two leaders at once publish one after the other
    covered = Roster.objects.visible_to(by).published().of_org(roster.org).overlapping(roster.span)
    for other in covered.filter(begins_at__gte=roster.begins_at, ends_at__lte=roster.ends_at).order_by("pk"):
        ROSTERS.advance(other, "supersede", by=Officer.objects.system(), at=at)
    return ROSTERS.advance(roster, "publish", by=by, at=at, note=note)


@one_transaction
def drop(shift: DutyShift, *, by: Officer, at: datetime) -> DutyShift:
    """Take a shift out of a draft. The roster is held meanwhile: nobody publishes it with the shift still counted."""
    Roster.objects.select_for_update().get(pk=shift.roster_id)
    return SHIFTS.advance(shift, "drop", by=by, at=at)


@one_transaction
def change(
    shift: DutyShift,
    *,
    by: Officer,
    at: datetime,
    leader: Officer,
    operators: Sequence[Officer],
    cause: str,
    backup: Officer | None = None,
    lawyer: str = "",
    lawyer_phone: str = "",
    reason: str = "",
) -> DutyShift:
    """Let others stand on the shift. Its hours stay, so a change never leaves a gap; who stood in for whom is kept."""
    planned = {"leader": shift.leader, "backup": shift.backup, "operators": list(shift.operators.all())}
    people = {"leader": leader, "backup": backup}
    on_call = {"lawyer": lawyer, "lawyer_phone": lawyer_phone}
    shift = SHIFTS.advance(shift, "change", by=by, at=at, note=reason, **people, **on_call)
    shift.operators.set(operators)
    given = {"cause": cause, "reason": reason, "by": by, "at": at}
    replaced = replacements(planned, {**people, "operators": list(operators)})
    ShiftChange.objects.bulk_create(
        [ShiftChange(shift=shift, part=part, before=old, after=new, **given) for part, old, new in replaced]
    )
    return shift


def replacements(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, Officer | None, Officer | None]]:
    """What differs, part by part; operators who go are matched with those who come."""
    P = ShiftChange.Part
    found = [(part.value, old[part.value], new[part.value]) for part in (P.LEADER, P.BACKUP)]
    gone = [officer for officer in old["operators"] if officer not in new["operators"]]
    come = [officer for officer in new["operators"] if officer not in old["operators"]]
    found += [(P.OPERATOR.value, before, after) for before, after in zip_longest(gone, come)]
    return [(part, before, after) for part, before, after in found if before != after]


@one_transaction
def hand_over(shift: DutyShift, *, by: Officer, at: datetime, open_matters: str) -> DutyShift:
    """Write what is open for those who come. Written again, the last words count until somebody signs."""
    return SHIFTS.advance(
        shift, "hand_over", by=by, at=at, open_matters=open_matters, handed_over_by=by, handed_over_at=at
    )


@one_transaction
def take_over(shift: DutyShift, *, by: Officer, at: datetime) -> DutyShift:
    """Sign the note of the shift before: from now on what is open is with the signer."""
    return SHIFTS.advance(shift, "take_over", by=by, at=at, taken_over_by=by, taken_over_at=at)
