"""A report: rows of figures and their total, and which rates must not be shown beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reports.breakdown import key_of, rows_of
from reports.counted import counted
from reports.counts import CASES_ONLY
from reports.definitions import CASE_FIGURES, INDICATORS, Indicator
from reports.indicators import Counts, Value, concluded, mediation_success_rate, succeeded
from reports.question import Question
from reports.rates import Rate


@dataclass(frozen=True)
class Row:
    """One organisation, month, category, mediator or origin."""

    key: str
    label: str
    counts: Counts
    figures: tuple[Indicator, ...] = field(repr=False)

    @cached_property
    def values(self) -> dict[str, Value]:
        return {figure.code: figure.count(self.counts) for figure in self.figures}

    @property
    def concluded(self) -> int:
        return concluded(self.counts)

    @property
    def succeeded(self) -> int:
        return succeeded(self.counts)

    @property
    def not_succeeded(self) -> int:
        return self.concluded - self.succeeded

    @property
    def success(self) -> Rate:
        return mediation_success_rate(self.counts)


@dataclass(frozen=True)
class Report:
    rows: list[Row]
    total: Row


def figures_of(question: Question) -> tuple[Indicator, ...]:
    """Categories, mediators and origins break down cases only."""
    return tuple(CASE_FIGURES if question.by in CASES_ONLY else INDICATORS.values())


def report(question: Question) -> Report:
    """Rows and total from one set of counts: the total is counted, never made of rates."""
    figures, found = figures_of(question), counted(question)
    rows = [Row(key, label, found.rows.get(key, Counts()), figures) for key, label in rows_of(question, found.rows)]
    return Report(rows, Row(key_of(question.org), question.org.name, found.total, figures))


def definitions_of(question: Question) -> dict[str, dict[str, Any]]:
    return {
        figure.code: {"label": str(figure.label), "formula": str(figure.formula), "unit": str(figure.unit)}
        for figure in figures_of(question)
    }


def hidden(sizes: Mapping[str, int], floor: int) -> set[str]:
    """Of the rows with their number of cases those whose rate is not shown: of fewer than `floor`, and as many more as
    it takes.

    One hidden row next to a total could be worked out by subtraction, so the smallest of the others are hidden too
    until those hidden hold `floor` cases together and are at least two.
    """
    filled = sorted((key for key in sizes if sizes[key]), key=lambda key: sizes[key])
    small = [key for key in filled if sizes[key] < floor]
    rest = filled[len(small) :]
    while small and rest and (len(small) < 2 or sum(sizes[key] for key in small) < floor):
        small.append(rest.pop(0))
    return set(small)
