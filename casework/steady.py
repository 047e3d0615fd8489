"""Reference tables that stand still for the time of a long run."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")
kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def steady() -> Iterator[None]:
    """Within it rules, settings and calendars are read once: a run over many files counts by one state of them."""
    token = kept.set({})
    try:
        yield
    finally:
        kept.reset(token)


def is_steady() -> bool:
    """Whether what is read now is kept for later."""
    return kept.get() is not None


def once(key: Hashable, read: Callable[[], T]) -> T:
    """What `read` finds; inside `steady` what it found the first time."""
    known = kept.get()
    if known is None:
        return read()
    if key not in known:
        known[key] = read()
    return known[key]  # type: ignore[no-any-return]
