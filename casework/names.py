"""The parts of an employer's name, and one spelling for the ways people write it.

A registered name is division + trade name + trade + legal form (Provisions on Enterprise Name Registration art. 6):
云南省祥云县 + 恒达 + 建筑 + 有限公司. Callers leave parts out; brackets, full-width signs and numerals vary.
Nothing here reads the database; the words are data: `data/name_words.csv` and the list of divisions.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
REGIONS = Path(__file__).parent.parent / "organizations" / "data" / "regions.csv"
OPENING, CLOSING = (
    re.compile(r"[\[{<\u300a\u3008\u3010\u3014\u3016]"),
    re.compile(r"[\]}>\u300b\u3009\u3011\u3015\u3017]"),
)
BRACKETED = re.compile(r"\(([^()]*)\)")
NO_SIGN = re.compile(r"[^\w()]|_")


@dataclass(frozen=True)
class Division:
    code: str
    short: str


@dataclass(frozen=True)
class NameParts:
    """`divisions` from the widest to the narrowest; `branch` is what a branch is called after the head office."""

    divisions: tuple[Division, ...]
    trade: str
    industry: str = ""
    branch: str = ""

    @property
    def division(self) -> str:
        """The code of the narrowest division named, "" for none."""
        return max((d.code for d in self.divisions), key=lambda code: len(code.rstrip("0")), default="")

    @property
    def plain(self) -> str:
        """Without the divisions: what most people say."""
        return self.trade + self.industry + self.branch

    @property
    def full(self) -> str:
        return "".join(dict.fromkeys(d.short for d in self.divisions)) + self.plain


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of one kind, the longest first."""
    with (DATA / "name_words.csv").open(encoding="utf-8", newline="") as rows:
        found = [row["text"] for row in csv.DictReader(rows) if row["kind"] == kind]
    return tuple(sorted(found, key=len, reverse=True))


def short_name(name: str) -> str:
    """大理白族自治州 → 大理. A name that would be left with one character stays whole: 云县."""
    bare = levels().sub("", name)
    while people := next((p for p in words("people") if bare.endswith(p) and bare != p), ""):
        bare = bare.removesuffix(people)
    return bare if len(bare) > 1 else name


@cache
def divisions() -> dict[str, Division]:
    """Every way to write a division; where a prefecture and a county share a name, the wider one is meant."""
    known: dict[str, Division] = {}
    with REGIONS.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found = Division(row["code"], short_name(row["name"]))
            level = levels().search(row["name"])
            middle = found.short + level[1][-1] if level else found.short
            for spelling in (row["name"], middle, found.short):
                known.setdefault(spelling, found)
    return known


def short_of(code: str) -> str:
    """The short name of a division of the list, "" for others."""
    return next((d.short for d in divisions().values() if d.code == code), "")


@cache
def starts() -> re.Pattern[str]:
    barred = "|".join(words("not_division"))
    return re.compile(f"(?!{barred})({'|'.join(sorted(divisions(), key=len, reverse=True))})")


@cache
def one_of(*kinds: str) -> str:
    return "|".join(sorted((w for kind in kinds for w in words(kind)), key=len, reverse=True))


@cache
def levels() -> re.Pattern[str]:
    return re.compile(f"({one_of('level')})$")


@cache
def numerals() -> re.Pattern[str]:
    """Numerals after the sign of an ordinal, or before what is counted; elsewhere they are part of a trade name."""
    signs = "".join([*words("numeral"), *words("ten")])
    return re.compile(f"(?<={one_of('ordinal')})[{signs}]+|[{signs}]+(?=[{''.join(words('counted'))}])")


def numeral(found: re.Match[str]) -> str:
    """Numerals up to 99 as digits: 十二 → 12."""
    digits = {sign: n % 10 for n, sign in enumerate(words("numeral"))}
    ten = words("ten")[0]
    text = found[0]
    if text.count(ten) != 1:
        return "".join(str(digits[sign]) for sign in text if sign in digits) or text
    tens, ones = text.split(ten)
    return str(10 * (digits.get(tens, 1) if tens else 1) + digits.get(ones, 0))


def fold(text: str) -> str:
    """One form for full and half width, case, brackets, spaces, signs and numerals. Idempotent."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = CLOSING.sub(")", OPENING.sub("(", text))
    return numerals().sub(numeral, NO_SIGN.sub("", text))


def parse(name: str) -> NameParts:
    text, places = without_brackets(fold(name))
    text, branch = without_branch(text)
    text, leading = without_divisions(text)
    places = leading + [place for place in places if place not in leading]
    text = without_form(text)
    if not text and places:
        text = places.pop().short
    trade, industry = split_trade(text)
    return NameParts(tuple(places), trade, industry, branch)


def normal(name: str) -> str:
    """The spelling by which names are compared and found: short divisions, trade name, trade, branch. Idempotent."""
    seen = name
    for _turn in range(6):
        following = parse(seen).full
        if following == seen:
            break
        seen = following
    return seen


def without_brackets(text: str) -> tuple[str, list[Division]]:
    """A division in brackets counts like one in front; a note goes; anything else is read as if without brackets."""
    places: list[Division] = []

    def read(found: re.Match[str]) -> str:
        rest, named = without_divisions(found[1])
        if named and not rest:
            places.extend(named)
            return ""
        return "" if found[1] in words("note") else found[1]

    text = BRACKETED.sub(read, text)
    return re.sub(r"[()]", "", text), places


def without_divisions(text: str) -> tuple[str, list[Division]]:
    """The text after the divisions it begins with."""
    named: list[Division] = []
    while found := starts().match(text):
        place = divisions()[found[1]]
        named += [] if place in named else [place]
        text = text[found.end() :]
    return text, named


def without_branch(text: str) -> tuple[str, str]:
    """The head office, and the branch with its kind: 恒达建筑有限公司祥云分公司 → 祥云分公司."""
    ending = re.search(f"({one_of('branch')})$", text)
    if not ending:
        return text, ""
    before = text[: ending.start()]
    if head := re.match(f"(.+?(?:{one_of('corporate')}))(.*)$", before):
        return head[1], shortened(head[2]) + ending[1]
    for start in range(max(len(before) - 12, 2), len(before)):
        rest, named = without_divisions(before[start:])
        if named and not rest:
            return before[:start], named[-1].short + ending[1]
    return (before, ending[1]) if len(before) > 1 else (text, "")


def shortened(text: str) -> str:
    rest, named = without_divisions(text)
    return (named[-1].short if named else "") + rest


def without_form(text: str) -> str:
    """The text before its legal form; a word that would be all of the name stays."""
    while form := re.search(f"(.+?)({one_of('corporate', 'ending')})$", text):
        text = form[1]
    return text


def split_trade(text: str) -> tuple[str, str]:
    """Trade name and trade. At least two characters stay for the trade name."""
    trade, industry = text, ""
    while word := next((w for w in words("industry") if trade.endswith(w) and len(trade) - len(w) > 1), ""):
        trade, industry = trade.removesuffix(word), word + industry
    return trade, industry


def spellings(name: str, division: str = "") -> list[str]:
    """What people may begin to type for a name: whole, from its narrowest division on, from its trade name on."""
    parts = parse(normal(name))
    place = short_of(division) or (parts.divisions[-1].short if parts.divisions else "")
    return list(dict.fromkeys(text for text in (parts.full, place + parts.plain, parts.plain) if text))


def pairs(text: str) -> list[str]:
    """The two-character pieces of a text, each once: what the index over parts of names holds."""
    return sorted({text[n : n + 2] for n in range(len(text) - 1)})
