"""The kinds of referral every database of the system holds. Rows that exist stay as the administrator set them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from django.apps import apps as current

TABLE = Path(__file__).parent / "data" / "kinds.csv"
PLAIN = (
    "code",
    "label",
    "direction",
    "authority_kind",
    "ack_rule",
    "urgent_ack_rule",
    "decision_rule",
    "result_rule",
    "result_from",
)


def load_kinds(*, apps: Any = current, using: str, **_signal: Any) -> None:
    """Called after migrations with the models as they are then, and after a flush."""
    if "referrals" not in apps.app_configs or "referralkind" not in apps.all_models["referrals"]:
        return
    model = apps.get_model("referrals", "ReferralKind")
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [kind(model, position, row) for position, row in enumerate(csv.DictReader(file), 1)]
    model.objects.using(using).bulk_create(rows, ignore_conflicts=True)


def kind(model: Any, position: int, row: dict[str, str]) -> Any:
    return model(
        position=position,
        needs_approval=row["needs_approval"] == "1",
        needs_papers=row["needs_papers"] == "1",
        outcomes=[pair.split(":") for pair in row["outcomes"].split("|")],
        **{name: row[name] for name in PLAIN},
    )
