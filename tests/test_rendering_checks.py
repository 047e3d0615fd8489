"""The eight checks every printed document has to pass, each measured in the PDF of a real one. Lengths in millimetres.

The layout by itself, on made-up sheets, is measured in casework/test_paper_layout.py.
"""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pdfplumber
import pytest
from django.urls import reverse
from django.utils import timezone

from casework.attachments import stored
from casework.documents.pdf import pdf_of
from disputes.documents.kinds import KINDS
from disputes.documents.sheets import sheet_of as sheet_of_case
from disputes.documents.sheets import template_of
from disputes.models import CaseDocument, DisputeCase
from supervision import actions
from supervision.printing.files import made
from supervision.printing.sheets import sheet_of, signed_sheet
from tests.casework.test_paper_layout import box, chars_of, lines_of, red_rules, seal_of
from tests.factories import supervision
from tests.factories.disputes import CaseFactory, officer_of

pytestmark = pytest.mark.django_db
AT = supervision.noon("2024-06-05")
LONG = "工" * 28 * 70
ID_NUMBER, PHONE, NAME = "530102199003070011", "13800001234", "杨测试"


def signed(su, mu, **given):
    return actions.approve(supervision.submitted(su, AT, **given), by=mu, at=AT)


def opened(pdf: bytes):
    return pdfplumber.open(io.BytesIO(pdf))


def letter_pdf(letter, **changes) -> bytes:
    return pdf_of(replace(signed_sheet(letter), **changes), letter.doc_date)


def words(pdf: bytes) -> str:
    with opened(pdf) as found:
        return "".join(page.extract_text().replace("\n", "") for page in found.pages)


def test_1_a_page_of_text_holds_22_lines_of_28_characters_and_the_23rd_begins_the_next(su, mu):
    with opened(letter_pdf(signed(su, mu, facts=LONG))) as pdf:
        second, third = (
            [line for line in lines_of(page) if set(line) == {"工"}] for page in (pdf.pages[1], pdf.pages[2])
        )
    assert [len(line) for line in second] == [28] * 22
    assert third


def test_2_the_rules_and_the_number_of_a_letter_stand_in_their_places_and_page_2_is_numbered(su, mu):
    letter = signed(su, mu, facts=LONG)
    with opened(letter_pdf(letter)) as pdf:
        first, second = pdf.pages[:2]
        upper = sorted(red_rules(first), key=lambda rule: rule[2])[0]
        assert upper[1] - upper[0] == pytest.approx(170, abs=0.3)
        assert upper[0] + upper[1] == pytest.approx(210, abs=0.3)
        _left, top, right, _bottom = box(chars_of(first, letter.number, first=True))
        assert 210 - right == pytest.approx(26, abs=1)
        assert upper[2] < top < upper[2] + 10
        assert "— 1 —" not in first.extract_text()
        assert "— 2 —" in second.extract_text()


def test_3_day_and_number_print_as_the_standard_writes_them(su, mu):
    pdf = words(letter_pdf(signed(su, mu)))
    assert "2024年6月5日" in pdf
    assert "祥云工劳监提〔2024〕1号" in pdf
    assert not [wrong for wrong in ("2024年06月05日", "第1号", "[2024]", "〔2024〕01号") if wrong in pdf]


@pytest.mark.parametrize("rows", range(8, 20))
def test_4_the_seal_lies_on_name_and_date_and_stands_on_no_page_alone(su, mu, rows):
    """However the text ends, also half a line before the foot of the page."""
    demands = "\n".join(["改" * 26] * rows)  # with its number each takes a line and a half
    with opened(letter_pdf(signed(su, mu, demands=demands), seal="sample")) as pdf:
        page = pdf.pages[-1]
        text = page.extract_text()
        left, top, right, bottom = seal_of(page)
        for part in ("祥云县总工会", "2024年6月5日"):
            x0, y0, x1, y1 = box(chars_of(page, part))
            assert max(left, x0) < min(right, x1)
            assert top < y0
            assert y1 < bottom
        assert "附件" in text  # what stands before the signature went with it


@pytest.mark.parametrize(
    ("amount", "figures", "capitals"),
    [
        ("12000.50", "12000.50元", "人民币壹万贰仟元伍角整"),
        ("104000", "104000.00元", "人民币壹拾万肆仟元整"),
        ("0.07", "0.07元", "人民币柒分"),
    ],
)
def test_5_money_prints_in_figures_and_capitals(amount, figures, capitals):
    case = CaseFactory("performing")
    DisputeCase.objects.filter(pk=case.pk).update(amount_agreed=Decimal(amount))
    case.refresh_from_db()
    assert f"{figures}（{capitals}）" in words(agreement(case, in_full=True))


def agreement(case, *, in_full: bool) -> bytes:
    today = timezone.localdate()
    return pdf_of(sheet_of_case(template_of(KINDS["agreement"], case, today), case, today, in_full=in_full))


@pytest.mark.parametrize("rare", ["𬭊㛃", "𠮷㐂龘"])
def test_6_a_long_name_breaks_inside_the_text_area_and_rare_characters_print(su, mu, rare):
    name = f"祥云县{'彩云南现代农业科技发展' * 6}{rare}有限责任公司"
    assert len(name) >= 75
    letter = signed(su, mu, of=supervision.matter(su, AT, employer=supervision.employer(name)))
    pdf = letter_pdf(letter)
    assert f"{name}：" in words(pdf)
    with opened(pdf) as found:
        for page in found.pages:
            _left, _top, right, _bottom = box([char for char in page.chars if char["text"] in name])
            assert right <= 210 - 26 + 0.5


def test_7_a_preview_masks_people_the_agreement_names_them_and_the_history_says_who_printed(client):
    case = CaseFactory("performing", applicants=[{"name": NAME, "id_number": ID_NUMBER, "phone": PHONE}])
    preview, final = words(agreement(case, in_full=False)), words(agreement(case, in_full=True))
    for secret in (NAME, ID_NUMBER, PHONE):
        assert secret not in preview
        assert secret in final
    who = officer_of("case_officer")
    client.force_login(who.user)
    assert client.post(case.step_url("issue_document"), {"kind": "agreement"}).status_code == 302
    assert ID_NUMBER in words(stored(CaseDocument.objects.get().pdf.blob_id).read_bytes())
    printed = case.events.latest("pk")
    assert (printed.verb, printed.by) == ("issue_document", who)


def test_8_what_is_no_document_yet_or_no_more_says_so_across_every_page(client, su, mu, li):
    letter = signed(su, mu, facts=LONG)
    assert across(made(letter, "pdf")) == {"草稿"}
    letter = supervision.sealed(letter, AT)
    assert across(pdf_of(sheet_of(letter), letter.doc_date)) == {""}
    letter = actions.void(letter, by=mu, at=AT, reason="主送有误")
    assert across(made(letter, "pdf")) == {"作废"}
    client.force_login(li.user)
    answer = client.get(reverse("supervision:documents-file", args=[letter.pk, "pdf"]))
    assert across(answer.content) == {"作废"}


def across(pdf: bytes) -> set[str]:
    """What stands across the pages, in the one size no text has."""
    with opened(pdf) as found:
        return {"".join(char["text"] for char in page.chars if char["size"] > 90) for page in found.pages}
