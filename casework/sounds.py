"""How Chinese is read and typed in Latin letters: pinyin, initials, both mixed with characters.

The dictionary of pypinyin reads phrases well and surnames badly; the characters where that matters are data:
`data/readings.csv`, with every reading that people may type.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any

READINGS = Path(__file__).parent / "data" / "readings.csv"
MOST_READINGS = 4
MOST_WAYS = 4
LATIN = re.compile(r"[a-z]+")
INITIALS = frozenset("bpmfdtnlgkhjqxzcsryw") | frozenset("aeo")


@cache
def readings_of() -> dict[str, list[str]]:
    with READINGS.open(encoding="utf-8", newline="") as rows:
        return {row["text"]: row["readings"].split() for row in csv.DictReader(rows)}


def read(text: str) -> list[str]:
    """One sound for each character; a sign without a reading stands for itself."""
    from pypinyin import lazy_pinyin

    sounds = [sound.lower() for sound in lazy_pinyin(text, errors=signs)]
    return sounds if len(sounds) == len(text) else list(text)


def signs(text: str) -> Any:
    """What has no reading comes in one piece, and is handed back sign by sign."""
    return list(text)


def readings(text: str) -> list[list[str]]:
    """The usual reading, and the others where the first ambiguous characters may be read otherwise."""
    usual = read(text)
    ambiguous = [n for n, sign in enumerate(text) if sign in readings_of()][:2]
    choices = [of_sign(text[n], sound) if n in ambiguous else [sound] for n, sound in enumerate(usual)]
    return [list(way) for way in islice(product(*choices), MOST_READINGS)]


def of_sign(sign: str, usual: str) -> list[str]:
    """The reading the dictionary gives in this place, when it gives one, before the others of the table."""
    return list(dict.fromkeys([*([usual] if usual.isascii() else []), *readings_of()[sign]]))


def initials(sounds: list[str]) -> str:
    return "".join(sound[0] for sound in sounds)


@cache
def syllables() -> frozenset[str]:
    """Every syllable there is, from the dictionary itself."""
    from pypinyin import Style
    from pypinyin.pinyin_dict import pinyin_dict
    from pypinyin.style import convert

    common = (value.split(",")[0] for code, value in pinyin_dict.items() if 0x4E00 <= code < 0xA000)
    found = {convert(sound, Style.NORMAL, strict=False) for sound in set(common)}
    return frozenset(sound for sound in found if LATIN.fullmatch(sound) and (len(sound) > 1 or sound in "aeo"))


@cache
def beginnings() -> frozenset[str]:
    return frozenset(sound[:end] for sound in syllables() for end in range(1, len(sound) + 1))


def ways(letters: str) -> list[list[str]]:
    """How letters may be meant, the likeliest first: whole syllables, one letter for each character, or both.

    Only the last syllable may be unfinished, apart from those given by their first letter.
    """
    found = sorted(islice(cut(letters), 60), key=lambda way: (sum(len(part) == 1 for part in way), len(way)))
    each = list(letters) if INITIALS.issuperset(letters) else None
    rest = [way for way in found if way != each]
    whole = [way for way in rest if all(len(part) > 1 for part in way)]
    mixed = [way for way in rest if way not in whole]
    return [*whole[:2], *([each] if each else []), *mixed[:1]]


def cut(letters: str) -> list[list[str]]:
    if not letters:
        return [[]]
    found = []
    for size in range(min(6, len(letters)), 0, -1):
        part, rest = letters[:size], letters[size:]
        if part in syllables() or (size == 1 and part in INITIALS) or (not rest and part in beginnings()):
            found += [[part, *more] for more in cut(rest)[:12]]
    return found


@dataclass(frozen=True)
class Sound:
    """One character given by how it sounds, whole or its beginning."""

    letters: str


Typed = str | Sound


def typed_ways(text: str) -> list[list[Typed]]:
    """A text of characters and letters as characters and sounds, one position for one character of the name."""
    runs = re.findall(r"[a-z]+|[^a-z]", text)
    choices: list[list[list[Typed]]] = [
        [[Sound(part) for part in way] for way in ways(run)] if LATIN.fullmatch(run) else [[run]] for run in runs
    ]
    return [[sign for run in way for sign in run] for way in islice(product(*choices), MOST_WAYS)]
