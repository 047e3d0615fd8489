"""Every number of a report that is filed leads to the files behind it, and says when they are no longer the same."""

from random import Random

import pytest
from django.utils import timezone

from casework.actions import reveal, take_out
from disputes import actions as disputes
from organizations.models import Officer, UnionOrg
from reports import actions
from reports.behind import LISTS
from reports.filings.cells import Cell, filed
from reports.filings.columns import COLUMNS
from reports.filings.content import cells_of
from reports.periods import Period
from tests.conftest import member
from tests.reports.conftest import WHY, at, day

HALF = Period(day("24-01-01"), day("24-06-30"))
JULY = at("24-07-05")


@pytest.fixture
def tao(db):
    return member("statistician", "tao")


def made(maker):
    filing = actions.fall_due(maker.org, "half_year", HALF, by=Officer.objects.system(), at=JULY)
    return actions.make(filing, by=maker, at=JULY)


def address(filing, name="cell/"):
    return f"/reports/filings/{filing.pk}/{name}"


def test_every_column_of_the_forms_has_its_list():
    assert COLUMNS.keys() <= LISTS.keys()


@pytest.mark.parametrize("region", ["532923", "532900"])
def test_of_cells_taken_at_random_every_list_is_as_long_as_the_number_that_was_filed(county, client, region):
    maker = member("statistician", "maker", region=region)
    filing = made(maker)
    cells = [cell for cell in cells_of(filing.snapshot.content) if cell[:2] != ("category", "")]
    some = [cell for cell in cells if cell[3] not in (0, "0.00")]
    for code, key, name, _value in Random(7).sample(cells, 25) + Random(7).sample(some, 25):  # noqa: S311 - the same ones
        one = Cell(filing, code, key, name)
        assert not filed(one, one.number(maker, timezone.localdate())).has_changed, (code, key, name)
    client.force_login(maker.user)
    page = client.get(address(filing, ""))
    urls = [value.url for line in page.context["lines"] for value in line.values if value.url]
    urls += [value.url for grid in page.context["grids"] for _label, row in grid.rows for value in row if value.url]
    for url in Random(7).sample(urls, 6):  # noqa: S311 - the same ones
        assert url in page.content.decode().replace("&amp;", "&")
        assert "清单与上报时的数字一致" in client.get(url).content.decode()


def test_what_has_changed_since_is_said_and_marked(client, county, tao):
    case = county.accepted("24-05-20", 7000)
    filing = made(tao)
    said = {"closed_on": day("24-06-03"), "reason": "补录", **WHY}
    disputes.fail(case, by=county.mediator, at=at("24-07-20"), **said)
    client.force_login(tao.user)
    asked = {"table": "current", "row": "", "figure": "concluded"}
    page = client.get(address(filing), asked)
    assert (page.context["filed"].words, page.context["counted"], page.context["filed"].has_changed) == ("6", 7, True)
    assert "上报后案卷有变动" in page.content.decode()
    assert [row.number for row, _weighs, changed in page.context["page"] if changed] == [str(case)]
    sheet = client.get(address(filing, "differences/")).content.decode()
    assert f"{address(filing)}?table=current&amp;row=&amp;figure=concluded" in sheet


def test_whoever_only_looked_at_a_file_changed_no_figure(client, county, tao):
    case = county.accepted("24-05-20", 7000)
    filing = made(tao)
    for look in (take_out, lambda file, **by: reveal(file, reason="核对", **by)):
        look(case, by=county.mediator, at=at("24-07-20"))
    client.force_login(tao.user)
    asked = {"table": "current", "row": "", "figure": "accepted"}
    assert not [row for row, _weighs, changed in client.get(address(filing), asked).context["page"] if changed]


def test_a_unit_that_is_no_more_has_no_list_to_lead_to(client, county):
    maker = member("statistician", "maker", region="532900")
    filing = made(maker)
    UnionOrg.objects.filter(path="53/29/23/").update(level="township")  # no longer directly below as a county's
    UnionOrg.objects.filter(path="53/29/23/").update(parent=UnionOrg.objects.get(path="53/29/24/"))
    client.force_login(maker.user)
    for name in ("", "differences/"):
        page = client.get(address(filing, name)).content.decode()
        assert "table=current" in page
        assert "row=532923" not in page


def test_before_the_report_is_made_the_list_is_that_of_today(client, county, tao):
    filing = actions.fall_due(tao.org, "half_year", HALF, by=tao, at=JULY)
    client.force_login(tao.user)
    page = client.get(address(filing), {"table": "category", "row": "0101", "figure": "concluded"})
    assert (page.context["filed"], page.context["counted"]) == (None, 6)


@pytest.mark.parametrize(
    "wrong",
    [
        {"table": "weekly"},
        {"row": "530000"},
        {"figure": "calls"},
        {"part": "7"},
        {"part": "-1"},
        {"table": "category", "row": ""},
        {"table": "category", "row": "0000"},
        {"table": "category", "row": "532923"},
    ],
)
def test_a_cell_the_report_has_none_of_is_not_found(client, tao, wrong):
    filing = made(tao)
    client.force_login(tao.user)
    asked = {"table": "current", "row": "532923", "figure": "concluded"}
    assert client.get(address(filing), asked).status_code == 200
    assert client.get(address(filing), {**asked, **wrong}).status_code == 404


def test_a_neighbour_finds_no_cell_and_a_mediator_none_either(client, tao, wang, yang):
    filing = made(tao)
    for outsider in (wang, yang):
        client.force_login(outsider.user)
        asked = {"table": "current", "figure": "concluded"}
        assert client.get(address(filing), asked).status_code == 404
