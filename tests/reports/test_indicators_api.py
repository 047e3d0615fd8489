"""The figures for systems: shape, scope, refusals."""

import pytest

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
