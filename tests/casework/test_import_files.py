"""Files that are no table: what they are is said in words, before anything of them is believed."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlsxwriter

from casework.importing.cells import safe, text_of
from casework.importing.errors import UnreadableFile
from casework.importing.sheets import lines_of

WORDS = "编号,摘要\n1,测试\n"


def lines(content: bytes, name: str = "table.csv") -> list[tuple[int, list[str]]]:
    return list(lines_of(io.BytesIO(content), name))


def workbook(fill) -> bytes:
    found = io.BytesIO()
    book = xlsxwriter.Workbook(found, {"in_memory": True})
    fill(book.add_worksheet(), book)
    book.close()
    return found.getvalue()


def damaged_utf8() -> bytes:
    text = ("一行完好的文字\n" * 5).encode()
    return text + b"\xff\xfe\n" + text


BAD_FILES = {
    "utf-16.csv": WORDS.encode("utf-16"),
    "binary.csv": bytes(range(256)) * 4,
    "control.csv": "编号\n\x01".encode("gb18030"),
    "damaged.csv": damaged_utf8(),
    "surrogate.csv": "编号\n".encode() + b"\xed\xa0\x80",
    "bom_but_gb.csv": b"\xef\xbb\xbf" + WORDS.encode("gb18030"),
    "workbook.csv": workbook(lambda sheet, book: sheet.write(0, 0, "x")),
    "quote.csv": b'a,b\n1,"2\n3,4\n',
    "text.xlsx": WORDS.encode(),
    "half.xlsx": workbook(lambda sheet, book: sheet.write(0, 0, "x"))[:500],
    "old.xls": b"\xd0\xcf\x11\xe0",
    "far.xlsx": workbook(lambda sheet, book: (sheet.write(0, 0, "x"), sheet.write(1_048_575, 16_383, "x"))),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_no_table_is_refused_in_words(name):
    with pytest.raises(UnreadableFile) as refused:
        lines(BAD_FILES[name], name)
    assert str(refused.value)


def test_a_damaged_file_names_the_line():
    with pytest.raises(UnreadableFile) as refused:
        lines(damaged_utf8())
    assert "6" in str(refused.value)


def test_a_workbook_that_unpacks_without_end_is_refused():
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", b"0" * 50_000_000)
    with pytest.raises(UnreadableFile):
        lines(found.getvalue(), "bomb.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_rows_are_numbered_as_the_spreadsheet_program_numbers_them(encoding):
    text = 'a,b\n\n1,"two\nlines"\n,,\n2,三\n'
    assert lines(text.encode(encoding)) == [(1, ["a", "b"]), (3, ["1", "two\nlines"]), (5, ["2", "三"])]


def test_empty_rows_down_to_the_last_one_are_no_rows():
    def fill(sheet, book):
        sheet.write(0, 0, "a")
        sheet.write(2, 0, 1)
        sheet.write_blank(1_048_575, 0, None, book.add_format({"bold": True}))

    assert lines(workbook(fill), "t.xlsx") == [(1, ["a"]), (3, ["1"])]


@pytest.mark.parametrize(
    ("cell", "text"),
    [(13800001234.0, "13800001234"), (0.5, "0.5"), (True, "1"), (None, ""), (5.3e17, "5.30000E+17"), (" x ", "x")],
)
def test_a_cell_is_the_text_a_person_reads(cell, text):
    assert text_of(cell) == text


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@x", "\tx", "\rx"])
def test_no_text_leaves_as_a_formula(text):
    assert safe(text) == f"'{text}"
    assert text_of(safe(text)) in {text, text.strip()}
