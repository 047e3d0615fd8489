"""A row as it is now, held until its act ends, with what was read of its surroundings a moment ago."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import models

from casework.transactions import hold_once

if TYPE_CHECKING:
    from organizations.models import Officer


def lock(file: models.Model, by: Officer) -> Any:
    """The row as it is now, found through the officer's scope. The verbs within a verb hold it already."""
    visible = type(file)._default_manager.visible_to(by)  # type: ignore[attr-defined]
    return hold_once(file, by.pk, lambda: known(file, visible.select_for_update(of=("self",)).get(pk=file.pk)))


def known(file: models.Model, fresh: models.Model) -> models.Model:
    """The fresh row with what was read with the older one, as far as it names the same: unions, people, categories.

    They are read once in a request. Files beside it are always read anew: guards ask for their state under the lock.
    """
    for key in keys_to_surroundings(type(fresh)):
        row = key.get_cached_value(file, default=None)
        if row is not None and row.pk == getattr(fresh, key.attname):
            key.set_cached_value(fresh, row)
    return fresh


@cache
def keys_to_surroundings(model: type[models.Model]) -> list[Any]:
    """The foreign keys that lead to no file: a file has a workflow."""
    keys: list[Any] = [field for field in model._meta.concrete_fields if field.is_relation]
    return [key for key in keys if not hasattr(key.related_model, "workflow")]
