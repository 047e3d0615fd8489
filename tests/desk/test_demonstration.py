"""A small province is played: every list of Xiangyun shows something, and six counties stay empty."""

from datetime import datetime, timedelta
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from casework.calendars import calendar_of
from casework.models import Counter
from desk.demonstration import numbers
from desk.demonstration.books import HANDED_IN
from desk.demonstration.early import last_round
from desk.demonstration.joint import reach
from desk.demonstration.ledgers import ALWAYS_HERE
from desk.demonstration.loads import EMPTY
from desk.demonstration.partners import referral
from desk.demonstration.play import Part, play, prepare
from desk.demonstration.staff import staff_by_place
from desk.demonstration.timeline import Timeline
from desk.demonstration.world import World
from desk.models import EmployerRisk
from desk.radar.actions import scan
from desk.radar.counting import LONGEST_SILENCE, REPLY_RULES, SIGNS, days_to_festival
from desk.radar.score import Counts, score, weights
from desk.search import find
from disputes.models import CaseDocument, DisputeCase, Party
from hotline.models import CallRecord, DutyShift, GroupIncident, Roster, WorkOrder
from organizations.models import Officer, UnionOrg, User
from referrals.models import Referral
from supervision.models import SupervisionDocument, SupervisionMatter

FILES = [CallRecord, WorkOrder, DisputeCase, SupervisionMatter, SupervisionDocument, Referral]
FILES += [Roster, DutyShift, GroupIncident]
OLDEST_DELAY, SCALE = 60, 0.12
LISTS = {
    "operator": "/calls/",
    "leader": "/incidents/",
    "officer": "/work-orders/",
    "mediator": "/cases/",
    "supervisor": "/matters/",
    "signatory": "/documents/",
    "liaison": "/referrals/",
    "archivist": "/cases/",
    "statistician": "/employers/",
    "officer.binchuan": "/cases/?show=all",
}


@pytest.fixture(scope="module")
def province(django_db_setup, django_db_blocker):
    """Played once for all tests of this module, and taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        now = timezone.now()
        assert prepare("demo-only", now=now, scale=SCALE)
        steps = [play(part, now=now, scale=SCALE) for part in Part]
        yield steps
        transaction.set_rollback(True)


@pytest.fixture
def played(province, django_db_blocker):
    with django_db_blocker.unblock():
        yield province


def test_both_parts_are_played(played):
    assert all(steps > 100 for steps in played)


@pytest.mark.parametrize("model", FILES)
def test_xiangyun_has_files_of_every_kind(played, model):
    assert model.objects.filter(scope__startswith="53/29/23/").exists()


def test_somebody_answers_now_and_an_incident_runs(played):
    org = UnionOrg.objects.get(path="53/29/23/")
    assert DutyShift.objects.on_duty(org, timezone.now()).org == org
    assert DutyShift.objects.filter(state="taken_over").exists()
    assert {"closed", "running", "proposed"} <= set(GroupIncident.objects.values_list("state", flat=True))


@pytest.mark.parametrize("code", EMPTY)
def test_six_counties_have_nobody_and_nothing(played, code):
    assert not Officer.objects.filter(org__region=code).exists()
    assert not any(model.objects.filter(org__region=code).exists() for model in FILES)


@pytest.mark.parametrize(("name", "address"), LISTS.items())
def test_every_list_shows_something(played, client, name, address):
    client.force_login(User.objects.get(username=name))
    assert client.get(address).context["page"]


# About 2,000 calls, 400 cases, 150 letters and 120 referrals in a whole demonstration; here in a small one.
BEGUN = {CallRecord: 2000, DisputeCase: 400, SupervisionDocument: 150, Referral: 120}


@pytest.mark.parametrize(("model", "whole"), BEGUN.items())
def test_there_are_about_as_many_files_as_the_contract_names(played, model, whole):
    assert whole * SCALE * 0.8 < model.objects.count() < whole * SCALE * 2.5


def from_books(model):
    return model.objects.filter(events__verb__startswith="take_in")


@pytest.mark.parametrize("model", [CallRecord, DisputeCase])
def test_what_comes_from_books_has_ended_and_lies_in_no_empty_county(played, model):
    assert from_books(model).exists()
    assert not from_books(model).exclude(state__in=["closed", "closed_out"]).exists()
    assert not from_books(model).filter(org__region__in=[*EMPTY, *ALWAYS_HERE]).exists()


def test_cases_from_books_had_a_mediator_and_were_paid_in_full(played):
    cases = from_books(DisputeCase).exclude(outcome="transferred")
    assert not cases.filter(mediator=None).exists()
    agreed = cases.filter(outcome__in=["agreed", "reconciled"])
    assert agreed.exists()
    assert not agreed.exclude(amount_paid=F("amount_agreed")).exists()
    assert not agreed.filter(payments__paid_on__gt=timezone.localdate() - HANDED_IN).exists()


def test_documents_of_the_usual_kinds_were_issued(played):
    assert {"acceptance_notice", "agreement"} <= set(CaseDocument.objects.values_list("kind", flat=True))


def test_numbers_have_no_gaps_and_follow_the_calendar(played):
    calls = CallRecord.objects.filter(org__region="532923").order_by("opened_at")
    numbers_by_time = list(calls.values_list("number", flat=True))
    assert numbers_by_time == sorted(numbers_by_time)
    assert sum(c.last for c in Counter.objects.filter(org__region="532923", series="call")) == len(numbers_by_time)


def test_nothing_happens_in_the_future(played):
    now = timezone.now()
    assert not any(model.objects.filter(events__at__gt=now).exists() for model in FILES)


def test_playing_it_again_adds_nothing(played):
    before = [model.objects.count() for model in FILES]
    assert not prepare("demo-only", now=timezone.now())
    assert [play(part, now=timezone.now()) for part in Part] == [0, 0]
    assert [model.objects.count() for model in FILES] == before


def test_the_named_accounts_share_one_password(played):
    assert User.objects.get(username="mediator.binchuan").check_password("demo-only")
    assert (
        User.objects.filter(username__in=["court.xiangyun", "hr.xiangyun", "auditor", "statistician.dali"]).count() == 4
    )


def test_invented_numbers_pass_the_checks_of_real_ones():
    from stdnum.cn import ric, uscc

    random = Random(1)  # noqa: S311 - nothing is guarded by it
    assert all(ric.is_valid(numbers.identity("532923", random)) for _n in range(50))
    assert all(uscc.is_valid(numbers.credit_code("532923", random)) for _n in range(50))


def test_a_real_system_never_becomes_a_demonstration(db):
    with pytest.raises(CommandError):
        call_command("demo")


@pytest.mark.parametrize("model", [DisputeCase, WorkOrder])
def test_what_is_overdue_was_forgotten_lately(played, model):
    today = timezone.localdate()
    open_files = model.objects.running() if model is DisputeCase else model.objects.open()
    late = [(today - file.due_on).days for file in open_files.filter(due_on__lt=today)]
    assert max(late, default=0) < OLDEST_DELAY


def test_every_old_case_has_ended(played):
    old = DisputeCase.objects.running().filter(received_on__lt=timezone.localdate() - timedelta(days=90))
    assert not old.exists()


def asked_for():
    """Twenty ways of looking for five played cases, each with the numbers of the cases that are right."""
    cases = DisputeCase.objects.filter(scope__startswith="53/29/23/", names_hidden=False).exclude(number="")
    worker = {"parties__role": "applicant", "parties__is_minor": False, "parties__phone_index__gt": ""}
    for case in cases.filter(**worker).prefetch_related("parties").distinct().order_by("-pk")[:5]:
        worker = next(party for party in case.applicants if party.phone and not party.is_minor)
        employer = case.respondents[0].name
        yield case.number, {case.number}
        yield worker.name, numbers_of(cases, parties__name__startswith=worker.name)
        yield worker.phone, numbers_of(cases, parties__phone_index=worker.phone_index)
        yield employer, numbers_of(cases, parties__name=employer) | {employer}


def numbers_of(cases, **which):
    return set(cases.filter(**which).values_list("number", flat=True))


def test_twenty_queries_have_what_is_meant_among_the_first_three(played):
    officer = Officer.objects.get(user__username="officer")
    asked = list(asked_for())
    assert len(asked) == 20
    for text, right in asked:
        titles = [hit.title for hit in find(officer, text)[:3]]
        assert right & set(titles), (text, titles)


def test_the_board_shows_what_may_be_escalated_now_and_from_tomorrow_on(played):
    rows = SupervisionDocument.objects.filter(scope__startswith="53/29/23/")
    today = timezone.localdate()
    assert rows.escalatable(today).exists()
    assert rows.escalatable_from(today + timedelta(days=1)).exists() or not calendar_of(None, today).works(
        today, regional=True
    )


def test_the_radar_replayed_day_by_day_raises_an_employer_on_the_day_counting_by_hand_gives(played):
    """By hand: the calls of that employer one by one, without the statements of the nightly look."""
    today = timezone.localdate()
    scan(today)
    found = EmployerRisk.objects.filter(org__path="53/29/23/").exclude(raised_on=None).order_by("-score").first()
    EmployerRisk.objects.all().delete()
    same = EmployerRisk.objects.filter(employer=found.employer, org=found.org).exclude(raised_on=None)
    days = [today - timedelta(days=n) for n in range(20, -1, -1)]
    raised = next(day for day in days if scan(day) and same.exists())
    weigh = weights(found.org.region, today)
    assert raised == next(day for day in days if score(by_hand(found, day, weigh["days"]), weigh) >= weigh["alert"])
    assert raised < today
    scan(today)


def by_hand(risk, on, span):
    calls = [
        (call, (on - timezone.localdate(call.started_at)).days)
        for call in CallRecord.objects.filter(scope__startswith=risk.scope, employer=risk.employer)
        if call.request_type in SIGNS
    ]
    late = [call for call, age in calls if 1 <= age <= span]
    cases = {
        party.file_id
        for party in Party.objects.filter(employer=risk.employer, role="respondent", file__scope__startswith=risk.scope)
        if 1 <= (on - party.file.received_on).days <= span
    }
    letters = SupervisionDocument.objects.filter(employer=risk.employer, scope__startswith=risk.scope)
    letters = letters.exclude(state__in=["withdrawn", "void"])
    clocks = [clock for letter in letters for clock in letter.deadlines.filter(rule__code__in=REPLY_RULES)]
    clocks = [clock for clock in clocks if clock.due_on and on - clock.due_on <= LONGEST_SILENCE]
    return Counts(
        calls=len(late),
        calls_before=sum(span < age <= 2 * span for _call, age in calls),
        wage_calls=sum(call.category.group == "pay" for call in late),
        workers=sum(call.workers_affected or 0 for call in late),
        yuan=int(sum(call.amount or 0 for call in late)),
        cases=len(cases),
        unanswered=sum(c.due_on < on and not (c.met_on and c.met_on < on) for c in clocks if c.due_on),
        days_to_festival=days_to_festival(on),
    )


@pytest.mark.parametrize(("kind", "authority"), [("judicial_confirmation", "court"), ("legal_aid", "justice")])
def test_an_office_reached_by_mail_or_on_paper_does_not_answer_on_a_desk(played, kind, authority):
    """The joint matter writes down how these offices are reached; what is sent to them since waits for a letter."""
    org = UnionOrg.objects.select_related("region").get(path="53/29/23/")
    now = timezone.now()
    world = World(Timeline(until=now), Random(1), now)  # noqa: S311 - nothing is guarded by it
    place = world.open_place(org, staff_by_place()[org.pk], [])
    case = DisputeCase.objects.filter(org=org, outcome="agreed").latest("pk")
    with transaction.atomic():
        reach(place)
        for _at in referral(world, place, kind, now - timedelta(days=40), case=case):
            pass
        sent = case.referrals.latest("pk")
        assert sent.authority.kind == authority
        assert sent.channel != Referral.Channel.DESK
        assert sent.acked_on is None
        transaction.set_rollback(True)


def test_nothing_was_sent_by_one_person_alone(played):
    signed = SupervisionDocument.objects.exclude(number="")
    assert signed.exists()
    assert not signed.filter(approved_by__user=F("drafter__user")).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("opened", "told"),
    [
        ("2024-09-18 09:30", "2024-09-14"),  # Wednesday after the festival: the swapped Saturday before it
        ("2024-09-18 20:00", "2024-09-18"),
        ("2024-09-22 12:00", "2024-09-20"),  # a Sunday
    ],
)
def test_early_warnings_are_those_of_the_last_round_in_office_hours(opened, told):
    now = timezone.make_aware(datetime.fromisoformat(opened))
    assert timezone.localtime(last_round(now)).isoformat()[:16] == f"{told}T16:00"
