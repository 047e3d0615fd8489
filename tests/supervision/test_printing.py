"""The documents on paper: what prints, what never does, the seal, the files and the public page of verification."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
from dataclasses import replace

import docx
import pdfplumber
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from casework.attachments import stored
from casework.documents.compose import check
from casework.documents.pdf import pdf_of
from casework.documents.word import word_of
from casework.errors import StepRefused, WrongDuty
from casework.models import DocumentTemplate, Policy
from supervision import actions
from supervision.apps import TEMPLATES
from supervision.models import Sealing, SupervisionDocument
from supervision.printing.companions import (
    OF_DOCUMENT,
    OF_MATTER,
    companion_of_document,
    companion_of_matter,
    offered,
)
from supervision.printing.sealing import HandedIn, SampleSealer, sealed_files
from supervision.printing.sheets import draft_of, filled, sheet_of, signed_sheet, template_of
from supervision.printing.text import words_of
from supervision.printing.values import values
from supervision.printing.words import LABELS
from supervision.tasks import seal_documents
from tests.factories import supervision as made
from tests.factories.disputes import CaseFactory
from tests.factories.organizations import OfficerFactory

pytestmark = pytest.mark.django_db
AT = made.noon("2024-06-05")
KINDS = list(SupervisionDocument.Kind)
MARKUP = '<b>&amp;</b> #panic("x") $x$ {org} {{ org }} \\ * _ ` @ [a](b)'


def words(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as found:
        return "".join(page.extract_text().replace("\n", "") for page in found.pages)


def signed(su, mu, **given):
    """Signed, the seal not on yet."""
    return actions.approve(made.submitted(su, AT, **given), by=mu, at=AT)


def sealed(su, mu, li, **given):
    letter = signed(su, mu, **given)
    return actions.seal(letter, by=li, at=AT, **sealed_files(letter, SampleSealer()))


@pytest.mark.parametrize("template", sorted(path.stem for path in TEMPLATES.glob("[!m]*.json")))
def test_every_template_that_comes_with_the_system_is_sound(template):
    check(DocumentTemplate.objects.get(code=f"supervision.{template}").parts, LABELS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_prints_its_parts(su, mu, kind):
    matter = made.matter(su, AT)
    made.investigated(matter, su, AT, dt.date(2024, 6, 4))
    document = signed(su, mu, of=matter, kind=kind, waiver_reason="情节严重")
    pdf = words(pdf_of(signed_sheet(document), document.doc_date))
    typed = ("46300元", "第五十条", "核清拖欠数额", "0872-3120000")
    for part in (document.number, document.addressee, "2024年6月5日", *typed):
        assert part in pdf, part
    assert ("监督员证号" in pdf) is (kind != "reminder_letter")
    assert "情节严重" in pdf or kind == "reminder_letter"


@pytest.mark.parametrize("source", ["complaint", "work_order", "case", "news", "own_finding"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_worker_who_complained_is_in_no_letter_and_in_no_value_of_it(su, source, kind):
    """The canary: a name, number and telephone that stand in the case behind the matter."""
    canary = {"name": "金丝雀氏", "id_number": "530102199003070011", "phone": "13800001234"}
    case = CaseFactory("accepted", applicants=[canary])
    matter = made.matter(su, AT, source=source, case=case)
    document = made.draft(su, AT, of=matter, kind=kind, waiver_reason="情节严重")
    told = f"{values(document, '', None)}{draft_of(document).as_json()}"
    assert not [secret for secret in canary.values() if secret in told]


@pytest.mark.parametrize("typed", [MARKUP, "一\r\n\x0b\ue000二\ue001", "𠮷㐂龘", "长" * 80])
def test_whatever_is_typed_prints_as_it_was_typed(su, mu, typed):
    given = dict.fromkeys(("facts", "legal_basis", "demands"), typed)
    short = {"contact_name": typed[:60], "copies": typed.replace("\r\n", "")[:80]}
    odd = made.employer(f"祥云{typed[:78]}")
    letter = signed(su, mu, of=made.matter(su, AT, employer=odd), **given, **short)
    pdf = words(pdf_of(signed_sheet(letter)))
    if typed == "𠮷㐂龘":
        assert pdf.count(typed) >= 4
    assert letter.number in pdf
    assert word_of(signed_sheet(letter))


def test_thirty_pages_of_text_print(su, mu):
    letter = signed(su, mu, facts="\n".join(f"第{n}项事实" + "长" * 600 for n in range(1, 31)))
    with pdfplumber.open(io.BytesIO(pdf_of(signed_sheet(letter)))) as pdf:
        assert len(pdf.pages) >= 30
        assert "— 30 —" in pdf.pages[29].extract_text()


def test_the_same_document_gives_the_same_bytes_and_word_says_what_the_pdf_says(su, mu):
    letter = signed(su, mu)
    sheet = signed_sheet(SupervisionDocument.objects.get(pk=letter.pk))
    assert pdf_of(sheet, letter.doc_date) == pdf_of(sheet, letter.doc_date)
    assert word_of(sheet) == word_of(sheet)
    said = "".join(p.text for p in docx.Document(io.BytesIO(word_of(sheet))).paragraphs)
    for part in (letter.number, "核清拖欠数额", "2024年6月5日", letter.verification_code):
        assert part in said
        assert part in words(pdf_of(sheet))


def test_a_template_changed_later_touches_nothing_signed(su, mu):
    letter = signed(su, mu)
    before = pdf_of(signed_sheet(letter))
    DocumentTemplate.objects.filter(code="supervision.reminder_letter").update(title="改过的名称")
    letter = SupervisionDocument.objects.get(pk=letter.pk)
    assert pdf_of(signed_sheet(letter)) == before
    assert words_of(signed_sheet(letter)) == letter.frozen_text
    assert template_of(letter, letter.doc_date).title == "改过的名称"


def test_a_document_of_which_only_the_text_was_kept_still_prints(su, mu):
    letter = signed(su, mu)
    letter.frozen_sheet = None
    pdf = words(pdf_of(signed_sheet(letter)))
    assert letter.number in pdf
    assert "核清拖欠数额" in pdf


def test_what_is_missing_is_marked_in_the_draft(su):
    letter = made.draft(su, AT)
    sheet = filled(template_of(letter, None), {**values(letter, "", None), "contact_phone": ""})
    assert list(sheet.missing) == ["联系电话"]


# --- the seal ---------------------------------------------------------------------------------------------------------


def test_nothing_leaves_the_house_without_a_seal(su, mu, li):
    letter = signed(su, mu)
    with pytest.raises(StepRefused) as refused:
        actions.dispatch(letter, by=li, at=AT)
    assert "尚未用印" in refused.value.reasons[0]
    public = signed(su, mu, audience="public", public_addressee="全县各用人单位")
    with pytest.raises(StepRefused):
        actions.publish(public, by=li, at=AT, publication="公告栏")


def test_the_word_for_a_draft_stands_on_the_paper_until_the_seal_is_on(su, mu, li):
    letter = signed(su, mu)
    assert sheet_of(letter).watermark == "草稿"
    letter = actions.seal(letter, by=li, at=AT, **sealed_files(letter, SampleSealer()))
    sheet = sheet_of(letter)
    assert (sheet.watermark, sheet.seal) == ("", "sample")
    kept = letter.sealing
    assert kept.sealed_id != kept.unsealed_id
    assert stored(kept.sealed_id).read_bytes() == pdf_of(sheet, letter.doc_date)
    assert stored(kept.unsealed_id).read_bytes() == pdf_of(signed_sheet(letter), letter.doc_date)
    assert "样章" in words(stored(kept.sealed_id).read_bytes())
    letter = actions.withdraw(letter, by=mu, at=AT, reason="主送有误")
    assert sheet_of(letter).watermark == "作废"


def test_the_clock_puts_the_sample_seal_on_once(su, mu):
    letter, held_up = signed(su, mu), signed(su, mu)
    for _run in range(2):
        seal_documents()
    assert Sealing.objects.filter(file__in=[letter, held_up]).count() == 2
    assert letter.events.filter(verb="seal").count() == 1


def test_where_the_seal_is_put_on_elsewhere_the_file_is_handed_in(client, su, mu, li):
    Policy.objects.create(code="document_seal", label="-", valid_from="2024-01-01", value="handed_in")
    letter = signed(su, mu)
    seal_documents()
    assert not Sealing.objects.exists()
    client.force_login(li.user)
    finished = client.get(reverse("supervision:documents-for-the-seal", args=[letter.pk])).content
    assert "草稿" not in words(finished)
    assert client.post(letter.step_url("seal")).status_code == 422
    wrong = SimpleUploadedFile("a.txt", b"text")
    assert client.post(letter.step_url("seal"), {"signed_file": wrong}).status_code == 422
    upload = SimpleUploadedFile("a.pdf", finished + b"% signed")
    assert client.post(letter.step_url("seal"), {"signed_file": upload}).status_code == 302
    kept = Sealing.objects.get()
    assert kept.manner == "handed_in"
    assert kept.unsealed_id == hashlib.sha256(finished).hexdigest()
    assert kept.sealed_id == hashlib.sha256(finished + b"% signed").hexdigest()
    answer = client.get(reverse("supervision:documents-file", args=[letter.pk, "pdf"]))
    assert answer.content == finished + b"% signed"


def test_the_seal_is_put_on_once_by_its_duties(su, mu, li, duan):
    letter = sealed(su, mu, li)
    files = {"manner": "handed_in", "unsealed": letter.sealing.unsealed, "sealed": letter.sealing.sealed}
    with pytest.raises(StepRefused):
        actions.seal(letter, by=li, at=AT, **files)
    for who in (su, duan):
        with pytest.raises(WrongDuty):
            actions.seal(letter, by=who, at=AT, **files)
    with pytest.raises(TypeError):
        Sealing.objects.update(manner="sample")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE supervision_sealing SET manner = 'sample'")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE supervision_supervisiondocument SET frozen_sheet = '{}' WHERE id = %s", [letter.pk])


def test_a_name_no_font_can_print_is_named_before_the_seal(client, su, mu, li):
    letter = signed(su, mu, facts="当事人𓀀")
    client.force_login(li.user)
    answer = client.post(letter.step_url("seal"))
    assert answer.status_code == 422
    assert "𓀀" in answer.content.decode()
    seal_documents()
    assert not Sealing.objects.exists()


def test_a_draft_no_font_can_print_is_not_handed_in(client, su):
    letter = made.draft(su, AT, facts="当事人𓀀")
    client.force_login(su.user)
    answer = client.post(letter.step_url("submit"), {"no_conflict": "on"})
    assert answer.status_code == 422
    assert "𓀀" in answer.content.decode()


# --- pages and files --------------------------------------------------------------------------------------------------


def test_the_pages_are_pictures_of_the_same_drawing(client, su, mu, li):
    letter = sealed(su, mu, li)
    client.force_login(su.user)
    page = client.get(reverse("supervision:documents-letter", args=[letter.pk])).content.decode()
    assert letter.sealing.sealed_id in page
    assert "核清拖欠数额" in page
    picture = client.get(reverse("supervision:documents-picture", args=[letter.pk, 1]))
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")
    assert client.get(reverse("supervision:documents-picture", args=[letter.pk, 99])).status_code == 404


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("word", b"PK")])
def test_both_files_are_had_from_page_and_api(client, wang, su, mu, li, form, start):
    letter = sealed(su, mu, li)
    page = reverse("supervision:documents-file", args=[letter.pk, form])
    addresses = [page, f"/api/v1/documents/{letter.pk}/{form}/"]
    client.force_login(su.user)
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.content.startswith(start)
        assert "attachment" in answer["Content-Disposition"]
    assert client.get(addresses[0].replace(form, "exe")).status_code == 404
    client.force_login(wang.user)
    others = [reverse(f"supervision:documents-{name}", args=[letter.pk, *rest]) for name, rest in OTHERS]
    assert {client.get(address).status_code for address in [*addresses, *others]} == {404}


OTHERS: list[tuple[str, list[int]]] = [("letter", []), ("picture", [1]), ("for-the-seal", [])]


# --- verification -----------------------------------------------------------------------------------------------------


def test_everybody_may_verify_a_document_and_learns_no_name(client, su, mu, li):
    letter = sealed(su, mu, li)
    page = client.get(reverse("supervision:verify", args=[letter.verification_code]))
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.content.decode())
    assert page.status_code == 200
    for shown in (letter.number, "2024-06-05", letter.sealing.sealed_id, "有效"):
        assert shown in text
    for hidden in (letter.addressee, "46300", su.name, mu.name, letter.contact_name):
        assert hidden not in text
    assert f"/verify/{letter.verification_code}/" in signed_sheet(letter).verify


@pytest.mark.parametrize(("changed", "told"), [(False, "完全一致"), (True, "不一致")])
def test_an_altered_file_fails(client, su, mu, li, changed, told):
    letter = sealed(su, mu, li)
    content = stored(letter.sealing.sealed_id).read_bytes()
    content = content.replace(b"%%EOF", b"%%EOG") if changed else content
    given = {"code": letter.verification_code, "file": SimpleUploadedFile("x.pdf", content)}
    assert told in client.post(reverse("supervision:verify-any"), given).content.decode()


def test_the_page_says_what_became_of_the_document(client, su, mu, li):
    letter = signed(su, mu)
    address = reverse("supervision:verify", args=[letter.verification_code])
    assert "尚未用印" in client.get(address).content.decode()
    letter = actions.seal(letter, by=li, at=AT, **sealed_files(letter, HandedIn(b"%PDF-1.7 x")))
    actions.withdraw(letter, by=mu, at=AT, reason="主送有误")
    page = client.get(address).content.decode()
    assert "已撤回" in page
    assert "主送有误" not in page


@pytest.mark.parametrize("code", ["nothing", "-", "0" * 24])
def test_a_code_that_is_none_is_no_document(client, su, code):
    made.draft(su, AT)  # has no code yet
    assert client.get(reverse("supervision:verify", args=[code])).status_code == 404
    assert client.post(reverse("supervision:verify-any"), {"code": code}).status_code == 404
    assert client.post(reverse("supervision:verify-any"), {"code": ""}).status_code == 422


def test_codes_are_not_tried_without_end(client):
    Policy.objects.create(code="verifications_per_address", label="-", valid_from="2024-01-01", value=2)
    address = reverse("supervision:verify", args=["nothing"])
    assert [client.get(address).status_code for _n in range(3)] == [404, 404, 429]


def test_a_whole_drawing_needs_no_more_than_its_sheet(su, django_assert_num_queries):
    """Rendering reads nothing: what was signed is all it knows."""
    letter = made.approved(su, AT, OfficerFactory(duty="signatory", org=su.org))
    with django_assert_num_queries(0):
        pdf_of(replace(signed_sheet(letter), seal="sample"))


# --- papers that go with it -------------------------------------------------------------------------------------------


def companions(document):
    return {paper.code for paper in offered(OF_DOCUMENT, document)}


def test_each_paper_is_offered_when_its_time_has_come(su, mu, li):
    assert companions(made.draft(su, AT)) == set()
    letter = made.approved(su, AT, mu)
    assert companions(letter) == {"proof_of_service", "reply_form", "verification_record"}
    letter = actions.withdraw(letter, by=mu, at=AT, reason="主送有误")
    assert "withdrawal_notice" in companions(letter)
    assert "主送有误" in words(pdf_of(companion_of_document(OF_DOCUMENT["withdrawal_notice"], letter)))
    served = made.served(made.approved(su, AT, mu), li, AT, dt.date(2024, 6, 6))
    before = words(pdf_of(companion_of_document(OF_DOCUMENT["withdrawal_notice"], served)))
    assert "撤回理由：＿＿" in before  # served before the withdrawal is entered, so the reason is left for the pen
    matter = made.matter(su, AT)
    made.investigated(matter, su, AT, dt.date(2024, 6, 4))
    advice = signed(su, mu, of=matter, kind="recommendation", waiver_reason="情节严重")
    assert companions(advice) == {"proof_of_service", "acknowledgement_slip"}
    assert "现场检查" in words(pdf_of(companion_of_matter(OF_MATTER["investigation_record"], matter)))


def test_a_matter_stands_on_one_page_with_what_was_sent_and_what_may_follow(su, mu, li):
    """However long its facts; nobody who complained is on it."""
    canary = {"name": "金丝雀氏", "id_number": "530102199003070011", "phone": "13800001234"}
    matter = made.matter(su, AT, facts="长" * 5000, case=CaseFactory("accepted", applicants=[canary]))
    made.investigated(matter, su, AT, dt.date(2024, 6, 4))
    made.served(made.approved(su, AT, mu, of=matter), li, AT, dt.date(2024, 6, 6))
    pdf = pdf_of(companion_of_matter(OF_MATTER["story"], matter))
    with pdfplumber.open(io.BytesIO(pdf)) as found:
        assert len(found.pages) == 1
    text = words(pdf)
    for part in (matter.number, "祥云工劳监提", "〔2024〕1号", "2024-06-06", "2024-06-21", "意见书", "现场检查"):
        assert part in text, part
    assert not [secret for secret in canary.values() if secret in text]


@pytest.mark.parametrize("form", ["pdf", "word"])
@pytest.mark.parametrize("kind", ["proof_of_service", "reply_form", "verification_record"])
def test_the_papers_are_had_from_the_page_within_scope(client, su, wang, mu, li, kind, form):
    letter = made.served(made.approved(su, AT, mu), li, AT, dt.date(2024, 6, 6))
    address = reverse("supervision:documents-companion", args=[letter.pk, kind, form])
    client.force_login(su.user)
    answer = client.get(address)
    assert answer.status_code == 200
    if form == "pdf":
        assert letter.number in words(answer.content)
        assert "门卫" not in words(answer.content)
    assert client.get(address.replace(kind, "acknowledgement_slip")).status_code == 404
    client.force_login(wang.user)
    assert client.get(address).status_code == 404


def test_a_paper_no_font_can_print_is_refused_on_a_page_with_the_signs(client, su):
    matter = made.matter(su, AT, facts="拖欠工资\U0001f600")
    client.force_login(su.user)
    answer = client.get(reverse("supervision:matters-companion", args=[matter.pk, "story", "pdf"]))
    assert answer.status_code == 409
    assert "\U0001f600" in answer.content.decode()
