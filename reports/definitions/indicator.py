"""One figure: what it is called, how it is counted, in what unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import pgettext_lazy

from reports.indicators import Counts, Value

CASES, PERSONS = pgettext_lazy("unit", "cases"), pgettext_lazy("unit", "persons")
YUAN, DAYS, PERCENT = pgettext_lazy("unit", "yuan"), pgettext_lazy("unit", "days"), "%"
DOCUMENTS, REFERRALS = pgettext_lazy("unit", "documents"), pgettext_lazy("unit", "referrals")
CALLS, ORDERS = pgettext_lazy("unit", "calls"), pgettext_lazy("unit", "work orders")
REQUESTS, CHASES = pgettext_lazy("unit", "requests"), pgettext_lazy("unit", "chases")
INCIDENTS, EMPLOYERS = pgettext_lazy("unit", "incidents"), pgettext_lazy("unit", "employers")


@dataclass(frozen=True)
class Indicator:
    """`count` says it over counts; `formula` says it in words for the page."""

    count: Callable[[Counts], Value]
    label: Any
    unit: Any
    formula: Any

    @property
    def code(self) -> str:
        return self.count.__name__
