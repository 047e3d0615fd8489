"""The report as a workbook an office prints: the tables, then texts, adjustments, ledger and definitions."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from reports.filings.content import LANGUAGE
from reports.filings.cover import Cover, cover_of
from reports.filings.kinds import TEXTS
from reports.filings.page import FORMATS, Page, on_first_page
from reports.models import Filing


def book_of(filing: Filing, watermark: str = "") -> bytes:
    """The frozen report as xlsx. The same snapshot gives the same cells at any time; the foot says who took it."""
    stream = io.BytesIO()
    with override(LANGUAGE), xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": filing.title, "created": filing.snapshot.counted_at.replace(tzinfo=None)})
        formats = {name: book.add_format(given) for name, given in FORMATS.items()}
        cover = cover_of(filing, watermark)
        heads = {one["code"]: one for one in filing.snapshot.content["definitions"]}
        for table in filing.snapshot.content["tables"]:
            width = on_first_page([heads[code] for code in table["columns"]])
            Page(book, formats, cover, table["title"], width).figures(table, heads)
        extras(book, formats, cover, filing)
    return stream.getvalue()


def extras(book: Any, formats: dict[str, Any], cover: Cover, filing: Filing) -> None:
    """What follows the tables: texts, adjustments, ledger, employers at risk, definitions."""
    content = filing.snapshot.content
    if filing.snapshot.texts:
        written = [[str(TEXTS[name]), text] for name, text in filing.snapshot.texts.items()]
        Page(book, formats, cover, _("Texts"), 2).rows([pgettext("report", "Part"), _("Text")], written, [14, 90])
    if content["adjustments"]:
        head = [_("Report"), pgettext("form", "Unit"), _("Column"), _("Filed"), _("Now"), _("Difference")]
        changed = [
            [row[n] for n in ("period", "unit", "column", "before", "after", "change")]
            for row in content["adjustments"]
        ]
        page = Page(book, formats, cover, _("Adjustments"), len(head))
        page.rows(head, changed, [16, 22, 18, 18, 18, 12])
        page.note(_("Reason: %(reason)s") % {"reason": filing.snapshot.adjustment_reason})
    if "ledger" in content:
        head = [_("File"), _("Paid on"), _("Kind of payment"), _("Persons"), _("Amount (yuan)"), _("Proof in the file")]
        paid = [ledger_row(row) for row in content["ledger"]]
        Page(book, formats, cover, _("Ledger of losses recovered"), len(head)).rows(
            head, paid, [28, 12, 18, 8, 16, 16], 4
        )
    if "risks" in content:
        rows = [[row["label"], row["count"]] for row in content["risks"]]
        Page(book, formats, cover, _("Employers most requests are about"), 2).rows(
            [_("Employer"), _("Requests")], rows, [50, 12]
        )
    Page(book, formats, cover, _("Definitions"), 2).rows(
        [_("Column"), _("Definition")],
        [[" ".join(filter(None, (one["group"], one["label"]))), one["definition"]] for one in content["definitions"]],
        [24, 80],
    )


def ledger_row(row: dict[str, Any]) -> list[Any]:
    proof = _("yes") if row["proof"] else _("no")
    return [row["file"], row["paid_on"], row["kind"], row["persons"], float(row["amount"]), proof]
