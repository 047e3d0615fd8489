"""How fields become HTML: as Django's templates say, but for choices, of which a list of a province has hundreds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SELECT = "django/forms/widgets/select.html"


class Renderer(DjangoTemplates):
    """A template for each option took longer than everything else on a list."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        if template_name == SELECT:
            return select(context["widget"])
        return super().render(template_name, context, request)


def select(widget: dict[str, Any]) -> SafeString:
    groups = format_html_join("", "{}", ((group(name, options),) for name, options, _index in widget["optgroups"]))
    return format_html('<select name="{}"{}>{}</select>', widget["name"], flatatt(widget["attrs"]), groups)


def group(name: str | None, options: Iterable[dict[str, Any]]) -> SafeString:
    shown = format_html_join("", '<option value="{}"{}>{}</option>', map(option, options))
    return format_html('<optgroup label="{}">{}</optgroup>', name, shown) if name else shown


def option(choice: dict[str, Any]) -> tuple[str, str, Any]:
    return str(choice["value"]), flatatt(choice["attrs"]) if choice["attrs"] else "", choice["label"]
