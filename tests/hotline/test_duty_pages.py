"""The pages of duty and incidents: who reads them, what they say, and what a refused form keeps."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from hotline.actions import rosters
from hotline.desk import cards
from hotline.models import GroupIncident, Roster
from tests.conftest import member
from tests.factories.hotline import OrderFactory
from tests.factories.rosters import (
    BEFORE,
    CLOCKS,
    DraftFactory,
    IncidentFactory,
    ProposalFactory,
    RosterFactory,
    SheetFactory,
    give,
    shift_at,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def people(luo, ma):
    """The leader and the operator of Xiangyun."""


@pytest.fixture
def running(luo):
    """A roster in force today."""
    today = timezone.localdate()
    span = {"begins_on": today - dt.timedelta(days=2), "ends_on": today + dt.timedelta(days=2)}
    return RosterFactory(**span)


PLAN = {
    "begins_on": "2026-12-01",
    "ends_on": "2026-12-07",
    "pattern": "turns",
    "clocks": "08:30 17:30",
    "lawyer": "法律顾问",
}


def test_a_roster_is_drawn_up_and_published_on_pages(client, luo, ma):
    client.force_login(luo.user)
    assert client.get("/rosters/new/").status_code == 200
    answer = client.post("/rosters/new/", {**PLAN, "leaders": [luo.pk], "operators": [ma.pk]})
    roster = Roster.objects.get()
    assert answer.url == roster.get_absolute_url()
    assert client.get(roster.get_absolute_url()).status_code == 200
    assert client.post(roster.step_url("publish"), {"note": "保持畅通"}).status_code == 302
    roster.refresh_from_db()
    assert roster.state == "published"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"clocks": "25:00"}, "clocks"),
        ({"clocks": ""}, "clocks"),
        ({"ends_on": "2026-11-01"}, "ends_on"),
        ({"ends_on": "2027-12-01"}, "ends_on"),
        ({"leaders": []}, "leaders"),
    ],
)
def test_a_plan_that_cannot_be_comes_back_as_it_was_typed(client, luo, ma, typed, wrong):
    client.force_login(luo.user)
    answer = client.post("/rosters/new/", {**PLAN, "leaders": [luo.pk], "operators": [ma.pk], **typed})
    assert answer.status_code == 422
    assert wrong in answer.context["form"].errors
    assert "法律顾问" in answer.content.decode()


def test_publishing_with_a_gap_is_refused_in_words_and_keeps_what_was_typed(client, luo):
    roster = DraftFactory()
    rosters.drop(shift_at(roster, "2026-12-03T08:30"), by=luo, at=BEFORE)
    client.force_login(luo.user)
    text = client.get(roster.get_absolute_url() + "?week=2026-12-03").content.decode()
    assert "2026-12-03 08:30–17:30 无人值班" in text
    answer = client.post(roster.step_url("publish"), {"note": "保持畅通"})
    assert answer.status_code == 409
    assert "2026-12-03 08:30–17:30 无人值班" in answer.content.decode()
    assert "保持畅通" in answer.content.decode()


@pytest.mark.parametrize(
    ("duty", "region", "draft", "published"),
    [
        ("duty_leader", "532923", 200, 200),
        ("hotline_operator", "532923", 404, 200),
        ("case_officer", "532923", 404, 200),
        ("duty_leader", "532900", 200, 200),
        ("statistician", "530000", 404, 200),
        ("duty_leader", "532924", 404, 404),
        ("hotline_operator", "532924", 404, 404),
    ],
)
def test_a_roster_is_read_in_the_subtree_and_a_draft_by_leaders_only(client, duty, region, draft, published):
    first = DraftFactory()
    second = RosterFactory()
    client.force_login(member(duty, "reader", region=region).user)
    assert client.get(first.get_absolute_url()).status_code == draft
    assert client.get(second.get_absolute_url()).status_code == published
    shift = shift_at(second, "2026-12-03T08:30")
    assert client.get(shift.get_absolute_url()).status_code == published


def test_the_counties_read_the_roster_of_the_union_above(client, luo):
    above = member("duty_leader", "above", region="532900")
    member("hotline_operator", "beside", region="532900")
    roster = RosterFactory("532900")
    client.force_login(luo.user)
    assert client.get(roster.get_absolute_url()).status_code == 200
    assert client.get(roster.step_url("add_shift")).status_code in {403, 409}
    assert above.name in client.get(roster.get_absolute_url() + "?week=2026-12-01").content.decode()


@pytest.mark.parametrize("verb", ["change", "hand_over", "take_over"])
def test_wrong_duty_on_a_visible_shift_is_forbidden(client, zhao, verb):
    shift = shift_at(RosterFactory(), "2026-12-01T08:30")
    client.force_login(zhao.user)
    assert client.get(shift.step_url(verb)).status_code == 403


def test_a_shift_is_changed_and_handed_over_on_pages(client, luo, ma, running):
    past = running.shifts.filter(ends_at__lte=timezone.now()).latest("ends_at")
    client.force_login(ma.user)
    assert client.get(past.step_url("hand_over")).status_code == 200
    assert client.post(past.step_url("hand_over"), {"open_matters": "待办一件"}).status_code == 302
    client.force_login(luo.user)
    assert "待办一件" in client.get(past.get_absolute_url()).content.decode()
    assert client.post(past.step_url("take_over")).status_code == 302
    later = running.shifts.latest("ends_at")
    typed = {"leader": luo.pk, "operators": [ma.pk], "cause": "swap", "reason": ""}
    assert client.post(later.step_url("change"), typed).status_code == 422
    assert client.post(later.step_url("change"), {**typed, "reason": "临时换班"}).status_code == 302
    past.refresh_from_db()
    assert past.state == "taken_over"


def test_the_desk_says_who_answers_and_what_nobody_signed(luo, ma, running):
    found = {str(card.title): card.count for card in cards(luo, timezone.localdate())}
    assert found["当前值班"] == "Luo"
    over = running.shifts.filter(ends_at__lte=timezone.now()).count()
    assert found["未完成交接班"] == str(over)
    assert {str(card.title) for card in cards(ma, timezone.localdate())} >= {"当前值班"}


def test_the_desk_of_an_operator_knows_of_no_incident_and_that_of_leaders_of_each(luo, ma, mu):
    ProposalFactory()
    IncidentFactory()
    today = timezone.localdate()
    for officer in (luo, mu):
        found = {str(card.title): card.count for card in cards(officer, today)}
        assert (found["待研判事件"], found["处置中的事件"], found["事件报告逾期"]) == ("1", "1", "1")
    above = {str(card.title): card.count for card in cards(member("duty_leader", "up", region="532900"), today)}
    assert above["事件报告逾期"] == "1"
    assert not [card for card in cards(ma, today) if "事件" in str(card.title)]


def test_the_call_screen_and_an_urgent_order_name_who_answers(client, ma, running):
    client.force_login(ma.user)
    assert "Luo" in client.get("/calls/new/").content.decode()
    assert "当前值班" in client.get(OrderFactory(urgent=True).get_absolute_url()).content.decode()


def test_an_incident_is_walked_on_its_pages(client, luo):
    proposal = ProposalFactory()
    client.force_login(luo.user)
    page = client.get(proposal.step_url("confirm"))
    assert page.status_code == 200
    typed = {"region": "532923", "employer_name": "甲公司", "people": "31", "claim": "要求付薪", "risk": ""}
    assert client.post(proposal.step_url("confirm"), typed).status_code == 302
    proposal.refresh_from_db()
    assert (proposal.state, proposal.risk) == ("running", "large")
    assert "逾期" in client.get(proposal.get_absolute_url()).content.decode()
    report = {"kind": "phone", "text": "已派员到场"}
    for n, to in enumerate(("party_group", "superior", "government")):
        report |= {f"addressees-{n}-to": to, f"addressees-{n}-way": "phone"}
    assert client.post(proposal.step_url("give_report"), report).status_code == 302
    given = proposal.reports.get(kind="phone")
    page = client.get(given.get_absolute_url()).content.decode()
    assert "已派员到场" in page
    assert "迟报" in page
    assert client.get(proposal.step_url("open_sheet")).status_code == 200
    assert client.post(proposal.step_url("link"), {"number": "DH0"}).status_code == 422
    order = OrderFactory()
    assert client.post(proposal.step_url("link"), {"number": order.number}).status_code == 302
    assert order.number in client.get(proposal.get_absolute_url()).content.decode()


def test_an_incident_is_entered_without_a_call(client, luo):
    client.force_login(luo.user)
    typed = {"region": "532923", "employer_name": "甲公司", "people": "3", "claim": "有人称要轻生"}
    assert client.post("/incidents/new/", typed).status_code == 302
    assert GroupIncident.objects.get().trigger == "leader"


def test_a_report_without_addressees_or_of_the_future_is_refused_and_kept(client, luo):
    incident = IncidentFactory(when=timezone.now())
    client.force_login(luo.user)
    answer = client.post(incident.step_url("give_report"), {"kind": "phone", "text": "已派员到场"})
    assert answer.status_code == 422
    assert "已派员到场" in answer.content.decode()
    typed = {"kind": "phone", "text": "甲", "given_at": "2099-01-01T00:00"}
    typed |= {"addressees-0-to": "police", "addressees-0-way": "phone"}
    assert "given_at" in client.post(incident.step_url("give_report"), typed).context["form"].errors
    del typed["given_at"]
    assert client.post(incident.step_url("give_report"), typed).status_code == 409


@pytest.mark.parametrize("state", GroupIncident.State.values)
def test_an_incident_opens_in_every_state(client, luo, mu, state):
    incident = IncidentFactory(state)
    for officer in (luo, mu):
        client.force_login(officer.user)
        assert client.get(incident.get_absolute_url()).status_code == 200
        assert client.get("/incidents/?show=all").status_code == 200


@pytest.mark.parametrize("week", ["", "2026-12-01", "1999-01-01", "abc", "9999-99-99"])
def test_any_week_asked_for_is_a_page(client, luo, week):
    roster = RosterFactory()
    client.force_login(luo.user)
    assert client.get(f"{roster.get_absolute_url()}?week={week}").status_code == 200


@pytest.mark.parametrize("number", [1, 12])
def test_the_pages_ask_a_constant_number_of_queries(client, luo, ma, django_assert_max_num_queries, number):
    roster = RosterFactory(begins_on=dt.date(2026, 12, 1), ends_on=dt.date(2026, 12, number + 6), clocks=CLOCKS)
    for _n in range(number):
        IncidentFactory(employer_name=f"单位{_n}")
    client.force_login(luo.user)
    for address in ("/rosters/", "/shifts/", "/incidents/?show=all", f"{roster.get_absolute_url()}?week=2026-12-01"):
        with django_assert_max_num_queries(20):
            assert client.get(address).status_code == 200


def test_the_page_of_a_wave_asks_a_constant_number_of_queries(client, ma, django_assert_max_num_queries):
    sheet = SheetFactory()
    client.force_login(ma.user)
    for n in range(12):
        client.post(sheet.get_absolute_url(), {"caller_phone": f"138000012{n:02}", "_mark": str(n)})
    with django_assert_max_num_queries(20):
        text = client.get(sheet.get_absolute_url()).content.decode()
    assert ">12<" in text.replace(" ", "")


def test_a_running_incident_with_a_report_given_shows_the_next_one(client, luo):
    incident = give(IncidentFactory(when=timezone.now()), "first", timezone.now())
    client.force_login(luo.user)
    assert "电话报告" in client.get("/incidents/").content.decode()
    assert incident.next_report.kind == "phone"
