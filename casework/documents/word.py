"""The same sheet as a Word file, for offices that write on in it. Fonts are named by what those offices have."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from django.utils.translation import gettext, override
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from casework.documents.codes import qr_png
from casework.documents.sheet import CLOSE, OPEN, Block, Sheet

FANGSONG, SONG, HEI, KAI = "FangSong_GB2312", "SimSun", "SimHei", "KaiTi_GB2312"
TITLE = "FZXiaoBiaoSong-B05S"
RED = RGBColor(0xD0, 0x02, 0x1B)
PIECES = re.compile(f"({OPEN}[^{CLOSE}]*{CLOSE})")
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
OFFICIAL, FORM = (37, 28, 35, 26), (25, 25, 25, 25)  # top, left, bottom, right, in millimetres
PAIR_WIDTHS = (1, 3)
MARK_POINTS = {"letter": 26, "document": 36, "form": 14}


def word_of(sheet: Sheet) -> bytes:
    """The document as .docx, without anything the sheet does not say: no author, no time of making."""
    with override("zh-hans"):
        paper = docx.Document()
        set_page(paper, sheet)
        say_across(paper, sheet)
        head(paper, sheet)
        for block in sheet.blocks:
            if block.kind == "signature":
                hold_on(paper)
            draw(paper, block, sheet)
        imprint(paper, sheet)
        return steady(paper)


def steady(paper: Any) -> bytes:
    """The package with one date on all its parts: the same sheet gives the same bytes."""
    saved, made = BytesIO(), BytesIO()
    paper.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for part in parts.infolist():
            package.writestr(zipfile.ZipInfo(part.filename), parts.read(part), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def set_page(paper: Any, sheet: Sheet) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, left, bottom, right = OFFICIAL if sheet.is_official else FORM
    section.top_margin, section.left_margin = Mm(top), Mm(left)
    section.bottom_margin, section.right_margin = Mm(bottom), Mm(right)
    properties = paper.core_properties
    properties.author = properties.last_modified_by = ""
    properties.title, properties.comments = sheet.title, ""
    properties.created = properties.modified = UNDATED
    style = paper.styles["Normal"]
    set_font(style, FANGSONG if sheet.is_official else SONG, points_of(sheet))
    style.paragraph_format.line_spacing = Pt(28.95 if sheet.is_official else 21)
    style.paragraph_format.space_after = Pt(0)


def points_of(sheet: Sheet) -> int:
    return 16 if sheet.is_official else 12


def set_font(styled: Any, family: str, points: float) -> None:
    styled.font.name, styled.font.size = family, Pt(points)
    styled.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), family)


def say_across(paper: Any, sheet: Sheet) -> None:
    """What the PDF says across each page stands here in the head of each: a draft, or void."""
    if sheet.watermark:
        line = paper.sections[0].header.paragraphs[0]
        line.alignment = ALIGN.CENTER
        run = line.add_run(sheet.watermark)
        set_font(run, HEI, 22)
        run.font.color.rgb = RED


def head(paper: Any, sheet: Sheet) -> None:
    if sheet.mark:
        mark = write(paper, sheet.mark, ALIGN.CENTER, TITLE, MARK_POINTS[sheet.layout])
        if sheet.is_official:
            mark.font.color.rgb = RED
            red_rule(paper.paragraphs[-1])
    if sheet.number:
        write(paper, sheet.number, ALIGN.CENTER if sheet.layout == "document" else ALIGN.RIGHT)
    write(paper, sheet.title, ALIGN.CENTER, TITLE, 22 if sheet.is_official else 20)
    space = paper.paragraphs[-1].paragraph_format
    space.space_before, space.space_after = (Pt(29), Pt(29)) if sheet.is_official else (Pt(6), Pt(10))


def red_rule(paragraph: Any) -> None:
    """The double rule under the name of the union."""
    edge = OxmlElement("w:bottom")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "12"), ("space", "6"), ("color", str(RED))):
        edge.set(qn(f"w:{name}"), value)
    borders = OxmlElement("w:pBdr")
    borders.append(edge)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc", "w:rPr")
    paragraph.paragraph_format.space_after = Pt(8)


def hold_on(paper: Any) -> None:
    """Name and seal never stand alone on a page: the last lines before them go along."""
    for paragraph in paper.paragraphs[-2:]:
        paragraph.paragraph_format.keep_with_next = True


def write(paper: Any, text: str, align: Any, family: str = "", points: float = 0) -> Any:
    """One paragraph of one style; the run, for more to be set on it."""
    paragraph = paper.add_paragraph()
    paragraph.alignment = align
    if points:
        paragraph.paragraph_format.line_spacing = None
    run = add_text(paragraph, text)
    if family:
        set_font(run, family, points)
    return run


def add_text(paragraph: Any, text: str) -> Any:
    """The text in runs: what is missing in red. The last run."""
    run = paragraph.add_run("")
    for piece in filter(None, PIECES.split(text)):
        is_gap = piece.startswith(OPEN)
        words = gettext("[missing: %s]") % piece.strip(OPEN + CLOSE) if is_gap else piece
        run = paragraph.add_run(words)
        if is_gap:
            run.font.color.rgb = RED
    return run


def draw(paper: Any, block: Block, sheet: Sheet) -> None:
    match block.kind:
        case "table":
            rows = [block.head, *block.rows, *([block.foot] if block.foot else [])]
            table_of(paper, rows, block.numeric, block.widths)
        case "pairs":
            table_of(paper, block.rows, (), block.widths or PAIR_WIDTHS)
        case "attachments":
            attachments(paper, block, sheet)
        case "break":
            paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        case "signature":
            signature(paper, block, sheet)
        case _:
            text(paper, block, sheet)


def text(paper: Any, block: Block, sheet: Sheet) -> None:
    for line in block.text.split("\n"):
        paragraph = paper.add_paragraph()
        run = add_text(paragraph, line)
        kind, points = block.kind, points_of(sheet)
        if kind in {"text", "item", "subheading"} or (kind == "heading" and sheet.is_official):
            paragraph.paragraph_format.first_line_indent = Pt(2 * points)
        paragraph.paragraph_format.page_break_before = kind == "appendix"
        if kind == "caption":
            paragraph.alignment = ALIGN.CENTER
        if family := FAMILIES.get(kind):
            set_font(run, family, points)


FAMILIES = {"heading": HEI, "subheading": KAI, "appendix": HEI, "caption": TITLE}


def attachments(paper: Any, block: Block, sheet: Sheet) -> None:
    for n, row in enumerate(block.rows, 1):
        paragraph = paper.add_paragraph()
        paragraph.paragraph_format.left_indent = Pt((2 if n == 1 else 5) * points_of(sheet))
        number = f"{n}." if len(block.rows) > 1 else ""
        add_text(paragraph, f"{block.text if n == 1 else ''}{number}{row[0]}")


def signature(paper: Any, block: Block, sheet: Sheet) -> None:
    for line in [*block.text.split("\n"), gettext("(seal)")]:
        paragraph = paper.add_paragraph()
        paragraph.alignment = ALIGN.RIGHT
        paragraph.paragraph_format.right_indent = Pt(64)
        paragraph.paragraph_format.keep_with_next = True
        add_text(paragraph, line)
    if sheet.verify:
        code = paper.add_paragraph()
        code.paragraph_format.line_spacing = 1.0  # of an exact height Word shows no more of a picture
        code.add_run().add_picture(BytesIO(qr_png(sheet.verify)), width=Mm(20))
        add_text(code, f"{gettext('Scan to verify. Code:')} {sheet.code}").font.size = Pt(8)


def imprint(paper: Any, sheet: Sheet) -> None:
    """Who gets a copy; in the document layout also who issued it and when."""
    lines = [gettext("Copies: %s.") % sheet.copies] if sheet.copies else []
    if sheet.layout == "document" and sheet.office:
        lines.append(f"{sheet.office}\u3000{sheet.printed}")
    for line in lines:
        add_text(paper.add_paragraph(), line).font.size = Pt(14)


def table_of(paper: Any, rows: Sequence[Sequence[str]], numeric: Sequence[int], widths: Sequence[int] = ()) -> None:
    """A grid as wide as the text; `widths` are shares of it, without any all columns are alike."""
    rows = [row for row in rows if row]
    table = paper.add_table(rows=len(rows), cols=max((len(row) for row in rows), default=1))
    table.style = "Table Grid"
    if len(widths) == len(table.columns):
        section = paper.sections[0]
        across = section.page_width - section.left_margin - section.right_margin
        table.autofit = False
        for column, share in zip(table.columns, widths, strict=True):
            column.width = across * share // sum(widths)
            for cell in column.cells:
                cell.width = column.width
    for cells, row in zip(table.rows, rows, strict=True):
        for n, (cell, words) in enumerate(zip(cells.cells, row, strict=False)):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.line_spacing = Pt(16)
            paragraph.alignment = ALIGN.RIGHT if n in numeric else ALIGN.LEFT
            add_text(paragraph, words).font.size = Pt(10.5)
