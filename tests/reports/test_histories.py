"""Ten thousand histories: the product's figures against those counted by hand, from the files and rolled up."""

import datetime as dt
from collections import defaultdict
from copy import deepcopy
from unittest import mock

import pytest
from django.utils import timezone

from disputes.models import DisputeCase, DisputeDeadline, Payment
from organizations.models import UnionOrg
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
from tests.reports.written import write

WHOLE = Period(FIRST, TODAY)
YEARS = Period(dt.date(2023, 1, 1), dt.date(2024, 12, 31))
ODD = Period(dt.date(2023, 2, 17), dt.date(2024, 11, 5))
RUNNING = Period(dt.date(2025, 1, 1), dt.date(2025, 3, 31))
AT = timezone.make_aware(dt.datetime.combine(TODAY, dt.time(9)))


@pytest.fixture(scope="module")
def province(django_db_setup, django_db_blocker):
    """Written once for all tests of this file, each of which undoes what it changes."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        histories = invented(10_000)
        cases = write(histories)
        asker = member("statistician", "asker", region="530000")
        yield histories, cases, asker
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


def differing(row, histories, period):
    """The figures that are not those counted by hand."""
    found = figures(histories, period.first, period.last, TODAY)
    return {code: (plain(row.values[code]), want) for code, want in found.items() if plain(row.values[code]) != want}


def of(histories, *counties):
    return [one for one in histories if one.county in counties]


def check_everything(histories, asker):
    by_county = {county: of(histories, county) for county in COUNTIES}
    for period in (WHOLE, YEARS, ODD, RUNNING):
        for prefecture, counties in PREFECTURES.items():
            found = ask(asker, prefecture, period, "organization")
            rows = {row.key: row for row in found.rows}
            assert not differing(found.total, of(histories, *counties), period)
            assert not {c: d for c in counties if (d := differing(rows[c], by_county[c], period))}
    for county in COUNTIES:
        for row in ask(asker, county, WHOLE, "month").rows:
            assert not differing(row, by_county[county], month_of(row.key)), (county, row.key)


def month_of(key):
    first = dt.date.fromisoformat(f"{key}-01")
    return next(part for part in WHOLE.parts("month") if part.first == first)


def test_every_cell_of_counties_prefectures_and_months_is_what_is_counted_by_hand(data):
    histories, _cases, asker = data
    assert RollupState.objects.current().through is None
    check_everything(histories, asker)


def test_rolled_up_they_are_the_same_and_nothing_is_counted_from_the_files(data):
    histories, _cases, asker = data
    refresh(AT)
    with mock.patch("reports.rollups.reading.count_files", side_effect=AssertionError("counted from the files")):
        for period in (WHOLE, YEARS, RUNNING):
            found = ask(asker, "532900", period, "organization")
            assert not differing(found.total, of(histories, *PREFECTURES["532900"]), period)
    check_everything(histories, asker)


@pytest.mark.parametrize("by", ["category", "mediator", "origin"])
def test_rolled_up_the_rows_of_categories_mediators_and_origins_are_the_same(data, by):
    histories, _cases, asker = data
    straight = ask(asker, "532900", ODD, by)
    refresh(AT)
    rolled = ask(asker, "532900", ODD, by)
    assert [(row.key, row.values) for row in rolled.rows] == [(row.key, row.values) for row in straight.rows]
    column = {"category": lambda one: one.category, "origin": lambda one: one.origin}.get(by)
    if column:
        groups = defaultdict(list)
        for one in of(histories, *PREFECTURES["532900"]):
            groups[column(one)].append(one)
        assert not {row.key: d for row in rolled.rows if (d := differing(row, groups[row.key], ODD))}


def test_what_is_changed_after_the_roll_up_is_counted_at_once_and_rolled_up_later(data):
    histories, cases, asker = data
    histories = deepcopy(histories)
    refresh(AT)
    StaleMonth.objects.all().delete()
    pairs = [(c, h) for c, h in zip(cases, histories, strict=True) if h.closed and h.accepted and not h.merged]
    for case, one in pairs[:40]:
        change(case, one)
    assert StaleMonth.objects.count() > 0
    check_everything(histories, asker)
    refresh(AT)
    assert not StaleMonth.objects.exists()
    check_everything(histories, asker)
    assert recount(AT) == 0


def change(case, one):
    """A few months are moved, sums corrected, clocks extended and payments entered, one way or another."""
    one.closed += dt.timedelta(days=31)
    one.closed = min(one.closed, TODAY)
    one.workers += 1
    DisputeCase.objects.filter(pk=case.pk).update(
        closed_on=one.closed, worker_count=one.workers, is_group=one.workers >= 10
    )
    last = case.deadlines.filter(rule__code__in=["case.mediate", "case.court_assigned"]).last()
    n = max(i for i, (rule, _due) in enumerate(one.clocks) if rule in {"case.mediate", "case.court_assigned"})
    one.clocks[n] = (one.clocks[n][0], one.clocks[n][1] + dt.timedelta(days=45))
    DisputeDeadline.objects.filter(pk=last.pk).update(due_on=one.clocks[n][1])


def test_a_case_that_is_merged_leaves_every_month_it_was_in(data):
    histories, cases, asker = data
    histories = deepcopy(histories)
    refresh(AT)
    case, one = next((c, h) for c, h in zip(cases, histories, strict=True) if h.accepted and not h.closed)
    DisputeCase.objects.filter(pk=case.pk).update(state="merged")
    one.merged = True
    county = ask(asker, one.county, WHOLE, "month")
    one_county = of(histories, one.county)
    assert not {row.key: d for row in county.rows if (d := differing(row, one_county, month_of(row.key)))}


def test_rolling_up_twice_changes_nothing(data):
    refresh(AT)
    rows = list(CaseMonth.objects.order_by("dimension", "scope", "month", "key").values())
    RollupState.objects.update(through=None)
    refresh(AT)
    again = list(CaseMonth.objects.order_by("dimension", "scope", "month", "key").values())
    assert [{**row, "id": 0} for row in rows] == [{**row, "id": 0} for row in again]


def test_the_comparison_finds_what_was_falsified_and_has_it_counted_again(data):
    histories, _cases, asker = data
    refresh(AT)
    StaleMonth.objects.all().delete()
    row = CaseMonth.objects.filter(dimension="", agreed__gt=0).first()
    CaseMonth.objects.filter(pk=row.pk).update(agreed=row.agreed + 1)
    assert recount(AT) == 1
    found = RollupDifference.objects.get()
    assert (found.name, found.kept, found.found) == ("agreed", row.agreed + 1, row.agreed)
    check_counties(histories, asker)
    refresh(AT)
    assert recount(AT) == 0


def check_counties(histories, asker):
    for county in COUNTIES:
        assert not differing(ask(asker, county, WHOLE).total, of(histories, county), WHOLE)


def test_what_always_holds_holds(data):
    """Children add up to their parent; nothing is closed that was not there; rates lie between 0 and 1."""
    _histories, _cases, asker = data
    refresh(AT)
    for prefecture in PREFECTURES:
        found = ask(asker, prefecture, YEARS, "organization")
        for name in ("accepted", "concluded", "opening_backlog", "recovered", "persons_involved", "overdue_open"):
            assert sum(row.values[name] for row in found.rows) == found.total.values[name]
        for row in (*found.rows, found.total):
            values = row.values
            assert values["concluded"] <= values["accepted"] + values["opening_backlog"]
            assert all(0 <= v.numerator <= v.denominator for v in values.values() if isinstance(v, Rate))


def test_a_month_of_the_future_is_empty_and_a_running_one_counts_up_to_today(data):
    histories, _cases, asker = data
    county = of(histories, "532923")
    coming = Period(dt.date(2025, 4, 1), dt.date(2025, 4, 30))
    assert ask(asker, "532923", coming).total.values["accepted"] == 0
    month = Period(dt.date(2025, 3, 1), dt.date(2025, 3, 31))
    assert not differing(ask(asker, "532923", month).total, county, month)


def test_each_payment_marks_its_month(data):
    _histories, _cases, _asker = data
    refresh(AT)
    StaleMonth.objects.all().delete()
    paid = Payment.objects.filter(reverses=None).first()
    paid.pk, paid.paid_on = None, dt.date(2024, 2, 29)
    paid.save(force_insert=True)
    assert StaleMonth.objects.filter(kind="case", scope=paid.file.scope, month=dt.date(2024, 2, 1)).exists()


def test_where_there_are_no_files_there_is_nothing_to_roll_up(db):
    refresh(AT)
    assert RollupState.objects.current().through == TODAY
    assert not CaseMonth.objects.exists()
    assert recount(AT) == 0
