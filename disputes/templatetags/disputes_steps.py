"""The next step of a case in a list."""

from __future__ import annotations

from typing import Any

from django import template

from disputes.models import DisputeCase
from disputes.steps import next_step
from organizations.models import Officer

register = template.Library()


@register.inclusion_tag("disputes/next_step.html")
def next_step_of(case: DisputeCase, officer: Officer) -> dict[str, Any]:
    """A link to the step, or nothing when others are to act."""
    verb = next_step(case, officer.duty)
    if not verb:
        return {}
    return {"label": case.workflow.label(verb), "url": case.step_url(verb)}
