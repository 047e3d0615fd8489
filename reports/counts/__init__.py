"""Counting the files themselves: a fixed number of grouped queries, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reports.counts.cases import case_counts, stock_counts
from reports.counts.covered import covered
from reports.counts.hotline import hotline_counts, order_counts
from reports.counts.money import money_counts
from reports.counts.referrals import referral_counts
from reports.counts.selection import CASES_ONLY, Part, Selection
from reports.counts.supervision import supervision_counts
from reports.counts.tally import Counting, Key, Tally, asked, asked_at_once, counting, merged

__all__ = [
    "CASES_ONLY",
    "KINDS",
    "OF_CASES",
    "STOCK",
    "Counter",
    "Counting",
    "Key",
    "Part",
    "Selection",
    "Tally",
    "asked_at_once",
    "count_files",
    "counting",
    "countings",
    "covered",
    "merged",
]

Counter = Callable[[Selection], Iterator[Counting]]
STOCK = "stock"
# By the kind of file whose changes move the counts. Everything is dated by one day and can be summed over days.
KINDS: dict[str, tuple[Counter, ...]] = {
    STOCK: (stock_counts,),
    "case": (case_counts, money_counts),
    "supervision": (supervision_counts,),
    "referral": (referral_counts,),
    "hotline": (hotline_counts,),
    "order": (order_counts,),
}
OF_CASES = {STOCK, "case"}


def count_files(selection: Selection, kinds: set[str]) -> Tally:
    """The counts of the files of these kinds by the keys of the selection."""
    return merged(asked(found) for found in countings(selection, kinds))


def countings(selection: Selection, kinds: set[str]) -> Iterator[Counting]:
    """What is to be asked of the files of these kinds."""
    wanted = kinds & OF_CASES if selection.is_of_cases else kinds
    return (found for kind in sorted(wanted) for counter in KINDS[kind] for found in counter(selection))
