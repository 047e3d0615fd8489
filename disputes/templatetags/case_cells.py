"""What a list says of a case, column by column. Made in Python: three hundred of these cells stand on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.templatetags.casework import due_day, pill, state_badge
from casework.words import NOTHING, day, money
from disputes.columns import Column
from disputes.limitation import Limitation, limitation_of
from disputes.models import DisputeCase
from disputes.steps import next_step

register = template.Library()


@register.simple_tag(takes_context=True)
def case_cell(context: Context, case: DisputeCase, column: Column) -> SafeString:
    looks, said = CELLS[column.name]
    return format_html('<td class="{}">{}</td>', looks, said(case, context))


def parties(case: DisputeCase, _context: Context) -> SafeString:
    return format_html("{}{}", case.title, format_html_join("", " {}", ((mark,) for mark in marks(case))))


def marks(case: DisputeCase) -> Iterator[SafeString]:
    """What is to be known of a case before it is opened."""
    if case.is_group:
        yield pill(_("Group"), "warning")
    if case.is_part:
        yield pill(_("Part"), "info")
    if case.is_restricted:
        yield pill(_("Restricted"), "warning")
    if limitation := limitation_of(case, timezone.localdate()):
        yield limitation_pill(limitation)


@register.simple_tag
def limitation_pill(limitation: Limitation) -> SafeString:
    if limitation.is_over:
        return pill(_("Limitation has ended"), "danger")
    left = ngettext("Limitation ends in %(days)d day", "Limitation ends in %(days)d days", limitation.days)
    return pill(left % {"days": limitation.days}, "danger" if limitation.is_close else "warning")


def next_step_link(case: DisputeCase, context: Context) -> SafeString:
    """The step that comes next, or nothing when others are to act."""
    verb = next_step(case, context["officer"].duty, timezone.localdate())
    if not verb:
        return format_html('<span class="muted">{}</span>', NOTHING)
    return format_html('<a href="{}">{}</a>', case.step_url(verb), case.workflow.label(verb))


CELLS: dict[str, tuple[str, Callable[[DisputeCase, Context], Any]]] = {
    "parties": ("wide", parties),
    "category": ("nowrap lesser", lambda case, _context: case.category.name),
    "amount": ("num", lambda case, _context: money(case.amount_claimed)),
    "stage": ("nowrap", lambda case, _context: state_badge(case)),
    "limit": ("nowrap", lambda case, context: due_day(context, case.day_that_counts)),
    "next_step": ("nowrap", next_step_link),
    "mediator": ("nowrap", lambda case, _context: case.mediator.name if case.mediator else NOTHING),
    "origin": ("nowrap", lambda case, _context: case.get_origin_display()),
    "received_on": ("nowrap", lambda case, _context: day(case.received_on)),
    "workers": ("num", lambda case, _context: case.worker_count),
    "org": ("", lambda case, _context: case.org),
}
