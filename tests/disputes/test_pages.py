"""The pages of dispute cases."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from casework.attachments import keep_made
from casework.models import Category
from casework.safekeeping import save_draft
from casework.timeline import kind_of
from disputes import actions, desk, search
from disputes.models import DisputeCase
from disputes.steps import next_step
from tests.factories.disputes import PAID, STEPS, CaseFactory

pytestmark = pytest.mark.django_db
READERS = ["zhao", "duan", "mu", "li", "he", "gao", "luo", "ma", "su", "bai", "yang"]
OTHERS = ["shen", "tan", "hr_officer"]


@pytest.fixture
def sign_in(client, request):
    def go(name):
        client.force_login(request.getfixturevalue(name).user)
        return client

    return go


@pytest.mark.parametrize("name", READERS)
def test_the_list_opens_for_every_duty_with_cases(sign_in, name):
    assert sign_in(name).get(reverse("disputes:cases")).status_code == 200


@pytest.mark.parametrize("name", OTHERS)
def test_the_list_is_closed_to_other_duties(sign_in, name):
    assert sign_in(name).get(reverse("disputes:cases")).status_code == 403


@pytest.mark.parametrize("state", sorted(STEPS))
def test_a_case_shows_its_page_in_every_state(sign_in, zhao, yang, gao, state):
    case = CaseFactory(state, mediator=yang)
    for name in ("zhao", "yang", "gao"):
        if name == "yang" and case.mediator != yang:
            continue
        page = sign_in(name).get(case.get_absolute_url())
        assert page.status_code == 200
        assert "杨某某" in page.content.decode()
        assert "杨测试" not in page.content.decode()
        assert "13800001234" not in page.content.decode()


def test_a_case_is_taken_at_the_counter_by_clicking(sign_in, zhao):
    client = sign_in("zhao")
    assert "登记案件" in client.get("/cases/").content.decode()
    page = client.get("/cases/new/")
    assert "本案案由" in page.content.decode()
    typed = {
        "received_on": "2024年1月8日",
        "origin": "walk_in",
        "category": "0101",
        "legal_ground": "pay",
        "applicants-0-name": "杨测试",
        "applicants-0-phone": "１３８００００１２３４",
        "respondents-0-name": "云南测试花卉有限公司",
        "claims-0-amount": "118,600元",
        "worker_count": "6",
        "facts": "拖欠三个月工资",
    }
    done = client.post("/cases/new/", typed, follow=True)
    case = DisputeCase.objects.get()
    assert done.redirect_chain[-1][0] == case.get_absolute_url()
    assert case.parties.get(role="applicant").phone == "13800001234"
    assert "118,600.00" in done.content.decode()


def test_a_refused_form_keeps_what_was_typed(sign_in):
    client = sign_in("zhao")
    refused = client.post(
        "/cases/new/", {"facts": "拖欠三个月工资", "applicants-0-name": "杨测试", "worker_count": "x"}
    )
    assert refused.status_code == 422
    text = refused.content.decode()
    assert "拖欠三个月工资" in text
    assert 'value="杨测试"' in text
    assert not DisputeCase.objects.exists()


def test_a_draft_comes_back(sign_in, zhao, now):
    save_draft(zhao.user, "cases/new", "facts=写到一半&applicants-0-name=杨测试", 1, at=now)
    text = sign_in("zhao").get("/cases/new/").content.decode()
    assert "写到一半" in text
    assert 'value="杨测试"' in text


@pytest.mark.parametrize("name", ["yang", "he", "gao", "shen"])
def test_others_take_no_application(sign_in, name):
    assert sign_in(name).get("/cases/new/").status_code == 403


def test_the_windows_stand_on_the_page_of_an_agreement(sign_in, yang):
    case = CaseFactory("performing", mediator=yang)
    text = sign_in("yang").get(case.get_absolute_url()).content.decode()
    for words in ("申请司法确认", "2024-02-18(周日)", "申请仲裁审查", "2024-02-04(周日)", "112,000.00", "达成协议"):
        assert words in text
    assert text.count("期限已过") == 2


def test_the_agreement_form_shows_the_claims_and_proposes_their_sums(sign_in, yang):
    case = CaseFactory("mediating", mediator=yang)
    text = sign_in("yang").get(case.step_url("agree")).content.decode()
    assert "118600" in text
    assert "全体劳动者" in text


def test_after_stepping_back_the_mediator_comes_to_the_list(sign_in, yang):
    case = CaseFactory("assigned", mediator=yang)
    typed = {"ground": "relative", "asked_by": "mediator", "decided_on": "2024-01-09", "version": case.version}
    done = sign_in("yang").post(case.step_url("recuse"), typed, follow=True)
    assert (done.status_code, done.redirect_chain[-1][0]) == (200, "/cases/")


def test_two_edits_from_one_version_lose_nothing(sign_in, zhao):
    case = CaseFactory()
    client = sign_in("zhao")
    typed = {"missing": "劳动合同", "asked_on": "2024-01-09", "version": case.version}
    assert client.post(case.step_url("ask_for_papers"), typed).status_code == 302
    again = {"supplied_on": "2024-01-10", "version": case.version}
    stale = client.post(case.step_url("supply_papers"), again)
    assert stale.status_code == 409
    assert "2024-01-10" in stale.content.decode()


def test_the_list_narrows(sign_in, zhao, yang):
    CaseFactory()
    CaseFactory("performing", mediator=yang)
    client = sign_in("zhao")

    def rows(query):
        return len(client.get(f"/cases/?{query}").context["page"])

    assert rows("") == 2
    assert rows("state=applied") == 1
    assert rows("show=running") == 1
    assert rows("show=overdue") == 2
    assert rows("show=soon") == 0
    assert rows("show=mine") == 2
    assert rows("category=01") == 2
    assert rows("category=02") == 0
    assert rows("respondent=花卉") == 2
    assert rows("respondent=饭店") == 0
    assert rows("state=nonsense&category=nonsense") == 2


def test_minors_and_hidden_cases_show_no_surname(sign_in, zhao):
    minor = CaseFactory(applicants=[{"name": "杨测试", "is_minor": True, "guardian": "杨监护"}], worker_count=1)
    hidden = CaseFactory(category=Category.objects.get(pk="0804"))
    client = sign_in("zhao")
    for case in (minor, hidden):
        assert "杨某" not in client.get(case.get_absolute_url()).content.decode()
    assert "杨某" not in client.get("/cases/").content.decode()


def test_personal_data_in_full_is_recorded(sign_in, zhao):
    case = CaseFactory()
    url = reverse("disputes:cases-reveal", args=[case.pk])
    shown = sign_in("zhao").post(url, {"reason": "通知开会"}).content.decode()
    assert "杨测试" in shown
    assert "13800001234" in shown
    assert f'class="watermark" aria-hidden="true"><span data-words="{zhao.name} 20' in shown
    assert case.events.get(verb="reveal").note == "通知开会"
    assert sign_in("gao").get(url).status_code == 403


def test_twenty_five_rows_cost_no_more_queries_than_five(sign_in, zhao):
    client = sign_in("zhao")

    def cost():
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/cases/").status_code == 200
        return len(seen)

    for _n in range(5):
        CaseFactory("accepted")
    cost()
    few = cost()
    for _n in range(20):
        CaseFactory("accepted")
    assert cost() == few


ASKED = {"": None, "in=show": None, "acts=nothing": None, "acts=moved": "moved", "acts=looked": "looked"}


def test_the_history_shows_one_kind_of_act_alone(sign_in, zhao, yang, now):
    case, client = CaseFactory("performing", mediator=yang), sign_in("yang")
    actions.attach(case, papers=[("1.txt", keep_made(b"1", "1.txt"))], by=yang, at=now, place="evidence")
    client.post(reverse("disputes:cases-reveal", args=[case.pk]), {"reason": "通知开会"})
    for asked, kind in ASKED.items():
        page = client.get(f"{case.get_absolute_url()}?{asked}")
        events = page.context["events"]
        drawn = page.content.decode().partition('id="timeline"')[2]
        shown = [event for event in events if kind in (None, kind_of(event))]
        assert drawn.count('class="timeline-act"') == len(shown) > 0, asked
        assert drawn.count('aria-current="true"') == 1
    kinds = {event.verb: kind_of(event) for event in events}
    assert (kinds["attach"], "other" in kinds.values()) == ("papers", False)


MOST = [("closed_out", "duan", 29), ("archived", "gao", 27), ("mediating", "yang", 26), ("performing", "yang", 26)]


@pytest.mark.parametrize(("state", "who", "most"), MOST)
def test_the_page_of_a_case_keeps_to_few_statements(sign_in, settings, yang, state, who, most):
    settings.REFERENCE_KEPT = True  # as in a process that has answered before
    case, client = CaseFactory(state, mediator=yang), sign_in(who)
    client.get(case.get_absolute_url())
    with CaptureQueriesContext(connection) as seen:
        assert client.get(case.get_absolute_url()).status_code == 200
    assert len(seen) <= most


def test_four_payments_with_proof_cost_no_more_queries_than_one(sign_in, settings, yang, duan, now):
    settings.REFERENCE_KEPT = True
    case, client, cost = CaseFactory("performing", mediator=yang), sign_in("duan"), []
    for payments in (1, 3):
        for n in range(payments):
            proof = [(f"{n}.txt", keep_made(f"{payments} {n}".encode(), f"{n}.txt"))]
            typed = {"instalment": case.instalments.get(), "paid_on": PAID, "amount": Decimal(100), "papers": proof}
            actions.record_payment(case, by=yang, at=now, **typed)
        client.get(case.get_absolute_url())
        with CaptureQueriesContext(connection) as seen:
            assert client.get(case.get_absolute_url()).status_code == 200
        cost.append(len(seen))
    assert cost[0] == cost[1] <= 30


def test_twelve_papers_cost_no_more_queries_than_two(sign_in, zhao, now):
    case, client = CaseFactory("accepted"), sign_in("zhao")
    cost = []
    for papers in (2, 10):
        content = [(f"{n}.txt", keep_made(f"{papers} {n}".encode(), f"{n}.txt")) for n in range(papers)]
        actions.attach(case, papers=content, by=zhao, at=now, place="evidence")
        client.get(case.get_absolute_url())
        with CaptureQueriesContext(connection) as seen:
            text = client.get(case.get_absolute_url()).content.decode()
        assert "9.txt" in text or papers == 2
        cost.append(len(seen))
    assert cost[1] == cost[0]


def test_the_desk_counts_and_lists_what_is_to_be_done(zhao, yang, gao, duan):
    CaseFactory()
    CaseFactory("assigned", mediator=yang)
    CaseFactory("performing", mediator=yang)
    CaseFactory("closed_out", mediator=yang)
    today = timezone.localdate()
    counts = {str(card.title): card.count for card in desk.cards(yang, today)}
    assert counts["逾期案件"] == "2"
    assert counts["待开首次调解会"] == "1"
    assert counts["等待他方"] == "1"
    assert {str(c.title): c.count for c in desk.cards(zhao, today)}["待受理"] == "1"
    assert [card.count for card in desk.cards(gao, today)] == ["1"]
    assert [task.step for task in desk.worklist(yang, today)] == ["确认接受指派", "登记付款"]
    assert [next_step(case, "case_officer", today) for case in DisputeCase.objects.filter(state="assigned")] == [""]
    assert [task.step for task in desk.worklist(zhao, today)] == ["受理"]
    assert desk.worklist(gao, today)[0].step == "归档"
    assert desk.cards(duan, today)[0].count == "0"


FIRST = [  # state, days until the time for mediation ends, whether the mediator has confirmed, what leads on
    ("assigned", -1, False, "confirm"),
    ("assigned", 0, True, "hold_meeting"),
    ("assigned", -1, True, "terminate"),
    ("mediating", 0, True, "draft_agreement"),
    ("mediating", -1, True, "fail"),
    ("performing", -1, True, "record_payment"),
]


@pytest.mark.parametrize(("state", "days", "confirmed", "verb"), FIRST)
def test_the_list_the_desk_and_the_page_put_the_same_step_first(sign_in, yang, state, days, confirmed, verb):
    case, today = CaseFactory(state, mediator=yang), timezone.localdate()
    changes = {"due_on": today + dt.timedelta(days), "confirmed_on": today if confirmed else None}
    DisputeCase.objects.filter(pk=case.pk).update(**changes)
    client, link = sign_in("yang"), f'href="{case.step_url(verb)}"'
    assert link in client.get("/cases/").content.decode()
    assert [task.step for task in desk.worklist(yang, today)] == [case.workflow.label(verb)]
    assert f'btn-primary" {link}' in client.get(case.get_absolute_url()).content.decode()


def test_the_search_finds_by_number_telephone_and_employer(zhao, wang):
    case = CaseFactory("accepted")
    for text in (case.number, "13800001234", "测试花卉"):
        assert [hit.title for hit in search.find(zhao, text)] == [case.number]
        assert search.find(wang, text) == []
    assert search.find(zhao, " ") == []
    assert search.find(zhao, "13800009999") == []
