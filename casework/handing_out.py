"""The whole file for whoever takes it along: one ZIP, and a line in the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.http import StreamingHttpResponse
from django.utils.translation import gettext as _

from casework.actions import take_out
from casework.attachments import stored
from casework.contents import Entry
from casework.errors import Refused
from casework.packing import packed
from organizations.models import Officer


def handed_out(
    file: Any, entries: Sequence[Entry], cover: Callable[[Any, Sequence[Entry]], bytes], *, by: Officer, at: datetime
) -> StreamingHttpResponse:
    """Cover, papers and sums, sent while they are read; the history keeps who took them.

    Nothing is handed out, and nothing kept, when a paper is not in the store or the cover cannot be printed: raises
    Refused.
    """
    if lost := [entry.paper.title for entry in entries if not stored(entry.paper.blob_id).exists()]:
        words = _("These papers cannot be read at present: %(papers)s. Please tell the administrator.")
        raise Refused(words % {"papers": _(", ").join(lost)})
    content = packed(cover(file, entries), entries)
    take_out(file, by=by, at=at)
    response = StreamingHttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{file.collection}-{file.pk}.zip"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
