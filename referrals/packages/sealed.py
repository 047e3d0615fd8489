"""The form of a package, the same in both directions. Standard library only: an office may use this file as it is.

A ZIP archive with `manifest.json` (what it is, its number, and name, size and SHA-256 of every other file),
`manifest.sig` (HMAC-SHA256 of the manifest's bytes under the key both sides hold, in hexadecimal), and the files.
Nothing is believed before the seal fits, and no file is read further than the manifest says it is long.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import lzma
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

FORMAT = "heyi-package/1"
MANIFEST, SEAL = "manifest.json", "manifest.sig"
MAX_BYTES = 100 * 1024 * 1024
MAX_MANIFEST = 256 * 1024
MAX_FILES = 200
NAME = re.compile(r"(?:[a-z]+\.json|[a-z]+\.pdf|papers/[0-9]{2}\.[a-z0-9]{2,4})")
UNREADABLE = (
    KeyError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
LONG_AGO = (2020, 1, 1, 0, 0, 0)


class BadPackage(Exception):
    """It is not taken. `code` says why: damaged, too_large, foreign, changed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Package:
    """A package whose seal and hashes fit."""

    manifest: dict[str, Any]
    files: dict[str, bytes]

    def read_json(self, name: str) -> Any:
        """Raises BadPackage."""
        try:
            return json.loads(self.files[name])
        except (KeyError, ValueError) as error:
            raise BadPackage("damaged") from error


def pack(about: dict[str, Any], files: dict[str, bytes], key: str) -> bytes:
    """The archive. The same content under the same key gives the same bytes."""
    rows = [{"name": name, "size": len(body), "sha256": digest(body)} for name, body in sorted(files.items())]
    manifest = as_json({"format": FORMAT, **about, "files": rows})
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in [(MANIFEST, manifest), (SEAL, seal(manifest, key).encode()), *sorted(files.items())]:
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), body, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def peek(content: bytes) -> dict[str, Any]:
    """The manifest before the key is known: only to find out whose key to try. Raises BadPackage."""
    with opened(content) as archive:
        return manifest_in(read(archive, MANIFEST, MAX_MANIFEST))


def unpack(content: bytes, key: str) -> Package:
    """The package, or none of it. Raises BadPackage."""
    with opened(content) as archive:
        raw = read(archive, MANIFEST, MAX_MANIFEST)
        if not key or not hmac.compare_digest(seal(raw, key), read(archive, SEAL, 128).decode("ascii", "replace")):
            raise BadPackage("foreign")
        manifest = manifest_in(raw)
        rows = {row["name"]: row for row in manifest["files"]}
        if set(archive.namelist()) != {MANIFEST, SEAL, *rows} or len(rows) != len(manifest["files"]):
            raise BadPackage("changed")
        return Package(manifest, {name: checked(archive, name, row) for name, row in rows.items()})


def opened(content: bytes) -> zipfile.ZipFile:
    """An archive of a sane shape. What the directory says of sizes is looked at before a byte is unpacked."""
    if len(content) > MAX_BYTES:
        raise BadPackage("too_large")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise BadPackage("damaged") from error
    entries = archive.infolist()
    if len(entries) > MAX_FILES + 2 or sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise BadPackage("too_large")
    if any(entry.flag_bits & 1 for entry in entries) or len({entry.filename for entry in entries}) != len(entries):
        raise BadPackage("damaged")
    return archive


def manifest_in(raw: bytes) -> dict[str, Any]:
    try:
        manifest = json.loads(raw)
        is_sound = manifest["format"] == FORMAT and all(is_row(row) for row in manifest["files"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadPackage("damaged") from error
    if not is_sound:
        raise BadPackage("damaged")
    return manifest  # type: ignore[no-any-return]


def is_row(row: Any) -> bool:
    """No path leads out of the package, and a size is a size."""
    size = row["size"]
    return bool(NAME.fullmatch(row["name"])) and isinstance(size, int) and 0 <= size <= MAX_BYTES


def checked(archive: zipfile.ZipFile, name: str, row: dict[str, Any]) -> bytes:
    body = read(archive, name, row["size"])
    if len(body) != row["size"] or not hmac.compare_digest(digest(body), str(row["sha256"])):
        raise BadPackage("changed")
    return body


def read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """The file, read no further than one byte beyond what it may hold: a directory may lie about sizes."""
    try:
        with archive.open(name) as file:
            body = file.read(most + 1)
    except UNREADABLE as error:
        raise BadPackage("damaged") from error
    if len(body) > most:
        raise BadPackage("too_large")
    return body


def seal(manifest: bytes, key: str) -> str:
    return hmac.new(key.encode(), manifest, hashlib.sha256).hexdigest()


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def as_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode()
