"""The words in which registers say how a call ended."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from casework.widths import half_width
from hotline.models import CallRecord

RESULTS = Path(__file__).resolve().parent.parent / "data" / "import_results.csv"


@cache
def ends() -> dict[str, tuple[str, str]]:
    """By the word: the step that takes the call in, and the kind of call that was no request."""
    with RESULTS.open(encoding="utf-8", newline="") as rows:
        return {row["word"]: (row["step"], row["non_case"]) for row in csv.DictReader(rows)}


def ending(result: str) -> tuple[str, str, str]:
    """Step, kind of call that was no request, and answer. A text that is no such word is the answer given."""
    found = ends().get(half_width(result).lower())
    if found:
        return (*found, "")
    return "take_in_closed", "", result


def no_request_kind(non_case: str, request_type: str) -> str:
    """A call that was no request says of what kind; a register seldom does."""
    if request_type == CallRecord.RequestType.INVALID:
        return non_case or CallRecord.NonCase.SILENT
    return CallRecord.NonCase.THANKS if request_type == CallRecord.RequestType.PRAISE else ""
