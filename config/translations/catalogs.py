"""The catalogues: one for each app, one at the top for the shared templates and config."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.apps import apps
from django.conf import settings
from django.core.management.base import CommandError

from config.translations.extract import texts

LANGUAGE = "zh_Hans"
CATALOG = Path("locale", LANGUAGE, "LC_MESSAGES", "django.po")
SHARED = ("config", "templates")
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # dates in the files would only make every merge a conflict


@dataclass(frozen=True)
class Home:
    """The folders whose texts share one catalogue, and the catalogue."""

    name: str
    sources: tuple[Path, ...]
    po: Path

    @property
    def mo(self) -> Path:
        return self.po.with_suffix(".mo")

    def wanted(self) -> Catalog:
        """What the code says today."""
        catalog = Catalog(project="heyi", charset="utf-8")
        root = Path(settings.BASE_DIR)
        for source in self.sources:
            for text in texts(source, root):
                catalog.add(text.message, locations=[(text.place, text.line)], context=text.context)
        return catalog

    def kept(self) -> Catalog:
        """What has been translated; empty at first."""
        if not self.po.exists():
            return Catalog(locale=LANGUAGE, project="heyi", charset="utf-8")
        with self.po.open("rb") as file:
            return read_po(file, locale=LANGUAGE)

    def update(self) -> int:
        """Merge the texts of the code into the file. The number of those without a translation."""
        catalog, wanted = self.kept(), self.wanted()
        if not wanted and not self.po.exists():
            return 0
        for message in wanted:  # by folder and file only: a line that moves should not move a text in the catalogue
            message.locations = sorted({(place, 0) for place, _line in message.locations})
        catalog.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        self._write(catalog)
        return sum(not is_translated(message.string) for message in catalog if message.id)

    def _write(self, catalog: Catalog) -> None:
        catalog.fuzzy = False
        catalog.creation_date = catalog.revision_date = NO_DATE
        self.po.parent.mkdir(parents=True, exist_ok=True)
        with replaced(self.po) as file:
            write_po(file, catalog, sort_by_file=True, include_lineno=False, width=110)

    def compile(self) -> bool:
        """Write the binary file unless it was made of the source as it stands. Was it written?

        It bears the time of its source, taken before reading: when somebody writes the source meanwhile, the two
        differ and the next one compiles again. A file made of half a source must never pass for up to date.
        """
        source = written_at(self.po)
        if source is None or source == written_at(self.mo):
            return False
        with replaced(self.mo, at=source) as file:
            write_mo(file, self.kept())
        return True


def written_at(path: Path) -> int | None:
    """In nanoseconds; None when there is no such file."""
    return path.stat().st_mtime_ns if path.exists() else None


@contextmanager
def replaced(path: Path, *, at: int | None = None) -> Iterator[IO[bytes]]:
    """Write the file anew beside the old one, which others read until it is whole; tests and `up` may both be at it."""
    partial = path.with_suffix(f".{os.getpid()}.partial")
    with partial.open("wb") as file:
        yield file
    if at is not None:
        os.utime(partial, ns=(at, at))
    partial.rename(path)


def is_translated(string: str | Iterable[str] | None) -> bool:
    return bool(string) if string is None or isinstance(string, str) else all(string)


def homes() -> list[Home]:
    """Our own apps lie in the checkout; others bring their translations with them."""
    root = Path(settings.BASE_DIR)
    folders = sorted(Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == root)
    own = [Home(folder.name, (folder,), folder / CATALOG) for folder in folders if folder.name not in SHARED]
    return [*own, Home("shared", tuple(root / name for name in SHARED), root / CATALOG)]


def chosen(names: list[str]) -> list[Home]:
    """The homes with these names, all when there are none. Raises CommandError for an unknown name."""
    found = {home.name: home for home in homes()}
    unknown = set(names) - set(found)
    if unknown:
        raise CommandError(f"No such catalogue: {', '.join(sorted(unknown))}. There are: {', '.join(found)}.")
    return [found[name] for name in names] if names else list(found.values())
