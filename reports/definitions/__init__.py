"""The table of figures: what each is called, how it is counted, in what unit. Page, API and chart read it."""

from __future__ import annotations

from reports.definitions.cases import CASE_FIGURES
from reports.definitions.hotline import HOTLINE_FIGURES
from reports.definitions.indicator import Indicator
from reports.definitions.referrals import REFERRAL_FIGURES
from reports.definitions.supervision import SUPERVISION_FIGURES

VERSION = "2"  # raised whenever a formula changes, so that a kept figure says what it meant

__all__ = [
    "CASE_FIGURES",
    "HOTLINE_FIGURES",
    "INDICATORS",
    "REFERRAL_FIGURES",
    "SUPERVISION_FIGURES",
    "Indicator",
]

INDICATORS = {
    figure.code: figure for figure in [*CASE_FIGURES, *SUPERVISION_FIGURES, *REFERRAL_FIGURES, *HOTLINE_FIGURES]
}
