"""Two officers on one case at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from casework.errors import StaleFile, StepRefused
from casework.verbs import perform
from disputes import actions
from disputes.models import DisputeCase
from disputes.verbs import VERBS
from tests.conftest import member
from tests.factories.disputes import MET, PAID, RECEIVED, CaseFactory


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


@pytest.mark.django_db(transaction=True)
def test_of_eight_mediators_who_act_at_once_by_the_api_one_does_and_the_others_learn_the_state(zhao, yang):
    """A case with eight mediators, each ending it in another way in the same moment."""
    others = [member("mediator", f"m{n}", certified=True) for n in range(7)]
    case = CaseFactory("accepted")
    when = {"at": timezone.now()}
    case = actions.assign(case, by=zhao, mediator=yang, assigned_on=RECEIVED, grave=True, others=others, **when)
    case = actions.hold_meeting(case, by=yang, held_on=MET, minutes="双方到场", **when)
    ending = {"closed_on": "2024-01-19", "end_reason": "other", "advice": "arbitration", "reason": "无法继续"}
    ready = Barrier(8)

    def act(officer):
        client = Client()
        client.force_login(officer.user)
        verb = "fail" if officer.pk % 2 else "terminate"
        ready.wait()
        try:
            return client.post(f"/api/v1/cases/{case.pk}/{verb}/", ending, content_type="application/json")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(act, [yang, *others]))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7
    state = next(answer.json()["state_label"] for answer in answers if answer.status_code == 200)
    assert all(state in answer.json()["reasons"][0] for answer in answers if answer.status_code == 409)
    assert case.events.filter(verb__in=["fail", "terminate"]).count() == 1
