"""Collecting the texts to translate from Python and from templates."""

import ast
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

# Which arguments of each function are texts; the last number of a pair with "c" is the context.
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


@dataclass(frozen=True)
class Text:
    """One text of the code: what it says, in which plural forms and context, and where."""

    message: str | tuple[str, ...]
    context: str | None
    place: str
    line: int


def texts(folder: Path, root: Path) -> Iterator[Text]:
    """All texts below `folder`, by path. Migrations and tests show nothing to anybody."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if {"migrations", "tests", "__pycache__"} & set(inside):
            continue
        if path.suffix == ".py":
            source = path.read_text(encoding="utf-8")
            yield from _read(source, str(path.relative_to(root)))
            yield from _read("\n".join(_within_f_strings(source)), str(path.relative_to(root)))
        elif path.suffix in (".html", ".txt") and "templates" in path.relative_to(root).parts:
            yield from _read(_as_python(path), str(path.relative_to(root)))


def _as_python(template: Path) -> str:
    """Calls of gettext, one to a line, and filler; without the indentation of the page, which is none to Python."""
    source = templatize(template.read_text(encoding="utf-8"), origin=str(template))
    return "\n".join(line.lstrip() for line in source.split("\n"))


def _within_f_strings(source: str) -> Iterator[str]:
    """Calls which the extractor takes for a part of a string."""
    strings = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr)]
    for call in (node for string in strings for node in ast.walk(string) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id in KEYWORDS:
            yield ast.unparse(call)


def _read(source: str, place: str) -> Iterator[Text]:
    found = extract("python", io.BytesIO(source.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"})
    for line, message, _comments, context in found:
        if message and message[0]:
            yield Text(message, context, place, line)
