"""Where papers are kept: a folder of this machine, or a bucket (casework/bucket.py). Neither has public addresses."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, cast

from django.core.files import File
from django.core.files.storage import FileSystemStorage, default_storage


class Private:
    """Papers are handed out by our own views only, which ask who asks."""

    def url(self, name: str | None) -> NoReturn:
        raise TypeError("a paper has no address of its own")


class FolderStore(Private, FileSystemStorage):
    """Papers under MEDIA_ROOT: all of the bytes under their name and safely on the disk, or nothing.

    A crash leaves a temporary file, never half a paper.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_overwrite=True)

    def _save(self, name: str, content: File[bytes]) -> str:
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as target:
            for chunk in content.chunks():
                target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
        Path(target.name).replace(path)
        with folder(path.parent) as handle:
            os.fsync(handle)
        return name


@contextmanager
def folder(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


class Stored:
    """The bytes of a SHA-256 in the store: never under a name somebody gave them.

    All of it raises StoreAway when a store elsewhere does not answer; reading, FileNotFoundError for what is not there.
    """

    def __init__(self, sha256: str) -> None:
        self.name = f"{sha256[:2]}/{sha256[2:4]}/{sha256}"

    def open(self) -> BinaryIO:
        return cast("BinaryIO", default_storage.open(self.name, "rb"))

    def read_bytes(self) -> bytes:
        with self.open() as source:
            return source.read()

    def exists(self) -> bool:
        return default_storage.exists(self.name)

    def is_whole(self, size: int) -> bool:
        """Whether it is there with all of its bytes."""
        try:
            return default_storage.size(self.name) == size
        except FileNotFoundError:
            return False

    def write(self, content: File[bytes]) -> None:
        """All of the bytes, or nothing; afterwards they are safe."""
        content.seek(0)
        default_storage.save(self.name, content)

    def remove(self) -> None:
        """Nothing happens when it is gone already."""
        default_storage.delete(self.name)
