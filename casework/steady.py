"""Reference tables that stand still for the time of a request or of a long run."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from organizations.models import ReferenceState

T = TypeVar("T")


@dataclass
class Tables:
    """What was read on one day while rules, settings and calendars were in one state."""

    version: UUID
    day: date
    rows: dict[Hashable, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """What this request has read, and what the process has read of the tables in the same state."""

    own: dict[Hashable, Any]
    tables: Tables | None


kept: ContextVar[Kept | None] = ContextVar("kept", default=None)
latest = Tables(UUID(int=0), date.min)  # of this process; replaced as a whole, so that threads need no lock


@contextmanager
def steady(version: UUID | None = None) -> Iterator[None]:
    """Within it rules, settings and calendars are read once: a run over many files counts by one state of them.

    Where the caller knows their `version`, what an earlier request read of the same version is taken: it is what the
    database would answer, as whatever changes these tables changes the version in the same transaction.
    """
    token = kept.set(Kept({}, tables_of(version) if version and keeps() else None))
    try:
        yield
    finally:
        kept.reset(token)


def keeps() -> bool:
    """Tests switch it off, so that they count the same statements in any order."""
    return bool(getattr(settings, "REFERENCE_KEPT", True))


def tables_of(version: UUID) -> Tables:
    global latest  # noqa: PLW0603
    tables, today = latest, timezone.localdate()
    if (tables.version, tables.day) != (version, today):
        latest = tables = Tables(version, today)
    return tables


def is_kept() -> bool:
    """Whether rows of such tables outlive this request, so that it is worth reading them all."""
    known = kept.get()
    return known is not None and known.tables is not None


def is_steady() -> bool:
    """Whether what is read now is kept for later."""
    return kept.get() is not None


def once(key: Hashable, read: Callable[[], T]) -> T:
    """What `read` finds; inside `steady` what it found the first time."""
    known = kept.get()
    if known is None:
        return read()
    if key not in known.own:
        known.own[key] = read()
    return known.own[key]  # type: ignore[no-any-return]


def once_a_version(key: Hashable, read: Callable[[], T]) -> T:
    """As `once`, for rows of tables whose changes make a new version (`WatchReference`): they outlive the request."""
    known = kept.get()
    if known is None or known.tables is None:
        return once(key, read)
    if key in known.tables.rows:
        return known.tables.rows[key]  # type: ignore[no-any-return]
    rows = once(key, read)
    if ReferenceState.objects.filter(version=known.tables.version).exists():
        known.tables.rows[key] = rows  # nobody has changed them since, least of all this transaction
    return rows
