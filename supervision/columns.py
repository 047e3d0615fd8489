"""The columns of the documents list: where each document stands, and what can be done today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.panels import bounded_all
from supervision.models import SupervisionDocument
from supervision.prospects import Prospect, prospect
from supervision.querysets import DocumentQuerySet

MOST_SHOWN = 5  # documents of a column on the board; the column itself is one click away


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
    code: str = ""


@dataclass(frozen=True)
class Lane:
    """One column of the board: its counter and the most urgent documents in it, each with what is said of it."""

    counter: Counter
    cards: list[tuple[SupervisionDocument, Prospect | None]]


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
        Counter(found.label, note(found, soon), value, column_url(found.code), found.code == chosen, found.code)
        for found, value in shown
    ]


def lanes(rows: DocumentQuerySet, today: date) -> list[Lane]:
    """The board: all columns with their first documents, the most urgent on top, a statement for each."""
    return [
        Lane(counter, [card(document, found, today) for document in first(found, rows, today)])
        for found, counter in zip(COLUMNS, counters(rows, today, ""), strict=True)
    ]


def first(found: Column, rows: DocumentQuerySet, today: date) -> list[SupervisionDocument]:
    """Where tomorrow brings more, those stand here too, saying so."""
    listed = found.rows(rows, today + timedelta(days=1) if found.soon else today)
    return list(listed.for_list().order_by(F("due_on").asc(nulls_last=True), "pk")[:MOST_SHOWN])


def card(document: SupervisionDocument, found: Column, today: date) -> tuple[SupervisionDocument, Prospect | None]:
    return document, prospect(document, today) if found.soon else None


def note(found: Column, soon: dict[str, str]) -> Any:
    """What the number means; where more become possible tomorrow, how many."""
    if soon.get(found.code, "0") == "0":
        return found.note
    return _("%(count)s more from tomorrow on") % {"count": soon[found.code]}


def column_url(code: str) -> str:
    return f"{reverse('supervision:documents')}?column={code}"
