"""What a list shows beside a case: the next step, and that the limitation of arbitration ends."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from casework.workflow import StepOffer
from disputes.limitation import Limitation, limitation_of
from disputes.models import DisputeCase
from disputes.steps import next_step
from organizations.models import Officer

register = template.Library()


@register.filter
def opens(offers: list[StepOffer], verb: str) -> bool:
    return any(offer.verb == verb and offer.allowed for offer in offers)


@register.inclusion_tag("disputes/next_step.html")
def next_step_of(case: DisputeCase, officer: Officer) -> dict[str, Any]:
    """A link to the step, or nothing when others are to act."""
    verb = next_step(case, officer.duty, timezone.localdate())
    if not verb:
        return {}
    return {"label": case.workflow.label(verb), "url": case.step_url(verb)}


@register.simple_tag
def limitation_ending(case: DisputeCase) -> Limitation | None:
    """What to warn of, nothing while the end is far."""
    return limitation_of(case, timezone.localdate())
