"""The worked examples walked by requests alone, from the call to the money, every day and every yuan of them."""

import datetime as dt

import pytest
from django.utils import timezone

from hotline.models import GroupIncident
from tests.union_by_api import Union, due, met, paper, signed_on, windows

pytestmark = pytest.mark.django_db
FIFTH = dt.date(2026, 1, 5)


@pytest.fixture
def union(client, monkeypatch):
    return lambda region: Union(client, region, monkeypatch)


def test_mengla_assigned_by_the_court_and_signed_online_on_two_days(union):
    """10.3. The regional holiday moves the last day only where the policy says so; the page tells both."""
    mengla = union("532823")
    mengla.on("2025-03-13")
    mengla.office("court")
    assigned = {
        "kind": "court_assign",
        "received_on": "2025-03-13",
        "external_no": "（2025）云2823诉前调1号",
        "subject": "拖欠工资",
        "facts": "拖欠工资",
        "applicants": [{"name": "杨测试", "phone": "13800001234"}],
        "respondents": [{"name": "云南测试有限公司"}],
        "amount": "58000.00",
        "details": {"claim": "支付拖欠的工资"},
    }
    came = mengla.ask("court", "referrals/receive/", assigned, expect=201)
    assignment = f"referrals/{came['id']}/"
    assert due(came)["court.assignment_answer"] == "2025-03-18"
    opened = mengla.do("liaison", assignment, "open_case", category="0101", worker_count=3)
    mengla.case = f"cases/{opened['case']}/"
    file = mengla.ask("case_officer", mengla.case)
    assert due(file) == {"court.assignment_answer": "2025-03-18"}
    assert (file["origin"], file["worker_count"], file["amount_claimed"]) == ("court_assigned", 3, "58000.00")
    mengla.on("2025-03-17")
    assert due(mengla.accept("2025-03-17"))["case.court_assigned"] == "2025-04-16"
    mengla.follow_cases()
    taken = mengla.ask("court", assignment)
    assert (taken["decided_on"], met(taken)["court.assignment_answer"]) == ("2025-03-17", "2025-03-17")
    assert due(taken)["court.ask_other_side"] == "2025-03-20"
    asked = mengla.do("liaison", assignment, "ask_other_side", asked_on="2025-03-17")
    assert met(asked)["court.ask_other_side"] == "2025-03-17"
    mengla.on("2025-04-02")
    met_ = mengla.meet("2025-04-02")
    mengla.on("2025-04-03")
    rows = [
        {"party": party["id"], "signed_on": day, "manner": "e_signature"}
        for party, day in zip(met_["parties"], ("2025-04-02", "2025-04-03"), strict=True)
    ]
    file = mengla.agree("52000.00", [("2025-04-30", "52000.00")], signatures=rows)
    assert (file["agreement"]["effective_on"], file["closed_on"]) == ("2025-04-03", "2025-04-03")
    assert windows(file) == ["2025-05-06", "2025-04-18"]
    mengla.follow_cases()
    told = mengla.ask("court", assignment)
    assert (told["state"], told["result"], told["result_on"]) == ("closed", "agreed", "2025-04-03")
    mengla.on("2025-04-09")
    mengla.way("judicial_confirmation", "2025-04-09")
    assert due(mengla.on_way("docket", docketed_on="2025-04-09"))["confirmation.rule"] == "2025-05-09"
    mengla.on("2025-04-18")
    assert mengla.on_way("decide", ended_on="2025-04-18", result="确认有效")["state"] == "granted"
    mengla.on("2025-04-30")
    paid = mengla.pay(file, 0, "52000.00", "2025-04-30")
    assert (paid["amount_paid"], paid["instalments"][0]["settled_on"]) == ("52000.00", "2025-04-30")
    mengla.on("2025-06-01")
    asked = ("court_assigned_success_rate", "judicial_confirmations", "recovered")
    assert mengla.figures("2025-04-01", "2025-04-30", *asked) == [(1, 1), 1, "52000.00"]
    preview = "deadlines/preview/?rule=case.court_assigned&started_on=2025-03-17&region=532800"
    assert mengla.ask("mediator", preview)["later_if_regional"] == "2025-04-17"


def test_dounan_agreed_confirmed_on_the_spot_and_paid(union):
    """10.4."""
    dounan = union("530114")
    dounan.on("2024-01-08")
    assert due(dounan.apply("2024-01-08", "118600.00", 6))["case.accept"] == "2024-01-11"
    accepted = dounan.accept("2024-01-08")
    assert (accepted["number"], due(accepted)["case.mediate"]) == ("呈贡工调〔2024〕1号", "2024-01-23")
    dounan.on("2024-01-19")
    dounan.meet("2024-01-15")
    file = dounan.agree("112000.00", [("2024-01-30", "112000.00")], **signed_on("2024-01-19"))
    assert file["agreement"]["effective_on"] == "2024-01-19"
    assert windows(file) == ["2024-02-18", "2024-02-04"]
    assert due(dounan.way("judicial_confirmation", "2024-01-19"))["confirmation.accept"] == "2024-01-22"
    dounan.on_way("docket", docketed_on="2024-01-19", external_no="（2024）云0114民特1号")
    assert dounan.on_way("decide", ended_on="2024-01-19", result="确认有效")["state"] == "granted"
    dounan.on("2024-01-30")
    assert dounan.pay(file, 0, "112000.00", "2024-01-30")["amount_paid"] == "112000.00"
    closed = dounan.step("mediator", "close_out", closed_out_on="2024-01-30", callback="satisfied")
    assert closed["state"] == "closed_out"
    dounan.on("2024-06-01")
    asked = ("mediation_success_rate", "persons_involved", "judicial_confirmation_rate", "recovered")
    assert dounan.figures("2024-01-01", "2024-03-31", *asked) == [(1, 1), 6, (1, 1), "112000.00"]


@pytest.mark.parametrize(
    ("paid", "kept", "performed"), [("2026-02-12", (2, 2), (1, 1)), ("2026-02-14", (1, 2), (0, 1))]
)
def test_caopu_forty_one_workers_and_the_general_contractor(union, paid, kept, performed):
    """10.5 and its variant: an agreed day does not roll, so the working Saturday after it is late."""
    caopu = union("530181")
    caopu.on("2026-01-05", "09:00")
    call = caopu.ring("1268400.00", 41)
    incident = GroupIncident.objects.get()  # laid before the leader; the clock of its report needs a gathering
    assert (incident.state, incident.people, timezone.localdate(incident.known_at)) == ("proposed", 41, FIFTH)
    caopu.dispatch(call, time_class="difficult")
    caopu.do("case_officer", caopu.order, "sign_for")
    caopu.do("case_officer", caopu.order, "start", contacted_on="2026-01-05")
    units = [
        {"name": "安宁测试劳务有限公司", "capacity": "subcontractor"},
        {"name": "云南测试建设有限公司", "capacity": "general_contractor"},
    ]
    people = [{"name": name} for name in ("杨一", "李二", "王三")]
    file = caopu.apply("2026-01-05", "1268400.00", 41, origin="hotline", applicants=people, respondents=units)
    assert (file["is_group"], due(file)) == (True, {"case.accept": "2026-01-08", "case.mediate": "2026-01-20"})
    taken = caopu.accept("2026-01-05")
    caopu.do("case_officer", caopu.order, "link_case", case=taken["number"], reason="同一欠薪")
    told = {"nature": "complaint", "violation": "拖欠农民工工资", "happened_on": "2025-12-31"}
    lead, sent = caopu.refer("inspection", caopu.case, details=told)
    assert (sent["sent_on"], due(sent)["inspection.accept"]) == ("2026-01-05", "2026-01-12")
    caopu.on("2026-01-06")
    elected = [party["id"] for party in file["parties"] if party["role"] == "applicant"]
    chosen = caopu.step(
        "case_officer",
        "elect_representatives",
        representatives=elected,
        elected_on="2026-01-06",
        papers=paper("推举书.pdf"),
    )
    assert [party["elected_on"] for party in chosen["parties"] if party["role"] == "applicant"] == ["2026-01-06"] * 3
    caopu.do("hr", lead, "acknowledge", acked_on="2026-01-06")
    taken = caopu.do("hr", lead, "accept", decided_on="2026-01-06", external_no="安人社监2026-1")
    assert met(taken)["inspection.accept"] == "2026-01-06"
    caopu.on("2026-01-16")
    caopu.meet("2026-01-12")
    parts = [("2026-01-23", "761040.00"), ("2026-02-13", "507360.00")]
    file = caopu.agree("1268400.00", parts, **signed_on("2026-01-16"))
    assert windows(file) == ["2026-02-24", "2026-02-02"]
    caopu.on("2026-01-23")
    caopu.pay(file, 0, "761040.00", "2026-01-23")
    caopu.on(paid)
    assert caopu.pay(file, 1, "507360.00", paid)["amount_paid"] == "1268400.00"
    caopu.on("2026-06-01")
    asked = ("group_cases", "group_persons", "mediation_success_rate", "recovered")
    assert caopu.figures("2026-01-01", "2026-03-31", *asked) == [1, 41, (1, 1), "1268400.00"]
    asked = ("instalments_kept_rate", "performance_rate")
    assert caopu.figures("2026-01-01", "2026-03-31", *asked) == [kept, performed]


def test_nanhua_the_procuratorate_mediates_and_the_ledger_names_the_referral(union):
    """10.6 A: a hearing outside the union, so no case of it and no success rate."""
    nanhua = union("532324")
    nanhua.on("2023-11-20")
    nanhua.office("procuratorate")
    nanhua.office("justice")
    order = nanhua.dispatch(nanhua.ring("103500.00", 18), time_class="difficult")
    assert due(order)["order.finish.difficult"] == "2023-12-11"
    nanhua.do("case_officer", nanhua.order, "sign_for")
    nanhua.do("case_officer", nanhua.order, "start", contacted_on="2023-11-20")
    nanhua.on("2023-11-27")
    told = {"detail_suing_for": "支付工资", "detail_why_hard": "用人单位下落不明"}
    suing, sent = nanhua.refer("support_suing", nanhua.order, enclosed=["request", "identity"], **told)
    assert [due(sent)[rule] for rule in ("referral.ack", "referral.result")] == ["2023-12-04", "2023-12-27"]
    nanhua.on("2023-11-29")
    signed = nanhua.do("procuratorate", suing, "acknowledge", acked_on="2023-11-29")
    assert met(signed)["referral.ack"] == "2023-11-29"
    nanhua.do("procuratorate", suing, "accept", decided_on="2023-11-29", external_no="南检民支2023-1")
    nanhua.on("2023-12-01")
    told = {"detail_matter": "追索劳动报酬", "detail_hardship": "migrant"}
    aid, sent = nanhua.refer("legal_aid", nanhua.order, enclosed=["application", "identity"], **told)
    assert due(sent)["legal_aid.decide"] == "2023-12-08"
    nanhua.do("justice", aid, "acknowledge", acked_on="2023-12-01")
    nanhua.on("2023-12-08")
    nanhua.do("justice", aid, "accept", decided_on="2023-12-08", external_no="南法援2023-1")
    granted = nanhua.do("justice", aid, "complete", result="granted", result_on="2023-12-08")
    assert due(granted)["legal_aid.appoint"] == "2023-12-11"
    nanhua.on("2023-12-11")
    answered = nanhua.do("procuratorate", suing, "complete", result="mediated", result_on="2023-12-11")
    assert (answered["state"], met(answered)["referral.result"]) == ("completed", "2023-12-11")
    assert nanhua.do("liaison", suing, "record_result", told_on="2023-12-11")["closed_on"] == "2023-12-11"
    done = nanhua.do("case_officer", nanhua.order, "give_feedback", result="检察机关主持达成协议。")
    assert met(done)["order.finish.difficult"] == "2023-12-11"
    nanhua.on("2024-01-08")
    money = {"kind": "wages", "amount": "103500.00", "person_count": 18, "paid_on": "2024-01-08"}
    rows = {f"recoveries-0-{name}": value for name, value in money.items()}
    entered = nanhua.do("liaison", suing, "record_recovery", papers=paper("凭证.pdf"), **rows)
    assert [row["amount"] for row in entered["recoveries"]] == ["103500.00"]
    nanhua.on("2024-06-01")
    assert nanhua.figures("2023-01-01", "2023-12-31", "recovered") == [0]
    assert nanhua.figures("2024-01-01", "2024-03-31", "recovered", "recovered_persons") == ["103500.00", 18]
    asked = ("referral_on_time_ack_rate", "referral_adoption_rate", "mediation_success_rate", "concluded")
    assert nanhua.figures("2023-01-01", "2023-12-31", *asked) == [(2, 2), (2, 2), (0, 0), 0]


@pytest.fixture
def nanhua(union):
    """10.6 B: the same hearing as a case of the union, 2023-12-08, to be paid by 2024-01-08."""
    nanhua = union("532324")
    nanhua.on("2023-11-27")
    nanhua.apply("2023-11-27", "103500.00", 18)
    nanhua.accept("2023-11-27")
    nanhua.on("2023-12-08")
    nanhua.meet("2023-12-08")
    nanhua.file = nanhua.agree("103500.00", [("2024-01-08", "103500.00")], **signed_on("2023-12-08"))
    assert windows(nanhua.file)[0] == "2024-01-08"
    return nanhua


def test_nanhua_paid_on_the_last_day(nanhua):
    """10.6 A."""
    nanhua.on("2024-01-08")
    paid = nanhua.pay(nanhua.file, 0, "103500.00", "2024-01-08")
    assert (paid["amount_paid"], paid["instalments"][0]["settled_on"]) == ("103500.00", "2024-01-08")
    nanhua.on("2024-06-01")
    assert nanhua.figures("2023-01-01", "2023-12-31", "recovered") == [0]
    assert nanhua.figures("2024-01-01", "2024-03-31", "recovered") == ["103500.00"]


def test_nanhua_neither_confirmed_nor_paid_becomes_an_order_for_payment(nanhua):
    """10.6 B."""
    nanhua.on("2024-01-09")
    too_late = {"kind": "judicial_confirmation", "body": "人民法院", "filed_on": "2024-01-09"}
    assert "2024-01-08" in str(nanhua.step("mediator", "open_route", expect=400, **too_late))
    assert due(nanhua.way("payment_order", "2024-01-09"))["payment_order.answer"] == "2024-01-15"
    nanhua.on("2024-01-15")
    assert due(nanhua.on_way("docket", docketed_on="2024-01-15"))["payment_order.issue"] == "2024-01-30"
    nanhua.on("2024-01-31")
    nanhua.on_way("issue_order", issued_on="2024-01-30")
    assert due(nanhua.on_way("serve_order", served_on="2024-01-31"))["payment_order.object"] == "2024-02-18"
    nanhua.on("2024-02-18")
    nanhua.on_way("take_effect", expect=409, ended_on="2024-02-18")
    nanhua.on("2024-02-19")
    assert nanhua.on_way("take_effect", ended_on="2024-02-19")["state"] == "granted"
    nanhua.on("2024-02-20")
    assert nanhua.way("enforcement", "2024-02-20")["state"] == "filed"
