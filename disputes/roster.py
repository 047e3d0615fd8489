"""The roster of a group as a table: its columns, and what is wrong with a file, by row and column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override, pgettext_lazy

from casework.fields import IdNumberField, MoneyField
from casework.importing.columns import Column, Row, read_header
from casework.importing.errors import Fault, UnreadableFile
from casework.importing.fields import LineField, ListedPhoneField
from casework.importing.sheets import lines_of
from casework.models import Category
from casework.widths import half_width

TOLD = 100


class CategoryField(forms.Field):
    """The code or the name of a second-level category; zeros in front may be missing."""

    def __init__(self, categories: dict[str, Category] | None = None, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.categories = categories or {}

    def to_python(self, value: Any) -> Category | None:
        text = (value or "").strip()
        if not text:
            return None
        found = self.categories.get(text) or self.categories.get(text.zfill(4))
        if found is None:
            raise ValidationError(_("There is no such category. Please enter its code, such as 0101, or its name."))
        return found


def columns_of(categories: dict[str, Category]) -> list[Column]:
    return [
        Column("name", LineField(max_length=60, label=gettext_lazy("Name of the person"))),
        Column("id_number", IdNumberField(required=False, label=gettext_lazy("Identity number"))),
        Column("phone", ListedPhoneField(required=False, label=gettext_lazy("Telephone"))),
        Column("category", CategoryField(categories, label=gettext_lazy("Category"))),
        Column("claimed", MoneyField(label=pgettext_lazy("column of a roster", "Claimed (yuan)"))),
        Column("agreed", MoneyField(required=False, label=pgettext_lazy("column of a roster", "Agreed (yuan)"))),
    ]


def headings(columns: list[Column]) -> dict[str, str]:
    """What a column is called in the form people fill in, which is Chinese whoever reads it."""
    with override("zh-hans"):
        return {half_width(str(column.field.label)): column.name for column in columns}


def read_roster(stream: IO[bytes], name: str, categories: list[Category], most: int) -> list[dict[str, Any]]:
    """The rows, each with the number of its person. Raises ValidationError that names all that is wrong, or nothing."""
    names = {key: category for category in categories for key in (category.code, category.name)}
    columns = columns_of(names)
    try:
        rows, faults = rows_of(lines_of(stream, name), columns, most)
    except UnreadableFile as error:
        raise ValidationError(str(error)) from error
    faults = [*faults, *numbered(rows), *(fault for row in rows for fault in row.faults)]
    if faults:
        raise ValidationError(told(sorted(faults, key=lambda fault: fault.row), columns))
    return [
        {"person": row.values.pop("person"), **{k: v for k, v in row.values.items() if v is not None}} for row in rows
    ]


def rows_of(lines: Iterator[tuple[int, list[str]]], columns: list[Column], most: int) -> tuple[list[Row], list[Fault]]:
    """Raises UnreadableFile for a file without rows, or with too many."""
    known = headings(columns)
    number, first = next(lines, (0, []))
    texts = [known.get(half_width(text), text) for text in first]
    present = [column for column in columns if column.field.required or column.name in texts]
    layout, faults = read_header(number, texts, present)
    if faults:
        return [], faults
    rows = []
    for n, cells in lines:
        rows.append(layout.row(n, cells))
        if len(rows) > most:
            raise UnreadableFile(_("The roster has more than %(most)d rows.") % {"most": most})
    if not rows:
        raise UnreadableFile(_("The file has a header but no row below it."))
    return rows, []


def numbered(rows: list[Row]) -> list[Fault]:
    """Number the persons; one worker has a row for each category. What no single row shows is told here."""
    persons: dict[str, tuple[int, int, str]] = {}  # by identity number or name: number, first row, name
    seen: dict[tuple[int, Any], int] = {}
    faults = []
    for row in rows:
        values = row.values
        if not {"name", "claimed"} <= values.keys() or row.faults:
            continue
        key = values.get("id_number") or f"{values['name']} {values.get('phone') or ''}"
        person, first, name = persons.setdefault(key, (len(persons) + 1, row.number, values["name"]))
        values["person"] = person
        if name != values["name"]:
            words = _("This identity number stands in row %(row)d with another name.")
            faults.append(Fault(row.number, "id_number", words % {"row": first}))
            continue
        earlier = seen.setdefault((person, values.get("category")), row.number)
        if earlier != row.number:
            words = _("The same person with the same category stands in row %(row)d.")
            faults.append(Fault(row.number, "id_number", words % {"row": earlier}))
    return faults


def told(faults: list[Fault], columns: list[Column]) -> list[str]:
    """Each fault in a line with its row and column, the first hundred of them."""
    labels = {column.name: column.field.label for column in columns}
    words = _("Row %(row)d, %(column)s: %(text)s")
    lines = [
        words % {"row": fault.row, "column": labels.get(fault.column, fault.column), "text": fault.text}
        for fault in faults[:TOLD]
    ]
    if len(faults) > TOLD:
        lines.append(_("… and %(count)d more.") % {"count": len(faults) - TOLD})
    return lines
