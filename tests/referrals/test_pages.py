"""Pages: what the officers of both sides see, type and get back."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.workflow import Act
from organizations.models import Authority, Officer
from referrals.actions import deliver_at_once
from referrals.desk import cards, worklist
from referrals.models import Referral, ReferralKind
from referrals.panels import panels
from referrals.search import find
from referrals.verbs import VERBS
from tests.factories.referrals import WORDS, make_referral
from tests.markup import doubled
from tests.referrals.conftest import open_case

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def sign_in(client):
    def as_officer(officer: Officer):
        client.force_login(officer.user)
        return client

    return as_officer


def typed(case, **more):
    return {**WORDS, "case": case.pk, "kind": "hr_joint_mediation", **more}


def today() -> str:
    return timezone.localdate().isoformat()


def test_a_referral_is_begun_from_the_page_of_its_case(sign_in, case, li):
    (panel,) = panels(case, li)
    page = sign_in(li).get(panel.links[0].url)
    assert page.status_code == 200
    assert case.number in page.content.decode()
    assert "祥云县人力资源和社会保障局" in page.content.decode()
    answer = sign_in(li).post("/referrals/new/", typed(case))
    referral = Referral.objects.get()
    assert answer.headers["Location"] == referral.get_absolute_url()
    assert referral.authority.name == "祥云县人力资源和社会保障局"


def test_the_offices_of_all_kinds_are_found_with_few_queries(sign_in, case, li):
    client = sign_in(li)
    client.get(f"/referrals/new/?case={case.pk}")
    with CaptureQueriesContext(connection) as seen:
        assert client.get(f"/referrals/new/?case={case.pk}").status_code == 200
    assert sum("referrals_officerule" in query["sql"] for query in seen) == 1


@pytest.mark.parametrize(("name", "offered"), [("li", True), ("yang", False)])
def test_joint_matters_are_offered_to_those_who_may_read_them(sign_in, request, name, offered):
    client = sign_in(request.getfixturevalue(name))
    assert ("/joint-matters/" in client.get("/referrals/").content.decode()) is offered
    assert client.get("/joint-matters/").status_code == (200 if offered else 403)


def test_without_a_file_the_form_says_where_referrals_begin(sign_in, li):
    assert sign_in(li).get("/referrals/new/").headers["Location"] == "/referrals/"


@pytest.mark.parametrize(("who", "status"), [("wang", 404), ("su", 403), ("hr_officer", 403)])
def test_the_form_opens_only_for_those_who_refer(request, sign_in, case, who, status):
    assert sign_in(request.getfixturevalue(who)).get(f"/referrals/new/?case={case.pk}").status_code == status


@pytest.mark.parametrize("pk", ["0", "99999999", "abc", "1 OR 1=1", "9" * 30])
def test_a_source_that_is_not_there_is_not_found(sign_in, li, pk):
    assert sign_in(li).get("/referrals/new/", {"case": pk}).status_code == 404


def test_another_office_without_a_reason_keeps_what_was_typed(sign_in, case, li):
    other = Authority.objects.get(kind="hr", region="532900")
    answer = sign_in(li).post("/referrals/new/", typed(case, authority=other.pk, facts="拖欠工资的经过"))
    assert answer.status_code == 422
    assert "拖欠工资的经过" in answer.content.decode()
    assert not Referral.objects.exists()


def test_the_whole_way_by_clicking(sign_in, case, li, duan, hr_officer):
    sign_in(li).post("/referrals/new/", typed(case))
    referral = Referral.objects.get()

    def step(officer, verb, **data):
        referral.refresh_from_db()
        client = sign_in(officer)
        assert client.get(referral.step_url(verb)).status_code == 200, verb
        answer = client.post(referral.step_url(verb), {"version": referral.version, **data})
        assert answer.status_code == 302, (verb, answer.content.decode())
        assert client.get(answer.headers["Location"]).status_code == 200

    step(duan, "approve")
    deliver_at_once(referral, at=timezone.now())
    inbox = sign_in(hr_officer).get("/inbox/").content.decode()
    assert referral.number in inbox
    assert WORDS["request"] in inbox
    step(hr_officer, "acknowledge", acked_on=today())
    step(hr_officer, "accept", decided_on=today(), external_no="祥人社〔2026〕9号")
    paper = SimpleUploadedFile("结果.pdf", PDF, "application/pdf")
    step(hr_officer, "complete", result="agreed", result_on=today(), result_text="已达成协议", papers=paper)
    step(li, "record_result", told_on=today())
    referral.refresh_from_db()
    assert (referral.state, referral.result_label) == ("closed", "达成协议")
    page = sign_in(li).get(referral.get_absolute_url()).content.decode()
    assert "达成协议" in page
    assert "结果.pdf" in page
    (panel,) = panels(case, li)
    assert "达成协议" in panel.lines[0].text


def test_the_way_back_by_clicking(sign_in, case, li, hr_officer):
    referral = make_referral(case, "sent")
    data = {"returned_code": "not_in_charge", "returned_reason": "应由州局受理", "version": referral.version}
    assert sign_in(hr_officer).post(referral.step_url("return_referral"), data).status_code == 302
    other = Authority.objects.get(kind="hr", region="532900")
    data = {"authority": other.pk, "reason": "县局退回"}
    answer = sign_in(li).post(referral.step_url("reroute"), data)
    new = Referral.objects.get(rerouted_from=referral)
    assert answer.headers["Location"] == new.get_absolute_url()
    assert "应由州局受理" in sign_in(li).get(referral.get_absolute_url()).content.decode()


def test_an_outcome_of_another_kind_is_refused(sign_in, case, hr_officer):
    referral = make_referral(case, "accepted")
    data = {"result": "supported", "result_on": today()}
    assert sign_in(hr_officer).post(referral.step_url("complete"), data).status_code == 422


@pytest.mark.parametrize(
    ("state", "verb", "field"),
    [
        ("sent", "acknowledge", "acked_on"),
        ("acknowledged", "accept", "decided_on"),
        ("accepted", "complete", "result_on"),
    ],
)
def test_a_day_before_the_one_that_must_precede_it_is_refused(sign_in, case, hr_officer, state, verb, field):
    referral = make_referral(case, state)
    data = {field: "2020-01-01", "external_no": "1", "result": "agreed"}
    assert sign_in(hr_officer).post(referral.step_url(verb), data).status_code == 422


def test_the_page_shows_each_attempt(sign_in, case, li):
    page = sign_in(li).get(make_referral(case, "sent").get_absolute_url()).content.decode()
    assert 'id="delivery"' in page
    assert page.count("<tr>") >= 2


def test_paper_needs_a_proof_of_service(sign_in, case, li):
    referral = make_referral(case, "send_failed")
    data = {"handed_on": today(), "manner": "direct", "received_by": "收发室"}
    assert sign_in(li).post(referral.step_url("hand_over_on_paper"), data).status_code == 422
    data["papers"] = SimpleUploadedFile("送达回证.pdf", PDF, "application/pdf")
    assert sign_in(li).post(referral.step_url("hand_over_on_paper"), data).status_code == 302


@pytest.mark.parametrize("who", ["li", "zhao", "duan", "he", "hr_officer", "wang"])
@pytest.mark.parametrize("state", ["draft", "queued", "sent", "send_failed", "returned", "completed", "closed"])
def test_no_step_offered_is_a_dead_end(request, sign_in, case, who, state):
    officer, referral = request.getfixturevalue(who), make_referral(case, state)
    if not Referral.objects.visible_to(officer).filter(pk=referral.pk).exists():
        return
    for offer in referral.offers(Act(officer, timezone.now())):
        answer = sign_in(officer).get(referral.step_url(offer.verb))
        assert answer.status_code == (200 if offer.allowed else 409)
        assert doubled(answer) == []


def test_the_filter_narrows_the_list(sign_in, case, li):
    draft, sent = make_referral(case), make_referral(case, "sent")
    page = sign_in(li).get("/referrals/", {"state": "draft", "addressee": "hr"}).content.decode()
    assert draft.number in page
    assert sent.number not in page
    assert sign_in(li).get("/referrals/", {"state": "no such"}).status_code == 200


@pytest.mark.parametrize(
    ("url", "who"), [("/referrals/", "li"), ("/inbox/", "hr_officer"), ("/referrals/", "hr_officer")]
)
def test_lists_need_the_same_queries_for_five_rows_and_twenty_five(request, sign_in, zhao, now, url, who):
    client = sign_in(request.getfixturevalue(who))
    client.get(url)  # the session is new
    counts = []
    for rows in (5, 20):
        for _ in range(rows):
            make_referral(open_case(zhao, now), "sent")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 14


def test_an_empty_desk_says_so(sign_in, hr_officer):
    page = sign_in(hr_officer).get("/inbox/")
    assert page.status_code == 200


def test_the_desk_names_what_waits(case, zhao, now, li, duan, hr_officer, tan):
    for state in ("draft", "sent", "returned", "completed", "send_failed"):
        make_referral(open_case(zhao, now), state)
    day = timezone.localdate()
    assert len(worklist(li, day)) == 4
    assert [c.count for c in cards(duan, day)] == ["1"]
    assert [c.count for c in cards(hr_officer, day)] == ["1", "0"]
    assert len(worklist(hr_officer, day)) == 1
    assert [c.url for c in cards(tan, day)] == ["/health/delivery/"]
    assert worklist(tan, day) == []


def test_the_search_finds_by_number_authority_and_words_within_scope(case, li, wang):
    referral = make_referral(case, "accepted")
    for text in (referral.number, "祥人社调2024-7", "拖欠工资", "祥云县人力资源"):
        assert [hit.url for hit in find(li, text)] == [referral.get_absolute_url()]
        assert find(wang, text) == []
    assert find(li, "  ") == []


def test_kinds_are_administered_by_the_administrator_only(sign_in, tan, li):
    assert sign_in(tan).get("/control/referrals/referralkind/").status_code == 200
    assert sign_in(li).get("/control/referrals/referralkind/").status_code == 403
    assert ReferralKind.objects.filter(pk="inspection", needs_approval=True).exists()


SHOWN = re.compile(r"<(script|style|template|svg)\b.*?</\1>|<[^>]+>", re.DOTALL)
WORD = re.compile(r"[A-Za-z]{3,}")
KNOWN = {"PDF", "Word", "Excel", "Ctrl", "Enter", "Esc", "English", "pdf"}


@pytest.mark.parametrize("state", ["draft", "queued", "sent", "send_failed", "returned", "accepted", "closed"])
def test_no_english_shows_on_chinese_pages(sign_in, case, li, zhao, duan, hr_officer, state):
    referral = make_referral(case, state)
    names = {name for officer in (li, zhao, duan, hr_officer) for name in WORD.findall(str(officer.user))}
    for officer in (li, hr_officer, duan):
        client = sign_in(officer)
        urls = [referral.get_absolute_url(), "/referrals/", "/inbox/", f"/referrals/new/?case={case.pk}"]
        urls += [referral.step_url(verb.name) for verb in VERBS]
        for page in map(client.get, urls):
            if page.status_code in {200, 409}:
                words = set(WORD.findall(SHOWN.sub(" ", page.content.decode())))
                assert words <= KNOWN | names, page.request["PATH_INFO"]
