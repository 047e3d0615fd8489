"""Every pair of state and step, against the table of the practice."""

import pytest
from django.utils import timezone

from casework.errors import StepRefused, WrongDuty
from casework.workflow import Act
from disputes.models import DisputeCase
from disputes.verbs import CREATION, VERBS
from disputes.workflow import WORKFLOW
from organizations.models import Duty, Officer
from tests.factories.disputes import STEPS, CaseFactory, paper

pytestmark = pytest.mark.django_db

# state before, step, state after: as the practice has it
TABLE = {
    ("applied", "ask_for_papers", "awaiting_supplement"),
    ("awaiting_supplement", "supply_papers", "applied"),
    ("awaiting_supplement", "lapse", "declined"),
    ("applied", "accept", "accepted"),
    ("applied", "decline", "declined"),
    ("applied", "transfer", "concluded"),
    ("accepted", "assign", "assigned"),
    ("assigned", "recuse", "accepted"),
    ("assigned", "release", "accepted"),
    *(
        (state, "rate", state)
        for state in DisputeCase.State.values
        if state not in {"closed_out", "archived", "declined"}
    ),
    ("assigned", "hold_meeting", "mediating"),
    ("mediating", "hold_meeting", "mediating"),
    ("mediating", "extend", "mediating"),
    ("mediating", "suspend", "suspended"),
    ("suspended", "resume", "mediating"),
    ("mediating", "agree", "concluded"),
    ("mediating", "reconcile", "concluded"),
    ("mediating", "fail", "concluded"),
    *(
        (state, verb, "concluded")
        for state in ("accepted", "assigned", "mediating")
        for verb in ("withdraw", "terminate")
    ),
    ("concluded", "start_performance", "performing"),
    ("performing", "record_payment", "performing"),
    ("concluded", "close_out", "closed_out"),
    ("performing", "close_out", "closed_out"),
    ("closed_out", "archive", "archived"),
    *(
        (state, verb, state)
        for state in DisputeCase.State.values
        for verb in ("attach", "issue_document")
        if state != "archived"
    ),
}


def test_the_table_has_exactly_the_rows_of_the_practice():
    rows = {
        (str(state), step.verb, str(step.target or state)) for step in WORKFLOW.steps.values() for state in step.sources
    }
    assert rows == TABLE


def test_each_step_has_a_form_and_an_action_but_those_of_the_system():
    own = {step.verb for step in WORKFLOW.steps.values() if set(step.duties) == {Duty.SYSTEM}}
    assert {verb.name for verb in VERBS} | {CREATION.name} | own == set(WORKFLOW.steps)


@pytest.mark.parametrize("state", sorted(STEPS))
def test_a_step_outside_the_table_is_refused_and_not_offered(state, yang):
    case = CaseFactory(state, mediator=yang)
    possible = {verb for before, verb, _after in TABLE if before == state}
    for step in WORKFLOW.steps.values():
        if step.verb in possible or not step.sources:
            continue
        officer = Officer(duty=sorted(step.duties)[0])
        with pytest.raises((StepRefused, WrongDuty)):
            WORKFLOW.check(step.verb, case, Act(officer, timezone.now()))
        assert step.verb not in {offer.verb for offer in WORKFLOW.offers(case, Act(officer, timezone.now()))}


@pytest.mark.parametrize("state", sorted(set(STEPS) - {"archived", "declined"}))
def test_somebody_can_move_a_case_on_from_every_state(state, zhao, yang, gao):
    case = CaseFactory(state, mediator=yang)
    if state == "closed_out":
        paper(case)
    offers = [o for who in (zhao, yang, gao) for o in WORKFLOW.offers(case, Act(who, timezone.now()))]
    assert {o.verb for o in offers if o.allowed} - {"attach"}


@pytest.mark.parametrize("state", sorted(STEPS))
def test_what_is_offered_has_a_form_that_opens(state, client, request, zhao, yang, gao, duan):
    case = CaseFactory(state, mediator=yang)
    for officer in (zhao, yang, gao, duan):
        if not DisputeCase.objects.visible_to(officer).filter(pk=case.pk).exists():
            continue
        client.force_login(officer.user)
        for offer in case.offers(Act(officer, timezone.now())):
            expected = 200 if offer.allowed else 409
            assert client.get(case.step_url(offer.verb)).status_code == expected, offer.verb
