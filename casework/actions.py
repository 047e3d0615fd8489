"""Acts on any file that are recorded without moving it: papers added, personal data shown."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from casework.errors import TooOften
from casework.locking import lock
from casework.models import AbstractEvent, Blob
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer

REVEAL_SPAN = timedelta(hours=1)


def keep_papers(file: Any, papers: list[tuple[str, Blob]], *, by: Officer, at: datetime, **more: Any) -> None:
    """Name stored papers in the file, with `more` where its papers know more of themselves. Part of a verb; the bytes
    are on disk already.
    """
    for title, blob in papers:
        file.attachments.create(title=title, blob=blob, by=by, at=at, **more)


@one_transaction
def attach(file: Any, *, papers: list[tuple[str, Blob]], by: Officer, at: datetime) -> Any:
    """Add papers. Raises StepRefused where the file takes none any more."""
    file = file.workflow.advance(file, "attach", by=by, at=at)
    keep_papers(file, papers, by=by, at=at)
    return file


@one_transaction
def take_out(file: Any, *, by: Officer, at: datetime) -> Any:
    """Hand out the whole file. It names people in full: who took it, and when, stays in the history."""
    locked = lock(file, by)
    locked.workflow.record(locked, "take_out", act=Act(by, at), before=locked.state, after=locked.state)
    return locked


@one_transaction
def reveal(file: Any, *, reason: str, by: Officer, at: datetime) -> Any:
    """Show masked personal data: recorded with person, time and reason (Personal Information Law art. 51).

    Raises TooOften when the person has done so REVEALS_PER_HOUR times within the last hour.
    """
    locked = lock(file, by)
    insist_on_measure(by, at)
    locked.workflow.record(locked, "reveal", act=Act(by, at), note=reason)
    return locked


def insist_on_measure(by: Officer, at: datetime) -> None:
    """Nobody copies files person by person: the limit counts all duties of the person and all kinds of files."""
    if reveals_since(at - REVEAL_SPAN, by) >= settings.REVEALS_PER_HOUR:
        words = _("You have had personal data shown %(count)d times within one hour. Please go on later.")
        raise TooOften(words % {"count": settings.REVEALS_PER_HOUR}, retry_after=int(REVEAL_SPAN.total_seconds()))


def reveals_since(begin: datetime, by: Officer) -> int:
    """How often the person behind this officer has had personal data shown since then."""
    histories = AbstractEvent.__subclasses__()
    own = {"verb": "reveal", "at__gt": begin, "by__user": by.user}
    return sum(history._default_manager.filter(**own).count() for history in histories)
