"""A sheet drawn with Typst: as PDF/A for the file, as pictures for the page. The same data gives the same bytes."""

from __future__ import annotations

import json
import re
import threading
from base64 import b64encode
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import typst
from django.conf import settings
from django.utils.translation import gettext, override, pgettext_lazy

from casework.documents.codes import qr_svg
from casework.documents.sheet import Sheet
from casework.errors import Refused

SOURCE = Path(__file__).parent / "typst" / "main.typ"
STANDARD: Final = "a-2a"  # archival, and tagged for readers that read aloud
FONT_PACKAGES = ("pylopdf_fonts_zh_cn", "pylopdf_fonts_jp")  # the second has characters of names the first lacks
UNDATED = date(2026, 1, 1)
NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
ours = threading.local()  # a compiler keeps its fonts between documents and serves one thread


class NotPrintable(Refused):
    """No font at hand has these characters. `signs` are the characters."""

    def __init__(self, signs: str) -> None:
        super().__init__(gettext("No font here can print “%(signs)s”.") % {"signs": signs})
        self.signs = signs


def pdf_of(sheet: Sheet, day: date | None = None) -> bytes:
    """The document as PDF/A-2a with the fonts embedded as far as used; dated on its own day, not on the clock's.

    Raises NotPrintable rather than leaving out a character of a name.
    """
    moment = datetime.combine(day or UNDATED, time.min, UTC)
    try:
        made = compiler().compile(sys_inputs=inputs(sheet), format="pdf", pdf_standards=[STANDARD], timestamp=moment)
    except typst.TypstError as error:
        if found := NO_GLYPH.search(str(error)):
            raise NotPrintable(found[1]) from error
        raise
    assert isinstance(made, bytes)
    return made


def pictures_of(sheet: Sheet, ppi: int = 96) -> list[bytes]:
    """Each page as PNG: the preview is the same drawing as the document."""
    made = compiler().compile(sys_inputs=inputs(sheet), format="png", ppi=ppi)
    return made if isinstance(made, list) else [made] if made else []


@lru_cache(maxsize=24)
def drawn(data: str, ppi: int) -> list[bytes]:
    """The pages of a sheet asked for one by one, kept for a while: a page is one request each."""
    return pictures_of(Sheet.of(json.loads(data)), ppi)


def page_count(sheet: Sheet, ppi: int = 96) -> int:
    return len(drawn(sheet.as_json(), ppi))


def picture_of(sheet: Sheet, page: int, ppi: int = 96) -> bytes | None:
    """One page as PNG; None when there is no such page."""
    pages = drawn(sheet.as_json(), ppi)
    return pages[page - 1] if 1 <= page <= len(pages) else None


def embedded_pictures(sheet: Sheet, most: int, ppi: int = 96) -> tuple[list[str], int]:
    """The first pages as addresses that hold the picture themselves, and how many pages there are in all.

    For a preview of what is typed and nowhere kept: it has no address of its own that a page could ask for.
    """
    pages = drawn(sheet.as_json(), ppi)
    return [f"data:image/png;base64,{b64encode(page).decode()}" for page in pages[:most]], len(pages)


def inputs(sheet: Sheet) -> dict[str, str]:
    with override("zh-hans"):  # a document speaks Chinese, whoever makes it
        words = {
            "missing": gettext("[missing: %s]"),
            "seal": gettext("(seal)"),
            "sample": gettext("SAMPLE SEAL"),
            "verify": gettext("Scan to verify. Code:"),
            "copies": gettext("Copies: %s."),
        }
    code = qr_svg(sheet.verify) if sheet.verify else ""
    return {"data": sheet.as_json(), "words": json.dumps(words, ensure_ascii=False), "qr": code}


def compiler() -> typst.Compiler:
    if not hasattr(ours, "compiler"):
        ours.compiler = typst.Compiler(SOURCE, root=SOURCE.parent, font_paths=font_folders(), ignore_system_fonts=True)
    made: typst.Compiler = ours.compiler
    return made


def font_folders() -> list[Path]:
    """Those of the machine, with the union's licensed fonts if it has any; then the free ones of the packages."""
    return [*settings.FONTS_DIRS, *map(folder_of, FONT_PACKAGES)]


LICENSED = {
    pgettext_lazy("font of", "title"): {"FZXiaoBiaoSong-B05S"},
    pgettext_lazy("font of", "text"): {"FangSong_GB2312", "FangSong"},
    pgettext_lazy("font of", "first-level heading"): {"SimHei"},
    pgettext_lazy("font of", "second-level heading"): {"KaiTi_GB2312", "KaiTi"},
}


@cache
def stand_ins() -> list[Any]:
    """The roles of GB/T 9704 whose usual font the union has not put into its folder: a free one stands in."""
    present = set(typst.Fonts(include_system_fonts=False, font_paths=font_folders()).families())
    return [role for role, usual in LICENSED.items() if not usual & present]


def folder_of(package: str) -> Path:
    spec = find_spec(package)
    assert spec
    assert spec.origin
    return Path(spec.origin).parent
