"""Re-sealing everything under the current key, so that a former key can be taken out of the ring."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models.functions import Cast

from . import vault
from .errors import UnreadableSecret
from .fields import EncryptedTextField, blind_indexes


@dataclass
class Progress:
    """How far one table is: rows re-sealed so far, and the keys of rows that cannot be read."""

    label: str
    done: int = 0
    unreadable: list[Any] = field(default_factory=list)


def sealed_models() -> list[type[models.Model]]:
    """Every table with sealed columns of its own."""
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed and _columns(model)]


def stale(model: type[models.Model]) -> "models.QuerySet[Any]":
    """The rows in which some value is sealed under a former key or another cipher, in order of their key."""
    former = models.Q()
    rows = model._base_manager.all()
    for column in _columns(model):
        alias = f"{column.name}_as_stored"
        rows = rows.alias(**{alias: Cast(column.name, models.TextField())})
        current = models.Q(**{f"{alias}__startswith": vault.current_prefix()})
        former |= ~(current | models.Q(**{alias: ""}) | models.Q(**{f"{alias}__isnull": True}))
    return rows.filter(former).order_by("pk")


def rotate(model: type[models.Model], batch: int = 500) -> Iterator[Progress]:
    """Re-seal the stale rows of one table, one transaction a batch. Stopped at any point, it goes on where it was."""
    progress, last = Progress(model._meta.label), None
    while keys := _next_keys(model, last, batch):
        with transaction.atomic():
            for key in keys:
                _reseal(model, key, progress)
        last = keys[-1]
        yield progress


def _next_keys(model: type[models.Model], last: Any, batch: int) -> list[Any]:
    rows = stale(model) if last is None else stale(model).filter(pk__gt=last)
    return list(rows.values_list("pk", flat=True)[:batch])


def _reseal(model: type[models.Model], key: Any, progress: Progress) -> None:
    """Write one row's values again, with the row locked so that a change made meanwhile is not undone."""
    indexes = blind_indexes(model)
    names = {column.name for column in _columns(model)} | {index.of for index in indexes}
    try:
        row = model._base_manager.select_for_update().filter(pk=key).values(*names).first()
    except UnreadableSecret:
        progress.unreadable.append(key)
        return
    if row:
        values = {column.name: row[column.name] for column in _columns(model)}
        values |= {index.name: index.blind(row[index.of] or "") for index in indexes}
        model._base_manager.filter(pk=key).update(**values)
        progress.done += 1


def _columns(model: type[models.Model]) -> list[EncryptedTextField]:
    return [column for column in model._meta.local_fields if isinstance(column, EncryptedTextField)]
