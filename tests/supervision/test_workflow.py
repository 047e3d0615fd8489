"""The tables of steps: every state with every verb."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from casework.errors import StepRefused, WrongDuty
from casework.workflow import Act
from organizations.models import Duty
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.verbs import CREATION, DOCUMENT_VERBS, MATTER_VERBS, REGISTRATION
from supervision.workflow import DOCUMENTS, MATTERS
from tests.factories import supervision as made

S = SupervisionDocument.State
# The table: verb → states it starts from, state it leads to, duties.
TABLE: dict[str, tuple[str, str | None, str]] = {
    "edit": ("draft returned_for_revision", "draft", "supervisor"),
    "submit": ("draft", "in_review", "supervisor"),
    "endorse": ("in_review", None, "committee_director"),
    "comment": ("in_review", None, "committee_director signatory"),
    "return_for_revision": ("in_review", "returned_for_revision", "committee_director"),
    "approve": ("in_review", "approved", "signatory committee_director"),
    "seal": ("approved", None, "liaison signatory system"),
    "dispatch": ("approved", "dispatched", "liaison"),
    "publish": ("approved", "closed", "liaison"),
    "record_service": ("dispatched", "awaiting_reply", "liaison"),
    "correct_service": ("awaiting_reply", None, "liaison"),
    "record_service_failure": ("dispatched", "service_failed", "liaison"),
    "redispatch": ("service_failed", "dispatched", "liaison"),
    "record_refusal": ("dispatched", "escalated", "liaison supervisor"),
    "reply": ("awaiting_reply", "replied", "liaison"),
    "docket": ("awaiting_reply", "replied", "liaison"),
    "decline_docket": ("awaiting_reply", "replied", "liaison"),
    "remind": ("awaiting_reply", None, "system"),
    "escalate": ("awaiting_reply", "escalated", "supervisor"),
    "record_late_reply": ("escalated closed", None, "liaison"),
    "accept_reply": ("replied", "verifying", "supervisor"),
    "reject_reply": ("replied", "escalated", "supervisor"),
    "uphold_objection": ("replied", "closed", "committee_director"),
    "record_result": ("replied", "closed", "liaison"),
    "verify": ("verifying", "closed", "supervisor"),
    "verify_failed": ("verifying", "escalated", "supervisor"),
    "record_recovery": ("awaiting_reply replied verifying escalated closed", None, "supervisor liaison"),
    "correct_recovery": ("awaiting_reply replied verifying escalated closed", None, "supervisor liaison"),
    "void": ("approved", "void", "signatory"),
    "withdraw": (
        "draft returned_for_revision in_review approved dispatched service_failed awaiting_reply replied verifying",
        "withdrawn",
        "signatory",
    ),
    "attach": (
        "draft returned_for_revision in_review approved dispatched service_failed awaiting_reply replied verifying",
        None,
        "supervisor liaison",
    ),
}


def test_the_table_has_these_rows_and_no_others():
    assert set(DOCUMENTS.steps) == {*TABLE, "create"}


@pytest.mark.parametrize("verb", TABLE)
def test_a_row_leads_where_the_table_says(verb):
    sources, target, duties = TABLE[verb]
    step = DOCUMENTS.steps[verb]
    assert set(step.sources) == set(sources.split())
    assert step.target == target
    assert set(step.duties) == set(duties.split())


@pytest.mark.parametrize("verb", TABLE)
def test_a_verb_is_open_in_its_states_only(verb):
    sources, _target, duties = TABLE[verb]
    act = Act(SimpleNamespace(duty=duties.split()[0]), made.noon("2024-06-05"))
    for state in set(S.values) - set(sources.split()):
        with pytest.raises(StepRefused):
            DOCUMENTS.check(verb, SupervisionDocument(kind="reminder_letter", state=state), act)


@pytest.mark.parametrize("verb", TABLE)
def test_a_verb_is_open_to_its_duties_only(verb):
    sources, _target, duties = TABLE[verb]
    for duty in set(Duty.values) - set(duties.split()):
        act = Act(SimpleNamespace(duty=duty), made.noon("2024-06-05"))
        for state in sources.split():
            with pytest.raises(WrongDuty):
                DOCUMENTS.check(verb, SupervisionDocument(kind="reminder_letter", state=state), act)


def test_every_step_people_are_offered_has_a_form_and_an_action():
    by_people = {step.verb for step in DOCUMENTS.steps.values() if set(step.duties) != {Duty.SYSTEM}}
    assert by_people == {verb.name for verb in DOCUMENT_VERBS} | {CREATION.name}
    by_people = {step.verb for step in MATTERS.steps.values() if set(step.duties) != {Duty.SYSTEM}}
    by_people -= {"open_from_order"}  # taken by the work order's own step
    assert by_people == {verb.name for verb in MATTER_VERBS} | {REGISTRATION.name}


@pytest.mark.parametrize("state", SupervisionMatter.State.values)
@pytest.mark.parametrize("verb", ["investigate", "close", "attach"])
def test_a_closed_matter_takes_nothing_more(verb, state):
    step = MATTERS.steps[verb]
    assert (state in step.sources) == (state == "open")


@pytest.mark.parametrize(
    ("kind", "audience", "hidden"),
    [
        ("reminder_letter", "targeted", {"publish", "docket", "record_result", "record_refusal"}),
        ("reminder_letter", "public", {"dispatch", "reply", "escalate", "record_late_reply"}),
        ("opinion", "targeted", {"publish", "docket", "decline_docket"}),
        ("recommendation", "targeted", {"publish", "reply", "verify", "accept_reply", "uphold_objection"}),
    ],
)
def test_a_step_of_another_kind_is_refused(kind, audience, hidden):
    document = SupervisionDocument(kind=kind, audience=audience)
    act = Act(SimpleNamespace(duty="liaison"), made.noon("2024-06-05"))
    for verb in hidden:
        assert not document.rules.has(verb, audience)
        assert DOCUMENTS.steps[verb].guards[0](document, act)
