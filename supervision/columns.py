"""The columns of the documents list: where each document stands, and what can be done today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.panels import bounded
from supervision.querysets import DocumentQuerySet


@dataclass(frozen=True)
class Column:
    code: str
    label: Any
    note: Any
    rows: Callable[[DocumentQuerySet, date], DocumentQuerySet]


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
    ),
    Column("verify", _("To be assessed and verified"), "", lambda rows, _today: rows.to_verify()),
]


def column(found: Column, rows: DocumentQuerySet, today: date, *, current: bool) -> Counter:
    """How many there are in the column, counted as far as anybody reads."""
    return Counter(found.label, found.note, bounded(found.rows(rows, today)), column_url(found.code), current)


def column_url(code: str) -> str:
    return f"{reverse('supervision:documents')}?column={code}"
