"""Rows of few cases show no rate, and none that could be worked out from the total."""

from reports.report import hidden

FLOOR = 10


def rows(*concluded):
    return {f"row{n}": count for n, count in enumerate(concluded)}


def test_rows_above_the_floor_are_all_shown():
    assert hidden(rows(10, 25, 40), FLOOR) == set()


def test_one_small_row_takes_the_smallest_of_the_others_with_it():
    assert hidden(rows(3, 40, 12), FLOOR) == {"row0", "row2"}


def test_small_rows_which_hide_each_other_take_nobody_with_them():
    assert hidden(rows(6, 7, 40), FLOOR) == {"row0", "row1"}


def test_rows_without_cases_have_nothing_to_hide():
    assert hidden(rows(0, 30, 20), FLOOR) == set()
