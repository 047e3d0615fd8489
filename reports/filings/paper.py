"""The report as an A4 paper, drawn like every other document."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from casework.documents.sheet import Block, Sheet
from reports.filings.content import LANGUAGE
from reports.filings.cover import cover_of
from reports.filings.kinds import TEXTS
from reports.filings.shown import side_by_side
from reports.models import Filing


def paper_of(filing: Filing) -> Sheet:
    """Figures side by side, what was written by hand, and who answers for it."""
    with override(LANGUAGE):
        cover = cover_of(filing)
        heads, lines = side_by_side(filing.snapshot.content)
        rows = [[line.label, *(value.text for value in line.values)] for line in lines]
        widths = (3, *(2 for _head in heads))
        figures = Block("table", "", [_("Figure"), *heads], rows, widths=widths, numeric=[*range(1, len(heads) + 1)])
        blocks = [Block("note", cover.line), figures]
        for name, text in filing.snapshot.texts.items():
            blocks += [Block("heading", str(TEXTS[name])), Block("text", text)]
        blocks += adjustments(filing)
        blocks += [Block("note", cover.signatures), Block("note", cover.checked)]
        title = f"{filing.about.title} ({filing.period_name})"
        return Sheet("form", title, blocks, mark=filing.org.name, number=filing.number)


def adjustments(filing: Filing) -> list[Block]:
    found = filing.snapshot.content["adjustments"]
    if not found:
        return []
    head = [_("Report"), pgettext("form", "Unit"), _("Column"), _("Filed"), _("Now"), _("Difference")]
    rows = [[row[n] for n in ("period", "unit", "column", "before", "after", "change")] for row in found]
    reason = _("Reason: %(reason)s") % {"reason": filing.snapshot.adjustment_reason}
    return [Block("heading", _("Adjustments")), Block("table", "", head, rows), Block("note", reason)]
