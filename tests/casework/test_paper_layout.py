"""The layout of GB/T 9704-2012, measured in the PDF that was made and not in what made it. Lengths in millimetres."""

from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pikepdf
import pytest

from casework.documents.pdf import pdf_of
from casework.documents.sheet import Block, Sheet

POINT = 25.4 / 72
UNION, DAY = "临沧市临翔区总工会", "2024年6月5日"
SIGNED = Block("signature", f"{UNION}\n{DAY}")
LETTER = Sheet(layout="letter", title="工会劳动法律监督提示函", blocks=[], mark=UNION, number="临翔工劳监提〔2024〕1号")


def opened(sheet: Sheet):
    return pdfplumber.open(io.BytesIO(pdf_of(sheet)))


def with_text(*texts: str, sheet: Sheet = LETTER, signed: bool = False) -> Sheet:
    blocks = [Block("plain", text) for text in texts]
    return replace(sheet, blocks=[*blocks, SIGNED] if signed else blocks)


def lines_of(page):
    """The words of each line of a page, from the top."""
    found: dict[int, list] = {}
    for char in page.chars:
        found.setdefault(round(char["top"] + char["height"] / 2), []).append(char)
    return ["".join(char["text"] for char in sorted(found[top], key=lambda c: c["x0"])) for top in sorted(found)]


def chars_of(page, text: str, first: bool = False):
    """The characters of a run of text where it stands last on the page, or first."""
    joined = "".join(char["text"] for char in page.chars)
    at = joined.index(text) if first else joined.rindex(text)
    return page.chars[at : at + len(text)]


def name_and_date(page):
    """Where both lines of the signature stand."""
    signed = chars_of(page, UNION + DAY)
    return box(signed[: len(UNION)]), box(signed[len(UNION) :])


def box(chars):
    return tuple(
        POINT * f(char[side] for char in chars) for f, side in ((min, "x0"), (min, "top"), (max, "x1"), (max, "bottom"))
    )


def red_rules(page):
    return [
        (POINT * line["x0"], POINT * line["x1"], POINT * line["top"], line["linewidth"])
        for line in page.lines
        if line["stroking_color"] and line["stroking_color"][0] > 0.7
    ]


def test_a_full_page_holds_22_lines_of_28_characters():
    """The second page is text from edge to edge."""
    with opened(with_text("工" * 28 * 60)) as pdf:
        page = pdf.pages[1]
        full = [line for line in lines_of(page) if set(line) == {"工"}]
        assert len(full) == 22
        assert {len(line) for line in full} == {28}
        left, top, right, bottom = box([char for char in page.chars if char["text"] == "工"])
        assert left == pytest.approx(28, abs=1)
        assert 210 - right == pytest.approx(26, abs=1)
        assert top == pytest.approx(37, abs=1.5)
        assert 297 - bottom >= 35 - 0.5


def test_the_29th_character_wraps():
    with opened(with_text("工" * 28 + "会")) as pdf:
        lines = lines_of(pdf.pages[0])
        assert "工" * 28 in lines
        assert "会" in lines


def test_the_rules_of_a_letter_are_170_mm_long_and_centred():
    with opened(with_text("正文")) as pdf:
        rules = red_rules(pdf.pages[0])
        assert len(rules) == 4
        for left, right, _top, _width in rules:
            assert right - left == pytest.approx(170, abs=0.3)
            assert left + right == pytest.approx(210, abs=0.3)
        (thick, thin), (thin_below, thick_below) = rules[:2], rules[2:]
        if rules[0][2] > rules[2][2]:
            (thin_below, thick_below), (thick, thin) = rules[:2], rules[2:]
        assert thick[3] > thin[3]
        assert thin_below[3] < thick_below[3]
        assert 297 - thick_below[2] == pytest.approx(20, abs=1)


def test_the_mark_stands_30_mm_from_the_edge_and_the_rule_4_mm_below_it():
    with opened(with_text("正文")) as pdf:
        page = pdf.pages[0]
        _left, top, _right, bottom = box(chars_of(page, UNION, first=True))
        assert top == pytest.approx(30, abs=3)  # of the box of a character, whose ink begins lower
        assert min(rule[2] for rule in red_rules(page)) == pytest.approx(45, abs=1)
        assert bottom < 45


def test_the_number_stands_at_the_right_end_under_the_rule():
    with opened(with_text("正文")) as pdf:
        page = pdf.pages[0]
        _left, top, right, _bottom = box(chars_of(page, LETTER.number))
        assert 210 - right == pytest.approx(26, abs=1)
        assert 45 < top < 55


def test_a_letter_numbers_its_pages_from_the_second_on_the_outer_side():
    with opened(with_text("工" * 28 * 60)) as pdf:
        first, second, third = pdf.pages[:3]
        assert "— 1 —" not in first.extract_text()
        left, top, _right, _bottom = box(chars_of(second, "— 2 —"))
        assert left < 60
        assert top == pytest.approx(262 + 7, abs=2)
        assert box(chars_of(third, "— 3 —"))[0] > 150


def test_a_document_of_the_union_has_its_mark_35_mm_below_the_text_area_and_numbers_every_page():
    paper = with_text("正文", sheet=replace(LETTER, layout="document", mark=f"{UNION}文件", office=UNION, printed=DAY))
    with opened(paper) as pdf:
        page = pdf.pages[0]
        assert box(chars_of(page, f"{UNION}文件"))[1] == pytest.approx(72, abs=4)
        left, _top, right, _bottom = box(chars_of(page, paper.number))
        assert (left + right) / 2 == pytest.approx(28 + 78, abs=1)
        [rule] = red_rules(page)
        assert rule[1] - rule[0] == pytest.approx(156, abs=0.5)
        assert "— 1 —" in page.extract_text()
        widths = sorted(line["linewidth"] * POINT for line in page.lines if rule[3] != line["linewidth"])
        assert widths == pytest.approx([0.35, 0.35], abs=0.02)


@pytest.mark.parametrize("copies", ["", "临沧市总工会"])
def test_the_imprint_stands_at_the_foot_of_the_last_page(copies):
    paper = with_text("正文", sheet=replace(LETTER, layout="document", copies=copies, office=UNION, printed=DAY))
    with opened(paper) as pdf:
        page = pdf.pages[-1]
        assert box(chars_of(page, DAY))[3] == pytest.approx(297 - 35, abs=4)
        assert ("抄送：临沧市总工会。" in page.extract_text()) is bool(copies)


def seal_of(page):
    [ring] = [c for c in page.curves if c["stroking_color"] and c["width"] * POINT > 38]
    return tuple(POINT * ring[side] for side in ("x0", "top", "x1", "bottom"))


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
def test_the_seal_lies_on_name_and_date_and_never_stands_alone(rows):
    """However far down the page the text ends: the signature takes its last lines along."""
    paper = replace(with_text(*["工" * 28] * (rows + 2), "会" * 20, signed=True), seal="sample")
    with opened(paper) as pdf:
        page = pdf.pages[-1]
        assert "会" * 20 in page.extract_text()
        left, top, right, bottom = seal_of(page)
        assert right - left == pytest.approx(42, abs=1.5)
        name, date = name_and_date(page)
        assert top < name[1]
        assert date[3] < bottom
        assert (left + right) / 2 == pytest.approx((name[0] + name[2]) / 2, abs=0.5)
        assert (name[0] + name[2]) / 2 == pytest.approx((date[0] + date[2]) / 2, abs=0.5)
        assert (top + bottom) / 2 < (name[1] + date[3]) / 2  # both lines lie slightly below the middle
        assert top - box(chars_of(page, "会" * 20))[3] < 10.3  # within a line of the text


def test_the_date_stands_four_characters_in_from_the_right():
    with opened(with_text("正文", signed=True)) as pdf:
        page = pdf.pages[-1]
        right = name_and_date(page)[1][2]
        assert 210 - 26 - right == pytest.approx(4 * 16 * POINT, abs=1)


@pytest.mark.parametrize("layout", ["letter", "document", "form"])
@pytest.mark.parametrize("name", ["长" * 80, "𬭊㛃𠮷㐂龘公司"])
def test_a_long_name_breaks_and_a_rare_one_prints(layout, name):
    paper = replace(with_text(f"{name}：", "正文", signed=True), layout=layout, title=name, mark=name[:60])
    with opened(replace(paper, number=f"{name[:20]}1号")) as pdf:
        for page in pdf.pages:
            for char in page.chars:
                assert char["x1"] * POINT <= 210 - 19
        text = "".join(page.extract_text().replace("\n", "") for page in pdf.pages)
        assert f"{name}：" in text


def test_fonts_are_embedded_as_far_as_used_and_the_file_is_tagged_and_archival():
    with pikepdf.open(io.BytesIO(pdf_of(with_text("正文" * 20, signed=True)))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.StructTreeRoot
        assert "pdfaid:part" in str(pdf.open_metadata())
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            inner = font.DescendantFonts[0].FontDescriptor
            assert "+" in str(inner.FontName)  # a subset says so by its prefix
            assert {"/FontFile2", "/FontFile3"} & set(inner.keys())


def test_text_can_be_selected_and_a_reader_learns_what_the_code_is():
    paper = replace(with_text("可以选中", signed=True), verify="https://heyi.example/verify/x/", code="x")
    with opened(paper) as pdf:
        assert "可以选中" in pdf.pages[0].extract_text()
    with pikepdf.open(io.BytesIO(pdf_of(paper))) as pdf:
        alternatives = [
            str(item.Alt) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
        ]
    assert any("https://heyi.example/verify/x/" in words for words in alternatives)


@pytest.mark.parametrize("word", ["草稿", "作废"])
def test_a_paper_that_is_not_the_document_bears_the_word_across_every_page(word):
    with opened(replace(with_text("工" * 28 * 60), watermark=word)) as pdf:
        for page in pdf.pages:
            assert {char["text"] for char in page.chars if char["size"] > 90} == set(word)


@pytest.mark.parametrize("length", [12, 22, 23, 25, 27])
def test_a_long_union_and_the_code_leave_each_other_room(length):
    """The name keeps its one line; where the code no longer fits beside it, it stands below."""
    union = "云" * (length - 3) + "总工会"
    blocks = [Block("plain", "正文"), Block("signature", f"{union}\n{DAY}")]
    paper = replace(LETTER, blocks=blocks, verify="https://union.example/verify/code/", code="code")
    with opened(paper) as pdf:
        page = pdf.pages[0]
        name = chars_of(page, union)
        left, _top, right, bottom = box(name)
        code = box([line for line in page.lines if line["x1"] - line["x0"] < 60])  # its dots are short strokes
    assert len({round(char["top"]) for char in name}) == 1
    assert right <= 210 - 26 + 0.1
    assert code[2] <= left or code[1] >= bottom
