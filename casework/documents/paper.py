"""Days and sums as they stand on paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

BLANK, BLANK_DAY = "＿＿＿＿＿＿＿＿＿＿＿＿", "＿＿＿＿年＿＿月＿＿日"  # left for the pen


def on_paper(day: date | None) -> str:
    """GB/T 9704: Arabic digits, the full year, nothing padded. "2024年6月5日"."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def on_paper_money(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:.2f}"
