"""The whole way of a case, with the days and figures of two worked examples."""

from datetime import date
from decimal import Decimal

import pytest

from disputes import actions
from tests.factories.disputes import application, plan, signatures

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
