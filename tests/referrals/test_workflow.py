"""Every row of the table of states, and the clocks that go with it."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.utils import timezone

from casework.errors import Refused, StepRefused, WrongDuty
from casework.models import DeadlineRule
from organizations.models import Authority, Officer
from referrals import actions
from referrals.incoming_steps import STEPS
from referrals.models import Delivery, Referral, ReferralKind
from referrals.verbs import VERBS
from referrals.workflow import WORKFLOW
from tests.factories.referrals import WORDS, brought_to, make_referral, officer, partner

pytestmark = pytest.mark.django_db
# Those of the other direction have a table of their own: test_incoming.
OUTGOING = [step for step in WORKFLOW.steps.values() if step not in STEPS]

# From, verb, to, who: the table, with the steps of the system between approval and delivery.
TABLE = [
    ("draft", "approve", "approved", {"committee_director", "signatory"}),
    ("draft", "send", "approved", {"liaison"}),
    ("draft", "edit", None, {"liaison", "case_officer"}),
    ("approved", "enqueue", "queued", {"system"}),
    ("queued", "delivered", "sent", {"system"}),
    ("queued", "fail_delivery", "send_failed", {"system"}),
    ("send_failed", "resend", "queued", {"liaison"}),
    ("send_failed", "skip", None, {"liaison"}),
    ("send_failed", "hand_over_on_paper", "sent", {"liaison"}),
    ("queued", "hand_over", "sent", {"liaison"}),
    ("sent", "acknowledge", "acknowledged", {"authority_officer", "liaison", "system"}),
    ("sent", "return_referral", "returned", {"authority_officer", "liaison", "system"}),
    ("acknowledged", "return_referral", "returned", {"authority_officer", "liaison", "system"}),
    ("acknowledged", "accept", "accepted", {"authority_officer", "liaison", "system"}),
    ("accepted", "prolong", None, {"authority_officer", "liaison", "system"}),
    ("accepted", "complete", "completed", {"authority_officer", "liaison", "system"}),
    ("acknowledged", "complete", "completed", {"authority_officer", "liaison", "system"}),
    ("completed", "record_result", "closed", {"liaison"}),
    ("returned", "reroute", "closed", {"liaison"}),
    ("returned", "close", "closed", {"liaison"}),
    *[
        (state, verb, None, duties)
        for state in ("sent", "acknowledged", "accepted")
        for verb, duties in (
            ("ask", {"authority_officer", "liaison", "system"}),
            ("give_code", {"liaison"}),
            ("resend_link", {"liaison"}),
        )
    ],
    *[
        (state, "answer_question", None, {"liaison", "case_officer"})
        for state in ("sent", "acknowledged", "accepted", "returned", "completed")
    ],
    *[
        (state, "recall", "recalled", {"committee_director", "signatory"})
        for state in (
            "draft", "approved", "queued", "sent", "send_failed", "acknowledged", "accepted", "returned",
        )
    ],
    *[
        (state, verb, None, {"liaison"})
        for state in (
            "queued", "sent", "send_failed", "acknowledged", "accepted", "returned", "completed", "closed", "recalled",
        )
        for verb in ("resend_notice", "withdraw_notice")
    ],
    *[
        (state, verb, None, {"liaison", "case_officer"})
        for state in ("acknowledged", "accepted", "completed", "closed")
        for verb in ("record_recovery", "correct_recovery")
    ],
    ("recalled", "take_note", None, {"liaison", "case_officer", "authority_officer"}),
]  # fmt: skip


@pytest.mark.parametrize(("source", "verb", "target", "duties"), TABLE)
def test_the_table_of_states_is_the_one_of_the_reference(source, verb, target, duties):
    step = WORKFLOW.steps[verb]
    assert source in step.sources
    assert step.target == target
    assert set(step.duties) == duties


def test_no_step_starts_from_a_state_outside_the_table():
    expected = {(source, verb) for source, verb, _target, _duties in TABLE}
    found = {(state, s.verb) for s in OUTGOING for state in s.sources if s.verb != "attach"}
    assert found == expected


def test_every_step_of_a_person_has_a_verb_behind_it():
    people = {s.verb for s in WORKFLOW.steps.values() if set(s.duties) != {"system"} and s.sources}
    assert people == {verb.name for verb in VERBS}


def test_approval_queues_one_delivery_in_the_same_transaction(case, li, duan, now):
    referral = actions.approve(make_referral(case, by=li), by=duan, at=now)
    delivery = Delivery.objects.get(referral=referral)
    assert referral.state == "queued"
    assert (delivery.authority_kind, delivery.source) == ("hr", f"case:{case.pk}")
    assert [e.verb for e in referral.events.order_by("pk")] == ["refer", "approve", "enqueue"]


def test_the_message_holds_what_is_shared_and_no_party_of_the_case(case, now):
    told = json.loads(make_referral(case, "queued").deliveries.get().payload)
    body = told["data"]
    assert set(told) == {"type", "timestamp", "data"}
    assert body["subject"] == WORDS["subject"]
    assert set(body) == {
        "number", "kind", "from", "to", "act", "subject", "facts", "request", "details", "special_groups", "data",
        "legal_ground", "legal_basis", "urgent", "papers",
    }  # fmt: skip
    assert body["data"] == {}
    assert "杨小明" not in str(body)


def test_the_source_learns_number_and_no_more(case, now):
    referral = make_referral(case, "closed")
    verbs = list(case.events.order_by("pk").values_list("verb", "note"))
    assert ("referred", referral.number) in verbs
    assert verbs[-1] == ("referral_answered", referral.number)
    assert case.workflow.label("referral_answered") != "referral_answered"


def test_without_a_recorded_ground_nothing_is_passed_on(case, duan, now):
    referral = make_referral(case, legal_ground="")
    with pytest.raises(StepRefused):
        actions.approve(referral, by=duan, at=now)
    assert not Delivery.objects.exists()


def test_an_identity_number_in_the_text_is_not_passed_on(case, duan, now):
    referral = make_referral(case, facts="职工身份证号530102199003071234。")
    with pytest.raises(StepRefused):
        actions.approve(referral, by=duan, at=now)


def test_a_kind_that_needs_papers_is_not_approved_without(case, duan, now):
    with pytest.raises(StepRefused):
        actions.approve(make_referral(case, kind="judicial_confirmation", papers=[]), by=duan, at=now)
    with pytest.raises(StepRefused):
        actions.approve(make_referral(case, kind="judicial_confirmation", enclosed=[]), by=duan, at=now)


def test_the_drafter_in_another_duty_does_not_approve(case, li, now):
    director = Officer.objects.create(
        user=li.user, org=li.org, duty="committee_director", valid_from=dt.date(2020, 1, 1)
    )
    with pytest.raises(StepRefused):
        actions.approve(make_referral(case, by=li), by=director, at=now)


def test_only_kinds_without_approval_are_sent_by_the_liaison_officer(case, li, now):
    assert actions.send(make_referral(case), by=li, at=now).state == "queued"
    with pytest.raises(StepRefused):
        actions.send(make_referral(case, kind="inspection"), by=li, at=now)


@pytest.mark.parametrize("duty", ["mediator", "supervisor", "statistician", "hotline_operator", "archivist"])
def test_other_duties_do_not_refer(case, duty, now):
    with pytest.raises((WrongDuty, type(case).DoesNotExist)):
        make_referral(case, by=officer(duty))


def test_a_file_out_of_scope_cannot_be_referred(case, wang, now):
    with pytest.raises(type(case).DoesNotExist):
        make_referral(case, by=wang)


def test_the_office_in_charge_is_proposed_and_climbs_to_the_level_above(case):
    Authority.objects.filter(kind="procuratorate", region="532923").update(active=False)
    assert make_referral(case).authority == Authority.objects.get(kind="hr", region="532923")
    assert make_referral(case, kind="support_suing").authority.region_id == "532900"


def test_another_office_needs_a_reason_and_the_right_kind(case):
    other = Authority.objects.get(kind="hr", region="532900")
    court = Authority.objects.get(kind="court", region="532923")
    with pytest.raises(Refused):
        make_referral(case, authority=other)
    with pytest.raises(Refused):
        make_referral(case, authority=court, override_reason="来件指定")
    assert make_referral(case, authority=other, override_reason="用人单位注册在州级").authority == other


def test_a_kind_that_only_comes_in_is_not_sent(case):
    with pytest.raises(Refused):
        make_referral(case, kind="court_assign")


def test_clocks_run_from_the_day_of_delivery(case):
    """Example of Nanhua: sent Mon 2023-11-27, to be signed for by 12-04, answered by 12-27."""
    at = dt.datetime(2023, 11, 27, 10, tzinfo=timezone.get_current_timezone())
    referral = make_referral(case, "sent", kind="support_suing", at=at)
    due = dict(referral.deadlines.values_list("rule__code", "due_on"))
    assert due == {"referral.ack": dt.date(2023, 12, 4), "referral.result": dt.date(2023, 12, 27)}
    assert referral.due_on == dt.date(2023, 12, 4)


def test_an_urgent_one_is_signed_for_within_one_working_day(case):
    at = dt.datetime(2024, 6, 7, 10, tzinfo=timezone.get_current_timezone())
    referral = make_referral(case, "sent", urgent=True, at=at)
    ack = referral.deadlines.get(rule__code="referral.ack.urgent")
    assert ack.due_on == dt.date(2024, 6, 11)  # the tenth is a holiday


def test_the_example_of_linxiang_is_signed_for_in_time(case):
    at = dt.datetime(2024, 6, 11, 10, tzinfo=timezone.get_current_timezone())
    referral = make_referral(case, "sent", at=at)
    assert referral.deadlines.get(rule__code="referral.ack").due_on == dt.date(2024, 6, 18)
    day = dt.date(2024, 6, 12)
    referral = actions.acknowledge(referral, by=partner(referral.authority), at=at + dt.timedelta(days=1), acked_on=day)
    assert referral.deadlines.get(rule__code="referral.ack").met_on == day


def test_a_legal_period_for_the_inspection_begins_when_it_is_taken_on(case):
    at = dt.datetime(2024, 10, 18, 10, tzinfo=timezone.get_current_timezone())
    referral = make_referral(case, "sent", kind="inspection", at=at)
    assert referral.deadlines.get(rule__code="inspection.accept").due_on == dt.date(2024, 10, 25)
    referral = brought_to(referral, "accepted", at=at + dt.timedelta(days=6))
    assert referral.deadlines.get(rule__code="inspection.accept").met_on == dt.date(2024, 10, 24)
    # Sixty working days; the Friday of 2024-11-22 is a holiday of Dali only.
    assert referral.deadlines.get(rule__code="inspection.finish").due_on == dt.date(2025, 1, 20)


def test_after_the_result_only_the_caller_is_waited_for(case):
    referral = make_referral(case, "completed")
    assert [d.rule.code for d in referral.deadlines.running()] == ["referral.tell_caller"]
    assert not make_referral(case, "closed").deadlines.running().exists()


def test_a_return_stops_the_clocks(case):
    assert not make_referral(case, "returned").deadlines.running().exists()


def test_sending_to_another_office_makes_a_new_draft_and_closes_the_old_one(case, li, now):
    old = make_referral(case, "returned")
    other = Authority.objects.get(kind="hr", region="532900")
    new = actions.reroute(old, by=li, at=now, authority=other, reason="县局退回,州局管辖")
    old.refresh_from_db()
    assert (old.state, new.state, new.authority, new.rerouted_from) == ("closed", "draft", other, old)
    assert new.number != old.number


def test_the_liaison_officer_answers_only_for_an_authority_without_a_desk(case, li, now):
    referral = make_referral(case, "sent")
    today = timezone.localdate(now)
    answering = partner(referral.authority)
    with pytest.raises(StepRefused):
        actions.acknowledge(referral, by=li, at=now, acked_on=today)
    Officer.objects.filter(pk=answering.pk).update(suspended=True)
    assert actions.acknowledge(referral, by=li, at=now, acked_on=today).state == "acknowledged"


def test_a_case_officer_cannot_approve(case, zhao, now):
    with pytest.raises(WrongDuty):
        actions.approve(make_referral(case), by=zhao, at=now)


def test_paper_goes_on_from_the_day_it_was_handed_over(case, li, now):
    referral = make_referral(case, "send_failed")
    day = timezone.localdate(now)
    referral = actions.hand_over_on_paper(referral, by=li, at=now, handed_on=day, papers=[])
    assert (referral.state, referral.channel, referral.sent_on) == ("sent", "paper", day)
    assert referral.deadlines.get(rule__code="referral.ack").started_on == day
    assert referral.deliveries.get().cancelled_at
    assert actions.acknowledge(referral, by=li, at=now, acked_on=day).state == "acknowledged"


def test_recall_withdraws_what_is_not_delivered(case, duan, now):
    referral = actions.recall(make_referral(case, "queued"), by=duan, at=now, reason="当事人和解")
    assert referral.state == "recalled"
    assert referral.deliveries.get().cancelled_at
    assert Delivery.objects.lease() == []


def test_all_kinds_have_known_clocks_and_outcomes(case):
    codes = set(DeadlineRule.objects.values_list("code", flat=True))
    for kind in ReferralKind.objects.all():
        named = {kind.ack_rule, kind.urgent_ack_rule, kind.decision_rule, *kind.result_rules}
        named |= {kind.extension_rule, kind.feedback_rule, *kind.outcome_rules.values()}
        named -= {""}
        assert named <= codes
        assert kind.outcomes
    assert ReferralKind.objects.count() == 18


def test_editing_a_draft_changes_it_and_counts_a_version(case, li, now):
    referral = make_referral(case, by=li)
    changed = actions.edit(referral, by=li, at=now, subject="新的事由")
    assert (changed.subject, changed.version) == ("新的事由", referral.version + 1)
    assert Referral.objects.get(pk=referral.pk).subject == "新的事由"
