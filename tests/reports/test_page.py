"""The page of figures: rates only of enough cases, the table beside the picture, every figure defined."""

import datetime as dt

import pytest

from reports.periods import Period, named

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
    assert sum(line.concluded for line in page.context["lines"]) == 6


def test_the_picture_holds_neither_script_nor_style(client, county, he):
    client.force_login(he.user)
    picture = client.get("/reports/chart.svg", {"organization": "532900", "by": "organization", **HALF})
    assert picture["Content-Type"] == "image/svg+xml"
    assert "祥云县" in picture.content.decode()
    assert not any(word in picture.content.decode() for word in ("style=", "<style", "<script"))


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
