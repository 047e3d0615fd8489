"""The way of a document to its addressee and back: proofs, days, answers, endings."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from casework.errors import StepRefused
from casework.models import DeadlineRule
from organizations.models import Officer
from supervision import actions
from supervision.models import ServiceAttempt, SupervisionDocument
from supervision.tasks import remind_of_replies
from tests.factories import supervision as made

AT = made.noon("2024-06-06")
DAY = dt.date(2024, 6, 6)
D = dt.date


@pytest.fixture
def sent(su, mu, li):
    return actions.dispatch(made.approved(su, AT, mu), by=li, at=AT)


@pytest.fixture
def letter(sent, li):
    return made_served(sent, li)


def made_served(document, li, **given):
    given = {"served_on": DAY, "method": "direct", "received_by": "前台", "papers": made.paper(), **given}
    return actions.record_service(document, by=li, at=AT, **given)


@pytest.fixture
def answered(letter, li):
    return answer(letter, li)


IN_TIME = D(2024, 6, 20)


def answer(document, li, on=IN_TIME, stance="objected", **given):
    return actions.reply(
        document, by=li, at=AT, replied_on=on, stance=stance, summary="说明", papers=made.paper(), **given
    )


def test_nothing_is_served_before_it_was_sent(sent, li):
    with pytest.raises(StepRefused):
        made_served(sent, li, served_on=D(2024, 6, 5))


def test_the_database_lets_no_reply_clock_run_without_service(sent):
    with pytest.raises(IntegrityError), transaction.atomic():
        SupervisionDocument.objects.filter(pk=sent.pk).update(state="awaiting_reply")


def test_what_came_back_is_sent_in_another_way_and_all_attempts_stay(sent, li):
    failed = actions.record_service_failure(sent, by=li, at=AT, reason="查无此人")
    assert failed.state == "service_failed"
    with pytest.raises(StepRefused):
        actions.redispatch(failed, by=li, at=AT, method="direct")
    again = actions.redispatch(failed, by=li, at=AT, method="postal", tracking_no="EX1")
    served = made_served(again, li, method="postal", received_by="")
    attempts = list(served.service_attempts.values_list("method", "outcome"))
    assert attempts == [("direct", "returned"), ("postal", "served")]


def test_refusing_an_opinion_is_a_ground_of_its_own(su, mu, li):
    matter = made.matter(su, AT)
    made.investigated(matter, su, AT, D(2024, 6, 4))
    opinion = made.approved(su, AT, mu, of=matter, kind="opinion", waiver_reason="情节严重")
    opinion = actions.dispatch(opinion, by=li, at=AT)
    refused = {"refused_on": DAY, "reason": "拒绝签收", "witness_names": "社区干部"}
    opinion = actions.record_refusal(opinion, by=su, at=AT, papers=made.paper(), **refused)
    assert (opinion.state, opinion.fate) == ("escalated", "not_accepted")
    assert made.draft(su, AT, of=matter, kind="recommendation").state == "draft"


@pytest.mark.parametrize(("day", "on_time"), [("2024-06-21", True), ("2024-06-22", False)])
def test_a_reply_is_on_time_up_to_the_last_day(letter, li, day, on_time):
    assert letter.on_time is None
    assert answer(letter, li, dt.date.fromisoformat(day)).on_time is on_time


def test_a_late_reply_is_kept_and_changes_nothing(letter, su, li):
    letter = actions.escalate(letter, by=su, at=made.noon("2024-06-22"))
    late = {"replied_on": D(2024, 6, 25), "stance": "promised", "summary": "迟到", "papers": made.paper()}
    letter = actions.record_late_reply(letter, by=li, at=made.noon("2024-06-25"), **late)
    assert (letter.state, letter.replied_on, letter.on_time) == ("escalated", D(2024, 6, 25), False)
    assert letter.replies.get().is_late


def test_an_upheld_objection_closes_letter_and_matter(answered, duan):
    closed = actions.uphold_objection(answered, by=duan, at=AT, reason="事实有误")
    assert (closed.outcome, closed.matter.state, closed.matter.outcome) == (
        "not_established",
        "closed",
        "not_established",
    )


def test_no_objection_is_upheld_that_nobody_raised(letter, li, duan):
    with pytest.raises(StepRefused):
        actions.uphold_objection(answer(letter, li, stance="corrected"), by=duan, at=AT, reason="-")


def test_a_correction_is_missing_only_after_its_day(answered, su):
    promised = actions.accept_reply(answered, by=su, at=made.noon("2024-06-21"))
    assert promised.rectify_by == D(2024, 7, 8)
    assert promised.due_on == D(2024, 7, 8)
    with pytest.raises(StepRefused):
        actions.verify_failed(promised, by=su, at=made.noon("2024-07-08"), reason="未付")
    failed = actions.verify_failed(promised, by=su, at=made.noon("2024-07-09"), reason="未付")
    assert (failed.state, failed.fate) == ("escalated", "uncorrected")


def test_a_served_document_is_withdrawn_with_a_served_notice(letter, mu):
    with pytest.raises(StepRefused):
        actions.withdraw(letter, by=mu, at=AT, reason="对象有误")
    gone = actions.withdraw(letter, by=mu, at=AT, reason="对象有误", withdrawal_served_on=DAY)
    assert (gone.state, gone.number, gone.due_on) == ("withdrawn", letter.number, None)
    assert (gone.matter.state, gone.matter.outcome) == ("closed", "withdrawn")


def test_a_draft_is_withdrawn_without_notice(su, mu):
    gone = actions.withdraw(made.draft(su, AT), by=mu, at=AT, reason="不再需要")
    assert (gone.state, gone.number) == ("withdrawn", "")


def test_a_public_letter_is_published_and_awaits_nothing(su, mu, li):
    matter = made.matter(su, AT, employer=None)
    given = {"audience": "public", "public_addressee": "各网络直播企业", "addressee_address": ""}
    public = made.approved(su, AT, mu, of=matter, **given)
    assert "各网络直播企业" in public.frozen_text
    assert "书面反馈" not in public.frozen_text
    with pytest.raises(StepRefused):
        actions.dispatch(public, by=li, at=AT)
    public = actions.publish(public, by=li, at=AT, publication="县总工会公众号", published_on=DAY)
    assert (public.state, public.outcome, public.due_on) == ("closed", "published", None)
    assert (public.matter.state, public.matter.outcome) == ("closed", "published")


def test_a_targeted_letter_is_not_published(su, mu, li):
    with pytest.raises(StepRefused):
        actions.publish(made.approved(su, AT, mu), by=li, at=AT, publication="公众号")


def test_the_period_to_reply_is_the_rule_of_the_province(su, mu, li):
    DeadlineRule.objects.create(
        code="letter.reply", label="-", province_id="530000", valid_from="2024-01-01", length=10, unit="working"
    )
    letter = made.awaiting(su, AT, signatory=mu, liaison=li, served_on=DAY)
    assert letter.due_on == D(2024, 6, 21)
    assert "10个工作日内" in letter.frozen_text


def test_a_declined_recommendation_is_answered_and_closed_with_its_result(su, mu, li):
    matter = made.matter(su, AT)
    made.investigated(matter, su, AT, D(2024, 6, 4))
    found = made.approved(su, AT, mu, of=matter, kind="recommendation", waiver_reason="情节严重")
    found = made.served(found, li, AT, DAY)
    found = actions.decline_docket(
        found, by=li, at=AT, replied_on=D(2024, 6, 12), reason="不属于本机关管辖", papers=made.paper()
    )
    assert found.replies.get().stance == "not_docketed"
    found = actions.record_result(
        found, by=li, at=AT, outcome="out_of_scope", result_on=D(2024, 6, 12), summary="转交有权机关"
    )
    assert (found.matter.state, found.matter.outcome) == ("closed", "handed_to_authority")


def test_the_system_reminds_once_three_working_days_before_the_last_day(letter):
    system = Officer.objects.system()
    with pytest.raises(StepRefused):
        actions.remind(letter, by=system, at=made.noon("2024-06-17"))
    reminded = actions.remind(letter, by=system, at=made.noon("2024-06-18"))
    assert reminded.state == "awaiting_reply"
    with pytest.raises(StepRefused):
        actions.remind(letter, by=system, at=made.noon("2024-06-19"))


def test_the_daily_task_reminds_of_every_near_day_and_may_run_twice(su, mu, li, now):
    today = timezone.localdate(now)
    near = made.awaiting(su, now, signatory=mu, liaison=li, served_on=today - dt.timedelta(days=14))
    far = made.awaiting(su, now, signatory=mu, liaison=li, served_on=today)
    remind_of_replies()
    remind_of_replies()
    assert near.events.filter(verb="remind").count() == 1
    assert not far.events.filter(verb="remind").exists()


def test_who_received_it_is_masked_outside_the_recorded_act(letter):
    assert ServiceAttempt(received_by="李秀英").receiver_masked == "李某某"
    assert letter.personal()[0][1] == "前台"
