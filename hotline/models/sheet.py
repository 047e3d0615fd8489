"""What fields of a call sheet say, in the words of the form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext

from casework.words import day


class Sheet(models.Model):
    """Shows what was filled in, in the words of the form."""

    class Meta:
        abstract = True

    def filled(self, names: Iterable[str]) -> list[tuple[Any, Any]]:
        """Name and value, in words, of the fields that say something."""
        shown = [(self._meta.get_field(name), self.in_words(name)) for name in names]
        return [(field.verbose_name, value) for field, value in shown if value]  # type: ignore[union-attr]

    def in_words(self, name: str) -> Any:
        value = getattr(self, name)
        field: Any = self._meta.get_field(name)
        if isinstance(field, ArrayField):
            names: dict[str, Any] = dict(field.base_field.flatchoices)
            return gettext(", ").join(str(names.get(code, code)) for code in value)
        if isinstance(field, models.BooleanField) and value is not None:
            return gettext("Yes") if value else gettext("No") if field.null else ""
        if isinstance(field, models.DateField):
            return day(value) if value else ""
        return getattr(self, f"get_{name}_display")() if field.choices else value
