"""Papers that come with a message of an authority's system: those its signed text names, and no others.

The text names each by title and hash as the union's own messages do; the bytes come beside it. So the one signature
stands for the papers too, and what was kept is found again from the text, also when the message has to wait.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.attachments import Kept, ends_rightly, inspect, keep
from casework.errors import Refused
from casework.fields import RowForm, RowsField
from casework.models import Blob

MOST = 20


class NamedPaper(RowForm):
    """One line of `papers` in the data of a message. The title says by its ending what the paper is."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=100)
    sha256 = forms.RegexField(r"\A[0-9a-f]{64}\Z", label="SHA-256")
    size = forms.IntegerField(label=gettext_lazy("Size"), min_value=1, required=False)


ROWS = RowsField(NamedPaper, max_rows=MOST, label=gettext_lazy("Papers"), required=False)


def titles_in(data: Mapping[str, Any]) -> dict[str, str]:
    """Title by hash. Raises ValidationError."""
    rows = data.get("papers") or []
    if not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
        raise ValidationError(_("Please name each paper by title and sha256."))
    return {row["sha256"]: row["title"] for row in ROWS.clean(rows)}


def keep_enclosed(data: Mapping[str, Any], uploads: Iterable[UploadedFile[bytes]]) -> None:
    """Keep what came, under the checks of every upload: all of it or nothing.

    Raises ValidationError, also when the text names others.
    """
    titles = titles_in(data)
    came = {digest_of(upload): upload for upload in uploads}
    if came.keys() != titles.keys():
        raise ValidationError(_("The papers that came are not those the message names by their hash."))
    for sha256, upload in came.items():
        upload.name = titles[sha256]
        inspect(upload)
    for upload in came.values():
        keep(upload)


def digest_of(upload: UploadedFile[bytes]) -> str:
    found = hashlib.sha256()
    for chunk in upload.chunks():
        found.update(chunk)
    return found.hexdigest()


def enclosed_in(data: Mapping[str, Any]) -> MultiValueDict[str, Kept]:
    """The papers as a page would hand them in, by their rows alone: the store was asked before any transaction began.

    Raises Refused for one that is not kept, or not what its title says.
    """
    titles = titles_in(data)
    found = Blob.objects.in_bulk(titles)
    if not all(sha256 in found and ends_rightly(title, found[sha256]) for sha256, title in titles.items()):
        raise Refused(_("The papers that came are not those the message names by their hash."))
    return MultiValueDict({"papers": [Kept(title, found[sha256]) for sha256, title in titles.items()]})
