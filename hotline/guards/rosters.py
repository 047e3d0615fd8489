"""Why a step on a roster or a shift is not possible, in the officer's words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.calendars import calendar_of
from casework.deadlines import policy
from hotline.coverage import Span, gaps, overlaps

if TYPE_CHECKING:
    from casework.workflow import Act
    from hotline.models import DutyShift, Roster

NAMED = 10  # gaps told one by one; whoever leaves more than that has not begun yet


def is_own(file: Roster | DutyShift, act: Act) -> str:
    """A roster is drawn up by the organisation whose people stand on it."""
    if act.by.org_id == file.org_id:
        return ""
    return _("Only the duty leader of %(org)s draws up this roster.") % {"org": file.org}


def spans_of(roster: Roster) -> list[Span]:
    return [shift.span for shift in roster.shifts.standing()]


def covers_every_minute(roster: Roster, act: Act) -> str:
    """Day and night without a gap; each gap is named."""
    found = gaps(roster.span, spans_of(roster))
    return told([_("%(span)s nobody on duty") % {"span": gap} for gap in found])


def nobody_leads_beside_another(roster: Roster, act: Act) -> str:
    found = overlaps(spans_of(roster))
    return told([_("%(span)s two shifts at once") % {"span": both} for both in found])


def lies_inside(roster: Roster, act: Act) -> str:
    """A shift that reaches beyond the roster would meet that of the next one."""
    beyond = [span for span in spans_of(roster) if span.within(roster.span) != span]
    return told([_("%(span)s reaches beyond the roster") % {"span": span} for span in beyond])


def has_operators(roster: Roster, act: Act) -> str:
    empty = roster.shifts.standing().filter(operators=None).order_by("begins_at")
    return told([_("%(span)s without an operator") % {"span": shift.span} for shift in empty])


def everybody_serves(roster: Roster, act: Act) -> str:
    """Nobody is put on duty whose right to it has ended."""
    shifts = roster.shifts.standing().with_people().order_by("begins_at")
    lost = [(shift, who) for shift in shifts for who in shift.staff if not serves(who, shift.ends_at)]
    words = _("%(span)s %(name)s no longer holds this duty")
    return told([words % {"span": shift.span, "name": who.name} for shift, who in lost])


def serves(officer: Any, at: datetime) -> bool:
    ends = officer.valid_until
    return not officer.suspended and (ends is None or timezone.localdate(at - timedelta(seconds=1)) <= ends)


def law_officer_is_on_call(roster: Roster, act: Act) -> str:
    """Policy `law_officer_hours`: from when to when on working days; an empty list switches the rule off."""
    with_lawyer = [shift.span for shift in roster.shifts.standing() if shift.lawyer]
    missing = [gap for hours in office_hours(roster, act) for gap in gaps(hours, with_lawyer)]
    return told([_("%(span)s no law officer or lawyer on call") % {"span": gap} for gap in missing])


def office_hours(roster: Roster, act: Act) -> Iterator[Span]:
    """The hours of every working day in the span."""
    hours = policy("law_officer_hours", roster, act.today)
    days = calendar_of(roster.org.region, act.today)
    day, last = timezone.localdate(roster.begins_at), timezone.localdate(roster.ends_at)
    while hours and day <= last:
        if days.works(day, regional=days.regional_counts):
            begin, end = (timezone.make_aware(datetime.combine(day, time.fromisoformat(clock))) for clock in hours)
            if inside := Span(begin, end).within(roster.span):
                yield inside
        day += timedelta(days=1)


def meets_no_other(roster: Roster, act: Act) -> str:
    """A roster may take the place of others, but only of whole ones: what it would cut off had nobody on duty."""
    other = type(roster)._default_manager.visible_to(act.by).published().of_org(roster.org)
    cut_off = [row for row in other.overlapping(roster.span) if row.span.within(roster.span) != row.span]
    words = _("“%(other)s” is in force for a part of this time. Begin where it ends, or cover all of it.")
    return told([words % {"other": row} for row in cut_off])


def told(reasons: list[str]) -> str:
    """All of them in one line; of very many the first ones and how many more."""
    if len(reasons) <= NAMED:
        return _("; ").join(reasons)
    more = _("and %(count)d more") % {"count": len(reasons) - NAMED}
    return _("; ").join([*reasons[:NAMED], more])


def is_draft(shift: DutyShift, act: Act) -> str:
    drafted = shift.roster.state == "draft"
    return "" if drafted else _("The roster is published: change who stands on the shift instead.")


def is_in_force(shift: DutyShift, act: Act) -> str:
    return "" if shift.roster.state == "published" else _("The roster is not in force.")


def is_not_superseded(shift: DutyShift, act: Act) -> str:
    return "" if shift.roster.state != "superseded" else _("The roster was superseded.")


def is_not_over(shift: DutyShift, act: Act) -> str:
    return _("The shift is over.") if shift.is_over(act.at) else ""


def has_not_begun(roster: Roster, act: Act) -> str:
    """Who was on duty stays as it was: a roster already in use is changed shift by shift."""
    begun = roster.begins_at <= act.at
    return _("“%(roster)s” is in use already: change its shifts instead.") % {"roster": roster} if begun else ""


def has_begun(shift: DutyShift, act: Act) -> str:
    return "" if shift.begins_at <= act.at else _("The shift has not begun yet.")


def is_on_it(shift: DutyShift, act: Act) -> str:
    """Who stood on the shift hands over."""
    return "" if act.by in shift.staff else _("Only who is on this shift hands it over.")


def comes_next(shift: DutyShift, act: Act) -> str:
    """Who stands on the shift that begins when this one ends takes over."""
    following = type(shift)._default_manager.handed_to(shift).with_people().first()
    if following is None:
        return _("No shift follows this one yet: publish the next roster first.")
    return "" if act.by in following.staff else _("Only who is on the following shift takes over.")


def note_is_written(shift: DutyShift, act: Act) -> str:
    return "" if shift.open_matters.strip() else _("Please write down what is open, or that nothing is.")
