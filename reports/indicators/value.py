"""What a figure is counted from, and what it can be."""

from __future__ import annotations

from collections import Counter

from reports.rates import Number, Rate

Counts = Counter[str]
Value = Number | Rate | None
