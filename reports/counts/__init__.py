"""Counting the files of a period and place: a handful of grouped queries, whatever the number of rows."""

from __future__ import annotations

from reports.counts.cases import case_counts
from reports.counts.hotline import hotline_counts
from reports.counts.keys import CASES_ONLY, SPANS, rows_of
from reports.counts.referrals import referral_counts
from reports.counts.supervision import supervision_counts
from reports.counts.tally import Tally, merged
from reports.question import Question

__all__ = ["CASES_ONLY", "SPANS", "counts_by_key", "rows_of"]


def counts_by_key(question: Question) -> Tally:
    """The counts of every row of the breakdown, by its key."""
    found = list(case_counts(question))
    if question.by not in CASES_ONLY:
        found += [*supervision_counts(question), *referral_counts(question), *hotline_counts(question)]
    return merged(found)
