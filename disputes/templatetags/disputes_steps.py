"""Whether a step is open, for links beside what it is about."""

from __future__ import annotations

from django import template

from casework.workflow import StepOffer

register = template.Library()


@register.filter
def opens(offers: list[StepOffer], verb: str) -> bool:
    return any(offer.verb == verb and offer.allowed for offer in offers)
