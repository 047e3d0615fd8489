"""The page of figures: rates only of enough cases, the table beside the picture, every figure defined."""

import datetime as dt

import pytest
from django.utils import timezone

from casework.models import Policy
from organizations.models import UnionOrg
from reports.models import ROLLUPS, StaleMonth
from reports.periods import Period, named
from reports.rollups.refreshing import refresh
from tests.conftest import member
from tests.hotline.test_statements import statements

PAGE = "/reports/"
HALF = {"period_name": "free", "from": "2024-01-01", "to": "2024-06-30"}


def shown(client, officer, **query):
    client.force_login(officer.user)
    return client.get(PAGE, query)


def test_fewer_than_ten_cases_show_counts_and_say_why_there_is_no_rate(client, county, he):
    page = shown(client, he, organization="532923", **HALF)
    text = page.content.decode()
    assert "本期结案不足 10 件，不计算比率" in text
    assert "成功 3 · 未成功 3" in text
    assert "50.0%" not in text


def test_every_figure_has_its_definition_on_the_page(client, county, he):
    page = shown(client, he, organization="532923", **HALF)
    figures = [figure for _title, group in page.context["groups"] for figure in group]
    assert len(figures) > 40
    assert all(str(figure.formula) in page.content.decode() for figure in figures)


@pytest.mark.parametrize("by", ["organization", "quarter", "month", "category", "mediator", "origin"])
def test_every_breakdown_has_its_table(client, county, he, by):
    page = shown(client, he, organization="532900", by=by, **HALF)
    assert page.status_code == 200
    assert sum(line.n for line in page.context["lines"]) == 6


def test_any_figure_can_be_looked_at_by_row_and_leads_to_its_lists(client, county, he):
    page = shown(client, he, organization="532900", by="organization", figure="amount_agreed", **HALF)
    line = next(one for one in page.context["lines"] if one.key == "532923")
    assert line.value == "149,800.00"
    assert client.get(line.url).context["sum"] == "149,800.00"
    assert client.get(line.page).context["question"].org == county.officer.org
    page = shown(client, he, by="category", figure="connection_rate", **HALF)
    assert page.status_code == 422
    assert "请改选分组或指标" in page.content.decode()


def test_who_doubts_a_figure_has_it_counted_again_and_sees_how_far_it_is(client, county, he, wang):
    now = timezone.now()
    refresh(now)
    before = shown(client, he, organization="532923", **HALF).context["values"]
    answer = client.post("/reports/recalculate/", {"organization": "532923", **HALF})
    page = client.get(answer["Location"])
    assert page.context["recounting"].left == page.context["recounting"].most > 0
    assert page.context["values"] == before
    assert "正在重新计算" in page.content.decode()
    refresh(now)
    assert "已全部从案卷重新计算" in client.get(answer["Location"]).content.decode()
    client.force_login(wang.user)
    assert client.post("/reports/recalculate/", {"organization": "532923", **HALF}).status_code == 404


def test_the_page_takes_less_than_thirty_statements_before_the_roll_up_after_it_and_between(client, county):
    yin = member("statistician", "yin", region="530000")
    client.force_login(yin.user)
    client.get(PAGE)
    asked = [lambda by=by: client.get(PAGE, {"by": by}) for by in ("", "county", "month", "category")]
    counts = [statements(ask) for ask in asked]
    refresh(timezone.now())
    counts += [statements(ask) for ask in asked]
    january = timezone.localdate().replace(month=1, day=1)
    counties = UnionOrg.objects.filter(level="county").values_list("path", flat=True)[:20]
    StaleMonth.objects.bulk_create(StaleMonth(kind=k, scope=c, month=january) for c in counties for k in ROLLUPS)
    counts += [statements(ask) for ask in asked]
    assert max(counts) < 30, counts


def test_the_picture_holds_neither_script_nor_style(client, county, he):
    Policy.objects.filter(code="small_number_floor").update(value=1)
    page = shown(client, he, organization="532900", by="organization", **HALF).content.decode()
    picture = page[page.index('<svg class="chart"') : page.index("</svg>", page.index('<svg class="chart"'))]
    assert "祥云县" in picture
    assert "<circle" in picture
    assert not any(word in picture for word in ("style=", "<style", "<script"))


def test_a_wrong_period_comes_back_with_its_error(client, he):
    page = shown(client, he, period_name="free", **{"from": "2024-06-30", "to": "2024-01-01"})
    assert page.status_code == 422
    assert "截止日期早于起始日期" in page.content.decode()


def test_a_neighbour_finds_no_page_and_others_are_refused(client, wang, yang):
    assert shown(client, wang, organization="532923").status_code == 404
    assert shown(client, yang).status_code == 403


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("year", "2024-01-01", "2024-05-17"),
        ("quarter", "2024-04-01", "2024-05-17"),
        ("month", "2024-05-01", "2024-05-17"),
        ("last_month", "2024-04-01", "2024-04-30"),
        ("last_quarter", "2024-01-01", "2024-03-31"),
        ("last_year", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_running_period_is_counted_up_to_today(name, first, last):
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert named(name, dt.date(2024, 5, 17)) == Period(*days)
