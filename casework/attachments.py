"""Papers handed in: looked at by content and by name, then kept once by their hash.

What a file says it is does not count. Its first bytes, its extension and, for office documents, its inside must agree
with one row of the list of admitted kinds.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

import puremagic
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.leaves import pages_in
from casework.models import Blob
from casework.packages import check_office_document
from casework.pictures import pixels
from casework.stores import Stored

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000
HEAD_BYTES = 4096
PICTURE_HEAD_BYTES = 1024 * 1024
MARKUP = (b"<html", b"<script", b"<svg", b"<!doctype", b"<?xml", b"<iframe", b"<body")
TEXT_CODECS = ("utf-8-sig", "gb18030")
LAYOUT = frozenset("\t\n\r\f")


@dataclass(frozen=True)
class Kind:
    """An admitted kind of file: what it is stored as, and the names its first bytes may be recognised by."""

    content_type: str
    recognised_as: frozenset[str] = frozenset()
    office_part: str = ""

    @property
    def is_text(self) -> bool:
        return self.content_type.startswith("text/")


def _binary(content_type: str, *others: str) -> Kind:
    return Kind(content_type, frozenset({content_type, *others}))


def _office(content_type: str, part: str) -> Kind:
    return Kind(content_type, frozenset({"application/zip", content_type}), part)


OPEN_XML = "application/vnd.openxmlformats-officedocument."
JPEG = _binary("image/jpeg")
KINDS = {
    "pdf": _binary("application/pdf"),
    "jpg": JPEG,
    "jpeg": JPEG,
    "png": _binary("image/png"),
    "docx": _office(OPEN_XML + "wordprocessingml.document", "word/document.xml"),
    "xlsx": _office(OPEN_XML + "spreadsheetml.sheet", "xl/workbook.xml"),
    "txt": Kind("text/plain"),
    "csv": Kind("text/csv"),
    "mp3": _binary("audio/mpeg"),
    "wav": _binary("audio/wav", "audio/wave", "audio/x-wav"),
    "mp4": _binary("video/mp4"),
}


class Inspected(NamedTuple):
    content_type: str
    size: int
    sha256: str


def inspect(upload: UploadedFile[bytes]) -> Inspected:
    """What an upload is. Raises ValidationError, in the officer's words, for anything that is not admitted."""
    kind = _kind_by_name(upload.name or "")
    _check_size(upload.size or 0)
    _check_content(upload, kind)
    upload.seek(0)
    digest, size = hashlib.sha256(), 0
    for chunk in upload.chunks():
        digest.update(chunk)
        size += len(chunk)
    return Inspected(kind.content_type, size, digest.hexdigest())


def keep(upload: UploadedFile[bytes]) -> Blob:
    """Keep an upload once, whoever hands it in again: the bytes safely in the store first, then the row.

    Raises ValidationError for what `inspect` refuses, StoreAway when a store elsewhere does not answer.
    """
    found = inspect(upload)
    paper = stored(found.sha256)
    # Before the store is asked: from here on nobody takes it away as loose.
    Blob.objects.filter(pk=found.sha256).update(kept_at=timezone.now())
    if not paper.is_whole(found.size):
        paper.write(upload)
    pages = partial(pages_in, partial(whole, upload), found.content_type)  # counted only when the paper is new
    fresh = {"size": found.size, "content_type": found.content_type, "pages": pages}
    return Blob.objects.get_or_create(sha256=found.sha256, defaults=fresh)[0]


class Kept(NamedTuple):
    """A paper a form is given that is in the store already."""

    name: str
    blob: Blob


def kept(upload: UploadedFile[bytes] | Kept) -> Blob:
    """The blob of what a form is given, kept now unless it was before."""
    return upload.blob if isinstance(upload, Kept) else keep(upload)


def ends_rightly(title: str, blob: Blob) -> bool:
    """Whether a paper in the store is what the ending of the title says, as a new one would have to be."""
    kind = KINDS.get(Path(title).suffix.lower().removeprefix("."))
    return kind is not None and kind.content_type == blob.content_type


def whole(upload: UploadedFile[bytes]) -> bytes:
    upload.seek(0)
    return bytes(upload.read())


def keep_made(content: bytes, name: str) -> Blob:
    """Keep what the system itself has made, under the same checks as what is handed in."""
    return keep(SimpleUploadedFile(name, content))


def stored(sha256: str) -> Stored:
    """Where the bytes of that hash lie."""
    return Stored(sha256)


def _kind_by_name(name: str) -> Kind:
    kind = KINDS.get(Path(name).suffix.lower().removeprefix("."))
    if kind is None:
        raise ValidationError(
            _("Files of this kind are not accepted. Accepted are: %(kinds)s."),
            code="kind",
            params={"kinds": ", ".join(KINDS)},
        )
    return kind


def _check_size(size: int) -> None:
    limit = getattr(settings, "ATTACHMENT_MAX_BYTES", MAX_BYTES)
    if not size:
        raise ValidationError(_("The file is empty."), code="empty")
    if size > limit:
        raise ValidationError(
            _("The file is larger than %(limit)d MB."), code="size", params={"limit": limit // 1024**2}
        )


def _check_content(upload: UploadedFile[bytes], kind: Kind) -> None:
    upload.seek(0)
    if kind.is_text:
        _check_text(upload.read())
        return
    if not kind.recognised_as & _recognised(upload.read(HEAD_BYTES)):
        raise ValidationError(_("The content of the file does not match its name."), code="mismatch")
    if kind.office_part:
        upload.seek(0)
        check_office_document(upload, kind.office_part)
    if kind.content_type.startswith("image/"):
        _check_picture(upload)


def _recognised(head: bytes) -> set[str]:
    try:
        return {match.mime_type for match in puremagic.magic_string(head)}
    except puremagic.PureError:
        return set()


def _check_picture(upload: UploadedFile[bytes]) -> None:
    """A small file can hold a picture that fills the memory of whoever opens it."""
    upload.seek(0)
    if pixels(upload.read(PICTURE_HEAD_BYTES)) > MAX_PIXELS:
        limit = MAX_PIXELS // 1_000_000
        raise ValidationError(
            _("The picture has more than %(limit)d million pixels."), code="pixels", params={"limit": limit}
        )


def _check_text(content: bytes) -> None:
    """Plain text in UTF-8 or GB18030, neither markup nor a script."""
    start = content[:HEAD_BYTES].lower()
    if any(mark in start for mark in MARKUP) or start.startswith(b"#!") or not _is_plain(content):
        raise ValidationError(_("The file is not plain text in UTF-8 or GB18030."), code="mismatch")


def _is_plain(content: bytes) -> bool:
    for codec in TEXT_CODECS:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        return all(sign >= " " or sign in LAYOUT for sign in text)
    return False
