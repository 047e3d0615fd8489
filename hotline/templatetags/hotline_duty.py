"""Who answers now, and how long until a report is due."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from casework.templatetags.casework import PILL
from hotline.desk.watch import answering
from hotline.models import DutyShift, IncidentReport
from organizations.models import UnionOrg

register = template.Library()
MINUTE = 60
HOUR = 60 * MINUTE
SOON = 30 * MINUTE


@register.inclusion_tag("hotline/parts/on_duty.html", takes_context=True)
def on_duty(context: Context, org: UnionOrg | None = None) -> dict[str, Any]:
    """The people on duty for an organisation, or for the nearest one above it."""
    officer = context["officer"]
    whose = org or officer.org
    shift: DutyShift | None = answering(officer, org)
    return {"shift": shift, "climbed": bool(shift and whose and shift.org_id != whose.pk)}


@register.simple_tag
def shift_state(shift: DutyShift, now: datetime) -> SafeString:
    """The state of a shift; one that is over without a note is pointed out."""
    if shift.handed_over_at is None and shift.is_over(now):
        return format_html(PILL, "danger", _("Not handed over"))
    return format_html(PILL, shift.state_tone, shift.get_state_display())


@register.simple_tag
def report_due(report: IncidentReport | None, now: datetime) -> SafeString:
    """The time left, or how late, in hours and minutes; the pill says it in colour too."""
    if report is None:
        return format_html("{}", "—")
    if report.lapsed_at:
        return format_html(PILL, "neutral", _("no longer needed"))
    seconds = int((report.due_at - (report.given_at or now)).total_seconds())
    if report.given_at:
        late = _("given %(time)s late") % {"time": span_words(-seconds)}
        return format_html(PILL, *(("success", _("given in time")) if seconds >= 0 else ("warning", late)))
    if seconds < 0:
        return format_html(PILL, "danger", _("overdue by %(time)s") % {"time": span_words(-seconds)})
    left = _("%(time)s left") % {"time": span_words(seconds)}
    return format_html(PILL, "warning" if seconds <= SOON else "neutral", left)


def span_words(seconds: int) -> str:
    """ "1 h 35 min"; less than a minute is a minute."""
    hours, rest = divmod(seconds, HOUR)
    minutes = max(rest // MINUTE, 0 if hours else 1)
    if not hours:
        return _("%(minutes)d min") % {"minutes": minutes}
    return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": minutes}
