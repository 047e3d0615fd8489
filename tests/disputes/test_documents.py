"""The documents of a case: when each can be made, what stops it, and what is kept of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from casework.attachments import stored
from casework.documents.compose import check
from casework.models import DocumentTemplate
from disputes.documents.kinds import KINDS
from disputes.documents.sheets import sheet_of, template_of
from disputes.documents.words import LABELS
from disputes.models import CaseDocument
from tests.factories.disputes import CaseFactory, appointed, officer_of

pytestmark = pytest.mark.django_db
ID_NUMBER = "530102199003070011"
# From which state of the way each document can be made, and what it is about.
FIRST = {
    "application": "applied",
    "rights_notice": "applied",
    "service_receipt": "applied",
    "supplement_notice": "awaiting_supplement",
    "decline_notice": "declined",
    "acceptance_notice": "accepted",
    "meeting_notice": "assigned",
    "minutes": "mediating",
    "failure_notice": "concluded",
    "closing_report": "concluded",
    "agreement": "performing",
    "certificate": "performing",
    "confirmation_application": "performing",
    "review_application": "performing",
    "payment_order_application": "performing",
    "enforcement_application": "performing",
}
# The way a document belongs to, as it has to stand.
WAYS = {
    "review_application": [{"kind": "arbitral_review", "state": "prepared"}],
    "enforcement_application": [
        {"kind": "payment_order", "state": "granted", "ended_on": date(2024, 3, 1)},
        {"kind": "enforcement", "state": "prepared"},
    ],
}


@pytest.fixture(autouse=True)
def organisation(db):
    """A federation which has given its telephone, so that nothing is missing in its notices."""
    org = officer_of("case_officer").org
    org.phone = "0872-3120000"
    org.save()


def case_for(kind, **changes):
    case = CaseFactory(FIRST[kind], **changes)
    if kind == "meeting_notice":
        appointed(case)
    own = {"org": case.org, "scope": case.scope, "body": "祥云县人民法院", "opened_at": timezone.now()}
    for way in WAYS.get(kind, ()):
        case.routes.create(**own, **way)
    needs = KINDS[kind].needs
    about = {"party": case.parties.first()} if needs == "party" else {}
    return case, about | ({"meeting": case.meetings.first()} if needs == "meeting" else {})


def typed(kind, about):
    return {"kind": kind, **{name: chosen.pk for name, chosen in about.items()}}


def test_every_kind_has_its_row_here():
    assert set(FIRST) == set(KINDS)


@pytest.mark.parametrize("kind", FIRST)
def test_every_template_that_comes_with_the_system_is_sound(kind):
    check(DocumentTemplate.objects.get(code=f"case.{kind}").parts, LABELS)


@pytest.mark.parametrize("kind", FIRST)
def test_a_complete_document_is_issued_as_pdf_and_word(client, kind):
    case, about = case_for(kind)
    client.force_login(officer_of("case_officer").user)
    answer = client.post(case.step_url("issue_document"), typed(kind, about))
    assert answer.status_code == 302, answer.content.decode()
    kept = CaseDocument.objects.get()
    assert stored(kept.pdf.blob_id).read_bytes().startswith(b"%PDF")
    assert stored(kept.word.blob_id).read_bytes().startswith(b"PK")
    assert case.events.latest("pk").verb == "issue_document"


@pytest.mark.parametrize("kind", [kind for kind, state in FIRST.items() if state != "applied"])
def test_a_document_is_not_made_before_its_time(client, kind):
    case = CaseFactory()
    client.force_login(officer_of("case_officer").user)
    answer = client.post(case.step_url("issue_document"), {"kind": kind})
    assert (answer.status_code, CaseDocument.objects.count()) == (422, 0)


def test_what_is_missing_is_named_and_stops_the_document(client):
    officer = officer_of("case_officer")
    officer.org.phone = ""
    officer.org.save()
    case, about = case_for("acceptance_notice")
    client.force_login(officer.user)
    answer = client.post(case.step_url("issue_document"), typed("acceptance_notice", about))
    assert answer.status_code == 422
    assert "调解组织联系电话" in answer.content.decode()
    assert not CaseDocument.objects.exists()
    page = client.get(reverse("disputes:cases-document", args=[case.pk, "acceptance_notice"])).content.decode()
    assert "调解组织联系电话" in page


def test_a_document_about_somebody_needs_to_know_whom(client):
    case = CaseFactory("accepted")
    client.force_login(officer_of("case_officer").user)
    for whom in ("", "999999", "x"):
        answer = client.post(case.step_url("issue_document"), {"kind": "acceptance_notice", "party": whom})
        assert answer.status_code == 422


def test_the_draft_masks_people_and_the_document_names_them():
    case, _about = case_for(
        "agreement", applicants=[{"name": "杨测试", "id_number": ID_NUMBER, "phone": "13800001234"}]
    )
    template = template_of(KINDS["agreement"], case, timezone.localdate())
    draft = sheet_of(template, case, timezone.localdate()).as_json()
    document = sheet_of(template, case, timezone.localdate(), in_full=True).as_json()
    for secret in ("杨测试", ID_NUMBER, "13800001234"):
        assert secret not in draft
        assert secret in document
    assert "草稿" in draft


def test_the_agreement_prints_its_sum_in_figures_and_capitals_and_every_day():
    case, _about = case_for("agreement")
    sheet = sheet_of(
        template_of(KINDS["agreement"], case, timezone.localdate()), case, timezone.localdate(), in_full=True
    )
    text = sheet.as_json()
    assert "112000.00元（人民币壹拾壹万贰仟元整）" in text
    assert "2024年1月30日" in text


def test_the_windows_of_dounan_stand_in_the_application_for_confirmation():
    case, _about = case_for("confirmation_application")
    sheet = sheet_of(
        template_of(KINDS["confirmation_application"], case, timezone.localdate()), case, timezone.localdate()
    )
    assert "2024年2月18日" in sheet.as_json()


def test_the_preview_is_a_picture_of_each_page(client):
    case, about = case_for("minutes")
    client.force_login(case.mediator.user)
    page = reverse("disputes:cases-document", args=[case.pk, "minutes"])
    assert client.get(page).status_code == 200
    picture = client.get(f"{page}1.png", {"meeting": about["meeting"].pk})
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")
    assert client.get(f"{page}99.png").status_code == 404


@pytest.mark.parametrize("address", ["cases-documents", "cases-document", "cases-document-page"])
def test_the_outsider_finds_no_document(client, wang, address):
    case, _about = case_for("application")
    client.force_login(wang.user)
    rest = {"cases-documents": [], "cases-document": ["application"], "cases-document-page": ["application", 1]}
    assert client.get(reverse(f"disputes:{address}", args=[case.pk, *rest[address]])).status_code == 404


def test_a_document_once_issued_never_changes(client):
    case, about = case_for("application")
    client.force_login(officer_of("case_officer").user)
    client.post(case.step_url("issue_document"), typed("application", about))
    with pytest.raises(TypeError):
        CaseDocument.objects.update(kind="minutes")


def test_a_system_issues_by_the_same_step(client):
    case, about = case_for("acceptance_notice")
    client.force_login(officer_of("case_officer").user)
    address = f"/api/v1/cases/{case.pk}/issue_document/"
    assert client.post(address, {"kind": "acceptance_notice"}, content_type="application/json").status_code == 400
    answer = client.post(address, typed("acceptance_notice", about), content_type="application/json")
    assert answer.status_code == 200, answer.content
