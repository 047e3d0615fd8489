"""Looking into office documents, which are ZIP packages, without unpacking them to disk."""

import re
import zipfile
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MAX_ENTRIES = 2000
MAX_RATIO = 100
MAX_UNPACKED = 200 * 1024 * 1024
CONTENT_TYPES = "[Content_Types].xml"
ENCRYPTED = 0x1
ACTIVE = re.compile(r"vbaproject|vbadata|/activex/|/embeddings/.*\.(bin|exe|ole)$|oleobject", re.IGNORECASE)
MACRO_TYPES = re.compile(rb"macroenabled|vbaproject", re.IGNORECASE)
RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>", re.IGNORECASE)
EXTERNAL = re.compile(rb"""TargetMode\s*=\s*["']External["']""", re.IGNORECASE)
HYPERLINK = re.compile(rb"""Type\s*=\s*["'][^"']*/hyperlink["']""", re.IGNORECASE)


def check_office_document(stream: IO[bytes] | Any, main_part: str) -> None:
    """A sound package with that main part, without macros, embedded objects or remote parts, and of a sane size.

    Raises ValidationError.
    """
    try:
        with zipfile.ZipFile(stream) as package:
            _check_shape(package, main_part)
            _check_active(package)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise ValidationError(_("The document is damaged or protected by a password."), code="damaged") from error


def _check_shape(package: zipfile.ZipFile, main_part: str) -> None:
    entries = package.infolist()
    unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(packed, 1):
        raise ValidationError(_("The document unpacks to an unreasonable size."), code="bomb")
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise ValidationError(_("The document is damaged or protected by a password."), code="damaged")
    if not {CONTENT_TYPES, main_part} <= {entry.filename for entry in entries}:
        raise ValidationError(_("The content of the file does not match its name."), code="mismatch")


def _check_active(package: zipfile.ZipFile) -> None:
    """No macros by part name or declared type, no embedded objects, nothing fetched from elsewhere when opened."""
    names = package.namelist()
    remote = any(_is_remote(package.read(name)) for name in names if name.lower().endswith(".rels"))
    if remote or any(ACTIVE.search(name) for name in names) or MACRO_TYPES.search(package.read(CONTENT_TYPES)):
        raise ValidationError(
            _("Documents with macros, embedded objects or linked remote parts are not accepted."), code="active"
        )


def _is_remote(relationships: bytes) -> bool:
    """Whether a part list names a remote part; links a reader must click are harmless. UTF-16 is not looked through."""
    if b"\0" in relationships:
        return True
    return any(EXTERNAL.search(one) and not HYPERLINK.search(one) for one in RELATIONSHIP.findall(relationships))
