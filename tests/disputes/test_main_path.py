"""The whole way of a case, with the days and figures of two worked examples."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disputes import actions
from disputes.models import DisputeCase
from disputes.tasks import lapse_applications
from tests.factories.disputes import CaseFactory, application, plan, signatures

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat


def due(case):
    return {d.rule.code: (d.due_on, d.met_on) for d in case.deadlines.select_related("rule")}


def test_a_case_goes_from_the_counter_to_the_last_payment(zhao, yang, now):
    """Six flower packers, 118,600 yuan: every day and figure of the example."""
    case = actions.apply(by=zhao, at=now, **application())
    assert due(case) == {"case.accept": (DAY("2024-01-11"), None), "case.mediate": (DAY("2024-01-23"), None)}
    assert (case.due_on, case.amount_claimed, case.number) == (DAY("2024-01-11"), 118600, "")

    case = actions.accept(case, by=zhao, at=now, accepted_on=DAY("2024-01-08"))
    assert case.number == "祥云工调〔2024〕1号"
    assert case.due_on == DAY("2024-01-23")

    case = actions.assign(case, by=zhao, at=now, mediator=yang, assigned_on=DAY("2024-01-08"))
    case = actions.hold_meeting(case, by=yang, at=now, held_on=DAY("2024-01-15"), minutes="双方到场")
    case = actions.agree(case, by=yang, at=now, terms="一次付清", **signatures(), **plan())
    assert (case.state, case.outcome, case.closed_on) == ("performing", "agreed", DAY("2024-01-19"))
    assert case.agreement.effective_on == DAY("2024-01-19")
    assert (case.amount_agreed, case.amount_paid, case.pay_by) == (112000, 0, DAY("2024-01-30"))
    assert due(case) == {
        "case.accept": (DAY("2024-01-11"), DAY("2024-01-08")),
        "case.assignee_confirm": (DAY("2024-01-11"), DAY("2024-01-15")),
        "case.mediate": (DAY("2024-01-23"), DAY("2024-01-19")),
        "agreement.judicial_confirmation": (DAY("2024-02-18"), None),
        "agreement.arbitral_review": (DAY("2024-02-04"), None),
    }

    part = case.instalments.get()
    typed = {"instalment": part, "amount": Decimal(112000), "paid_on": DAY("2024-01-30")}
    case = actions.record_payment(case, by=yang, at=now, **typed)
    assert (case.amount_paid, case.pay_by, case.payments.get().person_count) == (112000, None, 6)
    case = actions.close_out(case, by=yang, at=now, closed_out_on=DAY("2024-01-31"), callback="satisfied")
    assert case.state == "closed_out"
    verbs = list(case.events.order_by("pk").values_list("verb", flat=True))
    way = ["apply", "accept", "assign", "hold_meeting", "agree", "start_performance", "record_payment", "close_out"]
    assert verbs == way


def test_agreed_days_do_not_roll_and_each_instalment_is_judged_by_its_own(zhao, yang, now):
    """41 workers on a building site: windows end after the Spring Festival, the second part is late by a day."""
    received = DAY("2026-01-05")
    claims = [{"category": None, "amount": Decimal(1268400)}]
    case = actions.apply(by=zhao, at=now, **application(received_on=received, claims=claims, worker_count=41))
    assert case.is_group
    assert {code: day for code, (day, _met) in due(case).items()} == {
        "case.accept": DAY("2026-01-08"),
        "case.mediate": DAY("2026-01-20"),
    }
    case = actions.accept(case, by=zhao, at=now, accepted_on=received)
    case = actions.assign(case, by=zhao, at=now, mediator=yang, assigned_on=received)
    case = actions.hold_meeting(case, by=yang, at=now, held_on=DAY("2026-01-12"), minutes="双方到场")
    parts = [
        {"due_on": DAY("2026-02-13"), "amount": Decimal(507360)},
        {"due_on": DAY("2026-01-23"), "amount": Decimal(761040)},
    ]
    signed = signatures(DAY("2026-01-16"))
    agreed = [{"claim": 1, "amount": Decimal(1268400)}]
    case = actions.agree(case, by=yang, at=now, terms="分两期", agreed=agreed, instalments=parts, **signed)
    windows = due(case)
    assert windows["agreement.judicial_confirmation"][0] == DAY("2026-02-24")
    assert windows["agreement.arbitral_review"][0] == DAY("2026-02-02")
    first, second = case.instalments.all()
    assert (first.amount, second.due_on) == (761040, DAY("2026-02-13"))
    case = actions.record_payment(
        case, by=yang, at=now, instalment=first, amount=first.amount, paid_on=DAY("2026-01-23")
    )
    assert case.pay_by == DAY("2026-02-13")
    case = actions.record_payment(
        case, by=yang, at=now, instalment=second, amount=second.amount, paid_on=DAY("2026-02-14")
    )
    assert [part.was_late for part in case.instalments.all()] == [False, True]
    assert case.amount_paid == 1268400


def test_a_court_case_has_the_courts_limits_from_acceptance(zhao, yang, now):
    case = actions.apply(by=zhao, at=now, **application(received_on=DAY("2025-03-13"), origin="court_assigned"))
    assert due(case) == {"court.assignment_answer": (DAY("2025-03-18"), None)}
    case = actions.accept(case, by=zhao, at=now, accepted_on=DAY("2025-03-17"))
    assert due(case)["case.court_assigned"] == (DAY("2025-04-16"), None)


def test_a_summary_case_has_seven_days(zhao, now):
    typed = application(received_on=DAY("2025-03-13"), origin="court_entrusted", procedure="summary")
    case = actions.accept(actions.apply(by=zhao, at=now, **typed), by=zhao, at=now, accepted_on=DAY("2025-03-17"))
    assert due(case)["case.court_entrusted.summary"] == (DAY("2025-03-24"), None)


def test_the_clocks_stand_still_while_papers_are_awaited(zhao, now):
    case = actions.apply(by=zhao, at=now, **application())
    case = actions.ask_for_papers(case, by=zhao, at=now, missing="劳动合同", asked_on=DAY("2024-01-09"))
    assert due(case)["case.supplement_lapse"] == (DAY("2024-01-24"), None)
    case = actions.supply_papers(case, by=zhao, at=now, supplied_on=DAY("2024-01-12"))
    assert due(case)["case.mediate"][0] > DAY("2024-01-23")
    assert due(case)["case.accept"][0] > DAY("2024-01-11")
    assert due(case)["case.supplement_lapse"][1] == DAY("2024-01-12")


def test_papers_that_never_come_end_the_application(zhao, now):
    case = actions.apply(by=zhao, at=now, **application())
    actions.ask_for_papers(case, by=zhao, at=now, missing="劳动合同", asked_on=DAY("2024-01-09"))
    fresh = actions.apply(by=zhao, at=now, **application(received_on=now.date()))
    actions.ask_for_papers(fresh, by=zhao, at=now, missing="劳动合同", asked_on=now.date())
    lapse_applications()
    lapse_applications()
    states = list(DisputeCase.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["declined", "awaiting_supplement"]


def test_a_settlement_by_the_parties_opens_no_window(yang, now):
    case = CaseFactory("mediating", mediator=yang)
    typed = {"closed_on": DAY("2024-01-19"), "settlement": "自行和解", **plan(9800, DAY("2024-01-19"))}
    case = actions.reconcile(case, by=yang, at=now, **typed)
    assert (case.state, case.outcome, case.amount_agreed) == ("performing", "reconciled", 9800)
    assert not case.deadlines.running().exists()


def test_a_settlement_without_money_has_nothing_to_perform(yang, now):
    case = CaseFactory("mediating", mediator=yang)
    typed = {"closed_on": DAY("2024-01-19"), "settlement": "恢复劳动关系", **plan(0)}
    case = actions.reconcile(case, by=yang, at=now, **typed)
    assert (case.state, case.pay_by) == ("concluded", None)
    assert actions.close_out(case, by=yang, at=now, closed_out_on=DAY("2024-01-19"), callback="satisfied")


def test_a_stop_moves_the_limit_by_its_days(yang, now):
    case = CaseFactory("suspended", mediator=yang)
    case = actions.resume(case, by=yang, at=now, resumed_on=DAY("2024-01-25"))
    assert case.due_on == DAY("2024-02-02")


def test_a_case_passed_on_has_no_running_clock(zhao, now):
    case = CaseFactory()
    typed = {"closed_on": DAY("2024-01-10"), "passed_to": "县人社局", "reason": "不在本会管辖"}
    case = actions.transfer(case, by=zhao, at=now, **typed)
    assert (case.state, case.outcome, case.due_on) == ("concluded", "transferred", None)


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=5))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sums_are_those_of_the_rows_to_the_cent(zhao, yang, now, cents):
    with transaction.atomic():
        claims = [{"category": None, "amount": Decimal(a) / 100} for a, _b in cents]
        case = CaseFactory("mediating", mediator=yang, claims=claims)
        agreed = [{"claim": n, "amount": Decimal(b) / 100} for n, (_a, b) in enumerate(cents, 1)]
        parts = [{"due_on": DAY("2024-01-30"), "amount": row["amount"]} for row in agreed if row["amount"]]
        case = actions.agree(case, by=yang, at=now, terms="分期", agreed=agreed, instalments=parts, **signatures())
        for part in case.instalments.all():
            case = actions.record_payment(
                case, by=yang, at=now, instalment=part, amount=part.amount, paid_on=part.due_on
            )
        case.refresh_from_db()
        assert case.amount_claimed == sum(Decimal(a) for a, _b in cents) / 100
        assert case.amount_agreed == case.amount_paid == sum(Decimal(b) for _a, b in cents) / 100
        assert case.is_performed
        transaction.set_rollback(True)
