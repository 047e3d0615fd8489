"""Meetings: within the period, one at a time, who came, minutes signed."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from casework.errors import StepRefused
from casework.workflow import Act
from disputes import actions
from disputes.models import Appointment
from tests.factories.disputes import MET, CaseFactory, appointed, noon, plan, signatures
from tests.factories.organizations import OfficerFactory

pytestmark = pytest.mark.django_db
DAY = dt.date.fromisoformat
PROPOSED = {"meet_at": dt.time(9, 30), "minutes": 90, "manner": "online", "place": "会议号 123"}


@pytest.fixture
def case(yang):
    return CaseFactory("assigned", mediator=yang)


@pytest.mark.parametrize(
    ("day", "possible"),
    [("2024-01-07", False), ("2024-01-08", True), ("2024-01-23", True), ("2024-01-24", False)],
)
def test_a_meeting_lies_between_assignment_and_the_end_of_the_period(case, yang, now, day, possible):
    typed = {**PROPOSED, "meet_on": DAY(day)}
    held = {"held_on": DAY(day), "minutes": "双方到场"}
    if possible:
        actions.propose_meeting(case, by=yang, at=noon(DAY(day)), **typed)
        actions.hold_meeting(case, by=yang, at=now, **held)
        return
    for act, given in ((actions.propose_meeting, typed), (actions.hold_meeting, held)):
        with pytest.raises(StepRefused):
            act(case, by=yang, at=noon(min(DAY(day), DAY("2024-01-23"))), **given)


@pytest.mark.parametrize(("day", "open_"), [("2024-01-23", True), ("2024-01-24", False)])
def test_when_the_period_is_over_no_meeting_is_offered_any_more(case, yang, day, open_):
    offers = {offer.verb: offer for offer in case.offers(Act(yang, noon(DAY(day))))}
    assert offers["propose_meeting"].allowed is open_
    assert open_ or "2024-01-23" in offers["propose_meeting"].reasons[0]


def test_after_an_extension_a_later_meeting_is_possible(yang, now):
    case = CaseFactory("mediating", mediator=yang)
    case = actions.extend(case, by=yang, at=now, days=10, consented_on=DAY("2024-01-23"), reason="双方同意")
    assert actions.hold_meeting(case, by=yang, at=now, held_on=DAY("2024-02-02"), minutes="再次调解")
    with pytest.raises(StepRefused):
        actions.hold_meeting(case, by=yang, at=now, held_on=DAY("2024-02-03"), minutes="再次调解")


def test_a_mediator_sits_in_one_meeting_at_a_time(case, yang, now):
    other = CaseFactory("assigned", mediator=yang)
    appointed(case, hour=9)
    for hour, minute in ((9, 0), (10, 59), (9, 30)):
        typed = {**PROPOSED, "meet_on": MET, "meet_at": dt.time(hour, minute)}
        with pytest.raises(StepRefused):
            actions.propose_meeting(other, by=yang, at=noon(MET), **typed)
    assert appointed(other, meet_at=dt.time(11, 0)), "a meeting may begin when the one before it ends"


def test_the_database_itself_keeps_meetings_apart(case, yang):
    first = appointed(case)
    facts = {"file": case, "mediator": yang, "manner": "on_site", "place": "调解室"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.create(starts_at=first.starts_at, ends_at=first.ends_at, **facts)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_appoint_the_same_hour_one_does(yang):
    cases = [CaseFactory("assigned", mediator=yang) for _n in range(8)]

    def run(case):
        try:
            return appointed(case).pk
        except StepRefused:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(run, cases))
    assert sum(pk is not None for pk in found) == 1


def test_the_parties_are_told_and_the_meeting_is_held(case, yang, zhao, now):
    ahead = appointed(case)
    actions.notify_meeting(case, by=zhao, at=now, appointment=ahead, notified_on=DAY("2024-01-10"))
    worker, company = case.parties.order_by("pk")
    came = [
        {"party": worker, "presence": "in_person", "proxy_name": ""},
        {"party": company, "presence": "proxy", "proxy_name": "李律师"},
    ]
    case = actions.hold_meeting(
        case, by=yang, at=now, held_on=MET, minutes="双方到场", appointment=ahead, attendance=came
    )
    ahead.refresh_from_db()
    assert (ahead.outcome, ahead.meeting, ahead.notified_on) == ("held", case.meetings.get(), DAY("2024-01-10"))
    assert [row.proxy_name for row in ahead.meeting.attendances.all()] == ["", "李律师"]
    with pytest.raises(StepRefused):
        actions.hold_meeting(case, by=yang, at=now, held_on=MET, minutes="再次", appointment=ahead)


def test_somebody_must_have_come_for_each_side(case, yang, now):
    worker, company = case.parties.order_by("pk")
    came = [{"party": worker, "presence": "in_person"}, {"party": company, "presence": "absent"}]
    with pytest.raises(StepRefused):
        actions.hold_meeting(case, by=yang, at=now, held_on=MET, minutes="单位缺席", attendance=came)
    assert case.meetings.count() == 0


def test_a_meeting_that_was_not_held_says_why_and_finds_a_new_day(case, yang, now):
    ahead = appointed(case)
    again = {"meet_on": DAY("2024-01-17"), "meet_at": dt.time(14, 0)}
    actions.meeting_not_held(case, by=yang, at=now, appointment=ahead, not_held="respondent_absent", **again)
    old, new = case.appointments.all()
    assert (old.outcome, old.not_held) == ("not_held", "respondent_absent")
    assert (timezone.localtime(new.starts_at).hour, new.place, new.outcome) == (14, old.place, "")
    with pytest.raises(StepRefused):
        actions.meeting_not_held(case, by=yang, at=now, appointment=ahead, not_held="asked")


ENDS = {
    "withdraw": {"closed_on": MET, "reason": "已自行解决"},
    "reconcile": {"closed_on": MET, "settlement": "约定月底付清", **plan()},
    "agree": {"terms": "一次付清", **signatures(MET), **plan()},
}


@pytest.mark.parametrize("verb", ENDS)
def test_with_the_end_of_mediation_what_is_ahead_is_called_off_and_the_hour_is_free(yang, verb):
    case, other = (CaseFactory("mediating", mediator=yang) for _n in range(2))
    ahead, past = appointed(case, MET + dt.timedelta(days=3)), appointed(case, MET, 8)
    getattr(actions, verb)(case, by=yang, at=noon(MET), **ENDS[verb])
    ahead.refresh_from_db()
    past.refresh_from_db()
    assert {(ahead.outcome, ahead.not_held), (past.outcome, past.not_held)} == {("not_held", "other")}
    assert ahead.note != past.note
    assert appointed(other, MET + dt.timedelta(days=3))


@pytest.mark.parametrize("busy", [False, True])
def test_a_meeting_stays_with_the_next_mediator_unless_that_one_sits_elsewhere(case, yang, zhao, now, busy):
    meeting, other = appointed(case), OfficerFactory(duty="mediator", region="532923", certified=True)
    if busy:
        appointed(CaseFactory("assigned", mediator=other))
    actions.take_back(case, by=zhao, at=now, reason="休假")
    actions.assign(case, by=zhao, at=now, mediator=other, assigned_on=DAY("2024-01-09"))
    meeting.refresh_from_db()
    assert meeting.outcome == ("not_held" if busy else "")
    assert meeting.mediator == (yang if busy else other)
    assert appointed(CaseFactory("assigned", mediator=yang))


def test_several_meetings_are_held_one_after_the_other(yang, now):
    case = CaseFactory("mediating", mediator=yang)
    for day in ("2024-01-16", "2024-01-18"):
        case = actions.hold_meeting(case, by=yang, at=now, held_on=DAY(day), minutes="继续调解")
    assert case.meetings.count() == 3


def test_minutes_are_signed_on_every_page_and_the_paper_is_kept(client, yang):
    case = CaseFactory("mediating", mediator=yang)
    client.force_login(yang.user)
    paper = SimpleUploadedFile("笔录.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF")
    body = {"meeting": case.meetings.get().pk, "signed_on": "2024-01-15", "pages": 3}
    assert client.post(case.step_url("sign_minutes"), body).status_code == 422, "the paper is missing"
    answer = client.post(case.step_url("sign_minutes"), {**body, "papers": paper})
    assert answer.status_code == 302, answer.content.decode()
    meeting = case.meetings.get()
    assert (meeting.pages, meeting.signed_on, meeting.signed_paper.title) == (3, MET, "笔录.pdf")
    assert client.get(case.step_url("sign_minutes")).status_code == 409


def test_the_calendar_shows_the_mediators_own_meetings_of_the_week(client, case, yang, wang):
    appointed(case)
    address = reverse("disputes:calendar")
    client.force_login(yang.user)
    assert str(case) in client.get(f"{address}?from=2024-01-15").content.decode()
    assert str(case) not in client.get(f"{address}?from=2024-01-16").content.decode()
    assert client.get(f"{address}?from=2024-13-99").status_code == 200
    client.force_login(wang.user)
    assert str(case) not in client.get(f"{address}?from=2024-01-15").content.decode()


def test_the_form_proposes_every_party_and_names_what_is_wrong(client, case, yang):
    client.force_login(yang.user)
    page = client.get(case.step_url("hold_meeting"))
    assert len(page.context["form"].initial["attendance"]) == 2
    worker = case.parties.first()
    body = {
        "held_on": "2024-01-15",
        "manner": "on_site",
        "rights_read": "on",
        "parties_present": "on",
        "minutes": "双方到场",
        "attendance-0-party": worker.pk,
        "attendance-0-presence": "proxy",
    }
    assert client.post(case.step_url("hold_meeting"), body).status_code == 422
    stranger = CaseFactory().parties.first()
    body |= {"attendance-0-presence": "in_person", "attendance-0-party": stranger.pk}
    assert client.post(case.step_url("hold_meeting"), body).status_code == 422
