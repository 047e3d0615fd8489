"""Verbs on reports that are filed, and on exports."""

from .exports import fetch, forget_exports, order, work
from .filings import check_figures, fall_due, give_back, make, open_due, return_report, send_up, sign
from .recalculating import recalculate

__all__ = [
    "check_figures",
    "fall_due",
    "fetch",
    "forget_exports",
    "give_back",
    "make",
    "open_due",
    "order",
    "recalculate",
    "return_report",
    "send_up",
    "sign",
    "work",
]
