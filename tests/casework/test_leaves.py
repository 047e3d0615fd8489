"""Pages of stored papers: counted where the file says so, otherwise not known."""

import zlib

import pytest

from casework.documents.pdf import pdf_of, pictures_of
from casework.documents.sheet import Block, Sheet
from casework.leaves import pages_in, pages_of_pdf

ROOT = b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
TREE = b"2 0 obj << /Type /Pages /Kids [3 0 R 9 0 R] /Resources << /Font << >> >> /Count 12 >> endobj\n"
BRANCH = b"3 0 obj << /Type /Pages /Parent 2 0 R /Kids [] /Count 7 >> endobj\n"


def packed(text):
    body = zlib.compress(text)
    return b"%PDF-1.7\n5 0 obj << /Type /ObjStm /N 2 /First 8 /Length 99 >> stream\n" + body + b"\nendstream endobj\n"


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (b"%PDF-1.4\n" + ROOT + TREE + BRANCH, 12),
        (b"%PDF-1.4\n" + BRANCH + TREE + ROOT, 12),
        (packed(b"2 0 3 60 << /Type/Pages/Kids[3 0 R]/Count 5 >> << /Type /Page >>"), 5),
        (b"%PDF-1.4\n" + TREE + TREE.replace(b"12", b"13"), 13),  # a later version of the same file
        (b"%PDF-1.4\n" + BRANCH, None),
        (b"%PDF-1.4 /Type /Pages", None),
        (b"%PDF-1.7\n<< /Type /ObjStm >> stream\nnot compressed", None),
        (b"", None),
    ],
)
def test_the_root_of_the_page_tree_says_how_many(data, pages):
    assert pages_of_pdf(data) == pages


def test_our_own_documents_are_counted_as_they_print():
    sheet = Sheet("letter", "卷宗", [Block("text", "事实与理由。" * 40) for _n in range(40)])
    assert pages_of_pdf(pdf_of(sheet)) == len(pictures_of(sheet)) > 2


def test_a_picture_is_a_page_and_of_a_word_file_nobody_knows():
    assert [pages_in(lambda: b"any", kind) for kind in ("image/png", "text/plain")] == [1, None]
