"""Ten thousand histories: the product's figures against those counted by hand, from the files and rolled up."""

import datetime as dt
from collections import defaultdict
from copy import deepcopy
from dataclasses import replace
from random import Random
from unittest import mock

import pytest
from django.utils import timezone

from disputes.models import DisputeCase, DisputeDeadline, Payment
from organizations.models import UnionOrg
from reports.behind import OF_CASES
from reports.breakdown import places
from reports.models import CaseMonth, RollupDifference, RollupState, StaleMonth
from reports.periods import Period
from reports.question import Question
from reports.rates import Rate
from reports.report import report
from reports.rollups.recounting import recount
from reports.rollups.refreshing import refresh
from tests.conftest import member
from tests.reports.by_hand import figures
from tests.reports.histories import COUNTIES, FIRST, PREFECTURES, TODAY, invented
from tests.reports.listing import WORKED_OUT, listed, number_of
from tests.reports.written import write

WHOLE = Period(FIRST, TODAY)
YEARS = Period(dt.date(2023, 1, 1), dt.date(2024, 12, 31))
ODD = Period(dt.date(2023, 2, 17), dt.date(2024, 11, 5))
WEEK = Period(dt.date(2024, 4, 29), dt.date(2024, 5, 5))
RUNNING = Period(dt.date(2025, 1, 1), dt.date(2025, 3, 31))
AT = timezone.make_aware(dt.datetime.combine(TODAY, dt.time(9)))


@pytest.fixture(scope="module")
def province(django_db_setup, django_db_blocker):
    """Written and rolled up once for all tests of this file, each of which undoes what it changes."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        histories = invented(10_000)
        cases = write(histories)
        asker = member("statistician", "asker", region="530000")
        refresh(AT)
        StaleMonth.objects.all().delete()
        yield ByHand(histories), cases, asker
        transaction.set_rollback(True)


@pytest.fixture
def data(province, django_db_blocker):
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield province
        transaction.set_rollback(True)


def ask(asker, region, period, by=""):
    org = UnionOrg.objects.select_related("region").get(region=region, kind="federation")
    return report(Question(asker, org, period, by, TODAY))


def plain(value):
    return (value.numerator, value.denominator) if isinstance(value, Rate) else value


class ByHand:
    """The figures counted by hand, each place and period once; `histories` are looked at again when they changed."""

    def __init__(self, histories):
        self.histories, self.found = histories, {}

    def of(self, counties, period):
        asked = (counties, period)
        if asked not in self.found:
            rows = [one for one in self.histories if one.county in counties]
            self.found[asked] = figures(rows, period.first, period.last, TODAY)
        return self.found[asked]


def differing(row, found):
    """The figures that are not those counted by hand."""
    return {code: (plain(row.values[code]), want) for code, want in found.items() if plain(row.values[code]) != want}


def check_places(hand, asker, periods=(WHOLE, YEARS, ODD, WEEK, RUNNING)):
    for period in periods:
        for prefecture, counties in PREFECTURES.items():
            found = ask(asker, prefecture, period, "organization")
            rows = {row.key: row for row in found.rows}
            assert not differing(found.total, hand.of(tuple(counties), period))
            assert not {c: d for c in counties if (d := differing(rows[c], hand.of((c,), period)))}


def check_months(hand, asker, counties):
    for county in counties:
        rows = ask(asker, county, WHOLE, "month").rows
        assert not {row.key: d for row in rows if (d := differing(row, hand.of((county,), month_of(row.key))))}


def month_of(key):
    first = dt.date.fromisoformat(f"{key}-01")
    return next(part for part in WHOLE.parts("month") if part.first == first)


def test_every_cell_of_counties_prefectures_and_months_is_what_is_counted_by_hand(data):
    hand, _cases, asker = data
    RollupState.objects.update(through=None)
    check_places(hand, asker)
    check_months(hand, asker, COUNTIES)


def test_rolled_up_they_are_the_same_and_nothing_is_counted_from_the_files(data):
    hand, _cases, asker = data
    with mock.patch("reports.rollups.reading.countings", side_effect=AssertionError("counted from the files")):
        check_places(hand, asker)
        check_months(hand, asker, COUNTIES)


@pytest.mark.parametrize("by", ["category", "mediator", "origin"])
def test_rolled_up_the_rows_of_categories_mediators_and_origins_are_the_same(data, by):
    hand, _cases, asker = data
    rolled = ask(asker, "532900", ODD, by)
    RollupState.objects.update(through=None)
    straight = ask(asker, "532900", ODD, by)
    assert [(row.key, row.values) for row in rolled.rows] == [(row.key, row.values) for row in straight.rows]
    if by != "mediator":
        groups = defaultdict(list)
        for one in hand.histories:
            if one.county in PREFECTURES["532900"]:
                groups[getattr(one, by)].append(one)
        counted = {key: figures(rows, ODD.first, ODD.last, TODAY) for key, rows in groups.items()}
        assert not {row.key: d for row in rolled.rows if (d := differing(row, counted[row.key]))}


def test_what_is_changed_after_the_roll_up_is_counted_at_once_and_rolled_up_later(data):
    hand, cases, asker = data
    changed = ByHand(deepcopy(hand.histories))
    pairs = zip(cases, changed.histories, strict=True)
    for case, one in [(c, h) for c, h in pairs if h.closed and h.accepted and not h.merged][:40]:
        change(case, one)
    merge(*next((c, h) for c, h in zip(cases, changed.histories, strict=True) if h.accepted and not h.closed))
    assert StaleMonth.objects.exists()
    check_places(changed, asker, (YEARS, ODD))
    refresh(AT)
    assert not StaleMonth.objects.exists()
    check_places(changed, asker, (YEARS, ODD))
    check_months(changed, asker, COUNTIES[:1])


def change(case, one):
    """It ended a month later, with one worker more, and its clock was extended."""
    one.closed = min(one.closed + dt.timedelta(days=31), TODAY)
    one.workers += 1
    DisputeCase.objects.filter(pk=case.pk).update(
        closed_on=one.closed, worker_count=one.workers, is_group=one.workers >= 10
    )
    n = max(i for i, (rule, _due) in enumerate(one.clocks) if rule in {"case.mediate", "case.court_assigned"})
    one.clocks[n] = (one.clocks[n][0], one.clocks[n][1] + dt.timedelta(days=45))
    last = case.deadlines.filter(rule__code__in=["case.mediate", "case.court_assigned"]).order_by("pk").last()
    DisputeDeadline.objects.filter(pk=last.pk).update(due_on=one.clocks[n][1])


def merge(case, one):
    DisputeCase.objects.filter(pk=case.pk).update(state="merged")
    one.merged = True


def test_rolling_up_twice_changes_nothing(data):
    rows = list(CaseMonth.objects.order_by("dimension", "scope", "month", "key").values())
    RollupState.objects.update(through=None)
    refresh(AT)
    again = list(CaseMonth.objects.order_by("dimension", "scope", "month", "key").values())
    assert [{**row, "id": 0} for row in rows] == [{**row, "id": 0} for row in again]


def test_the_comparison_finds_what_was_falsified_and_has_it_counted_again(data):
    hand, _cases, asker = data
    row = CaseMonth.objects.filter(dimension="", agreed__gt=0).first()
    CaseMonth.objects.filter(pk=row.pk).update(agreed=row.agreed + 1)
    assert recount(AT) == 1
    found = RollupDifference.objects.get()
    assert (found.name, found.kept, found.found) == ("agreed", row.agreed + 1, row.agreed)
    check_places(hand, asker, (WHOLE,))
    refresh(AT)
    assert CaseMonth.objects.get(dimension="", scope=row.scope, month=row.month).agreed == row.agreed


def test_what_always_holds_holds(data):
    """Children add up to their parent; nothing is closed that was not there; rates lie between 0 and 1."""
    _hand, _cases, asker = data
    for prefecture in PREFECTURES:
        found = ask(asker, prefecture, YEARS, "organization")
        for name in ("accepted", "concluded", "opening_backlog", "recovered", "persons_involved", "overdue_open"):
            assert sum(row.values[name] for row in found.rows) == found.total.values[name]
        for row in (*found.rows, found.total):
            values = row.values
            assert values["concluded"] <= values["accepted"] + values["opening_backlog"]
            assert all(0 <= v.numerator <= v.denominator for v in values.values() if isinstance(v, Rate))


def test_a_month_of_the_future_is_empty_and_a_running_one_counts_up_to_today(data):
    hand, _cases, asker = data
    coming = Period(dt.date(2025, 4, 1), dt.date(2025, 4, 30))
    assert ask(asker, "532923", coming).total.values["accepted"] == 0
    month = Period(dt.date(2025, 3, 1), dt.date(2025, 3, 31))
    assert not differing(ask(asker, "532923", month).total, hand.of(("532923",), month))


def test_each_payment_marks_its_month(data):
    paid = Payment.objects.filter(reverses=None).first()
    paid.pk, paid.paid_on = None, dt.date(2024, 2, 29)
    paid.save(force_insert=True)
    assert StaleMonth.objects.filter(kind="case", scope=paid.file.scope, month=dt.date(2024, 2, 1)).exists()


@pytest.mark.parametrize("by", ["organization", "category", "origin"])
def test_of_fifty_cells_taken_at_random_every_list_is_as_long_as_its_number(data, by):
    _hand, _cases, asker = data
    org = UnionOrg.objects.select_related("region").get(region="532900", kind="federation")
    question = Question(asker, org, ODD, by, TODAY)
    rows = report(question).rows
    below = {place.region_id: place for place in places(question)}
    cells = [(row, code) for row in rows for code in OF_CASES if code not in WORKED_OUT]
    for row, code in Random(19).sample(cells, 17):  # noqa: S311 - the same cells every time
        narrowed = replace(question, org=below[row.key], by="") if row.key in below else question
        own = by == "organization" and row.key not in below
        found = listed(narrowed, code, row.key, own=own)
        assert found == number_of(row.values[code]), (row.label, code)


def test_where_there_are_no_files_there_is_nothing_to_roll_up(db):
    refresh(AT)
    assert RollupState.objects.current().through == TODAY
    assert not CaseMonth.objects.exists()
    assert recount(AT) == 0
