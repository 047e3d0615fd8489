"""The statistics of the worked examples: six true stories with days and amounts made up to fit the calendars."""

import datetime as dt
from decimal import Decimal

import pytest

from casework.errors import StepRefused
from disputes import actions
from disputes.models import DisputeCase
from organizations.models import UnionOrg
from referrals import actions as referring
from reports.periods import Period
from reports.question import Question
from reports.rates import Rate
from reports.report import report
from reports.rollups.refreshing import refresh
from supervision import actions as steps
from supervision.models import DocumentRecovery
from tests.conftest import member
from tests.factories.referrals import accept, acknowledge, make_referral, partner
from tests.factories.supervision import investigated, noon, paper
from tests.reports.conftest import County, at, day
from tests.reports.test_reference_documents import House

YEAR = {2023: ("2023-01-01", "2023-12-31"), 2024: ("2024-01-01", "2024-12-31")}


def figures(asker, first, last, *codes, region="532923"):
    """The values asked for, rates as (numerator, denominator)."""
    period = Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    org = UnionOrg.objects.select_related("region").get(region=region, kind="federation")
    values = report(Question(asker, org, period, "", dt.date(2026, 11, 25))).total.values
    found = [values[code] for code in codes]
    return [(one.numerator, one.denominator) if isinstance(one, Rate) else one for one in found]


@pytest.fixture
def union(db):
    return County()


def agreed(union, case, on, parts):
    """Agreed and signed on one day, to be paid by the days and in the amounts of `parts`."""
    plan = [{"due_on": day(due), "amount": Decimal(amount)} for due, amount in parts]
    total = sum(part["amount"] for part in plan)
    signed = dict.fromkeys(["applicants_signed_on", "respondents_signed_on", "mediator_signed_on", "seal_on"], day(on))
    terms = {"terms": "分期支付", "agreed": [{"claim": 1, "amount": total}], "instalments": plan}
    return actions.agree(case, by=union.mediator, at=at(on), **terms, **signed)


def pay(union, case, n, on):
    part = case.instalments.get(position=n)
    by = {"by": union.mediator, "at": at(on)}
    actions.record_payment(case, **by, instalment=part, amount=part.amount, paid_on=day(on))


def confirmed(union, case, filed, ruled):
    liaison = member("liaison", "duan2")
    actions.open_route(case, by=liaison, at=at(filed), kind="judicial_confirmation", body="人民法院")
    route = actions.file_route(case.routes.get(), by=liaison, at=at(filed), filed_on=day(filed))
    route = actions.docket(route, by=liaison, at=at(filed), docketed_on=day(filed))
    actions.decide(route, by=liaison, at=at(ruled), ended_on=day(ruled), result="裁定有效")


def test_linxiang_half_is_recovered_in_one_half_year_and_half_in_the_next(union):
    case = agreed(union, union.accepted("24-06-11", 46300, 5), "24-06-18", [("24-06-25", 26300), ("24-07-02", 20000)])
    pay(union, case, 1, "24-06-25")
    pay(union, DisputeCase.objects.get(pk=case.pk), 2, "24-07-02")
    asked = ["mediation_success_rate", "persons_involved", "amount_claimed", "amount_agreed", "recovered"]
    first = figures(union.officer, "2024-01-01", "2024-06-30", *asked)
    assert first == [(1, 1), 5, 46300, 46300, 26300]
    later = ["recovered", "performance_rate", "instalments_kept_rate"]
    assert figures(union.officer, "2024-07-01", "2024-12-31", *later) == [20000, (1, 1), (1, 1)]
    assert figures(union.officer, *YEAR[2024], "instalments_kept_rate") == [(2, 2)]


def test_linxiang_the_letter_was_answered_in_time_and_put_right_in_the_second_half(db):
    house = House()
    letter = house.served("2024-06-06", house.matter("2024-06-05"))
    letter = house.reply(letter, "2024-06-20", "promised")
    done = dt.date(2024, 7, 3)
    letter = steps.accept_reply(letter, by=house.supervisor, at=noon("2024-06-20"), rectify_by=done)
    seen = {"verified_on": done, "findings": "已足额支付", "papers": paper("凭证.pdf")}
    steps.verify(letter, by=house.supervisor, at=noon("2024-07-03"), **seen)
    asked = ["reply_rate", "on_time_reply_rate", "rectification_rate"]
    halves = [("2024-01-01", "2024-06-30"), ("2024-07-01", "2024-12-31")]
    found = [figures(house.statistician, *half, *asked, region=House.REGION) for half in halves]
    assert found == [[(1, 1), (1, 1), (0, 0)], [(0, 0), (0, 0), (1, 1)]]


def test_qujing_the_chain_makes_no_mediation_and_back_pay_is_no_cash(db):
    house = House()

    chain = house.matter("2024-09-02")
    letter = house.served("2024-09-02", chain)
    steps.escalate(letter, by=house.supervisor, at=noon("2024-09-19"))
    investigated(chain, house.supervisor, noon("2024-09-19"), dt.date(2024, 9, 19))
    opinion = house.reply(house.served("2024-09-20", chain, kind="opinion"), "2024-10-15", "refused")
    steps.reject_reply(opinion, by=house.supervisor, at=noon("2024-10-16"), fate="inadequate", reason="部分拒绝")
    advice = house.served("2024-10-18", chain, kind="recommendation")
    taken = {"docketed_on": dt.date(2024, 10, 24), "authority_case_no": "曲人社监〔2024〕9号"}
    steps.docket(advice, by=house.liaison, at=noon("2024-10-24"), **taken)
    paid = {"amount": Decimal(1043500), "person_count": 87, "paid_on": dt.date(2025, 1, 17)}
    DocumentRecovery.objects.create(file=advice, kind="social_insurance", **paid)
    counts = ["letters_issued", "opinions_issued", "recommendations_issued"]
    rates = ["reply_rate", "on_time_reply_rate", "letter_escalation_rate", "opinion_escalation_rate"]
    asked = [*counts, *rates, "recommendation_docket_rate", "mediation_success_rate"]
    found = figures(house.statistician, *YEAR[2024], *asked, region=House.REGION)
    assert found == [1, 1, 1, (1, 2), (1, 2), (1, 1), (1, 1), (1, 1), (0, 0)]
    money = ["recovered", "recovered_social_insurance", "recovered_cash", "recovered_persons"]
    found = figures(house.statistician, "2025-01-01", "2025-03-31", *money, region=House.REGION)
    assert found == [1043500, 1043500, 0, 87]


def test_mengla_a_case_assigned_by_a_court(union):
    case = union.accepted("25-03-13", 58000, 3, origin="court_assigned")
    case = agreed(union, case, "25-04-03", [("25-04-30", 52000)])
    confirmed(union, case, "25-04-09", "25-04-18")
    pay(union, DisputeCase.objects.get(pk=case.pk), 1, "25-04-30")
    asked = ["court_assigned_success_rate", "judicial_confirmations", "recovered"]
    assert figures(union.officer, "2025-04-01", "2025-04-30", *asked) == [(1, 1), 1, 52000]


def test_dounan_one_stop_agreement_and_confirmation(union):
    case = agreed(union, union.accepted("24-01-08", 118600, 6), "24-01-19", [("24-01-30", 112000)])
    confirmed(union, case, "24-01-19", "24-01-19")
    pay(union, DisputeCase.objects.get(pk=case.pk), 1, "24-01-30")
    asked = ["mediation_success_rate", "persons_involved", "judicial_confirmation_rate", "recovered"]
    assert figures(union.officer, "2024-01-01", "2024-03-31", *asked) == [(1, 1), 6, (1, 1), 112000]


@pytest.mark.parametrize(("paid", "kept", "performed"), [("26-02-12", (2, 2), (1, 1)), ("26-02-14", (1, 2), (0, 1))])
def test_caopu_an_agreed_day_does_not_roll(union, paid, kept, performed):
    case = union.accepted("26-01-05", 1268400, 41)
    case = agreed(union, case, "26-01-16", [("26-01-23", 761040), ("26-02-13", 507360)])
    pay(union, case, 1, "26-01-23")
    pay(union, DisputeCase.objects.get(pk=case.pk), 2, paid)
    asked = ["group_cases", "group_persons", "mediation_success_rate", "recovered"]
    quarter = ("2026-01-01", "2026-03-31")
    assert figures(union.officer, *quarter, *asked) == [1, 41, (1, 1), 1268400]
    assert figures(union.officer, *quarter, "instalments_kept_rate", "performance_rate") == [kept, performed]


def nanhua(union):
    """The referral of 18 workers and its end, in no case of the union."""
    case = union.case("23-11-20", 103500, 18)
    referral = make_referral(case, "sent", kind="support_suing", at=at("23-11-27"))
    referral = accept(acknowledge(referral, at("23-11-29")), at("23-11-30"))
    told = {"result": "mediated", "result_on": day("23-12-11")}
    return referring.complete(referral, by=partner(referral.authority), at=at("23-12-11"), **told)


def test_nanhua_a_referral_makes_no_mediation_of_the_union(union):
    nanhua(union)
    asked = ["referral_on_time_ack_rate", "referral_adoption_rate", "sent_to_procuratorate", "mediation_success_rate"]
    assert figures(union.officer, *YEAR[2023], *asked) == [(1, 1), (1, 1), 1, (0, 0)]
    days = ["avg_days_to_acknowledge", "avg_days_to_result"]
    assert figures(union.officer, *YEAR[2023], *days) == [Decimal("2.00"), Decimal("14.00")]


def test_nanhua_what_is_paid_after_the_referral_stands_in_the_ledger_once(union):
    referral = nanhua(union)
    refresh(at("26-11-25"))
    money = {"kind": "wages", "amount": Decimal(103500), "person_count": 18, "paid_on": day("24-01-08")}
    by = {"by": member("liaison", "duan3"), "at": at("24-01-09")}
    entered = {"recoveries": [money], "papers": paper("凭证.pdf")}
    referral = referring.record_recovery(referral, **by, **entered)
    asked = ["recovered", "recovered_cash", "recovered_wages", "recovered_persons"]
    quarter = ("2024-01-01", "2024-03-31")
    assert figures(union.officer, *quarter, *asked) == [103500, 103500, 103500, 18]
    refresh(at("26-11-25"))
    assert figures(union.officer, *quarter, *asked) == [103500, 103500, 103500, 18]
    assert figures(union.officer, *YEAR[2023], "recovered") == [0]
    second = make_referral(referral.case, "sent", kind="support_suing", at=at("24-01-10"))
    second = accept(acknowledge(second, at("24-01-11")), at("24-01-12"))
    with pytest.raises(StepRefused, match="只计一次"):
        referring.record_recovery(second, **by, **entered)
    row = referral.recoveries.get()
    referring.correct_recovery(referral, **by, recovery=row, reason="误录")
    assert figures(union.officer, *quarter, *asked[:3]) == [0, 0, 0]
    with pytest.raises(StepRefused):
        referring.correct_recovery(referral, **by, recovery=row, reason="误录")
