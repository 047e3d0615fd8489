"""Regions, unions and authorities of Yunnan."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from organizations.models import Authority, Region, UnionOrg

pytestmark = pytest.mark.django_db


def test_yunnan_has_16_prefectures_and_129_counties():
    assert Region.objects.filter(level="prefecture").count() == 16
    assert Region.objects.filter(level="county").count() == 129
    assert UnionOrg.objects.filter(kind="federation").count() == 146


@pytest.mark.parametrize(
    ("code", "path"),
    [("530000", "53/"), ("532900", "53/29/"), ("532923", "53/29/23/"), ("530114003", "53/01/14/003/")],
)
def test_the_path_of_a_division_is_its_code_in_pairs(code, path):
    assert Region.objects.get(code=code).path == path


def test_the_path_of_a_superior_begins_the_path_of_every_subordinate():
    for org in UnionOrg.objects.exclude(parent=None).select_related("parent"):
        assert org.path.startswith(org.parent.path)


def test_the_authority_in_charge_is_the_one_of_the_county():
    region = Region.objects.get(code="532923")
    assert Authority.objects.in_charge("hr", region).region_id == "532923"


def test_a_county_without_its_own_authority_is_served_by_the_one_above():
    region = Region.objects.get(code="532923")
    Authority.objects.filter(kind="court", region=region).update(active=False)
    assert Authority.objects.in_charge("court", region).region_id == "532900"
    Authority.objects.filter(kind="court", region="532900").update(active=False)
    assert Authority.objects.in_charge("court", region).region_id == "530000"


@pytest.mark.parametrize(("who", "count"), [("zhao", 1), ("he", 13), ("tan", 1), ("hr_officer", 146)])
def test_the_tree_is_listed_from_the_own_organisation_down(client, request, who, count):
    client.force_login(request.getfixturevalue(who).user)
    assert len(client.get("/api/v1/organizations/?page_size=200").json()["results"]) == count


@pytest.mark.parametrize("collection", ["organizations", "authorities", "regions"])
def test_a_longer_list_costs_no_more_statements(client, he, collection):
    client.force_login(he.user)

    def statements(size):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/api/v1/{collection}/?page_size={size}").status_code == 200
        return len(captured)

    statements(2)
    assert statements(2) == statements(12) <= 8
