"""One act, one transaction: the verbs within a verb join it, and what is locked in it is locked once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import transaction
from django.db.models import Model

P = ParamSpec("P")
T = TypeVar("T")
Key = tuple[type[Model], Any, Any]
held: ContextVar[dict[Key, Model] | None] = ContextVar("held", default=None)
joining: ContextVar[bool] = ContextVar("joining", default=False)


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """One transaction over many acts, none of which is undone alone: they need no savepoint each."""
    token = joining.set(True)
    try:
        with transaction.atomic():
            yield
            insist_on_whole()
    finally:
        joining.reset(token)


def one_transaction(verb: Callable[P, T]) -> Callable[P, T]:
    """All of it or nothing. A verb called by another one joins its transaction, without a savepoint of its own.

    Nobody may catch what such a verb raises and go on as if nothing had happened: half of it would stay. Who means to
    go on (one of many in a batch) puts a `transaction.atomic()` around it, which is a savepoint; forgetting that ends
    the whole act. Raises TransactionManagementError then.
    """

    @wraps(verb)
    def whole(*args: P.args, **kwargs: P.kwargs) -> T:
        outer = held.get()
        token = held.set({}) if outer is None else None
        try:
            with transaction.atomic(savepoint=outer is None and not joining.get()):
                done = verb(*args, **kwargs)
                insist_on_whole()
                return done
        except BaseException:
            forget_held()
            raise
        finally:
            if token:
                held.reset(token)

    return whole


def insist_on_whole() -> None:
    if transaction.get_rollback():
        raise transaction.TransactionManagementError("a verb was refused within this one, and the refusal swallowed")


def hold_once(row: Model, who: Any, find: Callable[[], Any]) -> Any:
    """What `find` locks for `who`; within one act the row that was found before, as nobody else can have changed it.

    Only the very object that was found counts as held: one that was read otherwise may be older, and is read anew.
    """
    rows = held.get()
    key = (type(row), row.pk, who)
    if rows is None:
        return find()
    if rows.get(key) is not row:
        drop(rows, row)
        rows[key] = find()
    return rows[key]


def drop(rows: dict[Key, Model], row: Model) -> None:
    """There is one held object of a row: what others hold of it is no longer the newest."""
    for key in [key for key in rows if key[:2] == (type(row), row.pk)]:
        del rows[key]


def forget_held() -> None:
    """After a refusal the objects are changed and their rows are not."""
    if rows := held.get():
        rows.clear()
