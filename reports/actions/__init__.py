"""Verbs on reports."""

from .filings import check_figures, fall_due, give_back, make, open_due, return_report, send_up, sign

__all__ = ["check_figures", "fall_due", "give_back", "make", "open_due", "return_report", "send_up", "sign"]
