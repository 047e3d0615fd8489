"""The score sheets every database of the system begins with. Sheets that exist stay as the administrator set them."""

from __future__ import annotations

import csv
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from django.apps import apps as current

TABLE = Path(__file__).parent.parent / "data" / "score_items.csv"
BEGIN = date(2000, 1, 1)


def load_sheets(*, apps: Any = current, using: str, **_signal: Any) -> None:
    """Called after migrations and after a flush, with the models as they are then."""
    if "hotline" not in apps.app_configs or "scoresheet" not in apps.all_models["hotline"]:
        return
    sheets = apps.get_model("hotline", "ScoreSheet").objects.using(using)
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for (subject, title), items in groupby(rows, lambda row: (row["subject"], row["sheet"])):
        sheet, is_new = sheets.get_or_create(subject=subject, version=1, defaults={"title": title, "valid_from": BEGIN})
        for row in items if is_new else ():
            given = {name: row[name] for name in ("position", "text", "points")}
            sheet.items.create(knock_out=row["knock_out"] == "1", **given)
