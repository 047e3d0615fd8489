"""Code lists of national standards and of the province, kept as data: a new line needs no change of the program."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
Choices = list[tuple[str, str]]


@cache
def table(name: str) -> Choices:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return [(row["code"], row["name"]) for row in csv.DictReader(rows)]


def industries() -> Choices:
    """The sections of GB/T 4754."""
    return table("industries")


def ethnic_groups() -> Choices:
    """The numeric codes of GB/T 3304."""
    return table("ethnic_groups")


def languages() -> Choices:
    """What callers of the province speak."""
    return table("languages")
