"""Units are judged against chance, and periods against the ones before."""

import datetime as dt
import re
from collections import Counter
from random import Random

import pytest
from django.template.loader import render_to_string

from reports.charts import funnel_chart
from reports.comparison import previous
from reports.definitions import CASE_FIGURES
from reports.funnel import ABOVE, BELOW, WITHIN, funnel
from reports.periods import Period
from reports.report import Report, Row


def found(*units):
    rows = [
        Row(f"row{n}", f"单位{n}", Counter({"agreed": yes, "failed": no}), tuple(CASE_FIGURES))
        for n, (yes, no) in enumerate(units)
    ]
    total = Counter({"agreed": sum(yes for yes, _no in units), "failed": sum(no for _yes, no in units)})
    return Report(rows, Row("", "", total, tuple(CASE_FIGURES)))


def test_of_equal_units_fewer_than_one_in_twenty_is_pointed_out():
    random = Random(8)  # noqa: S311 - the same units every time
    sizes = [random.randint(10, 200) for _n in range(1290)]
    units = [(hits := sum(random.random() < 0.8 for _k in range(n)), n - hits) for n in sizes]
    pointed_out = [one for one in funnel(found(*units), 10).points if one.words != WITHIN]
    assert len(pointed_out) / len(units) < 0.01


def test_a_unit_far_from_the_others_is_pointed_out_and_a_small_one_is_not():
    judged = funnel(found((170, 30), (165, 35), (90, 110), (198, 2), (7, 5)), 10)
    assert [point.words for point in judged.points] == [WITHIN, WITHIN, BELOW, ABOVE, WITHIN]


def test_units_without_a_rate_are_not_in_it_and_of_two_there_is_none():
    assert funnel(found((9, 3), (3, 1), (40, 10)), 10) is None
    assert {p.key for p in funnel(found((20, 3), (3, 1), (40, 10), (50, 9), (30, 4)), 10).points} == {
        "row2", "row3", "row4",
    }  # fmt: skip


def test_the_picture_names_only_those_pointed_out():
    judged = funnel(found((160, 40), (158, 42), (156, 44), (155, 45), (90, 110)), 10)
    picture = render_to_string("reports/parts/funnel.html", {"chart": funnel_chart(judged, "图")})
    written = re.findall(r"<text[^>]*>(单位\d)", picture)
    assert written == ["单位4"]
    assert not any(word in picture for word in ("style=", "<style", "<script"))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-03-01", "2024-03-31", ("2024-02-01", "2024-02-29")),
        ("2024-04-01", "2024-06-30", ("2024-01-01", "2024-03-31")),
        ("2024-01-01", "2024-12-31", ("2023-01-01", "2023-12-31")),
        ("2024-05-01", "2024-05-17", ("2024-04-01", "2024-04-17")),
        ("2024-01-01", "2024-11-25", ("2023-01-01", "2023-11-25")),
        ("2024-01-11", "2024-01-20", ("2024-01-01", "2024-01-10")),
    ],
)
def test_a_period_is_compared_with_as_much_time_before_it(first, last, expected):
    days = [dt.date.fromisoformat(text) for text in (first, last, *expected)]
    assert previous(Period(*days[:2])) == Period(*days[2:])
