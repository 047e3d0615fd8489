"""The parts every file page shows, and the words of days and amounts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms, template
from django.forms import BoundField
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from casework import words
from casework.arranging import arranged
from casework.calendars import calendar_of
from casework.early.window import soon_until
from casework.periods import Calendar, Unit
from casework.timeline import narrowed
from casework.workflow import StepOffer

register = template.Library()
register.filter("day", words.day)
register.filter("instant", words.instant)
register.filter("money", words.money)
register.filter("why", words.why)

SPARE_ROWS = 3
KEYS = {"assign": "a", "edit": "e", "amend": "e", "add_task": "t"}
PILL = '<span class="pill pill-{}">{}</span>'


@register.filter
def rate(value: Decimal | float | None, digits: int = 1) -> str:
    return words.rate(value, int(digits))


@register.filter
def state_badge(file: Any) -> SafeString:
    """The state as a pill; a concluded file looks settled, a running one looks running."""
    tone = getattr(file, "state_tone", "info")
    return format_html(PILL, tone, file.get_state_display())


@register.simple_tag
def pill(text: str, tone: str = "neutral") -> SafeString:
    """A word with a shape and a colour. Tones: danger, warning, info, success, neutral."""
    return format_html(PILL, tone, text)


@register.simple_tag(takes_context=True)
def due(context: Context, deadline: Any) -> SafeString:
    """The remaining time of one deadline as a pill. Reads the calendar: for one file, not for every row of a list."""
    on = today(context)
    found = due_of(deadline, on, calendar_for(deadline.file, [deadline], on), soon(context))
    return format_html(PILL, found.tone, found.text)


def due_of(deadline: Any, on: date, calendar: Calendar | None, near: date) -> words.Due:
    if deadline.met_on is None and any(pause.until_on is None for pause in deadline.pauses.all()):
        return words.Due(_("The clock is stopped"), "info")
    if deadline.met_on is None and deadline.due_on < on and deadline.rule.code in deadline.file.CHANCES:
        return words.Due(_("Time has run out"), "neutral")
    if deadline.due_at:
        return words.due_instant_words(deadline.due_at, timezone.now(), deadline.met_at)
    unit, met_on = deadline.rule.unit, deadline.met_on
    return words.due_words(deadline.due_on, on, soon=near, unit=unit, met_on=met_on, calendar=calendar)


def calendar_for(file: Any, deadlines: Iterable[Any], on: date) -> Calendar | None:
    """The calendar of the organisation that must act, when a running clock counts working days."""
    if any(d.met_on is None and d.rule.unit == Unit.WORKING for d in deadlines):
        return calendar_of(file.org.region, on)
    return None


def today(context: Context) -> date:
    return context.get("today") or timezone.localdate()


def soon(context: Context) -> date:
    """The last day this officer wants pointed out; to who is not signed in nothing but today is near."""
    officer = context.get("officer")
    return soon_until(officer, today(context)) if officer else today(context)


@register.simple_tag(takes_context=True)
def due_day(context: Context, due_on: date | None, due_at: datetime | None = None) -> SafeString:
    """The remaining time to a plain day or an instant, for lists: natural days, a dash when nothing runs."""
    if due_at is not None:
        found = words.due_instant_words(due_at, timezone.now())
        return format_html(PILL, found.tone, found.text)
    if due_on is None:
        return format_html("{}", words.NOTHING)
    found = words.due_words(due_on, today(context), soon=soon(context))
    return format_html(PILL, found.tone, found.text)


@register.simple_tag
def by_line(officer: Any) -> str:
    """Who acted: name, duty and organisation; the clock itself is the system."""
    if officer.body is None:
        return str(officer.get_duty_display())
    line = {"name": officer.name, "duty": officer.get_duty_display(), "body": officer.body}
    return _("%(name)s (%(duty)s, %(body)s)") % line


def why_url(deadline: Any) -> str:
    """The page that explains the last day, day by day; minutes and hours need no explaining."""
    return "" if deadline.due_at else reverse("casework:why", args=[deadline._meta.label_lower, deadline.pk])


@register.inclusion_tag("parts/stage_bar.html")
def stage_bar(file: Any) -> dict[str, Any]:
    return {"stages": file.stages()}


@register.inclusion_tag("parts/steps.html", takes_context=True)
def steps(context: Context, file: Any, offers: Iterable[StepOffer] | None = None) -> dict[str, Any]:
    """What to do next, the other open steps by purpose, and the closed ones with their reasons."""
    found = context.get("offers") if offers is None else offers
    return {"file": file, "steps": arranged(found or [], context.get("awaited") or ())}


@register.filter
def step_link(file: Any, verb: str) -> str:
    return str(file.step_url(verb))


@register.filter
def step_key(verb: str) -> str:
    """The key that takes to the step, if it has one."""
    return KEYS.get(verb, "")


@register.inclusion_tag("parts/deadlines.html", takes_context=True)
def deadlines(context: Context, file: Any, rows: Iterable[Any] | None = None) -> dict[str, Any]:
    """The clocks of the file, running ones first."""
    if rows is None:
        rows = context.get("deadlines")
    if rows is None:
        rows = file.deadlines.select_related("rule").prefetch_related("pauses")
    found = sorted(rows, key=lambda d: (d.met_on is not None, d.due_on))
    on = today(context)
    calendar, near = calendar_for(file, found, on), soon(context)
    return {"rows": [{"deadline": d, "due": due_of(d, on, calendar, near), "why": why_url(d)} for d in found]}


@register.inclusion_tag("parts/timeline.html", takes_context=True)
def timeline(context: Context, file: Any, events: Iterable[Any] | None = None) -> dict[str, Any]:
    """What happened, newest first; of a long history one kind of act alone."""
    rows = context.get("events") if events is None else events
    found = list(file.events.for_timeline() if rows is None else rows)
    for event in found:
        event.file = file
    request = context.get("request")
    shown, kinds = narrowed(found, request.GET if request else {})
    return {"events": shown, "kinds": kinds}


@register.inclusion_tag("parts/attachments.html", takes_context=True)
def attachments(context: Context, file: Any, papers: Iterable[Any] | None = None) -> dict[str, Any]:
    rows = context.get("attachments") if papers is None else papers
    if rows is None:
        rows = file.attachments.select_related("blob", "by__user", "by__org", "by__authority")
    return {"attachments": list(rows)}


@register.inclusion_tag("parts/rows.html")
def rows(field: BoundField) -> dict[str, Any]:
    """A list of rows inside a form: what was typed, spare rows, and one to copy for the script."""
    typed = field.value() or []
    bound = field.form.is_bound
    found = [row_form(field, n, row, bound=bound) for n, row in enumerate(typed)]
    least: int = field.field.min_rows  # type: ignore[attr-defined]  # a RowsField
    spare = max(SPARE_ROWS, least - len(found))
    found += [row_form(field, len(typed) + n) for n in range(spare)]
    optional = not field.field.required
    return {"field": field, "rows": found, "blank": row_form(field, "__n__"), "optional_rows": optional}


def row_form(field: BoundField, n: int | str, row: Any = None, *, bound: bool = False) -> forms.Form:
    """One row under the names `<field>-<n>-<sub>`; a typed one is bound, so that its errors show at their fields."""
    prefix = f"{field.html_name}-{n}"
    made: type[forms.Form] = field.field.row_form  # type: ignore[attr-defined]  # a RowsField
    if bound and row:
        return made({f"{prefix}-{name}": value for name, value in row.items()}, prefix=prefix)
    return made(prefix=prefix, initial=row)


@register.inclusion_tag("parts/presence.html")
def presence(file: Any) -> dict[str, Any]:
    """Who else has this file open; files without a page of their own have no such line."""
    if not file.pk or not hasattr(file, "collection"):
        return {}
    try:
        return {"url": reverse(f"{file._meta.app_label}:{file.collection}-presence", args=[file.pk])}
    except NoReverseMatch:
        return {}
