"""The whole file for whoever takes it along: one ZIP, and a line in the history."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import IO, Any

from django.http import FileResponse
from django.utils.translation import gettext as _

from casework.actions import take_out
from casework.attachments import stored
from casework.contents import Entry
from casework.errors import Refused
from casework.packing import packed
from organizations.models import Officer

Cover = Callable[[Any, Sequence[Entry]], bytes]


def handed_out(file: Any, entries: Sequence[Entry], cover: Cover, *, by: Officer, at: datetime) -> FileResponse:
    """Cover, papers and sums; the history keeps who took them.

    It is packed to its end before the first byte is sent: a store that fails in the middle is an error that says so,
    and no ZIP that cannot be opened. Nothing is handed out, and nothing kept, when a paper is not in the store or the
    cover cannot be printed: raises Refused; StoreAway when the store does not answer.
    """
    refuse_lost([entry.paper.title for entry in entries if not stored(entry.paper.blob_id).exists()])
    content = spooled(packed(cover(file, entries), entries))
    take_out(file, by=by, at=at)
    name = f"{file.collection}-{file.pk}.zip"
    response = FileResponse(content, as_attachment=True, filename=name, content_type="application/zip")
    response["X-Content-Type-Options"] = "nosniff"
    return response


def refuse_lost(titles: Sequence[str]) -> None:
    if titles:
        words = _("These papers cannot be read at present: %(papers)s. Please tell the administrator.")
        raise Refused(words % {"papers": _(", ").join(titles)})


def spooled(pieces: Iterable[bytes]) -> IO[bytes]:
    """A temporary file that goes with its last reader, at its beginning."""
    content = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    try:
        for piece in pieces:
            content.write(piece)
    except BaseException:
        content.close()
        raise
    content.seek(0)
    return content
