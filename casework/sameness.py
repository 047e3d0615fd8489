"""Whether two entries may be the same employer: a score with its reasons. A person decides; nothing here joins.

Pure: what is compared is handed in. A credit code decides alone; the rest is weighed, and two names with nothing in
common are never more than doubtful, as firms share building sites and agents share telephones.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from casework.names import NameParts, normal, pairs, parse
from casework.sounds import read

LIKELY, DOUBTFUL = 0.7, 0.35
SHORTEST_PROJECT = 4


class Reason(TextChoices):
    CODE = "code", _("same credit code")
    OTHER_CODE = "other_code", _("another credit code")
    TRADE = "trade", _("same trade name")
    SOUND = "sound", _("trade name sounds or looks alike")
    PART = "part", _("trade name shortened")
    INDUSTRY = "industry", _("same trade")
    OTHER_INDUSTRY = "other_industry", _("another trade")
    PLACE = "place", _("same division")
    OTHER_PLACE = "other_place", _("another division")
    OTHER_BRANCH = "other_branch", _("another branch")
    PHONE = "phone", _("same telephone")
    PROJECT = "project", _("same project")


WEIGHTS: dict[Reason, float] = {
    Reason.TRADE: 0.5,
    Reason.SOUND: 0.38,
    Reason.PART: 0.3,
    Reason.INDUSTRY: 0.2,
    Reason.OTHER_INDUSTRY: -0.35,
    Reason.PLACE: 0.25,
    Reason.OTHER_PLACE: -0.4,
    Reason.OTHER_BRANCH: -0.3,
    Reason.PHONE: 0.35,
    Reason.PROJECT: 0.2,
}
OPEN_INDUSTRY, NEAR_INDUSTRY, WIDER_PLACE, OPEN_PLACE = 0.1, -0.1, 0.15, 0.1


@dataclass(frozen=True)
class Traits:
    """What is known of one side. Telephones in one spelling, projects as `normal` writes them."""

    names: tuple[str, ...]
    uscc: str = ""
    region: str = ""
    phones: frozenset[str] = frozenset()
    projects: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Judgement:
    score: float
    reasons: tuple[Reason, ...] = ()

    @property
    def is_likely(self) -> bool:
        return self.score >= LIKELY

    @property
    def is_doubtful(self) -> bool:
        return DOUBTFUL <= self.score < LIKELY

    @property
    def labels(self) -> list[str]:
        return [str(reason.label) for reason in self.reasons]


@dataclass
class Weighing:
    score: float = 0.0
    reasons: list[Reason] = field(default_factory=list)

    def add(self, reason: Reason) -> None:
        self.score += WEIGHTS[reason]
        self.reasons.append(reason)


def compare(one: Traits, other: Traits) -> Judgement:
    """How likely both are one employer, from 0 to 1."""
    if one.uscc and other.uscc:
        same = one.uscc == other.uscc
        return Judgement(1.0, (Reason.CODE,)) if same else Judgement(0.0, (Reason.OTHER_CODE,))
    named = [weigh_names(a, b, one, other) for a in parsed(one.names) for b in parsed(other.names)]
    best = max(named, key=lambda weighing: weighing.score, default=Weighing())
    if one.phones & other.phones:
        best.add(Reason.PHONE)
    if share_project(one.projects, other.projects):
        best.add(Reason.PROJECT)
    return Judgement(round(min(max(best.score, 0.0), 1.0), 2), tuple(best.reasons))


def parsed(names: Iterable[str]) -> list[NameParts]:
    return [parse(normal(name)) for name in names if name.strip()]


def weigh_names(a: NameParts, b: NameParts, one: Traits, other: Traits) -> Weighing:
    """Trade name first; without any likeness there, division and trade say nothing."""
    found = Weighing()
    likeness = like(a.trade, b.trade)
    if likeness is None:
        return found
    found.add(likeness)
    weigh_industry(found, a.industry, b.industry)
    weigh_place(found, places(a, one.region), places(b, other.region))
    if a.branch and b.branch and a.branch != b.branch:
        found.add(Reason.OTHER_BRANCH)
    return found


def like(a: str, b: str) -> Reason | None:
    if a == b:
        return Reason.TRADE
    if len(a) == len(b) and (read(a) == read(b) or (len(a) > 2 and differing(a, b) == 1)):
        return Reason.SOUND
    short, long = sorted((a, b), key=len)
    return Reason.PART if len(short) > 1 and (long.startswith(short) or long.endswith(short)) else None


def differing(a: str, b: str) -> int:
    return sum(x != y for x, y in zip(a, b, strict=True))


def weigh_industry(found: Weighing, a: str, b: str) -> None:
    if not (a and b):
        found.score += OPEN_INDUSTRY
    elif a in b or b in a:
        found.add(Reason.INDUSTRY)
    elif set(pairs(a)) & set(pairs(b)):
        found.score += NEAR_INDUSTRY
    else:
        found.add(Reason.OTHER_INDUSTRY)


def places(name: NameParts, region: str) -> set[str]:
    """The divisions a side may be meant in: the one in its name and the one it works in."""
    branch = parse(name.branch).divisions if name.branch else ()
    return {code for code in (name.division, region, *(d.code for d in branch)) if code}


def weigh_place(found: Weighing, a: set[str], b: set[str]) -> None:
    """Same county, one within the other, or apart."""
    counties = {code for code in a & b if not code.endswith("00")}
    if not (a and b):
        found.score += OPEN_PLACE
    elif counties:
        found.add(Reason.PLACE)
    elif any(within(x, y) or within(y, x) for x in narrowest(a) for y in narrowest(b)):
        found.score += WIDER_PLACE
    else:
        found.add(Reason.OTHER_PLACE)


def narrowest(codes: set[str]) -> set[str]:
    """Without the divisions another one lies in: a firm of Yunnan in Xiangyun is one of Xiangyun."""
    return {code for code in codes if not any(within(other, code) for other in codes - {code})}


def within(code: str, wider: str) -> bool:
    bare = wider[:2] if wider.endswith("0000") else wider[:4] if wider.endswith("00") else wider
    return code.startswith(bare)


def share_project(a: Iterable[str], b: Iterable[str]) -> bool:
    known = [text for text in b if len(text) >= SHORTEST_PROJECT]
    return any(x in y or y in x for x in a if len(x) >= SHORTEST_PROJECT for y in known)


def traits_of(family: Iterable[Any]) -> Traits:
    """The two sides of one entry of the register with those joined to it, read from what is loaded."""
    from casework.models.spellings import digits

    rows = list(family)
    return Traits(
        names=tuple(dict.fromkeys(name.text for row in rows for name in row.names.all())),
        uscc=next((row.uscc for row in rows if row.uscc), ""),
        region=next((row.region_id for row in rows if row.region_id), ""),
        phones=frozenset(digits(phone.number) for row in rows for phone in row.phones.all()),
        projects=frozenset(normal(project.name) for row in rows for project in row.projects.all()),
    )
