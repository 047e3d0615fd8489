"""The figures for systems: shape, scope, refusals."""

import datetime as dt

import pytest
from django.utils import timezone

from casework.models import Category
from reports.models import RollupDifference
from tests.conftest import member

ADDRESS = "/api/v1/reports/indicators/"
HALF = {"from": "2024-01-01", "to": "2024-06-30"}


def asked(client, officer, **query):
    client.force_login(officer.user)
    return client.get(ADDRESS, query)


def test_a_rate_comes_with_what_it_rests_on(client, county, he):
    row = asked(client, he, organization="532923", **HALF).json()["rows"][0]
    assert row["values"]["mediation_success_rate"] == "50.00"
    assert row["details"]["mediation_success_rate"] == {
        "numerator": 3,
        "denominator": 6,
        "interval": ["18.76", "81.24"],
    }


def test_every_value_has_its_definition(client, county, he):
    body = asked(client, he, organization="532923", **HALF).json()
    row = body["rows"][0]
    assert row["values"]["amount_claimed"] == "446800.00"
    assert set(row["values"]) == set(body["definitions"])
    assert set(row["details"]) == {code for code, one in body["definitions"].items() if one["unit"] == "%"}
    assert all(one["label"] and one["formula"] for one in body["definitions"].values())


def test_a_rate_without_denominator_is_null(client, county, he):
    row = asked(client, he, organization="532924", **HALF).json()["total"]
    assert row["values"]["mediation_success_rate"] is None
    assert row["details"]["mediation_success_rate"] == {"numerator": 0, "denominator": 0, "interval": None}


def test_the_organisation_may_be_named_by_its_number(client, county, he):
    code = asked(client, he, organization="532923", **HALF).json()["rows"]
    number = asked(client, he, organization=str(county.officer.org_id), **HALF).json()["rows"]
    assert code == number


def test_without_organisation_it_is_the_own_one(client, county, he):
    assert asked(client, he, **HALF).json()["rows"][0]["key"] == "532900"


def test_a_neighbour_gets_not_found(client, county, wang):
    assert asked(client, wang, organization="532923", **HALF).status_code == 404
    assert asked(client, wang, organization="532924", **HALF).json()["total"]["values"]["concluded"] == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"from": "", "to": "2024-06-30"},
        {"from": "2024-13-01", "to": "2024-06-30"},
        {"from": "2024-06-30", "to": "2024-01-01"},
        {"from": "1990-01-01", "to": "2024-01-01"},
        {"from": "9990-01-01", "to": "9999-12-31"},
        {"from": "0001-01-01", "to": "0001-01-31"},
        {**HALF, "by": "colour"},
    ],
)
def test_wrong_parameters_are_named(client, he, wrong):
    answer = asked(client, he, **wrong)
    assert answer.status_code == 400
    assert answer.json()["errors"]


@pytest.mark.parametrize("unknown", ["999999", "abc", "9" * 20])
def test_an_unknown_organisation_is_not_found(client, he, unknown):
    assert asked(client, he, organization=unknown, **HALF).status_code == 404


@pytest.mark.parametrize("who", ["yang", "tan", "shen", "hr_officer"])
def test_figures_belong_to_those_who_report(client, request, who):
    assert asked(client, request.getfixturevalue(who), **HALF).status_code == 403


def test_twenty_years_at_once_are_answered(client, county, he):
    body = asked(client, he, organization="532923", **{"from": "2005-01-01", "to": "2024-12-31"}).json()
    assert body["total"]["values"]["accepted"] == 8


@pytest.mark.parametrize(("days_ago", "running"), [(0, True), (1, False)])
def test_a_period_that_is_not_over_is_marked(client, he, days_ago, running):
    last = timezone.localdate() - dt.timedelta(days=days_ago)
    body = asked(client, he, **{"from": "2024-01-01", "to": last.isoformat()}).json()
    assert body["running"] is running
    assert (body["small_number_floor"], body["differences"]) == (10, 0)


def test_a_category_renamed_in_mid_year_stays_one_row_under_its_new_name(client, county, he):
    before = asked(client, he, organization="532923", by="category", **HALF).json()["rows"]
    Category.objects.filter(pk="0101").update(name="欠薪")
    after = asked(client, he, organization="532923", by="category", **HALF).json()["rows"]
    assert [row["values"] for row in after] == [row["values"] for row in before]
    assert "欠薪" in after[0]["label"]


@pytest.mark.parametrize(("by", "keys"), [("organization", {"532900", "530100"}), ("county", {"532923", "530114"})])
def test_a_province_is_broken_down_by_prefecture_or_by_county(client, county, by, keys):
    yin = member("statistician", "yin", region="530000")
    body = asked(client, yin, organization="530000", by=by, **HALF).json()
    rows = {row["key"]: row["values"]["concluded"] for row in body["rows"]}
    assert keys <= rows.keys()
    assert sum(rows.values()) == body["total"]["values"]["concluded"] == 6


def test_differences_the_nightly_comparison_found_are_told_to_whom_they_concern(client, county, he, wang):
    wrong = {"kind": "case", "month": dt.date(2024, 1, 1), "name": "agreed", "kept": 2, "found": 1}
    RollupDifference.objects.create(scope="53/29/23/", found_at=timezone.now(), **wrong)
    assert asked(client, he, **HALF).json()["differences"] == 1
    assert asked(client, wang, **HALF).json()["differences"] == 0
    client.force_login(he.user)
    assert b"notice-danger" in client.get("/reports/").content
