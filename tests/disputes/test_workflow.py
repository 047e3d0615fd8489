"""Every pair of state and step, against the table of the practice."""

import pytest
from django.utils import timezone

from casework.errors import StepRefused, WrongDuty
from casework.workflow import Act
from disputes.models import DisputeCase
from disputes.verbs import CREATION, VERBS
from disputes.workflow import WORKFLOW
from organizations.models import Duty, Officer
from tests.factories.disputes import STEPS, CaseFactory, complete
from tests.markup import doubled

pytestmark = pytest.mark.django_db

OPEN = ("applied", "accepted", "assigned", "mediating", "suspended")
# Steps that begin a case: taken by a step on another one, or by an import.
TAKEN_IN = {f"take_in_{state}" for state in ("applied", "accepted", "assigned", "performing", "closed")}
BEGINNINGS = {"begin_split", "begin_reopened"} | TAKEN_IN
# state before, step, state after: as the practice has it
TABLE = {
    ("applied", "ask_for_papers", "awaiting_supplement"),
    ("awaiting_supplement", "supply_papers", "applied"),
    ("awaiting_supplement", "lapse", "declined"),
    ("applied", "accept", "accepted"),
    ("applied", "decline", "declined"),
    ("applied", "transfer", "concluded"),
    ("accepted", "assign", "assigned"),
    ("assigned", "confirm", "assigned"),
    ("assigned", "recuse", "accepted"),
    ("assigned", "keep_mediator", "assigned"),
    *(
        (state, verb, state)
        for state in ("assigned", "mediating")
        for verb in ("propose_meeting", "notify_meeting", "meeting_not_held", "propose_failure")
    ),
    *((state, "sign_minutes", state) for state in ("mediating", "suspended", "concluded", "performing")),
    ("assigned", "take_back", "accepted"),
    *(
        (state, "rate", state)
        for state in DisputeCase.State.values
        if state not in {"closed_out", "archived", "declined", "merged"}
    ),
    ("assigned", "hold_meeting", "mediating"),
    ("mediating", "hold_meeting", "mediating"),
    ("mediating", "extend", "mediating"),
    ("mediating", "suspend", "suspended"),
    ("suspended", "resume", "mediating"),
    ("mediating", "draft_agreement", "mediating"),
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
    ("performing", "correct_payment", "performing"),
    ("performing", "mention_payment", "performing"),
    ("closed_out", "mention_payment", "closed_out"),
    ("performing", "follow_up", "performing"),
    ("performing", "note_default", "performing"),
    ("concluded", "open_route", "concluded"),
    ("performing", "open_route", "performing"),
    ("concluded", "close_out", "closed_out"),
    ("performing", "close_out", "closed_out"),
    ("closed_out", "archive", "archived"),
    *((state, "amend", state) for state in ("applied", "awaiting_supplement")),
    *(
        (state, verb, state)
        for state in ("applied", "awaiting_supplement", "accepted", "assigned", "mediating", "suspended")
        for verb in (
            "add_party",
            "correct_party",
            "end_party",
            "add_proxy",
            "end_proxy",
            "elect_representatives",
            "import_roster",
        )
    ),
    ("mediating", "share_out", "mediating"),
    *(
        (state, verb, state)
        for state in DisputeCase.State.values
        for verb in ("attach", "issue_document", "classify", "keep_reckoning")
        if state not in {"archived", "merged"}
    ),
    *(
        (state, verb, state)
        for state in DisputeCase.State.values
        for verb in ("add_note", "edit_note", "delete_note")
        if state != "archived"
    ),
    *(
        (state, verb, state)
        for state in DisputeCase.State.values
        for verb in ("add_task", "finish_task", "check_items")
        if state not in ("closed_out", "archived", "declined")
    ),
    # Endings and the file.
    ("concluded", "return_to_court", "concluded"),
    ("closed_out", "return_to_court", "closed_out"),
    ("concluded", "answer_sham_report", "concluded"),
    ("closed_out", "explain_gap", "closed_out"),
    *(("archived", verb, "archived") for verb in ("hold", "release", "keep_longer", "destroy")),
    *(("archived", verb, "archived") for verb in ("propose_destruction", "approve_destruction")),
    # Related cases.
    *(
        (state, verb, state)
        for state in DisputeCase.State.values
        for verb in ("link", "separate")
        if state not in {"merged", "declined"}
    ),
    *((state, "make_part_of", state) for state in (*OPEN, "concluded", "performing")),
    *((state, "split", state) for state in ("accepted", "assigned", "mediating")),
    *((state, "merge_into", "merged") for state in OPEN),
    *((state, "reopen", state) for state in ("closed_out", "archived")),
    *((state, verb, state) for state in DisputeCase.State.values for verb in ("restrict", "lift_restriction")),
}


def test_the_table_has_exactly_the_rows_of_the_practice():
    rows = {
        (str(state), step.verb, str(step.target or state)) for step in WORKFLOW.steps.values() for state in step.sources
    }
    assert rows == TABLE


def test_each_step_has_a_form_and_an_action_but_those_of_the_system():
    own = {step.verb for step in WORKFLOW.steps.values() if set(step.duties) == {Duty.SYSTEM}}
    assert {verb.name for verb in VERBS} | {CREATION.name} | own | BEGINNINGS == set(WORKFLOW.steps)


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
        complete(case)
    offers = [o for who in (zhao, yang, gao) for o in WORKFLOW.offers(case, Act(who, timezone.now()))]
    assert {o.verb for o in offers if o.allowed} - {"attach", "add_note", "add_task", "check_items"}


@pytest.mark.parametrize("state", sorted(STEPS))
def test_what_is_offered_has_a_form_that_opens(state, client, request, zhao, yang, gao, duan):
    case = CaseFactory(state, mediator=yang)
    for officer in (zhao, yang, gao, duan):
        if not DisputeCase.objects.visible_to(officer).filter(pk=case.pk).exists():
            continue
        client.force_login(officer.user)
        for offer in case.offers(Act(officer, timezone.now())):
            answer = client.get(case.step_url(offer.verb))
            assert answer.status_code == (200 if offer.allowed else 409), offer.verb
            assert doubled(answer) == [], offer.verb
