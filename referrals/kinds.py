"""The kinds of referral and the rules of the office in charge that every database of the system holds.

Rows that exist stay as the administrator set them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps as current

DATA = Path(__file__).parent / "data"
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
    "extension_rule",
    "feedback_rule",
    "taken_on_rule",
    "basis",
    "origin",
)
LISTS = ("acts", "grounds", "shares")
FLAGS = ("needs_approval", "needs_papers", "by_agreement")


def rows(table: str) -> Iterator[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def load_kinds(*, apps: Any = current, using: str, **_signal: Any) -> None:
    """Called after migrations with the models as they are then, and after a flush."""
    if "referrals" not in apps.app_configs or "officerule" not in apps.all_models["referrals"]:
        return
    model, rule = apps.get_model("referrals", "ReferralKind"), apps.get_model("referrals", "OfficeRule")
    model.objects.using(using).bulk_create([model(**values) for values in kinds()], ignore_conflicts=True)
    if not rule.objects.using(using).exists():
        rule.objects.using(using).bulk_create(rule(**values) for values in offices())


def kinds() -> list[dict[str, Any]]:
    fields, papers = list(rows("kind_fields")), list(rows("kind_papers"))
    found = []
    for position, row in enumerate(rows("kinds"), 1):
        code = row["code"]
        values = kind(row) | {
            "position": position,
            "fields": [field(one) for one in fields if one["kind"] == code],
            "papers": [[one["code"], one["label"], one["required"] == "1"] for one in papers if one["kind"] == code],
        }
        found.append(values)
    return found


def kind(row: dict[str, str]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in PLAIN},
        **{name: [part for part in row[name].split("|") if part] for name in LISTS},
        **{name: row[name] == "1" for name in FLAGS},
        "outcomes": pairs(row["outcomes"]),
        "outcome_rules": dict(pairs(row["outcome_rules"])),
    }


def pairs(text: str) -> list[list[str]]:
    return [part.split(":") for part in text.split("|") if part]


def field(row: dict[str, str]) -> dict[str, Any]:
    """One field of a kind: its code, label, type, whether it is needed, the period that must still run, its help."""
    plain = {name: row[name] for name in ("code", "label", "type", "within", "help")}
    return {**plain, "required": row["required"] == "1", "choices": pairs(row["choices"])}


def offices() -> list[dict[str, Any]]:
    """Empty kind or division: the row is for all of them."""
    plain = ("authority_kind", "place", "level", "named", "basis")
    return [
        {
            "kind_id": row["kind"] or None,
            "region_id": row["region_code"] or None,
            **{name: row[name] for name in plain},
        }
        for row in rows("offices")
    ]
