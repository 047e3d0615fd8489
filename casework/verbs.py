"""What a step needs besides the file: one table binds verb, action and form. Pages and API are made from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from casework.errors import StaleFile
from casework.forms import VerbForm
from casework.locking import lock
from casework.transactions import one_transaction
from casework.workflow import Workflow
from organizations.models import Officer

Action = Callable[..., Any]
VERSION = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Verb:
    """`action(file, *, by, at, **typed)` does it, and `form` is what has to be typed.

    A verb that `opens` files of a workflow has no file yet: `action(*, by, at, **typed)`.
    """

    name: str
    action: Action
    form: type[VerbForm] = field(default=VerbForm)
    opens: Workflow | None = None


class VerbTable:
    def __init__(self, *verbs: Verb) -> None:
        self.verbs = {verb.name: verb for verb in verbs}

    def __iter__(self) -> Iterator[Verb]:
        return iter(self.verbs.values())

    def __contains__(self, name: str) -> bool:
        return name in self.verbs

    def get(self, name: str) -> Verb:
        """Raises KeyError for a verb this kind of file does not have."""
        return self.verbs[name]


def version_in(text: str) -> int | None:
    """The version a form was opened with; None for what is no version."""
    return int(text) if VERSION.fullmatch(text) else None


@one_transaction
def perform(verb: Verb, file: Any, *, by: Officer, at: datetime, version: int | None = None, **typed: Any) -> Any:
    """Take the step, unless the file moved on since the form was opened. Raises StaleFile, StepRefused, WrongDuty."""
    locked = lock(file, by)
    if version is not None and version != locked.version:
        raise StaleFile
    return verb.action(locked, by=by, at=at, **typed)
