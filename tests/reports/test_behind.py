"""Every number leads to a list that is as long as the number, and no further than the reader's rights."""

from decimal import Decimal
from urllib.parse import parse_qs, urlparse

import pytest

from disputes.models import CaseClearance, DisputeCase
from organizations.models import UnionOrg
from reports import onepage
from reports.definitions import INDICATORS
from reports.drill import LISTS, addresses
from reports.late import LATE
from reports.periods import Period
from reports.question import Question
from reports.report import report
from tests.reports.conftest import day
from tests.reports.listing import unlike_their_lists

HALF = Period(day("24-01-01"), day("24-06-30"))
QUERY = {"from": "2024-01-01", "to": "2024-06-30"}


def question(officer, region="532923", by=""):
    org = UnionOrg.objects.get(region=region, kind="federation")
    return Question(officer, org, HALF, by, day("24-07-05"))


def test_every_figure_has_its_list():
    assert set(INDICATORS) | set(LATE) == set(LISTS)


def test_every_list_is_as_long_as_its_number(county, he):
    asked = question(he)
    assert not unlike_their_lists(asked, report(asked).total.values)


@pytest.mark.parametrize(
    "by", ["organization", "county", "township", "month", "quarter", "category", "origin", "mediator"]
)
def test_the_lists_of_all_rows_together_are_the_list_of_the_total(client, county, he, by):
    client.force_login(he.user)
    asked = question(he, "532900", by)
    found, address = report(asked), addresses(asked)
    for row in found.rows:
        shown = client.get(address("concluded", row.key))
        assert shown.context["counted"] == row.concluded, row
        assert len(shown.context["page"]) == row.concluded
    assert sum(row.concluded for row in found.rows) == 6


def test_of_a_restricted_case_there_is_only_the_count(client, county, he):
    case = DisputeCase.objects.filter(outcome="failed").get()
    DisputeCase.objects.filter(pk=case.pk).update(is_restricted=True)
    CaseClearance.objects.create(file=case, officer=county.officer)
    client.force_login(he.user)
    page = client.get("/reports/files/", {"figure": "failed", "organization": "532923", **QUERY})
    assert (page.context["counted"], page.context["unseen"], len(page.context["page"])) == (1, 1, 0)
    assert "您无权查看" in page.content.decode()
    assert str(case) not in page.content.decode()


def test_the_list_names_nobody_and_is_closed_to_outsiders(client, county, he, wang):
    client.force_login(he.user)
    address = {"figure": "concluded", "organization": "532923", **QUERY}
    page = client.get("/reports/files/", address)
    assert "祥云工调" in page.content.decode()
    assert "杨测试" not in page.content.decode()
    client.force_login(wang.user)
    assert client.get("/reports/files/", address).status_code == 404
    assert client.get("/reports/files/", {**address, "figure": "nothing", "organization": ""}).status_code == 404
    assert client.get("/reports/files/", {**address, "organization": "", "part": "7"}).status_code == 404
    no_mediator = {**address, "organization": "", "by": "mediator", "key": "abc"}
    assert client.get("/reports/files/", no_mediator).status_code == 404


def test_the_page_compares_points_out_and_links(client, county, he):
    client.force_login(he.user)
    page = client.get("/reports/", {"period_name": "free", "organization": "532923", **QUERY})
    success, _accepted, concluded, *_more = page.context["compared"]
    assert success.values == ["—", "—"]  # this half-year and that of the year before
    assert concluded.values == ["6", "0"]
    assert concluded.change == "—"
    labels = [str(label) for label, _count, _url in page.context["late"]]
    assert labels == ["超期案件"]
    linked = parse_qs(urlparse(page.context["links"]["concluded"]).query)
    assert (linked["figure"], linked["from"]) == (["concluded"], ["2024-01-01"])


def test_page_and_paper_carry_the_same_checksum_and_the_public_one_hides_small_numbers(client, county, he):
    asked = question(he, "532900", "organization")
    found = report(asked)
    inside, outside = (onepage.paper(asked, found, 10, public=public).as_json() for public in (False, True))
    mark = onepage.checksum(asked, found)
    assert mark in inside
    assert mark in outside
    assert '"<10"' in outside
    assert '"<10"' not in inside
    client.force_login(he.user)
    pdf = client.get("/reports/page.pdf", {"period_name": "free", "organization": "532900", **QUERY})
    assert pdf.content.startswith(b"%PDF")
    assert Decimal(len(pdf.content)) > 5000


def test_a_list_of_money_adds_up_to_the_number(client, county, he):
    client.force_login(he.user)
    page = client.get("/reports/files/", {"figure": "amount_agreed", "organization": "532923", **QUERY})
    assert page.context["sum"] == "149,800.00"
    assert [weighs for _row, weighs, _changed in page.context["page"]] == ["9,800.00", "112,000.00", "28,000.00"]


def test_every_list_opens(client, county, he):
    client.force_login(he.user)
    for figure in LISTS:
        assert client.get("/reports/files/", {"figure": figure, **QUERY}).status_code == 200, figure
