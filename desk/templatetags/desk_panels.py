"""What other apps know about a file, collected for its page."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

import disputes.panels
import hotline.panels
import referrals.panels
import supervision.panels
from casework.panels import Contact
from desk.early.forms import WarningForm

register = template.Library()
SOURCES: tuple[Any, ...] = (hotline.panels, disputes.panels, supervision.panels, referrals.panels)


@register.inclusion_tag("desk/panels.html", takes_context=True)
def panels(context: Context, file: Any) -> dict[str, Any]:
    """Linked files and what can be begun from here, as far as the officer may know."""
    officer = context["officer"]
    return {"panels": [panel for source in SOURCES for panel in source.panels(file, officer)]}


@register.simple_tag(takes_context=True)
def contact_of(context: Context, file: Any) -> Contact:
    """How the people behind a file may be reached."""
    return hotline.panels.contact(file, context["officer"])


@register.inclusion_tag("desk/contact.html", takes_context=True)
def contact_banner(context: Context, file: Any) -> dict[str, Any]:
    """The warning on every page that shows a telephone or asks for a call."""
    return {"contact": contact_of(context, file)}


@register.inclusion_tag("desk/parts/early_choice.html", takes_context=True)
def early_choice(context: Context) -> dict[str, Any]:
    """How early the person signed in wants to be warned."""
    form = context.get("warning_form") or WarningForm(officer=context["officer"], at=timezone.now())
    return {"form": form, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("desk/parts/same_employer.html", takes_context=True)
def same_employer(context: Context, form: Any) -> dict[str, Any]:
    """The card of the same employer for what stands in a form."""
    from desk.register import card

    names = ("employer_name", "place", "region", "employer")
    typed = {name: str(form[name].value() or "") if name in form.fields else "" for name in names}
    return card(context["officer"], **typed)
