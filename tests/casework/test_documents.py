"""Templates are data: what they may name, what is missing, and what both files are made of."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace

import docx
import pytest

from casework.documents.compose import TemplateFault, check, compose
from casework.documents.pdf import NotPrintable, pdf_of, pictures_of
from casework.documents.word import word_of

LABELS = {
    "name": "姓名",
    "day": "日期",
    "mediator": "调解员",
    "claims": {"": "请求事项", "no": "序号", "amount": "金额"},
}
PARTS = [
    {"kind": "addressee", "text": "{name}："},
    {"kind": "text", "text": "定于{day}开会。"},
    {"kind": "text", "when": "mediator", "text": "由{mediator}主持。"},
    {"kind": "text", "unless": "mediator", "text": "调解员另行通知。"},
    {
        "kind": "table",
        "each": "claims",
        "head": ["序号", "金额"],
        "row": ["{claims.no}", "{claims.amount}"],
        "numeric": [1],
    },
    {"kind": "signature", "text": "某工会\n{day}"},
]
VALUES = {"name": "张某某", "day": "2024年6月5日", "claims": [{"no": "1", "amount": "12000.50"}]}
HEAD = {"layout": "letter", "title": "通知书", "mark": "祥云县总工会", "number": "祥工调〔2024〕1号", "watermark": ""}


def sheet(parts=PARTS, values=VALUES, **head):
    return compose(parts, values, LABELS, **{**HEAD, **head})


def words_of(made):
    return [block.text for block in made.blocks]


def test_a_part_stands_or_falls_with_the_value_it_depends_on():
    assert "调解员另行通知。" in words_of(sheet())
    assert "由杨某某主持。" in words_of(sheet(values={**VALUES, "mediator": "杨某某"}))


@pytest.mark.parametrize(
    ("without", "missing"), [("name", ["姓名"]), ("day", ["日期"]), ("claims", ["请求事项"])], ids=str
)
def test_what_is_missing_is_marked_and_named_once(without, missing):
    made = sheet(values={key: value for key, value in VALUES.items() if key != without})
    assert list(made.missing) == missing
    assert not made.is_complete


def test_a_value_of_a_row_that_is_missing_is_named_by_its_own_name():
    assert list(sheet(values={**VALUES, "claims": [{"no": "1", "amount": ""}]}).missing) == ["金额"]


@pytest.mark.parametrize(
    "part",
    [
        {"kind": "text", "text": "{complainant}"},
        {"kind": "text", "text": "…", "when": "secret"},
        {"kind": "table", "each": "people", "head": [], "row": []},
        {"kind": "table", "each": "claims", "head": [], "row": ["{claims.id_number}"]},
        {"kind": "script", "text": "…"},
        {"text": "…"},
    ],
    ids=str,
)
def test_a_template_names_only_what_is_on_the_list(part):
    with pytest.raises(TemplateFault):
        check([part], LABELS)


@pytest.mark.parametrize(
    "typed",
    [
        '#panic("x")',
        '$x$ #read("/etc/passwd")',
        "{name} {day}",
        "<b>&amp;</b>",
        "a\r\nb\x0b\ue000c\ue001",
        "\\ * _ ` @",
    ],
)
def test_what_is_typed_is_only_ever_text(typed):
    made = sheet(values={**VALUES, "name": typed})
    assert made.is_complete
    assert pdf_of(made).startswith(b"%PDF")
    assert word_of(made)


def test_the_same_sheet_gives_the_same_bytes():
    for draw in (pdf_of, word_of):
        assert hashlib.sha256(draw(sheet())).digest() == hashlib.sha256(draw(sheet())).digest()


def test_another_text_gives_other_bytes():
    assert pdf_of(sheet()) != pdf_of(sheet(values={**VALUES, "day": "2024年6月6日"}))


def test_the_word_file_says_what_the_sheet_says():
    paper = docx.Document(io.BytesIO(word_of(sheet())))
    said = [paragraph.text for paragraph in paper.paragraphs]
    assert {"通知书", "祥工调〔2024〕1号", "张某某：", "定于2024年6月5日开会。"} <= set(said)
    assert [cell.text for cell in paper.tables[0].rows[1].cells] == ["1", "12000.50"]
    assert paper.core_properties.author == ""


def test_the_word_file_shows_its_code_keeps_the_seal_with_the_text_and_says_that_it_is_a_draft():
    made = replace(sheet(), verify="https://union.example/verify/code/", code="code", watermark="草稿")
    paper = docx.Document(io.BytesIO(word_of(made)))
    code = next(one for one in paper.paragraphs if one._p.xpath(".//w:drawing"))
    assert code.paragraph_format.line_spacing == 1.0  # of an exact height only so much of the picture shows
    name = [one.text for one in paper.paragraphs].index("某工会")
    assert all(one.paragraph_format.keep_with_next for one in paper.paragraphs[name - 2 : name + 1])
    assert paper.sections[0].header.paragraphs[0].text == "草稿"


@pytest.mark.parametrize("signs", ["堃", "玥", "䶮", "㐂", "龘", "𬱖"])
def test_rare_characters_of_names_are_printed(signs):
    assert pdf_of(sheet(values={**VALUES, "name": signs}))


def test_a_character_no_font_has_is_named_instead_of_left_out():
    with pytest.raises(NotPrintable) as refused:
        pdf_of(sheet(values={**VALUES, "name": "𓀀"}))
    assert refused.value.signs == "𓀀"


def test_thirty_pages_are_thirty_pictures():
    long = [{"kind": "text", "text": "{name}"}, {"kind": "break"}] * 30
    assert len(pictures_of(sheet(long, layout="form"), ppi=20)) == 31


@pytest.mark.parametrize("layout", ["letter", "form"])
def test_a_name_of_eighty_characters_fits_on_the_page(layout):
    assert len(pictures_of(sheet(layout=layout, mark="某" * 80, values={**VALUES, "name": "名" * 80}), ppi=20)) == 1
