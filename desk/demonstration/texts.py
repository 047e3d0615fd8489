"""Invented texts, names and employers, read from the data files beside this module."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

FOLDER = Path(__file__).parent / "data"


@lru_cache
def table(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def phrase(kind: str, random: Random) -> str:
    """One of the phrases of a kind."""
    found: str = random.choice(table("words")[kind])
    return found


def person(random: Random) -> str:
    """A family name and a given name put together by chance."""
    names = table("people")
    return str(random.choice(names["surnames"]) + random.choice(names["given"]))


def company(place: str, random: Random) -> str:
    parts = table("employers")
    name: str = parts["name"]
    return name.format(place=place, brand=random.choice(parts["brands"]), trade=random.choice(parts["trades"]))


def address(place: str, random: Random) -> str:
    words = table("people")
    pattern: str = words["address"]
    return pattern.format(place=place, street=random.choice(words["streets"]), n=random.randint(1, 199))
