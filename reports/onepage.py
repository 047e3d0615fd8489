"""What the county's one page says beside its rate: other periods, what needs attention, chance, and its A4 paper."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from casework.documents.sheet import Block, Sheet
from casework.words import NOTHING, instant
from reports import shown
from reports.charts import drawn, funnel_picture, rate_picture
from reports.comparison import Compared, comparison, heads
from reports.definitions import VERSION
from reports.drill import LISTS
from reports.filings.content import LANGUAGE, plain
from reports.funnel import funnel
from reports.late import attention
from reports.question import Question
from reports.report import Report
from reports.shown import Address, Line


def more(question: Question, found: Report, floor: int, address: Address) -> dict[str, Any]:
    """For the page: the numbers of the common part are those of the report already counted."""
    periods, compared = comparison(question, found.total.counts, floor)
    late = [(label, count, address(code)) for code, label, count in attention(question)]
    compared_with_chance = funnel(found, floor) if question.by in PLACES else None
    return {
        "compared_heads": list(zip(heads(periods), periods, strict=True)),
        "compared": compared,
        "late": late,
        "funnel": compared_with_chance,
        "funnel_picture": funnel_picture(compared_with_chance),
        "checksum": checksum(question, found),
        "links": {code: address(code) for code in LISTS},
    }


PLACES = {"organization", "prefecture", "county", "township"}


def checksum(question: Question, found: Report) -> str:
    """The same numbers give the same mark on page and paper: twelve characters of the SHA-256 of all values."""
    values = {row.key: {code: plain(value) for code, value in row.values.items()} for row in [*found.rows, found.total]}
    asked = [question.org.path, question.period.first.isoformat(), question.period.last.isoformat(), question.by]
    text = json.dumps([asked, values, VERSION], ensure_ascii=False, sort_keys=True)
    digest = sha256(text.encode()).hexdigest()[:12].upper()
    return " ".join(digest[n : n + 4] for n in range(0, 12, 4))


def paper(question: Question, found: Report, floor: int, *, public: bool) -> Sheet:
    """One A4 page and what follows. For the public, counts below the floor are not printed either."""
    with override(LANGUAGE):
        lines = shown.lines(found, floor)
        picture = rate_picture(shown.chart_rows(lines), pgettext("figure", "Success rate"))
        periods, compared = comparison(question, found.total.counts, floor)
        blocks = [
            Block("note", about(question, found)),
            compared_block(heads(periods), compared, floor, public=public),
        ]
        if picture:
            words = _("Success rate (dot) with its 95 % interval (line)")
            blocks += [Block("heading", words), Block("picture", drawn(picture))]
        blocks.append(table_of(lines, floor, public=public))
        if not public:
            blocks += figures(found, floor)
        blocks.append(Block("note", foot(question, found, floor, public=public)))
        title = _("Mediation success · %(organization)s") % {"organization": question.org.region}
        return Sheet("form", title, blocks)


def compared_block(periods: list[str], rows: list[Compared], floor: int, *, public: bool) -> Block:
    head = [pgettext("report", "Figure"), *periods, pgettext("figure", "Change")]
    lines = [compared_line(row, floor, public=public) for row in rows]
    widths = (*(3 for _head in head[1:]), 2)
    return Block("table", "", head, lines, widths=widths, numeric=[*range(1, len(head))])


def compared_line(row: Compared, floor: int, *, public: bool) -> list[str]:
    small = {value for value in row.values if value.isdecimal() and 0 < int(value) < floor} if public else set()
    cells = [
        f"<{floor}" if value in small else cell(value, note) for value, note in zip(row.values, row.notes, strict=True)
    ]
    return [str(row.label), *cells, NOTHING if small else row.change]


def cell(value: str, note: str) -> str:
    return f"{value}\n{note}" if note and value != NOTHING else value


def about(question: Question, found: Report) -> str:
    words = {"org": question.org, "first": question.period.first, "last": question.period.last}
    return _("%(org)s · %(first)s to %(last)s") % words


def table_of(lines: list[Line], floor: int, *, public: bool) -> Block:
    head = [
        pgettext("report", "Row"),
        pgettext("figure", "Concluded"),
        pgettext("figure", "Success rate"),
        _("95 % interval"),
    ]
    rows = [[line.label, count_words(line, floor, public=public), line.value, line.interval] for line in lines]
    return Block("table", "", head, rows, widths=(3, 2, 2, 3), numeric=(1, 2, 3))


def count_words(line: Line, floor: int, *, public: bool) -> str:
    """For the public a small number is not told, and neither is one that would tell it by subtraction."""
    if not public or not line.is_hidden:
        return line.count
    return f"<{floor}" if line.n < floor else _("not shown")


def figures(found: Report, floor: int) -> list[Block]:
    blocks = []
    for title, rows in shown.groups(found.total, floor):
        head = [pgettext("report", "Figure"), pgettext("report", "Value"), _("Counts, 95 % interval or unit")]
        cells = [[str(one.label), one.value, one.note] for one in rows]
        blocks += [Block("heading", str(title)), Block("table", "", head, cells, widths=(4, 2, 4), numeric=(1,))]
    return blocks


def foot(question: Question, found: Report, floor: int, *, public: bool) -> str:
    note = _("Rates of fewer than %(floor)d cases are not shown.") % {"floor": floor}
    marks = {
        "instant": instant(timezone.now()),
        "name": "" if public else question.officer.name,
        "version": VERSION,
        "mark": checksum(question, found),
    }
    return note + "\n" + _("Counted %(instant)s %(name)s · definitions %(version)s · checksum %(mark)s") % marks
