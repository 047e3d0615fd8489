"""What authorities lay before the union: received once, made a case, answered to the day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

import disputes.actions
from casework.deadlines import foresee
from casework.errors import Refused, StepRefused, WrongDuty
from organizations.models import Authority
from referrals import actions
from referrals.desk import cards, worklist
from referrals.models import Delivery, Referral, ReferralKind
from referrals.workflow import WORKFLOW
from tests.factories.incoming import came_in, endpoint_of, opened
from tests.factories.referrals import make_referral, officer, partner

pytestmark = pytest.mark.django_db
ZONE = timezone.get_current_timezone()
UNION = {"liaison", "case_officer", "system"}
# From, verb, to, who: the table of the reference with the sides changed.
TABLE = [
    ("sent", "sign_in", "acknowledged", UNION),
    ("sent", "open_case", "acknowledged", UNION - {"system"}),
    ("acknowledged", "open_case", "acknowledged", UNION - {"system"}),
    ("acknowledged", "take_on", "accepted", UNION),
    ("accepted", "ask_other_side", None, UNION),
    ("accepted", "answer", "completed", UNION),
    ("sent", "send_back", "returned", UNION),
    ("acknowledged", "send_back", "returned", UNION),
    ("completed", "hand_back", "closed", UNION),
    ("returned", "hand_back", "closed", UNION),
    *[
        (state, "take_back", "recalled", {"authority_officer", "system"})
        for state in ("sent", "acknowledged", "accepted")
    ],
]


def noon(year: int, month: int, day: int) -> dt.datetime:
    return dt.datetime(year, month, day, 12, tzinfo=ZONE)


def due(referral: Referral) -> dict[str, dt.date]:
    return dict(referral.deadlines.values_list("rule__code", "due_on"))


@pytest.mark.parametrize(("source", "verb", "target", "duties"), TABLE)
def test_the_table_of_incoming_states(source, verb, target, duties):
    step = WORKFLOW.steps[verb]
    assert source in step.sources
    assert step.target == target
    assert set(step.duties) == duties


def test_the_assignment_of_mengla_to_the_day():
    """Assigned Thu 2025-03-13, to be answered by 03-18; accepted 03-17, other side by 03-20, mediated by 04-16."""
    referral = came_in(region="532823", at=noon(2025, 3, 13))
    assert due(referral) == {"referral.ack": dt.date(2025, 3, 20), "court.assignment_answer": dt.date(2025, 3, 18)}
    clerk = officer("case_officer", "532823")
    referral = opened(referral, at=noon(2025, 3, 14), by=clerk)
    case = referral.case
    assert (case.origin, case.received_on, case.external_no) == (
        "court_assigned",
        dt.date(2025, 3, 13),
        referral.external_no,
    )
    assert case.amount_claimed == 58000
    assert [p.name for p in case.parties.order_by("pk")] == ["岩温", "勐腊县甲建筑有限公司"]
    assert referral.state == "acknowledged"
    disputes.actions.accept(case, by=clerk, at=noon(2025, 3, 17), accepted_on=dt.date(2025, 3, 17))
    assert actions.follow_cases(at=noon(2025, 3, 17)) == 1
    referral.refresh_from_db()
    assert (referral.state, referral.decided_on) == ("accepted", dt.date(2025, 3, 17))
    assert referral.deadlines.get(rule__code="court.assignment_answer").met_on == dt.date(2025, 3, 17)
    assert due(referral)["court.ask_other_side"] == dt.date(2025, 3, 20)
    assert due(referral)["case.court_assigned"] == dt.date(2025, 4, 16)
    referral = actions.ask_other_side(referral, by=clerk, at=noon(2025, 3, 19), asked_on=dt.date(2025, 3, 19))
    assert referral.deadlines.get(rule__code="court.ask_other_side").met_on == dt.date(2025, 3, 19)
    _rule, window = foresee(referral.org.region, "agreement.judicial_confirmation", dt.date(2025, 4, 3))
    assert window.due_on == dt.date(2025, 5, 6)


@pytest.mark.parametrize(
    ("procedure", "rule", "days"),
    [("ordinary", "case.court_entrusted.ordinary", 15), ("summary", "case.court_entrusted.summary", 7)],
)
def test_an_entrusted_case_has_the_time_of_its_procedure(procedure, rule, days):
    at = noon(2025, 9, 1)
    referral = came_in("court_entrust", at=at, details={"procedure": procedure, "claim": "工资"})
    case = opened(referral, at=at).case
    assert (case.origin, case.procedure) == ("court_entrusted", procedure)
    disputes.actions.accept(case, by=officer("case_officer"), at=at, accepted_on=at.date())
    actions.follow_cases(at=at)
    assert due(referral)[rule] == foresee(referral.org.region, rule, at.date())[1].due_on
    assert abs((due(referral)[rule] - at.date()).days - days) <= 2


@pytest.mark.parametrize(
    ("kind", "end", "result"),
    [("court_assign", "failed", "failed"), ("court_assign", "reconciled", "reconciled"),
     ("hr_joint_mediation", "withdrawn", "withdrawn"), ("petition", "agreed", "replied"),
     ("peoples_mediation", "terminated", "terminated")],
)  # fmt: skip
def test_the_end_of_the_case_is_the_answer_and_reaches_the_senders_desk(kind, end, result, now):
    """On a desk in this system the answer is with the sender at once."""
    referral = opened(came_in(kind), at=now)
    today = timezone.localdate(now)
    type(referral.case).objects.filter(pk=referral.case_id).update(
        accepted_on=today, state="concluded", outcome=end, closed_on=today
    )
    assert actions.follow_cases(at=now) == 2
    referral.refresh_from_db()
    assert (referral.state, referral.result, referral.closed_on) == ("closed", result, today)
    assert not referral.deadlines.running().exists()
    assert actions.follow_cases(at=now) == 0


def test_a_declined_case_goes_back_with_the_reason(now):
    referral = opened(came_in(), at=now)
    case, today = referral.case, timezone.localdate(now)
    disputes.actions.decline(
        case, by=officer("case_officer"), at=now, declined_on=today, end_reason="out_of_scope", advice="arbitration",
        reason="不属于劳动争议",
    )  # fmt: skip
    actions.follow_cases(at=now)
    referral.refresh_from_db()
    assert (referral.state, referral.returned_code) == ("closed", "other")
    assert referral.returned_reason


def test_the_same_number_of_the_same_court_is_received_once(now):
    first = came_in(external_no="（2026）云2923民诉前调7号")
    with pytest.raises(Refused, match=first.number):
        came_in(external_no=first.external_no)
    twin = Referral.objects.get(pk=first.pk)
    twin.pk, twin.number = None, "LS-twin"
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
    actions.take_back(first, by=partner(first.authority), at=now, reason="重复委派")
    assert came_in(external_no=first.external_no).state == "sent"


def test_persons_are_sealed_and_masked(client, hr_officer, li):
    referral = came_in("hr_joint_mediation", by=hr_officer)
    client.force_login(li.user)
    page = client.get(referral.get_absolute_url()).content.decode()
    assert "岩温" not in page
    assert "139****1234" in page
    assert "13900001234" in client.post(f"/referrals/{referral.pk}/reveal/", {"reason": "联系"}).content.decode()


@pytest.mark.parametrize(
    ("who", "page", "status"),
    [("li", 200, 0), ("zhao", 200, 0), ("hr_officer", 200, 0), ("he", 200, 0), ("wang", 404, 404), ("yang", 404, 404)],
)
def test_incoming_ones_are_known_to_the_union_and_the_sender_only(client, request, hr_officer, who, page, status):
    referral = came_in("hr_joint_mediation", by=hr_officer)
    client.force_login(request.getfixturevalue(who).user)
    assert client.get(referral.get_absolute_url()).status_code == page
    assert client.get(f"/api/v1/referrals/{referral.pk}/").status_code == page
    if status:
        assert client.post(f"/api/v1/referrals/{referral.pk}/sign_in/", {}).status_code == status


@pytest.mark.parametrize("verb", ["sign_in", "take_on", "send_back", "answer", "open_case"])
def test_the_sender_does_not_answer_itself(client, hr_officer, verb):
    referral = came_in("hr_joint_mediation", by=hr_officer)
    client.force_login(hr_officer.user)
    assert client.get(referral.step_url(verb)).status_code == 403


def test_the_steps_of_the_other_direction_are_refused(case, li, hr_officer, now):
    incoming, today = came_in("hr_joint_mediation", by=hr_officer), timezone.localdate(now)
    outgoing = make_referral(case, "sent")
    for step in (
        lambda: actions.acknowledge(incoming, by=hr_officer, at=now, acked_on=today),
        lambda: actions.sign_in(outgoing, by=li, at=now, acked_on=today),
        lambda: actions.recall(incoming, by=officer("committee_director"), at=now, reason="撤回"),
    ):
        with pytest.raises(StepRefused):
            step()
    with pytest.raises(WrongDuty):
        actions.take_back(incoming, by=li, at=now, reason="撤回")
    with pytest.raises(Refused):
        came_in("court_assign", by=hr_officer)


def test_where_a_case_answers_nobody_answers_by_hand(li, now):
    referral = opened(came_in(), at=now)
    today = timezone.localdate(now)
    with pytest.raises(StepRefused):
        actions.take_on(referral, by=li, at=now, decided_on=today)
    with pytest.raises(StepRefused):
        actions.send_back(referral, by=li, at=now, returned_code="other", returned_reason="不属管辖")
    with pytest.raises(StepRefused):
        opened(referral, at=now)


def test_a_lead_without_a_case_is_answered_by_hand(li, now):
    referral, today = came_in("court_lead", applicants=[], respondents=[]), timezone.localdate(now)
    with pytest.raises(StepRefused):
        opened(referral, at=now)
    referral = actions.sign_in(referral, by=li, at=now, acked_on=today)
    referral = actions.take_on(referral, by=li, at=now, decided_on=today)
    actions.answer(referral, by=li, at=now, result="issued", result_on=today)
    referral.refresh_from_db()
    assert referral.state == "closed"


def test_to_a_system_each_answer_goes_by_the_outbox_and_the_last_one_closes_the_matter(now):
    court = Authority.objects.get(kind="court", region="532923")
    endpoint_of(court)
    referral = opened(came_in(channel="http"), at=now)
    today = timezone.localdate(now)
    type(referral.case).objects.filter(pk=referral.case_id).update(
        accepted_on=today, state="concluded", outcome="failed", closed_on=today
    )
    actions.follow_cases(at=now)
    rows = Delivery.objects.filter(referral=referral).order_by("pk")
    assert [row.matter for row in rows] == ["referral.received", "referral.accepted", "referral.result"]
    assert all(f'"number":"{referral.external_no}"' in row.body for row in rows)
    assert '"result":"failed"' in rows[2].body
    assert "岩温" not in "".join(row.body for row in rows)
    referral.refresh_from_db()
    assert referral.state == "completed"
    actions.succeed(rows[2], at=now)
    referral.refresh_from_db()
    assert referral.state == "closed"


def test_the_desk_says_what_came_in(client, li, zhao, hr_officer):
    came_in("hr_joint_mediation", by=hr_officer)
    today = timezone.localdate()
    for who in (li, zhao):
        assert cards(who, today)[-1].count == "1"
        assert [task.step for task in worklist(who, today)] == [WORKFLOW.label("sign_in")]
    assert worklist(hr_officer, today) == []


def test_an_officer_of_the_authority_enters_it_on_a_page(client, hr_officer, zhao):
    client.force_login(hr_officer.user)
    chooser = client.get("/referrals/receive/").content.decode()
    assert "联合调解" in chooser
    assert "委派调解" not in chooser
    typed = {
        "kind": "hr_joint_mediation", "received_on": timezone.localdate().isoformat(), "external_no": "祥人社调7号",
        "subject": "欠薪联合调解", "facts": "拖欠两个月工资", "amount": "12000",
        "applicants-0-name": "李春", "applicants-0-phone": "13800001111",
        "respondents-0-name": "祥云县乙工厂有限公司",
    }  # fmt: skip
    assert client.get("/referrals/receive/?kind=hr_joint_mediation").status_code == 200
    assert client.post("/referrals/receive/", {**typed, "applicants-0-name": ""}).status_code == 422
    answer = client.post("/referrals/receive/", typed)
    assert answer.status_code == 302, answer.content.decode()
    referral = Referral.objects.get()
    assert (referral.direction, referral.org.region_id, referral.authority) == (
        "incoming",
        "532923",
        hr_officer.authority,
    )
    client.force_login(zhao.user)
    assert client.get(referral.step_url("open_case")).status_code == 200
    assert client.get("/referrals/?direction=incoming&state=sent").content.decode().count(referral.number) >= 1


def test_it_is_entered_over_the_api_once_for_a_key(client, li, wang):
    court = Authority.objects.get(kind="court", region="532923")
    body = {
        "kind": "court_assign", "authority": court.pk, "received_on": timezone.localdate().isoformat(),
        "external_no": "7", "subject": "劳动报酬", "facts": "欠薪", "details": {"claim": "工资"},
        "applicants": [{"name": "李春"}], "respondents": [{"name": "乙厂"}],
    }  # fmt: skip
    client.force_login(li.user)

    def send(**more):
        return client.post(
            "/api/v1/referrals/receive/", {**body, **more}, content_type="application/json",
            headers={"Idempotency-Key": more.get("external_no", "a")},
        )  # fmt: skip

    assert send().status_code == send().status_code == 201
    assert Referral.objects.count() == 1
    assert send(external_no="8", details={}).status_code == 400
    assert send(external_no="9", applicants=[]).status_code == 400
    assert send(external_no="10", kind="inspection").status_code == 400
    assert ReferralKind.objects.get(pk="court_assign").decision_rule == "court.assignment_answer"
