"""Papers no file names: kept for a form or a message that was refused afterwards. After a long time they go.

Nothing that is named may go with them. Keeping a paper (casework/attachments.py) touches its row first. Taking one away
locks the row, looks again in a statement of its own whether anybody names it, and removes the bytes before the lock is
let go. So of two at the same moment one waits for the other: whoever keeps after the end finds neither row nor bytes,
and writes both anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from casework.attachments import stored
from casework.deadlines import policy_in
from casework.models import Blob
from casework.upper import modules

HEX = "0123456789abcdef"


def sweep_loose(at: datetime) -> int:
    """Take away what has been loose for `loose_papers_days`. How many papers went. Safe to run twice."""
    days: int = policy_in("loose_papers_days", None, timezone.localdate(at))
    before = at - timedelta(days=days)
    spared = {sha256 for module in modules("spared") for sha256 in module.papers()}
    return sum(take_away(sha256, before) for sha256 in candidates(before) if sha256 not in spared)


def candidates(before: datetime) -> Iterator[str]:
    """By the beginnings of the hashes, so that no statement is long, however many papers there are."""
    for beginning in HEX:
        rows = Blob.objects.loose().filter(sha256__startswith=beginning, kept_at__lt=before)
        yield from list(rows.values_list("pk", flat=True))


def take_away(sha256: str, before: datetime | None = None) -> bool:
    """Row and bytes, unless a row names the paper, or somebody has handed it in since `before`. Whether it is gone.

    Raises StoreAway, and then nothing is gone. A crash before the end leaves the row, which is looked at again.
    """
    with transaction.atomic():
        if not list(Blob.objects.select_for_update().filter(pk=sha256)):  # whoever names it from now on waits
            return True
        rows = Blob.objects.loose().filter(pk=sha256)
        if not (rows.filter(kept_at__lt=before) if before else rows).delete()[0]:
            return False
        stored(sha256).remove()
    return True
