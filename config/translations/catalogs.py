"""The catalogues: one for each app, one at the top for the shared templates and config."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

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
        with self.po.open("wb") as file:
            write_po(file, catalog, sort_by_file=True, include_lineno=False, width=110)

    def compile(self) -> bool:
        """Write the binary file when it is older than its source. Was it?"""
        if not self.po.exists() or (self.mo.exists() and self.mo.stat().st_mtime >= self.po.stat().st_mtime):
            return False
        partial = self.mo.with_suffix(f".{os.getpid()}.partial")  # tests and `up` may both be at it
        with partial.open("wb") as file:
            write_mo(file, self.kept())
        partial.rename(self.mo)
        return True


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
