"""Employers at risk: counted as of a morning, explained line by line, and nothing is sent without two people."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from casework.errors import Refused, StepRefused, WrongDuty
from casework.models import Employer, Policy
from desk.models import EmployerRisk
from desk.radar.actions import draft_letter, proposed_facts, proposed_topic, put_aside, scan
from desk.radar.score import Counts, reasons, score, weights
from desk.tasks import look_at_employers
from hotline.models import CallRecord
from supervision import actions as supervision
from supervision.models import SupervisionDocument, SupervisionTopic
from tests.factories import supervision as made
from tests.factories.hotline import CallFactory

D = dt.date
ON = D(2026, 6, 1)


@pytest.fixture
def employer(db) -> Employer:
    return made.employer("祥云预警食品厂")


def called(employer, ma, day: dt.date, **given):
    """A complaint of that day."""
    call = CallFactory(employer_name=employer.name)
    changes = {"employer": employer, "started_at": made.noon(day.isoformat()), "request_type": "complaint", **given}
    CallRecord.objects.filter(pk=call.pk).update(**changes)


def only() -> EmployerRisk:
    return EmployerRisk.objects.get()


@pytest.mark.parametrize(
    ("counts", "points"),
    [
        (Counts(), 0),
        (Counts(calls=2, calls_before=2), 4),
        (Counts(calls=5, calls_before=1), 10 + 12),
        (Counts(calls=50, calls_before=60), 20),
        (Counts(calls=50), 20 + 15),
        (Counts(workers=19, yuan=99_999), 1 + 1),
        (Counts(cases=2, unanswered=1), 6 + 10),
        (Counts(unanswered=9), 30),
        (Counts(calls=1, calls_before=1, wage_calls=1, days_to_festival=60), 2 + 10),
        (Counts(calls=1, calls_before=1, wage_calls=1, days_to_festival=61), 2),
        (Counts(calls=1, calls_before=1, wage_calls=0, days_to_festival=10), 2),
    ],
)
def test_every_point_has_its_line_and_no_line_brings_more_than_its_most(db, counts, points):
    lines = reasons(counts, weights(None, ON))
    assert (score(counts, weights(None, ON)), sum(line.points for line in lines)) == (points, points)
    assert all(line.words for line in lines)


def test_the_alert_appears_on_the_day_the_figures_pass_the_threshold(employer, ma):
    """One complaint of ten workers a day from 10 May on: six points each, so that the fifth passes 25."""
    for n in range(5):
        called(employer, ma, D(2026, 5, 10) + dt.timedelta(days=n), workers_affected=10)
    raised = [day for n in range(8) if scan(day := D(2026, 5, 9) + dt.timedelta(days=n))]
    assert raised[0] == D(2026, 5, 15)
    assert only().raised_on == D(2026, 5, 15)
    assert (only().counts["calls"], only().counts["workers"]) == (5, 50)
    scan(D(2026, 7, 1))
    assert (only().raised_on, only().score) == (None, 0)


def test_twice_a_day_is_once_and_calls_after_the_morning_wait_for_the_next(employer, ma):
    called(employer, ma, D(2026, 5, 31))
    called(employer, ma, ON)
    scan(ON)
    scan(ON)
    assert (EmployerRisk.objects.count(), only().counts["calls"]) == (1, 1)


def test_questions_and_thanks_are_no_sign_of_trouble(employer, ma):
    called(employer, ma, D(2026, 5, 30), request_type="praise")
    scan(ON)
    assert not EmployerRisk.objects.exists()


def test_joined_entries_are_one_employer(employer, ma):
    other = made.employer("祥云预警食品厂（老厂）")
    Employer.objects.filter(pk=other.pk).update(merged_into=employer)
    called(employer, ma, D(2026, 5, 30))
    called(other, ma, D(2026, 5, 30))
    scan(ON)
    assert (only().employer, only().counts["calls"]) == (employer, 2)


def test_letters_left_unanswered_count_from_the_day_after_their_last(su, mu, li):
    letter = made.awaiting(su, made.noon("2026-05-01"), signatory=mu, liaison=li, served_on=D(2026, 5, 1))
    scan(letter.due_on)
    assert not EmployerRisk.objects.exists()
    scan(letter.due_on + dt.timedelta(days=1))
    assert only().counts["unanswered"] == 1


def test_the_threshold_is_a_setting_of_the_place(employer, ma):
    called(employer, ma, D(2026, 5, 30))
    value = {**weights(None, ON), "alert": 3}
    Policy.objects.create(code="radar_weights", label="-", region_id="530000", valid_from="2026-01-01", value=value)
    assert scan(ON) == 1


@pytest.fixture
def loud(employer, ma) -> EmployerRisk:
    """At risk today."""
    today = timezone.localdate()
    for n in range(1, 6):
        called(employer, ma, today - dt.timedelta(days=n), workers_affected=10)
    look_at_employers()
    return only()


def test_a_proposed_letter_is_a_draft_that_somebody_else_signs(loud, su, mu, now):
    facts = proposed_facts(loud)
    assert "30天内来电5件" in facts
    topic = SupervisionTopic.objects.get(pk=proposed_topic(loud))
    with pytest.raises(WrongDuty):
        draft_letter(loud, by=mu, at=now, topic=topic, facts=facts)
    draft_letter(loud, by=su, at=now, topic=topic, facts=facts)
    letter = SupervisionDocument.objects.get()
    assert (letter.state, letter.employer, letter.matter.source) == ("draft", loud.employer, "own_finding")
    assert letter.legal_basis
    assert letter.demands
    assert not EmployerRisk.objects.visible_to(su).alerts(timezone.localdate()).exists()
    with pytest.raises(Refused):
        draft_letter(loud, by=su, at=now, topic=topic, facts=facts)
    supervision.edit(letter, by=su, at=now, addressee_address="祥城镇1号", contact_phone="0872-3120000")
    letter = supervision.submit(SupervisionDocument.objects.get(), by=su, at=now, no_conflict=True)
    same = made.colleague(su, "signatory", user=su.user)
    with pytest.raises(StepRefused):
        supervision.approve(letter, by=same, at=now)
    assert supervision.approve(letter, by=mu, at=now).state == "approved"


def test_beside_an_open_matter_no_second_one_is_opened(loud, su, now):
    matter = made.matter(su, now, employer=loud.employer)
    with pytest.raises(Refused) as refused:
        draft_letter(loud, by=su, at=now, topic=matter.topic, facts="-")
    assert str(matter) in refused.value.reasons[0]


def test_what_was_put_aside_comes_back_after_some_weeks(loud, su, zhao, now):
    with pytest.raises(WrongDuty):
        put_aside(loud, by=zhao, at=now, reason="已约谈")
    put_aside(loud, by=su, at=now, reason="已约谈")
    today = timezone.localdate()
    rows = EmployerRisk.objects.visible_to(su)
    assert not rows.alerts(today).exists()
    assert rows.alerts(today + dt.timedelta(days=31)).exists()


def test_the_pages_explain_the_score_and_lead_to_the_draft(client, loud, su, zhao, wang):
    client.force_login(su.user)
    page = client.get(reverse("desk:radar")).content.decode()
    assert "祥云预警食品厂" in page
    assert "30天内来电5件" in page
    assert "风险用人单位" in client.get(reverse("desk:home")).content.decode()
    new = reverse("desk:radar-letter", args=[loud.pk])
    assert "30天内来电5件" in client.get(new).content.decode()
    assert client.post(new, {"facts": ""}).status_code == 422
    assert client.post(new, {"topic": "pay", "facts": "来电集中"}).status_code == 302
    assert client.post(new, {"topic": "pay", "facts": "来电集中"}).status_code == 409
    client.force_login(zhao.user)
    assert client.get(reverse("desk:radar")).status_code == 200
    assert client.get(new).status_code == 403
    client.force_login(wang.user)
    assert "祥云预警食品厂" not in client.get(reverse("desk:radar")).content.decode()
    assert client.get(reverse("desk:radar-aside", args=[loud.pk])).status_code == 404


def test_a_night_over_the_province_takes_a_fixed_number_of_statements(employer, ma, django_assert_max_num_queries):
    called(employer, ma, D(2026, 5, 30))
    for n in range(5):
        called(made.employer(f"祥云第{n}厂"), ma, D(2026, 5, 30))
    with django_assert_max_num_queries(24):
        scan(ON)
