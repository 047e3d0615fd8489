"""How a letter is laid out on a page."""

from __future__ import annotations

from django import template

from supervision.letters import MISSING

register = template.Library()
AFTER_HEADING_NUMBER = "\u3001"  # the mark behind a first-level heading's number (GB/T 9704)


@register.filter
def pieces(line: str) -> list[str]:
    """The line cut where a value is still to be filled in."""
    return line.split(MISSING)


@register.filter
def is_heading(line: str) -> bool:
    return line[1:2] == AFTER_HEADING_NUMBER
