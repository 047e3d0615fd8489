"""What a list of work orders points out."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from casework.templatetags.casework import PILL, today
from hotline.models import WorkOrder

register = template.Library()


@register.simple_tag(takes_context=True)
def marks(context: Context, order: WorkOrder) -> SafeString:
    """Urgent, near its limit, chased or pressed: a pill each."""
    return format_html_join(" ", PILL, [(tone, word) for word, tone in order.marks(today(context))])
