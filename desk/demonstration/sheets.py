"""What the demonstration's callers tell about themselves: now and then, as in a real hotline."""

from __future__ import annotations

from datetime import datetime
from random import Random
from typing import Any

from desk.demonstration import texts
from hotline.models import CallRecord

C = CallRecord
INDUSTRIES, LANGUAGES = ["E", "H", "C", "F", "O"], ["local", "mandarin", "bai", "yi"]
GROUPS = [[C.WorkerGroup.MIGRANT], [C.WorkerGroup.MIGRANT, C.WorkerGroup.WOMAN], [C.WorkerGroup.PLATFORM], []]


def sheet(at: datetime, phone: str) -> dict[str, Any]:
    """By chance of its own, so that the rest of the demonstration does not change with it."""
    random = Random(f"{at.timestamp()} {phone}")  # noqa: S311 - invented people, nothing is guarded by it
    told: dict[str, Any] = {"notice_read": random.random() < 0.8, "line": "0872-12351"}
    for share, more in ((0.5, about_caller), (0.4, about_matter), (0.05, calls_for_another), (0.04, is_not_safe)):
        if random.random() < share:
            told |= more(random)
    return told


def about_caller(random: Random) -> dict[str, Any]:
    return {
        "sex": random.choice(C.Sex.values),
        "age_group": random.choice([C.AgeGroup.YOUNG, C.AgeGroup.MIDDLE, C.AgeGroup.SENIOR]),
        "language": random.choice(LANGUAGES),
        "union_member": random.random() < 0.3,
        "worker_groups": random.choice(GROUPS),
        "needs": [C.Need.DIALECT] if random.random() < 0.1 else [],
    }


def about_matter(random: Random) -> dict[str, Any]:
    return {
        "industry": random.choice(INDUSTRIES),
        "size_band": random.choice([C.SizeBand.SMALL, C.SizeBand.MEDIUM]),
        "evidence": texts.phrase("evidence", random),
        "other_body": random.choice(["", "", C.OtherBody.INSPECTION]),
    }


def calls_for_another(random: Random) -> dict[str, Any]:
    return {
        "relation": C.Relation.RELATIVE,
        "authority": random.choice([C.Authority.WRITTEN, C.Authority.BY_LAW]),
        "worker_name": texts.person(random),
    }


def is_not_safe(random: Random) -> dict[str, Any]:
    return {"do_not_call": random.random() < 0.5, "call_times": texts.phrase("call_times", random)}
