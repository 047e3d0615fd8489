"""The parts of a template as an officer edits them: one paragraph each, with a line in square brackets above.

    [heading]
    I. Facts

    [item each=facts]
    {facts.no}. {facts.text}

    [table each=claims widths=1,4 numeric=1]
    No. | Amount
    {claims.no} | {claims.amount}

A table has its head, its row and, if there is one, its foot; "pairs" have a label and a value in each line. A line
break inside a cell is written as "\\n". Nothing of this is code: what stands in braces is a name from the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from casework.documents.compose import KINDS, TemplateFault

HEADER = re.compile(r"\[([a-z]+)((?: [a-z_]+(?:=[a-z0-9_.,]+)?)*)\]")
NAMES, NUMBERS, FLAGS = ("each", "when", "unless"), ("widths", "numeric"), ("may_be_empty",)
CELLS = {"table": ("head", "row", "foot"), "attachments": ("row",)}


def written(parts: Sequence[Mapping[str, Any]]) -> str:
    return "\n\n".join(written_part(part) for part in parts) + "\n"


def written_part(part: Mapping[str, Any]) -> str:
    options = [f"{name}={part[name]}" for name in NAMES if name in part]
    options += [f"{name}={','.join(map(str, part[name]))}" for name in NUMBERS if part.get(name)]
    options += [name for name in FLAGS if part.get(name)]
    return "\n".join([f"[{' '.join([part['kind'], *options])}]", *body_of(part)])


def body_of(part: Mapping[str, Any]) -> Iterator[str]:
    if part["kind"] == "pairs":
        yield from (in_line(row) for row in part["rows"])
        return
    if part["kind"] != "table" and part.get("text"):
        yield from (line or "\u3000" for line in part["text"].split("\n"))
    yield from (in_line(part[name]) for name in CELLS.get(part["kind"], ()) if part.get(name))


def in_line(cells: Sequence[str]) -> str:
    return " | ".join(cell.replace("\n", "\\n") for cell in cells)


def read(text: str) -> list[dict[str, Any]]:
    """The parts of what was typed. Raises TemplateFault naming the part, in the officer's words."""
    found: list[tuple[str, list[str]]] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if HEADER.fullmatch(line.strip()):
            found.append((line.strip(), []))
        elif line.strip(" \t") and found:
            found[-1][1].append(line)
        elif line.strip():
            raise TemplateFault(_("The first line has to say in square brackets what kind of part follows."))
    if not found:
        raise TemplateFault(_("A template has at least one part."))
    return [read_part(n, header, lines) for n, (header, lines) in enumerate(found, 1)]


def read_part(n: int, header: str, lines: list[str]) -> dict[str, Any]:
    known = HEADER.fullmatch(header)
    assert known
    kind, options = known[1], known[2].split()
    if kind not in KINDS:
        raise TemplateFault(_("Part %(n)d: there is no kind “%(kind)s”.") % {"n": n, "kind": kind})
    part: dict[str, Any] = {"kind": kind}
    for option in options:
        part.update(read_option(n, option))
    return {**part, **content_of(n, part, lines)}


def read_option(n: int, option: str) -> dict[str, Any]:
    name, _equals, value = option.partition("=")
    if name in NAMES and value:
        return {name: value}
    if name in NUMBERS and all(one.isdecimal() for one in value.split(",")):
        return {name: [int(one) for one in value.split(",")]}
    if name in FLAGS and not value:
        return {name: True}
    raise TemplateFault(_("Part %(n)d: “%(option)s” is not understood.") % {"n": n, "option": option})


def content_of(n: int, part: dict[str, Any], lines: list[str]) -> dict[str, Any]:
    rows = [[cell.strip(" ").replace("\\n", "\n") for cell in line.split("|")] for line in lines]
    match part["kind"]:
        case "break":
            return {}
        case "pairs":
            return {"rows": rows_of_two(n, rows)}
        case "table":
            return table_content(n, part, rows)
        case "attachments":
            if len(rows) != 2 or "each" not in part:
                raise TemplateFault(_("Part %(n)d: attachments need “each”, a word, and a line.") % {"n": n})
            return {"text": lines[0], "row": rows[1]}
    if not lines:
        raise TemplateFault(_("Part %(n)d has no text.") % {"n": n})
    return {"text": "\n".join(lines)}


def rows_of_two(n: int, rows: list[list[str]]) -> list[list[str]]:
    if not rows or any(len(row) != 2 for row in rows):
        raise TemplateFault(_("Part %(n)d: each line needs a label and a value, with a bar between.") % {"n": n})
    return rows


def table_content(n: int, part: dict[str, Any], rows: list[list[str]]) -> dict[str, Any]:
    if "each" not in part or len(rows) not in {2, 3} or len({len(row) for row in rows}) != 1:
        words = _("Part %(n)d: a table needs “each”, and a head and a row with as many cells.")
        raise TemplateFault(words % {"n": n})
    found: dict[str, Any] = {"head": rows[0], "row": rows[1]}
    return {**found, "foot": rows[2]} if len(rows) == 3 else found
