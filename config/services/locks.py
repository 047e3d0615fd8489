"""Advisory locks on files. The kernel drops them with the process, however it ends: nothing is left to clean up."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(path: Path, *, block: bool = True) -> Iterator[bool]:
    """Hold `path` alone. Without `block` the answer may be False: somebody else holds it."""
    with _locked(path, fcntl.LOCK_EX, block=block) as got:
        yield got


@contextmanager
def shared(path: Path) -> Iterator[bool]:
    """Hold `path` together with others who share it."""
    with _locked(path, fcntl.LOCK_SH, block=True) as got:
        yield got


def is_free(path: Path) -> bool:
    with held(path, block=False) as got:
        return got


@contextmanager
def _locked(path: Path, kind: int, *, block: bool) -> Iterator[bool]:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, kind | (0 if block else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
