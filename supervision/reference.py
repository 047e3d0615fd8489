"""The checklist of topics every database of the system holds. Rows that exist stay as the administrator set them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from django.apps import apps as current

TABLE = Path(__file__).parent / "data" / "topics.csv"


def load_topics(*, apps: Any = current, using: str, **_signal: Any) -> None:
    """Called after migrations and after a flush, with the models as they are then."""
    if "supervision" not in apps.app_configs or "supervisiontopic" not in apps.all_models["supervision"]:
        return
    topic = apps.get_model("supervision", "SupervisionTopic")
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [topic(position=n, **row) for n, row in enumerate(csv.DictReader(file), 1)]
    topic.objects.using(using).bulk_create(rows, ignore_conflicts=True)
