"""Two officers on one case at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.db import connection

from casework.errors import StaleFile, StepRefused
from casework.verbs import perform
from disputes import actions
from disputes.models import DisputeCase
from disputes.verbs import VERBS
from tests.factories.disputes import PAID, RECEIVED, CaseFactory


def together(count, act):
    """What each of so many threads got: a result, or the name of the refusal."""

    def run(_n):
        try:
            return act()
        except (StepRefused, StaleFile) as refused:
            return type(refused).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_accept_at_once_one_does(zhao, now):
    case = CaseFactory()
    found = together(8, lambda: actions.accept(case, by=zhao, at=now, accepted_on=RECEIVED))
    assert found.count("StepRefused") == 7
    case.refresh_from_db()
    assert case.number == "祥云工调〔2024〕1号"
    assert list(case.events.order_by("pk").values_list("verb", flat=True)) == ["apply", "accept"]


@pytest.mark.django_db(transaction=True)
def test_payments_entered_at_once_never_exceed_what_is_owed(yang, now):
    case = CaseFactory("performing", mediator=yang)
    part = case.instalments.get()
    typed = {"instalment": part, "amount": Decimal(28000), "paid_on": PAID}
    found = together(6, lambda: actions.record_payment(case, by=yang, at=now, **typed))
    assert found.count("StepRefused") == 2
    case.refresh_from_db()
    assert (case.amount_paid, case.payments.count()) == (112000, 4)


@pytest.mark.django_db
def test_what_was_decided_on_an_older_version_is_not_taken(zhao, now):
    case = CaseFactory()
    seen = case.version
    perform(VERBS.get("ask_for_papers"), case, by=zhao, at=now, version=seen, missing="合同", asked_on=RECEIVED)
    with pytest.raises(StaleFile):
        perform(VERBS.get("accept"), case, by=zhao, at=now, version=seen, accepted_on=RECEIVED)
    assert DisputeCase.objects.get().state == "awaiting_supplement"
