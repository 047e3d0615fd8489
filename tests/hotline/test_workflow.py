"""Every pair of state and verb, against the table as a lawyer reads it."""

from __future__ import annotations

import pytest

from casework.errors import StepRefused, WrongDuty
from casework.workflow import Act
from hotline.models import CallRecord, WorkOrder
from hotline.verbs import CALL_VERBS, ORDER_VERBS
from hotline.workflow import CALLS, ORDERS
from organizations.models import Duty, Officer
from tests.factories.hotline import CallFactory, OrderFactory

pytestmark = pytest.mark.django_db

EVER = {"registered", "ordered", "closed"}
OPEN = {"registered", "dispatched", "signed", "in_progress", "suspended", "feedback_given", "callback_done"}
UNIT, INSPECTOR, DESK = {"case_officer"}, {"quality_inspector"}, {"hotline_operator", "duty_leader"}
TABLE = {
    "dispatch": ({"registered"}, "dispatched", DESK),
    "sign_for": ({"dispatched"}, "signed", UNIT),
    "return_order": ({"dispatched"}, "registered", UNIT),
    "start": ({"signed"}, "in_progress", UNIT),
    "ask_extension": ({"in_progress"}, None, UNIT),
    "extend": ({"in_progress"}, None, {"duty_leader", "committee_director"}),
    "refuse_extension": ({"in_progress"}, None, {"duty_leader", "committee_director"}),
    "suspend": ({"in_progress"}, "suspended", UNIT),
    "resume": ({"suspended"}, "in_progress", UNIT),
    "open_case": ({"in_progress"}, None, UNIT),
    "open_matter": ({"in_progress"}, None, UNIT),
    "give_feedback": ({"in_progress"}, "feedback_given", UNIT),
    "send_back": ({"feedback_given"}, "in_progress", INSPECTOR),
    "plan_callback": ({"feedback_given"}, None, INSPECTOR),
    "record_attempt": ({"feedback_given"}, None, INSPECTOR),
    "rate_by_caller": ({"feedback_given"}, "callback_done", {"system"}),
    "record_callback": ({"feedback_given"}, "callback_done", INSPECTOR),
    "redo": ({"callback_done"}, "in_progress", INSPECTOR),
    "close": ({"callback_done"}, "closed", INSPECTOR),
    "archive": ({"closed"}, "archived", {"system"}),
    "merge": (OPEN, "merged", {"duty_leader"}),
    "link_case": (OPEN, None, UNIT),
    "unlink_case": (OPEN, None, UNIT),
    "warn": (OPEN, None, {"system"}),
    "chase": (OPEN, None, {"system"}),
    "press": (OPEN, None, DESK | {"committee_director", "system"}),
    "report_progress": ({"dispatched", "signed", "in_progress", "suspended"}, None, UNIT),
    "attach": (OPEN, None, DESK | UNIT | INSPECTOR),
}
CALL_TABLE = {
    "take_on": ({"registered"}, None, DESK),
    "answer": ({"registered"}, "closed", DESK),
    "open_order": ({"registered"}, "ordered", DESK),
    "follow": ({"registered"}, "ordered", DESK),
    "close_non_case": ({"registered"}, "closed", DESK),
    "link_case": (EVER, None, DESK),
    "unlink_case": (EVER, None, DESK),
    "flag_caller": (EVER, None, DESK | INSPECTOR),
    "end_flag": (EVER, None, DESK | INSPECTOR),
    "expire_flag": (EVER, None, {"system"}),
    "issue_code": (EVER, None, DESK | {"system"}),
    "attach": (EVER, None, DESK),
}


@pytest.mark.parametrize(("workflow", "table"), [(ORDERS, TABLE), (CALLS, CALL_TABLE)])
def test_the_table_is_the_one_of_the_domain(workflow, table):
    steps = {v: (set(s.sources), s.target, set(s.duties)) for v, s in workflow.steps.items() if s.sources}
    assert steps == table


@pytest.mark.parametrize(("workflow", "verbs"), [(ORDERS, ORDER_VERBS), (CALLS, CALL_VERBS)])
def test_every_step_a_person_takes_has_a_form(workflow, verbs):
    wanted = {v for v, s in workflow.steps.items() if s.sources and s.duties != {Duty.SYSTEM}}
    assert {verb.name for verb in verbs} == wanted


@pytest.mark.parametrize("verb", sorted(TABLE))
@pytest.mark.parametrize("state", sorted(WorkOrder.State.values))
def test_a_step_is_open_in_its_states_only(state, verb, now):
    sources, _target, duties = TABLE[verb]
    order = WorkOrder(state=state)
    for duty in Duty.values:
        by = Officer(duty=duty)
        if duty not in duties:
            with pytest.raises(WrongDuty):
                ORDERS.check(verb, order, Act(by, now))
        elif state not in sources:
            with pytest.raises(StepRefused, match=str(order.get_state_display())):
                ORDERS.check(verb, order, Act(by, now))


@pytest.mark.parametrize("verb", sorted(CALL_TABLE))
@pytest.mark.parametrize("state", sorted(CallRecord.State.values))
def test_a_closed_call_takes_no_other_end(state, verb, now):
    sources, _target, duties = CALL_TABLE[verb]
    if state not in sources:
        with pytest.raises(StepRefused):
            CALLS.check(verb, CallRecord(state=state), Act(Officer(duty=sorted(duties)[0]), now))


def test_nobody_but_the_hotline_registers_a_call(zhao, hr_officer):
    for officer in (zhao, hr_officer):
        with pytest.raises(WrongDuty):
            CallFactory(by=officer)
    assert not CallRecord.objects.exists()


def test_what_is_offered_is_what_the_duty_may_do(zhao, luo, bai, now):
    order = OrderFactory("in_progress")
    handling = {"give_feedback", "open_case", "open_matter", "suspend", "ask_extension", "link_case", "attach"}
    assert {o.verb for o in order.offers(Act(zhao, now)) if o.allowed} == handling
    assert {o.verb for o in order.offers(Act(luo, now)) if o.allowed} == {"extend", "merge", "press", "attach"}
    assert {o.verb for o in order.offers(Act(bai, now)) if o.allowed} == {"attach"}
