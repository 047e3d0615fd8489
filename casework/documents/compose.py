"""From a template and its values to a sheet.

A template is data: ordered parts whose texts hold placeholders `{name}`, or `{name?}` for a value that may be empty.
Only names on the list of the document's kind are known, and there are no expressions: what a template cannot name it
cannot print. `when` and `unless` name a value that must, or must not, be there; `each` names the list of rows a table
or a text is repeated for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from casework.documents.sheet import Block, Sheet, missing_in, missing_mark, printable

PLACEHOLDER = re.compile(r"\{([a-z_.]+)(\?)?\}")
TEXTS = frozenset({"addressee", "heading", "subheading", "text", "plain", "item", "note", "caption", "appendix"})
KINDS = TEXTS | {"pairs", "table", "attachments", "signature", "break"}
GATHERED = frozenset({"table", "attachments"})  # all rows of their list make one block
Values = Mapping[str, Any]
Labels = Mapping[str, Any]
Part = Mapping[str, Any]


class TemplateFault(ValueError):
    """A template names something that is not on the list, or a part that does not exist."""


def compose(parts: Sequence[Part], values: Values, labels: Labels, **sheet: Any) -> Sheet:
    """The sheet of these parts. Raises TemplateFault for a template that was never checked."""
    check(parts, labels)
    blocks = [block for part in parts for block in blocks_of(part, values, labels)]
    head = {name: fill(text, values, labels) for name, text in sheet.items()}
    texts = [*head.values(), *(text for block in blocks for text in texts_of(block))]
    return Sheet(blocks=blocks, missing=missing_in(texts), **head)


def check(parts: Sequence[Part], labels: Labels) -> None:
    """Raises TemplateFault naming the first part that cannot be printed."""
    for n, part in enumerate(parts, 1):
        if part.get("kind") not in KINDS:
            raise TemplateFault(f"part {n}: no such kind {part.get('kind')!r}")
        wanted = {*names_in(part), *(part[key] for key in ("when", "unless", "each") if key in part)}
        known = {*labels, *(f"{part.get('each')}.{own}" for own in labels.get(part.get("each", ""), ()) or ())}
        if unknown := sorted(wanted - known):
            raise TemplateFault(f"part {n}: no such value {unknown[0]!r}")


def names_in(part: Part) -> Iterator[str]:
    for text in strings(part):
        yield from (name for name, _optional in PLACEHOLDER.findall(text))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for inner in value.values() for text in strings(inner))
    elif isinstance(value, Sequence):
        yield from (text for inner in value for text in strings(inner))


def blocks_of(part: Part, values: Values, labels: Labels) -> Iterator[Block]:
    if ("when" in part and not values.get(part["when"])) or values.get(part.get("unless", "")):
        return
    if part["kind"] in GATHERED:
        yield table(part, values, labels)
    elif "each" in part:
        rows = values.get(part["each"]) or []
        if not rows and not part.get("may_be_empty"):
            yield Block("text", missing_mark(str(label_of(part["each"], labels))))
        yield from (line(part, scope(values, part["each"], row), labels) for row in rows)
    else:
        yield line(part, values, labels)


def line(part: Part, values: Values, labels: Labels) -> Block:
    rows = [[fill(cell, values, labels) for cell in row] for row in part.get("rows", ())]
    return Block(part["kind"], fill(part.get("text", ""), values, labels), rows=rows, widths=part.get("widths", ()))


def table(part: Part, values: Values, labels: Labels) -> Block:
    each = part["each"]
    rows = [[fill(cell, scope(values, each, row), labels) for cell in part["row"]] for row in values.get(each) or []]
    if not rows and not part.get("may_be_empty"):
        rows = [[missing_mark(str(label_of(each, labels))), *[""] * (len(part["row"]) - 1)]]
    text, foot = (
        fill(part.get("text", ""), values, labels),
        [fill(cell, values, labels) for cell in part.get("foot", ())],
    )
    head, widths, numeric = (part.get(name, ()) for name in ("head", "widths", "numeric"))
    return Block(part["kind"], text, head, rows, foot, widths, numeric)


def scope(values: Values, each: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the whole document with those of one row under the name of its list."""
    return {**values, **{f"{each}.{name}": value for name, value in row.items()}}


def fill(text: str, values: Values, labels: Labels) -> str:
    """The text with its placeholders filled; what is missing stands as a mark with its name."""

    def value(found: re.Match[str]) -> str:
        name, optional = found.groups()
        known = printable(str(values.get(name) if values.get(name) is not None else ""))
        return known if known.strip() or optional else missing_mark(str(label_of(name, labels)))

    return PLACEHOLDER.sub(value, text)


def label_of(name: str, labels: Labels) -> Any:
    """What a value is called: a row's value by the label inside the label of its list."""
    each, _dot, own = name.rpartition(".")
    if each in labels and isinstance(labels[each], Mapping):
        return labels[each].get(own, name)
    label = labels.get(name, name)
    return label.get("", name) if isinstance(label, Mapping) else label


def texts_of(block: Block) -> Iterator[str]:
    yield block.text
    yield from block.foot
    for row in block.rows:
        yield from row
