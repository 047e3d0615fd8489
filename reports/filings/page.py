"""One sheet of the workbook: heading, merged column heads, sums as formulas, lines to sign on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from xlsxwriter.utility import xl_col_to_name

from casework.importing.cells import safe
from reports.filings.cover import Cover
from reports.filings.kinds import CATEGORY

FIRST_WIDTH, WIDTH, MONEY_WIDTH = 22, 8.5, 13
A4, PERCENT = 9, 100
PAGE_WIDTH, SCALE = 156, 65  # characters of all columns on A4 across, at this scale in percent
LINE_HEIGHT, SIGNS_OF_A_LINE = 15, 11  # Chinese signs of the first column
RATE_OF = {  # rates whose counts stand in the sheet itself: their total is a formula too
    "mediation_success_rate": (("agreed", "reconciled"), ("concluded",)),
    "closure_rate": (("concluded",), ("opening_backlog", "accepted")),
}
FONT = {"font_name": "SimSun", "font_size": 10, "valign": "vcenter"}
GRID = {**FONT, "border": 1, "text_wrap": True}
FORMATS: dict[str, dict[str, Any]] = {
    "title": {**FONT, "font_name": "SimHei", "font_size": 16, "align": "center"},
    "line": FONT,
    "right": {**FONT, "align": "right"},
    "wrap": {**FONT, "text_wrap": True, "valign": "top"},
    "head": {**GRID, "font_name": "SimHei", "align": "center"},
    "label": GRID,
    "count": {**GRID, "num_format": "#,##0"},
    "money": {**GRID, "num_format": "#,##0.00"},
    "rate": {**GRID, "num_format": "0.00%"},
    "none": {**GRID, "align": "right"},
}


@dataclass
class Page:
    """One sheet on A4 across, with the cover lines above and the signatures below, as wide as the first page.

    What is wider than the paper goes on beside it: each page begins with the first column.
    """

    book: Any
    formats: dict[str, Any]
    cover: Cover
    title: str
    width: int
    at: int = 0
    sheet: Any = field(init=False)

    def __post_init__(self) -> None:
        self.sheet = self.book.add_worksheet(self.title[:31])
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        self.sheet.set_footer(f"&L{self.cover.checksum}&C&P / &N&R{self.cover.watermark}")
        self.merged(f"{self.cover.title} · {self.title}", "title", 28)
        self.merged(self.cover.line, "line", 18)

    def merged(self, text: str, style: str, height: float) -> None:
        self.sheet.set_row(self.at, height)
        if self.width > 1:
            self.sheet.merge_range(self.at, 0, self.at, self.width - 1, safe(text), self.formats[style])
        else:
            self.sheet.write_string(self.at, 0, safe(text), self.formats[style])
        self.at += 1

    def note(self, text: str) -> None:
        self.merged(text, "wrap", 15 * (1 + len(text) // 60))

    def figures(self, table: dict[str, Any], heads: dict[str, dict[str, str]]) -> None:
        """Two rows of heads, one row for each unit, the total, and where to sign."""
        self.merged(_("Period: %(first)s to %(last)s") % {"first": table["first"], "last": table["last"]}, "line", 16)
        columns = [heads[code] for code in table["columns"]]
        self.heads(columns, pgettext("export", "Category") if table["code"] == CATEGORY else pgettext("form", "Unit"))
        first = self.at
        self.sheet.set_print_scale(SCALE)
        self.sheet.repeat_columns(0)
        self.sheet.set_v_pagebreaks(pages_of(columns))
        for row in table["rows"]:
            self.row(row["label"], columns, row["cells"])
        self.total(columns, table["total"], first)
        self.sheet.freeze_panes(first, 1)
        self.sheet.repeat_rows(self.at - len(table["rows"]) - 3, first - 1)
        self.foot()

    def heads(self, columns: list[dict[str, str]], first: str) -> None:
        style = self.formats["head"]
        self.sheet.merge_range(self.at, 0, self.at + 1, 0, first, style)
        self.sheet.set_column(0, 0, FIRST_WIDTH)
        for n, column in enumerate(columns, 1):
            self.sheet.set_column(n, n, width_of(column))
            if column["group"]:
                self.sheet.write_string(self.at + 1, n, column["label"], style)
            else:
                self.sheet.merge_range(self.at, n, self.at + 1, n, column["label"], style)
        for label, begin, end in groups(columns):
            if begin == end:
                self.sheet.write_string(self.at, begin, label, style)
            else:
                self.sheet.merge_range(self.at, begin, self.at, end, label, style)
        self.sheet.set_row(self.at + 1, 42)
        self.at += 2

    def row(self, label: str, columns: list[dict[str, str]], cells: Sequence[Any]) -> None:
        self.sheet.write_string(self.at, 0, safe(label), self.formats["label"])
        self.sheet.set_row(self.at, LINE_HEIGHT * (1 + (len(label) - 1) // SIGNS_OF_A_LINE))
        for n, (column, cell) in enumerate(zip(columns, cells, strict=True), 1):
            self.cell(n, column["sort"], cell)
        self.at += 1

    def cell(self, n: int, sort: str, cell: Any) -> None:
        value = number(cell)
        if value is None:
            self.sheet.write_string(self.at, n, "—", self.formats["none"])
        else:
            self.sheet.write_number(self.at, n, value, self.formats[sort])

    def total(self, columns: list[dict[str, str]], cells: Sequence[Any], first: int) -> None:
        """Sums as formulas, with the counted total as their value; rates are worked out of the sums, never averaged."""
        self.sheet.write_string(self.at, 0, _("Total"), self.formats["label"])
        places = {column["code"]: xl_col_to_name(n) for n, column in enumerate(columns, 1)}
        for n, (column, cell) in enumerate(zip(columns, cells, strict=True), 1):
            formula = self.formula(column, places, first)
            if formula and number(cell) is not None:
                self.sheet.write_formula(self.at, n, formula, self.formats[column["sort"]], number(cell))
            else:
                self.cell(n, column["sort"], cell)
        self.at += 1

    def formula(self, column: dict[str, str], places: dict[str, str], first: int) -> str:
        here = self.at + 1
        if column["sort"] != "rate":
            place = places[column["code"]]
            return f"=SUM({place}{first + 1}:{place}{self.at})"
        if column["code"] not in RATE_OF:
            return ""
        above, below = ("+".join(f"{places[name]}{here}" for name in names) for names in RATE_OF[column["code"]])
        return f'=IF({below}=0,"—",({above})/({below}))'

    def rows(self, head: list[str], rows: list[list[Any]], widths: list[int], sum_of: int | None = None) -> None:
        """A plain table; `sum_of` is the column that is added up below it."""
        self.sheet.fit_to_pages(1, 0)
        for n, (label, width) in enumerate(zip(head, widths, strict=True)):
            self.sheet.set_column(n, n, width)
            self.sheet.write_string(self.at, n, label, self.formats["head"])
        self.at += 1
        first = self.at
        for row in rows:
            for n, value in enumerate(row):
                if isinstance(value, str):
                    self.sheet.write_string(self.at, n, safe(value), self.formats["label"])
                else:
                    self.sheet.write_number(self.at, n, value, self.formats["money" if n == sum_of else "count"])
            self.at += 1
        if sum_of is not None and rows:
            place = xl_col_to_name(sum_of)
            self.sheet.write_string(self.at, 0, _("Total"), self.formats["label"])
            total = sum(row[sum_of] for row in rows)
            formula = f"=SUM({place}{first + 1}:{place}{self.at})"
            self.sheet.write_formula(self.at, sum_of, formula, self.formats["money"], total)
            self.at += 1

    def foot(self) -> None:
        self.at += 1
        self.merged(self.cover.signatures, "line", 24)
        self.merged(self.cover.checked, "line", 16)


def width_of(column: dict[str, str]) -> float:
    return MONEY_WIDTH if column["sort"] == "money" else WIDTH


def pages_of(columns: list[dict[str, str]]) -> list[int]:
    """The columns new pages begin with: none is wider than the paper, and no common heading is torn."""
    begun = {begin: end for _label, begin, end in groups(columns)}
    breaks, used, n = [], 0.0, 1
    while n <= len(columns):
        end = begun.get(n, n)
        width = sum(width_of(column) for column in columns[n - 1 : end])
        if used and used + width > PAGE_WIDTH - FIRST_WIDTH:
            breaks.append(n)
            used = 0.0
        used, n = used + width, end + 1
    return breaks


def on_first_page(columns: list[dict[str, str]]) -> int:
    """How many columns the first page has, the names of the rows included."""
    return [*pages_of(columns), len(columns) + 1][0]


def groups(columns: list[dict[str, str]]) -> list[tuple[str, int, int]]:
    """Neighbours under one heading: its words, first and last column."""
    found: list[tuple[str, int, int]] = []
    for n, column in enumerate(columns, 1):
        if found and column["group"] and found[-1][0] == column["group"] and found[-1][2] == n - 1:
            found[-1] = (column["group"], found[-1][1], n)
        elif column["group"]:
            found.append((column["group"], n, n))
    return found


def number(cell: Any) -> float | None:
    """Rates as parts of one, as spreadsheet programs keep them."""
    if isinstance(cell, dict):
        return None if cell["value"] is None else float(cell["value"]) / PERCENT
    return None if cell is None else float(cell)
