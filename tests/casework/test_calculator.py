"""期限计算: the calculator explains every day, on the page and in the API."""

import datetime as dt

import pytest

from casework.deadlines import extend, start_agreed
from organizations.models import UnionOrg
from tests.factories.disputes import CaseFactory

PREVIEW = "/api/v1/deadlines/preview/"


@pytest.fixture
def api(client, zhao):
    client.force_login(zhao.user)
    return lambda **params: client.get(PREVIEW, params)


def test_the_fifteen_days_roll_past_mid_autumn(api):
    found = api(rule="case.mediate", started_on="2024-09-02").json()
    assert (found["due_on"], found["provisional"]) == ("2024-09-18", False)
    assert "第十四条" in found["basis"]
    assert found["days"][0]["why"] == "start"
    assert found["days"][-1]["date"] == "2024-09-18"


@pytest.mark.parametrize(
    ("rule", "started_on", "region", "due_on"),
    [
        ("case.accept", "2025-04-10", "", "2025-04-15"),
        ("case.accept", "2025-04-10", "532900", "2025-04-16"),
        ("inspection.accept", "2025-04-11", "532800", "2025-04-23"),
        ("court.assignment_answer", "2025-03-13", "532823", "2025-03-18"),
        ("case.court_assigned", "2025-03-17", "532823", "2025-04-16"),
    ],
)
def test_the_calendar_of_the_place_that_must_act_counts(api, rule, started_on, region, due_on):
    assert api(rule=rule, started_on=started_on, region=region).json()["due_on"] == due_on


def test_a_regional_holiday_that_would_move_the_end_is_told(api):
    found = api(rule="case.court_assigned", started_on="2025-03-17", region="532823").json()
    assert found["later_if_regional"] == "2025-04-17"


def test_a_year_without_its_notice_is_provisional(api):
    assert api(rule="letter.reply", started_on="2026-12-28").json()["provisional"] is True


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"rule": "no.such", "started_on": "2024-01-01"}, "rule"),
        ({"rule": "case.accept", "started_on": "yesterday"}, "started_on"),
        ({"rule": "case.accept", "started_on": "1949-01-01"}, "started_on"),
        ({"rule": "case.accept", "started_on": "9999-12-31"}, "started_on"),
        ({"rule": "case.accept", "started_on": "2024-01-01", "region": "000000"}, "region"),
        ({"rule": "case.accept", "started_on": "2024-01-01", "organization": "x"}, "organization"),
        ({}, "rule"),
    ],
)
def test_bad_input_is_400_by_field(api, params, field):
    answer = api(**params)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert field in answer.json()["errors"]


def test_an_organisation_is_named_by_its_division_or_its_number(api, zhao):
    for name in ("532923", str(zhao.org_id)):
        found = api(rule="case.accept", started_on="2025-04-10", organization=name).json()
        assert found["due_on"] == "2025-04-16"


def test_an_organisation_out_of_scope_is_unknown(api):
    foreign = UnionOrg.objects.get(path="53/29/24/")
    assert api(rule="case.accept", started_on="2024-01-01", organization=foreign.pk).status_code == 400


def test_the_page_says_the_same(client, zhao):
    client.force_login(zhao.user)
    page = client.get("/deadlines/", {"rule": "case.mediate", "started_on": "2024年9月2日", "region": "532923"})
    assert page.status_code == 200
    assert "2024-09-18" in page.content.decode()


def explained(client, officer, clock):
    client.force_login(officer.user)
    return client.get(f"/deadlines/{clock._meta.label_lower}/{clock.pk}/")


def test_the_page_of_a_clock_explains_the_day_with_its_stops_and_extensions(client, yang, wang):
    case = CaseFactory("mediating", mediator=yang)
    clock = case.deadlines.of_rule("case.mediate").get()
    clock.pauses.create(from_on=dt.date(2024, 1, 10), until_on=dt.date(2024, 1, 12), reason="等待鉴定")
    extend(case, "case.mediate", length=10, reason="双方同意", on=dt.date(2024, 1, 19))
    clock.refresh_from_db()
    assert clock.due_on == dt.date(2024, 2, 4)
    page = explained(client, yang, clock)
    text = page.content.decode()
    for words in ("2024-02-04", "期限中止", "+10 自然日", "第十四条"):
        assert words in text, words
    assert [day.date for day in page.context["found"].period.days][-1] == clock.due_on
    assert f"/deadlines/disputes.disputedeadline/{clock.pk}/" in client.get(case.get_absolute_url()).content.decode()
    assert explained(client, wang, clock).status_code == 404


def test_a_day_that_was_agreed_is_not_explained_by_a_rule(client, yang):
    case = CaseFactory("mediating", mediator=yang)
    page = explained(client, yang, start_agreed(case, "case.mediate", dt.date(2024, 1, 8), dt.date(2024, 3, 3)))
    assert page.context["found"].period is None
    assert "2024-03-03" in page.content.decode()


def test_of_no_kind_there_is_no_clock(client, yang):
    client.force_login(yang.user)
    assert client.get("/deadlines/disputes.disputecase/1/").status_code == 404
