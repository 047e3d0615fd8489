"""The columns of the list of cases: each person chooses, and the choice outlives the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from casework.models import ListColumns
from disputes.querysets import READERS
from organizations.models import Duty, Officer

PAGE = "disputes:cases"
KEEPERS = READERS | {Duty.MEDIATOR}  # who has a list of cases at all, and may keep it as they like


@dataclass(frozen=True)
class Column:
    name: str
    label: Any
    usual: bool = True
    numeric: bool = False
    lesser: bool = False  # left out of a narrow window, as the case itself says it


COLUMNS = (
    Column("parties", _("Parties")),
    Column("category", _("Category"), lesser=True),
    Column("amount", _("Amount (yuan)"), numeric=True),
    Column("stage", _("Stage")),
    Column("limit", _("Time limit")),
    Column("next_step", _("Next step")),
    Column("mediator", _("Mediator"), usual=False),
    Column("origin", _("Origin"), usual=False),
    Column("received_on", _("Received on"), usual=False),
    Column("workers", _("Workers"), usual=False, numeric=True),
    Column("org", _("Handling organisation"), usual=False),
)


def columns_of(officer: Officer) -> list[Column]:
    kept = ListColumns.objects.visible_to(officer).filter(page=PAGE).first()
    names = set(kept.columns) if kept else {column.name for column in COLUMNS if column.usual}
    return [column for column in COLUMNS if column.name in names]
