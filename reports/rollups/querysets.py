"""Rows of the roll-ups: which of them answer a question, and which are to be counted again."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import connection
from django.db.models import F, Q, QuerySet, Sum

from reports.counts.tally import Counting, counting

if TYPE_CHECKING:
    from organizations.models import Officer
    from reports.models import RollupState

Cells = dict[date, set[str]]  # the scopes of each month


class MonthQuerySet(QuerySet[Any]):
    def of(self, path: str, first: date | None, last: date) -> Self:
        """The months between the two days of a subtree."""
        rows = self.filter(scope__startswith=path, month__lte=last)
        return rows if first is None else rows.filter(month__gte=first)

    def without(self, cells: Cells, whole: set[date]) -> Self:
        """Leaving out single cells, and whole months."""
        left_out = Q(month__in=whole) if whole else Q()
        for month, scopes in cells.items():
            left_out |= Q(month=month, scope__in=scopes)
        return self.exclude(left_out) if left_out else self

    def summed(self, keys: tuple[str, ...], names: list[str]) -> Counting:
        """The counts by the columns `keys`, added up by the database."""
        return counting(self, {f"key_{key}": F(key) for key in keys}, **{name: Sum(name) for name in names})


class StaleQuerySet(QuerySet[Any]):
    def cells(self, path: str, last: date) -> dict[str, Cells]:
        """The cells of a subtree that do not agree with the files, by kind; what lies ahead is not counted yet."""
        found: dict[str, Cells] = defaultdict(lambda: defaultdict(set))
        for kind, scope, month in self.within(path, last).values_list("kind", "scope", "month").distinct():
            found[kind][month].add(scope)
        return found

    def within(self, path: str, through: date | None) -> Self:
        """Those of a subtree that are rolled up at all."""
        return self.filter(scope__startswith=path, month__lte=through) if through else self.none()

    def take(self, month: date) -> dict[str, set[str]]:
        """Take every mark of a month, by kind. What others mark meanwhile stays."""
        table = self.model._meta.db_table
        found: dict[str, set[str]] = defaultdict(set)
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE month = %s RETURNING kind, scope", [month])  # noqa: S608 - our own
            for kind, scope in cursor.fetchall():
                found[kind].add(scope)
        return found


class DifferenceQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        """Those of the own subtree."""
        return self.filter(scope__startswith=officer.path) if officer.path else self.none()

    def open(self) -> Self:
        return self.filter(settled_at=None)


class StateQuerySet(QuerySet[Any]):
    def current(self) -> RollupState:
        """The one row; a new one, of which nothing is saved, while there is none."""
        found: RollupState = self.first() or self.model(pk=1)
        return found
