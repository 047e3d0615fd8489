"""A call may put an incident before the leader; what is opened is reported by the clock and known to few."""

from __future__ import annotations

import datetime as dt
import re
import threading

import pytest
from django.db import connection
from django.utils import timezone

from casework.errors import Refused, StepRefused, WrongDuty
from casework.models import Holiday, Policy
from casework.workflow import Act
from hotline.actions import incidents, surge
from hotline.models import CallRecord, GroupIncident, IncidentCall, SurgeSheet, WorkOrder
from hotline.panels import panels
from hotline.risk import risk_of, word_in
from hotline.search import find
from hotline.verbs import INCIDENT_VERBS
from hotline.workflow import INCIDENTS
from organizations.models import Duty, Officer
from tests.conftest import member
from tests.factories.hotline import CallFactory, OrderFactory
from tests.factories.rosters import (
    BEFORE,
    TO_ALL,
    IncidentFactory,
    ProposalFactory,
    RosterFactory,
    SheetFactory,
    give,
    known,
    moment,
)

pytestmark = pytest.mark.django_db

LEADER, CLOSERS, LIVE = {"duty_leader"}, {"duty_leader", "signatory"}, {"running", "settled"}
TABLE = {
    "confirm": ({"proposed"}, "running", LEADER),
    "dismiss": ({"proposed"}, "dismissed", LEADER),
    "give_report": (LIVE, None, LEADER),
    "amend": (LIVE, None, LEADER),
    "link": (LIVE, None, LEADER),
    "open_sheet": (LIVE, None, LEADER),
    "close_sheet": (LIVE, None, LEADER),
    "settle": ({"running"}, "settled", LEADER),
    "flare_up": ({"settled"}, "running", LEADER),
    "close": ({"settled"}, "closed", CLOSERS),
    "attach": (LIVE, None, CLOSERS),
}
MINUTES = dt.timedelta(minutes=1)
API = "/api/v1/incidents/"


@pytest.fixture(autouse=True)
def people(luo, ma):
    """The leader and the operator of Xiangyun."""


def test_the_table_is_the_one_agreed_and_every_step_of_a_person_has_a_form():
    steps = {v: (set(s.sources), s.target, set(s.duties)) for v, s in INCIDENTS.steps.items() if s.sources}
    assert steps == TABLE
    assert {verb.name for verb in INCIDENT_VERBS} == set(TABLE)


@pytest.mark.parametrize("state", GroupIncident.State.values)
def test_a_step_is_open_in_its_states_and_to_its_duties_only(state):
    for verb, (sources, _target, duties) in TABLE.items():
        for duty in set(Duty.values) - duties:
            with pytest.raises(WrongDuty):
                INCIDENTS.check(verb, GroupIncident(state=state), Act(Officer(duty=duty), BEFORE))
        if state not in sources:
            with pytest.raises(StepRefused):
                INCIDENTS.check(verb, GroupIncident(state=state), Act(Officer(duty=min(duties)), BEFORE))


# --- what raises the alarm


@pytest.mark.parametrize(
    ("said", "trigger", "word"),
    [
        ({"workers_affected": 9}, None, ""),
        ({"workers_affected": 10}, "people", ""),
        ({"workers_affected": 250}, "people", ""),
        ({"facts": "老板说要停 工，大家都在门口"}, "word", "停工"),
        ({"claim": "不解决就跳楼"}, "word", "跳楼"),
        ({"facts": "三个月工资未发", "workers_affected": 6, "channel": "walk_in"}, None, ""),
        ({"workers_affected": 60, "request_type": "praise", "next_step": "later"}, None, ""),
        ({"workers_affected": 12, "non_case": "silent", "next_step": "non_case"}, None, ""),
        ({"workers_affected": 12, "started_at": BEFORE - dt.timedelta(days=30)}, None, ""),
    ],
)
def test_ten_workers_or_a_word_put_a_call_before_the_leader(said, trigger, word):
    CallFactory(when=BEFORE, **said)
    found = GroupIncident.objects.first()
    assert (found and found.trigger, found.trigger_word if found else "") == (trigger, word)
    assert found is None or found.state == "proposed"


@pytest.mark.parametrize(("people", "expected"), [(4, False), (5, True)])
def test_visitors_together_raise_the_alarm_where_the_province_says_so(people, expected):
    Policy.objects.filter(code="incident_visitors_threshold").update(value=5)
    CallFactory(when=BEFORE, workers_affected=people, channel="walk_in")
    assert GroupIncident.objects.exists() is expected


def test_full_width_and_spaced_words_are_found():
    assert word_in("要 罢\n工", ["停工", "罢工"]) == "罢工"
    assert word_in("按时上工", ["停工", "罢工"]) == ""


def test_a_call_proposes_once_and_a_further_call_joins(ma):
    proposal = ProposalFactory()
    call = CallRecord.objects.get()
    assert incidents.consider(call, by=ma, at=BEFORE) is None
    CallFactory(when=BEFORE, workers_affected=30)
    assert GroupIncident.objects.count() == 1
    assert proposal.calls.count() == 2
    assert [event.verb for event in proposal.events.order_by("pk")] == ["propose", "add_call"]


def test_another_employer_is_another_incident():
    ProposalFactory()
    ProposalFactory(employer_name="祥云测试花卉有限公司")
    assert GroupIncident.objects.count() == 2


def test_after_a_dismissal_a_later_call_proposes_again(luo):
    incidents.dismiss(ProposalFactory(), by=luo, at=BEFORE, reason="个别咨询")
    CallFactory(when=BEFORE, workers_affected=20)
    assert set(GroupIncident.objects.values_list("state", flat=True)) == {"dismissed", "proposed"}


def test_the_proposal_goes_to_the_leader_on_duty_of_the_place_of_work(luo):
    RosterFactory()
    at = moment("2026-12-02T02:00")
    assert ProposalFactory(when=at).addressed_to == luo


def test_a_call_taken_by_the_province_is_proposed_where_the_work_is():
    operator = member("hotline_operator", "province", region="530000")
    CallFactory(by=operator, when=BEFORE, workers_affected=40)
    assert GroupIncident.objects.get().scope == "53/29/23/"


# --- risk


@pytest.mark.parametrize(
    ("people", "risk"), [(1, "general"), (10, "general"), (29, "general"), (30, "large"), (99, "large"), (100, "major")]
)
def test_the_risk_level_follows_the_number_of_people(luo, people, risk):
    assert risk_of(people, GroupIncident(org=luo.org), BEFORE.date()) == risk


def test_a_level_may_be_raised_and_not_lowered(luo):
    incident = IncidentFactory(people=12)
    raised = incidents.amend(incident, by=luo, at=BEFORE, **known(risk="major", reason="涉及学校周边"))
    assert raised.risk == "major"
    with pytest.raises(StepRefused, match="不得低于“较大”"):
        incidents.amend(incident, by=luo, at=BEFORE, **known(people=40, risk="general"))


def test_a_level_other_than_the_number_says_needs_a_reason(luo):
    form = INCIDENT_VERBS.get("confirm").form(
        {"people": 12, "risk": "large", "region": "532923", "employer_name": "甲", "claim": "乙"},
        officer=luo,
        at=BEFORE,
        file=ProposalFactory(),
    )
    assert set(form.errors) == {"reason"}


# --- the clocks


def due(incident, kind):
    return timezone.localtime(incident.reports.pending().get(kind=kind).due_at)


def test_the_first_reports_run_in_minutes_over_midnight():
    incident = IncidentFactory(when=moment("2026-12-31T23:45"))
    assert due(incident, "phone") == moment("2027-01-01T00:15")
    assert due(incident, "first") == moment("2027-01-01T00:45")


def test_what_is_judged_late_is_late_from_the_call(luo):
    proposal = ProposalFactory(when=moment("2026-12-01T22:00"))
    incident = incidents.confirm(proposal, by=luo, at=moment("2026-12-02T01:00"), **known())
    assert due(incident, "phone") == moment("2026-12-01T22:30")
    assert incident.reports.overdue(moment("2026-12-02T01:00")).count() == 2


def test_every_written_report_starts_the_clock_of_the_next():
    incident = IncidentFactory(when=moment("2026-12-01T22:00"))
    give(incident, "first", moment("2026-12-01T22:50"))
    assert due(incident, "follow_up") == moment("2026-12-02T00:50")
    give(incident, "follow_up", moment("2026-12-01T23:30"))  # on change, before it was due
    assert due(incident, "follow_up") == moment("2026-12-02T01:30")


@pytest.mark.parametrize(
    ("promised", "expected"),
    [("2026-12-01T23:00", "2026-12-01T23:00"), ("2026-12-02T09:00", "2026-12-02T00:50")],
)
def test_the_next_report_may_be_promised_sooner_and_not_later(promised, expected):
    incident = IncidentFactory(when=moment("2026-12-01T22:00"))
    give(incident, "first", moment("2026-12-01T22:50"), next_at=moment(promised))
    assert due(incident, "follow_up") == moment(expected)


def test_more_people_in_a_report_raise_the_risk():
    incident = give(IncidentFactory(), "first", BEFORE, people=120)
    assert (incident.people, incident.risk) == (120, "major")


def test_a_report_reaches_all_it_must_reach():
    incident = IncidentFactory()
    with pytest.raises(StepRefused, match="该报告还须报送：上一级工会、当地政府"):
        give(incident, "phone", BEFORE, addressees=[{"to": "party_group", "way": "phone"}])
    give(incident, "phone", BEFORE, addressees=[*TO_ALL, {"to": "police", "way": "phone", "at": BEFORE}])
    assert incident.reports.get(kind="phone").addressees.count() == 4


def test_the_closing_report_is_due_at_the_end_of_the_third_working_day(luo):
    Holiday.objects.create(date=dt.date(2026, 12, 7), kind="off", name="节日")
    incident = IncidentFactory(when=moment("2026-12-03T22:00"))
    incident = incidents.settle(incident, by=luo, at=moment("2026-12-03T23:50"), reason="工人已返岗")
    assert due(incident, "closing") == moment("2026-12-09T23:59")  # Fri 4, (Sat, Sun, Mon off), Tue 8, Wed 9
    assert not incident.reports.pending().filter(kind="follow_up").exists()


def test_an_incident_closes_with_its_closing_report_only(luo, mu):
    incident = IncidentFactory("settled")
    with pytest.raises(StepRefused, match="尚未提交终结报告"):
        incidents.close(incident, by=mu, at=BEFORE)
    give(incident, "closing", BEFORE + dt.timedelta(days=1))
    assert incidents.close(incident, by=mu, at=BEFORE + dt.timedelta(days=1)).state == "closed"


def test_what_was_never_reported_stands_in_the_way_of_closing(luo):
    incident = incidents.settle(IncidentFactory(), by=luo, at=BEFORE, reason="已平息")
    give(incident, "closing", BEFORE)
    with pytest.raises(StepRefused, match="尚未提交：电话报告、首次书面报告"):
        incidents.close(incident, by=luo, at=BEFORE)


def test_when_it_flares_up_follow_ups_are_due_again(luo):
    incident = IncidentFactory("settled")
    at = BEFORE + dt.timedelta(hours=5)
    incident = incidents.flare_up(incident, by=luo, at=at, reason="再次聚集")
    assert due(incident, "follow_up") == timezone.localtime(at + dt.timedelta(hours=2))
    assert not incident.reports.pending().filter(kind="closing").exists()


def test_a_late_report_shows_at_its_instant_on_the_list_of_the_late_ones():
    incident = IncidentFactory()
    rows = GroupIncident.objects.all()
    assert list(rows.with_report_overdue(BEFORE + 30 * MINUTES)) == []
    assert list(rows.with_report_overdue(BEFORE + 31 * MINUTES)) == [incident]


# --- who knows of it


@pytest.mark.parametrize("duty", [duty for duty in Duty.values if duty not in {"authority_officer", "system"}])
def test_only_duty_leaders_and_signatories_know_of_an_incident(client, duty):
    incident = IncidentFactory()
    give(incident, "first", BEFORE)
    report = incident.reports.get(kind="first")
    officer = member(duty, "reader")
    client.force_login(officer.user)
    expected = 200 if duty in CLOSERS else 404
    pages = ("/incidents/", incident.get_absolute_url(), report.get_absolute_url())
    for address in (*pages, API, f"{API}{incident.pk}/"):
        assert client.get(address).status_code == expected, address
    assert GroupIncident.objects.visible_to(officer).exists() is (duty in CLOSERS)
    assert bool([hit for hit in find(officer, incident.number) if incident.number in hit.title]) is (duty in CLOSERS)
    if duty not in CLOSERS:
        for address in ("/incidents/new/", incident.step_url("settle"), incident.step_url("attach")):
            assert client.get(address).status_code == 404
            assert client.post(address).status_code == 404
        for address in (API, f"{API}{incident.pk}/settle/"):
            assert client.post(address).status_code == 404


@pytest.mark.parametrize("duty", sorted(CLOSERS))
def test_what_the_page_of_an_incident_links_to_can_be_opened(client, ma, duty):
    sheet = SheetFactory()
    register(sheet, ma)
    client.force_login(member(duty, "reader").user)
    page = client.get(sheet.incident.get_absolute_url()).content.decode()
    addresses = set(re.findall(r'href="(/[^"#]*)"', page))
    assert len(addresses) > 3
    assert {address: client.get(address).status_code for address in addresses if "/static/" not in address} == {
        address: 200 for address in addresses if "/static/" not in address
    }


@pytest.mark.parametrize(("region", "sees"), [("532924", False), ("530114", False), ("532900", True), ("530000", True)])
def test_the_union_above_sees_it_at_once_and_the_next_county_never(client, region, sees):
    incident = IncidentFactory()
    leader = member("duty_leader", "other", region=region)
    client.force_login(leader.user)
    for address in (incident.get_absolute_url(), f"{API}{incident.pk}/"):
        assert client.get(address).status_code == (200 if sees else 404)
    for address in ("/incidents/", API):
        assert (incident.number in client.get(address).content.decode()) is sees


def test_an_authority_learns_of_no_incident(client, hr_officer):
    client.force_login(hr_officer.user)
    incident = IncidentFactory()
    for address in (incident.get_absolute_url(), API, f"{API}{incident.pk}/"):
        assert client.get(address).status_code == 404


# --- for systems


@pytest.fixture
def ask(client):
    """`ask(luo, "12/settle/", reason="…")` posts as that officer; without words it reads."""

    def asked(officer, address="", expect=200, **body):
        client.force_login(officer.user)
        url = f"{API}{address}"
        answer = client.post(url, body, content_type="application/json") if body else client.get(url)
        assert answer.status_code == expect, answer.content.decode()
        return answer.json()

    return asked


def test_an_incident_goes_its_way_by_requests_alone(ask, luo, mu):
    said = {**known(), "region": "532923", "risk": ""}
    ask(mu, expect=403, **said)
    opened = ask(luo, expect=201, **said)
    file = f"{opened['id']}/"
    assert (opened["state"], opened["trigger"], opened["risk"]) == ("running", "leader", "general")
    assert [report["kind"] for report in opened["reports"]] == ["phone", "first"]
    assert opened["next_report"]["kind"] == "phone"
    order = OrderFactory()
    assert ask(luo, f"{file}link/", number=order.number)["orders"] == [order.pk]
    assert ask(luo, f"{file}link/", number=order.call.number)["calls"] == [order.call_id]
    told = {"text": "现场约十二人，秩序平稳。", "addressees": TO_ALL}
    ask(luo, f"{file}give_report/", expect=409, kind="phone", text="已报", addressees=TO_ALL[:1])
    for kind in ("phone", "first"):
        given = ask(luo, f"{file}give_report/", kind=kind, **told)
    assert given["next_report"]["kind"] == "follow_up"
    assert [row["to"] for row in given["reports"][1]["addressees"]] == ["party_group", "superior", "government"]
    assert ask(luo, f"{file}settle/", reason="工人已返岗")["state"] == "settled"
    assert ask(mu, f"{file}close/", expect=409, version=1)["reasons"]
    ask(luo, f"{file}give_report/", kind="closing", **told)
    closed = ask(mu, f"{file}close/", version=ask(mu, file)["version"])
    assert (closed["state"], closed["next_report"]) == ("closed", None)


def test_what_the_reader_may_not_know_of_is_not_named(ask, luo, mu):
    incident = IncidentFactory()
    incidents.link(incident, by=luo, at=BEFORE, linked=OrderFactory())
    assert ask(luo, f"{incident.pk}/")["orders"]
    assert ask(mu, f"{incident.pk}/")["orders"] == []


def test_the_list_asks_as_much_for_ten_as_for_one(client, luo, django_assert_max_num_queries):
    for number in range(10):
        IncidentFactory(employer_name=f"祥云测试{number}有限公司")
    client.force_login(luo.user)
    with django_assert_max_num_queries(8):
        rows = client.get(API).json()["results"]
    assert len(rows) == 10
    assert not {"reports", "measures"} & rows[0].keys()


def test_the_call_shows_its_incident_to_those_who_may_know_only(luo, ma, mu):
    proposal = ProposalFactory()
    call = CallRecord.objects.get()
    assert [line.text for panel in panels(call, luo) for line in panel.lines] == [proposal.number]
    assert panels(call, ma) == []
    assert [event.verb for event in call.events.all()] == ["register"]


@pytest.mark.parametrize(
    "path", ["/calls/", "/work-orders/", "/api/v1/calls/", "/api/v1/work-orders/", "/shifts/", "/"]
)
def test_no_list_of_others_names_an_incident(client, ma, path):
    proposal = ProposalFactory(next_step="order")
    client.force_login(ma.user)
    assert proposal.number not in client.get(path).content.decode()


# --- many calls at once


def register(sheet, by, **said):
    return surge.register_one(sheet, by=by, at=BEFORE, **{"caller_phone": "13800001234", **said})


def test_each_of_many_is_a_real_call_and_all_belong_to_one_order(ma):
    sheet = SheetFactory()
    for n in range(5):
        call = register(sheet, ma, caller_phone=f"1380000123{n}", workers_affected=n + 1, amount=1000)
        assert (call.state, call.handled_by, call.employer_name) == ("ordered", ma, sheet.employer_name)
    order = WorkOrder.objects.get()
    assert set(sheet.incident.orders.all()) == {order}
    assert order.later_calls.count() == 4
    totals = IncidentCall.objects.filter(incident=sheet.incident).totals()
    assert totals == {"calls": 5, "people": 15, "money": 5000}
    assert len(set(CallRecord.objects.values_list("number", flat=True))) == 5


def test_a_wave_about_an_incident_of_the_union_above_proposes_no_second_one(ma):
    leader = member("duty_leader", "above", region="530000")
    incident = incidents.report(by=leader, at=BEFORE, **known())
    sheet = SheetFactory(incident, by=leader)
    SurgeSheet.objects.filter(pk=sheet.pk).update(facts="项目停工，准备堵路")
    register(sheet, ma)
    assert GroupIncident.objects.get().calls.count() == 1


def test_a_call_of_another_incident_is_not_linked_twice(luo):
    ProposalFactory()
    with pytest.raises(StepRefused, match="已属于另一事件"):
        incidents.link(IncidentFactory(employer_name="甲公司"), by=luo, at=BEFORE, linked=CallRecord.objects.get())


def test_a_closed_sheet_takes_no_call(luo, ma):
    sheet = SheetFactory()
    surge.close_sheet(sheet.incident, by=luo, at=BEFORE)
    with pytest.raises(Refused, match="快速登记已关闭"):
        register(sheet, ma)
    surge.open_sheet(
        sheet.incident,
        by=luo,
        at=BEFORE,
        region=sheet.region,
        category=sheet.category,
        facts=sheet.facts,
        claim=sheet.claim,
    )
    assert register(sheet, ma).state == "ordered"


def test_operators_see_the_sheet_and_not_the_incident(client, ma):
    sheet = SheetFactory(IncidentFactory(measures="已派员到场", on_site_leader="段主席"))
    client.force_login(ma.user)
    page = client.get(sheet.get_absolute_url())
    text = page.content.decode()
    assert page.status_code == 200
    assert not [word for word in (sheet.incident.number, "已派员到场", "段主席") if word in text]


@pytest.mark.parametrize(
    ("duty", "region", "status"),
    [
        ("hotline_operator", "532923", 200),
        ("hotline_operator", "532900", 200),
        ("hotline_operator", "532924", 404),
        ("case_officer", "532923", 404),
        ("signatory", "532923", 404),
    ],
)
def test_a_sheet_is_for_those_who_answer_calls_there(client, duty, region, status):
    client.force_login(member(duty, "reader", region=region).user)
    assert client.get(SheetFactory().get_absolute_url()).status_code == status


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"caller_phone": "abc"}, "caller_phone"),
        ({"workers_affected": "0"}, "workers_affected"),
        ({"amount": "-1"}, "amount"),
    ],
)
def test_a_wrong_line_of_a_wave_comes_back_as_it_was_typed(client, ma, typed, wrong):
    sheet = SheetFactory()
    client.force_login(ma.user)
    answer = client.post(sheet.get_absolute_url(), {"caller_phone": "13800001234", "differs": "工头已跑", **typed})
    assert answer.status_code == 422
    assert wrong in answer.context["form"].errors
    assert "工头已跑" in answer.content.decode()
    assert not CallRecord.objects.exists()


def test_the_same_line_sent_twice_is_one_call(client, ma):
    sheet = SheetFactory()
    client.force_login(ma.user)
    line = {"caller_phone": "13800001234", "_mark": "once"}
    for _n in range(2):
        assert client.post(sheet.get_absolute_url(), line).status_code == 302
    assert CallRecord.objects.count() == 1


def test_a_call_joins_an_open_order_by_its_number(client, ma):
    order = OrderFactory()
    call = CallFactory(by=ma)
    client.force_login(ma.user)
    assert client.post(call.step_url("follow"), {"about": order.number}).status_code == 302
    call.refresh_from_db()
    assert (call.state, call.about) == ("ordered", order)


def test_a_call_joins_no_closed_order(client, ma):
    order = OrderFactory("closed")
    call = CallFactory(by=ma)
    client.force_login(ma.user)
    assert client.post(call.step_url("follow"), {"about": order.number}).status_code == 409


@pytest.mark.django_db(transaction=True)
def test_two_calls_at_the_same_instant_propose_one_incident(ma):
    barrier = threading.Barrier(2)

    def ring():
        try:
            barrier.wait()
            CallFactory(by=ma, when=BEFORE, workers_affected=12)
        finally:
            connection.close()

    threads = [threading.Thread(target=ring) for _n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert CallRecord.objects.count() == 2
    assert GroupIncident.objects.get().calls.count() == 2
