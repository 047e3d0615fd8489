"""The figures of the nine reference cases, each worked out by hand, and the same counted again in plain Python."""

import datetime as dt
from decimal import Decimal

import pytest

from disputes import actions
from disputes.models import DisputeCase
from organizations.models import UnionOrg
from reports.periods import Period
from reports.question import Question
from reports.report import report
from reports.rollups.refreshing import refresh
from tests.factories.disputes import CaseFactory
from tests.reports.conftest import WHY, County, at, day

FIRST_HALF = Period(dt.date(2024, 1, 1), dt.date(2024, 6, 30))
JULY = Period(dt.date(2024, 7, 1), dt.date(2024, 7, 31))
QUERY_DAY = dt.date(2024, 7, 5)
EXPECTED = {
    "opening_backlog": 2,
    "accepted": 6,
    "concluded": 6,
    "agreed": 2,
    "reconciled": 1,
    "failed": 1,
    "terminated": 1,
    "withdrawn": 1,
    "transferred": 1,
    "closing_backlog": 2,
    "overdue_open": 1,
    "group_cases": 1,
    "group_persons": 12,
    "persons_involved": 23,
    "amount_claimed": Decimal(446800),
    "amount_agreed": Decimal(149800),
    "recovered": Decimal(149800),
}
RATES = {
    "mediation_success_rate": "50.00",
    "mediation_success_rate_excl_withdrawn": "60.00",
    "mediation_success_rate_by_intake": "40.00",
    "mediation_success_rate_by_persons": "39.13",
    "closure_rate": "75.00",
    "on_time_closure_rate": "83.33",
}


def ask(officer, period=FIRST_HALF, by="", region="532923"):
    org = UnionOrg.objects.select_related("region").get(region=region)
    return report(Question(officer, org, period, by, QUERY_DAY))


def ask_both_ways(officer, **asked):
    """From the files, or as far as they were rolled up before; then all rolled up. The answers are the same."""
    before = ask(officer, **asked)
    refresh(at("24-07-05"))
    after = ask(officer, **asked)
    assert [(row.key, row.values) for row in after.rows] == [(row.key, row.values) for row in before.rows]
    assert after.total.values == before.total.values
    return after


def test_the_counts_and_rates_are_those_of_the_reference(county, he):
    values = ask(he).total.values
    assert {code: values[code] for code in EXPECTED} == EXPECTED
    assert {code: str(values[code].value) for code in RATES} == RATES


def test_a_period_in_which_nothing_was_closed_has_no_success_rate(county, he):
    values = ask(he, JULY).total.values
    assert (values["mediation_success_rate"].value, values["avg_days"]) == (None, None)


def test_a_recount_in_plain_python_finds_the_same(county, he):
    closed = [
        c for c in DisputeCase.objects.all() if c.closed_on and FIRST_HALF.first <= c.closed_on <= FIRST_HALF.last
    ]
    concluded = [c for c in closed if c.outcome != "transferred"]
    settled = [c for c in concluded if c.outcome in {"agreed", "reconciled"}]
    values = ask(he).total.values
    assert (len(settled), len(concluded)) == (
        values["mediation_success_rate"].numerator,
        values["mediation_success_rate"].denominator,
    )
    days = sum((c.closed_on - c.received_on).days for c in concluded)
    assert values["avg_days"] == (Decimal(days) / len(concluded)).quantize(Decimal("0.01"))


@pytest.mark.parametrize("by", ["organization", "quarter", "month", "category", "mediator", "origin"])
def test_the_rows_of_every_breakdown_add_up_to_the_total(county, he, by):
    found = ask_both_ways(he, by=by)
    assert sum(row.concluded for row in found.rows) == found.total.concluded == 6
    assert found.total.values["opening_backlog"] == 2


def test_the_superior_gets_a_row_for_each_county_and_one_for_itself(county, he):
    found = ask(he, by="organization", region="532900")
    concluded = {row.key: row.concluded for row in found.rows}
    assert concluded["532923"] == 6
    assert (concluded["532924"], concluded["532900"]) == (0, 0)


def test_months_know_what_stood_open_at_their_ends(county, he):
    rows = {row.key: row.values for row in ask(he, by="month").rows}
    assert (rows["2024-01"]["opening_backlog"], rows["2024-02"]["opening_backlog"]) == (2, 1)
    assert rows["2024-06"]["overdue_open"] == 1


def test_counting_takes_as_many_queries_whatever_the_number_of_cases(county, he, django_assert_max_num_queries):
    with django_assert_max_num_queries(55):
        ask(he, by="organization", region="532900")


@pytest.mark.parametrize("origin", ["walk_in", "court_assigned"])
def test_the_days_papers_were_awaited_are_not_counted_as_handling(db, he, origin):
    union = County()
    case, by = union.case("24-03-04", 1000, origin=origin), {"by": union.officer}
    case = actions.ask_for_papers(case, **by, at=at("24-03-05"), missing="身份证", asked_on=day("24-03-05"))
    case = actions.supply_papers(case, **by, at=at("24-03-11"), supplied_on=day("24-03-11"))
    case = actions.accept(case, **by, at=at("24-03-11"), accepted_on=day("24-03-11"))
    named = {"mediator": union.mediator, "assigned_on": day("24-03-11")}
    case = actions.assign(case, **by, at=at("24-03-11"), **named)
    case = actions.hold_meeting(case, by=union.mediator, at=at("24-03-12"), held_on=day("24-03-12"), minutes="双方到场")
    union.end("fail", case, "24-03-20", **WHY)
    assert ask_both_ways(he).total.values["avg_days"] == Decimal("10.00")


NEWS = {"facts": "公司反悔", "reason": "新证据"}


def test_a_merged_case_is_counted_once_and_a_reopened_one_in_its_own_period(county, duan, he):
    zhao = county.officer
    before, july = ask_both_ways(he).total.values, ask_both_ways(he, period=JULY).total.values
    first, second = (taken_on(zhao, "24-03-04") for _n in range(2))
    actions.merge_into(second, by=zhao, at=at("24-03-05"), other=first, reason="重复登记")
    figures = ask_both_ways(he).total.values
    assert (figures["accepted"], figures["closing_backlog"]) == (before["accepted"] + 1, before["closing_backlog"] + 1)
    old = actions.withdraw(first, by=zhao, at=at("24-06-03"), closed_on=day("24-06-03"), reason="撤回")
    old = actions.close_out(old, by=zhao, at=at("24-06-04"), closed_out_on=day("24-06-04"), callback="satisfied")
    figures = ask_both_ways(he).total.values
    new = actions.reopen(old, by=duan, at=at("24-07-02"), received_on=day("24-07-01"), **NEWS)
    actions.accept(new, by=zhao, at=at("24-07-02"), accepted_on=day("24-07-02"))
    assert ask_both_ways(he).total.values == figures
    assert ask_both_ways(he, period=JULY).total.values["accepted"] == july["accepted"] + 1


def taken_on(officer, text):
    case = CaseFactory(received_on=day(text), when=at(text))
    return actions.accept(case, by=officer, at=at(text), accepted_on=day(text))
