"""The columns of the documents list: where each document stands, and what can be done today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.panels import bounded_all
from supervision.querysets import DocumentQuerySet


@dataclass(frozen=True)
class Column:
    code: str
    label: Any
    note: Any
    rows: Callable[[DocumentQuerySet, date], DocumentQuerySet]
    soon: Callable[[DocumentQuerySet, date], DocumentQuerySet] | None = None


@dataclass(frozen=True)
class Counter:
    label: Any
    note: Any
    value: str
    url: str
    current: bool


COLUMNS = [
    Column("drafting", _("Being drafted"), "", lambda rows, _today: rows.drafting()),
    Column("review", _("To be reviewed"), "", lambda rows, _today: rows.to_review()),
    Column("signature", _("To be signed"), _("reviewed"), lambda rows, _today: rows.to_sign()),
    Column("service", _("To be served"), "", lambda rows, _today: rows.to_serve()),
    Column("awaiting", _("Served, awaiting reply"), "", lambda rows, today: rows.awaiting(today)),
    Column(
        "escalate",
        _("May be escalated"),
        _("the next document is possible today"),
        lambda rows, today: rows.escalatable(today),
        lambda rows, today: rows.escalatable_from(today + timedelta(days=1)),
    ),
    Column("verify", _("To be assessed and verified"), "", lambda rows, _today: rows.to_verify()),
]


def counters(rows: DocumentQuerySet, today: date, chosen: str) -> list[Counter]:
    """How many there are in each column, counted as far as anybody reads, in one statement."""
    lists = [found.rows(rows, today) for found in COLUMNS]
    lists += [found.soon(rows, today) for found in COLUMNS if found.soon]
    values = iter(bounded_all(lists))
    shown = [(found, next(values)) for found in COLUMNS]
    soon = {found.code: next(values) for found in COLUMNS if found.soon}
    return [
        Counter(found.label, note(found, soon), value, column_url(found.code), found.code == chosen)
        for found, value in shown
    ]


def note(found: Column, soon: dict[str, str]) -> Any:
    """What the number means; where more become possible tomorrow, how many."""
    if soon.get(found.code, "0") == "0":
        return found.note
    return _("%(count)s more from tomorrow on") % {"count": soon[found.code]}


def column_url(code: str) -> str:
    return f"{reverse('supervision:documents')}?column={code}"
