"""Which employers somebody may mean while typing: by code, telephone, name, project, pinyin and initials.

One statement for what begins as typed, a second one for what contains it when the first finds too little. Every arm
is bounded and read from an index of its own, so the cost does not grow with the register (benchmarks/employers.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from django.db.models import F, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from casework.fields import PHONE
from casework.models import Employer, EmployerKey, EmployerPhone
from casework.names import normal, pairs, parse, short_of, spellings
from casework.sounds import LATIN, Sound, Typed, read, readings_of, typed_ways
from casework.widths import half_width
from organizations.models import Officer

MOST = 8
PER_ARM = 24
CONTAINING = 60
SHORTEST = 2
AT_HOME = 2  # the likeliest readings are also looked for after the name of the own division
CODE = re.compile(r"(?=.*\d)[0-9A-HJ-NPQRTUWXY]{6,18}")
Rows = QuerySet[Any, tuple[Any, ...]]


@dataclass(frozen=True)
class Proposal:
    """An entry of the register that may be meant, and the spelling that was hit."""

    pk: int
    name: str
    uscc: str
    division: str
    region: str
    spelled: str


def recognise(officer: Officer, text: str, most: int = MOST) -> list[Proposal]:
    """The entries nearest to what is typed, those of the officer's own division first among equals."""
    typed = half_width(text)[:100]
    if len(typed) < SHORTEST:
        return []
    home = officer.org.region_id if officer.org else ""
    rows = list(begun(officer, typed, short_of(home)))
    if len({row[0] for row in rows}) < most:
        rows += containing(officer, normal(typed))
    return nearest(rows, home)[:most]


def nearest(rows: Iterable[tuple[Any, ...]], home: str) -> list[Proposal]:
    """Each entry once, by its best hit: the arm, then its own division, then the shortest spelling."""
    found = [(arm, Proposal(*entry)) for *entry, arm in rows]
    ranked = sorted(found, key=lambda hit: (hit[0], hit[1].region != home, len(hit[1].spelled), hit[1].pk))
    best: dict[int, Proposal] = {}
    for _arm, proposal in ranked:
        best.setdefault(proposal.pk, proposal)
    return list(best.values())


def begun(officer: Officer, typed: str, home: str) -> Rows:
    """Everything that begins as typed, in one statement."""
    compact = typed.replace(" ", "").replace("-", "")
    arms = [coded(officer, compact.upper())] if CODE.fullmatch(compact.upper()) else []
    arms += [telephoned(officer, compact)] if PHONE.match(compact) else []
    conditions = list(ways_to_begin(normal(typed), home))
    arms += [keyed(officer, condition, n) for n, condition in enumerate(conditions, 2)]
    return arms[0].union(*arms[1:], all=True) if len(arms) > 1 else arms[0]


def coded(officer: Officer, code: str) -> Rows:
    """The standing entries with this beginning of the code, their own or that of an entry joined to them."""
    rows = Employer.objects.visible_to(officer)
    joined = rows.filter(uscc__startswith=code).exclude(uscc="").values(head=Coalesce("merged_into", "pk"))
    return described(rows.filter(pk__in=joined[:PER_ARM]), "", F("uscc"), 0)


def telephoned(officer: Officer, number: str) -> Rows:
    rows = EmployerPhone.objects.visible_to(officer).for_number(number)
    joined = rows.values(head=Coalesce("employer__merged_into", "employer"))
    return described(Employer.objects.visible_to(officer).filter(pk__in=joined[:PER_ARM]), "", F("name"), 1)


def keyed(officer: Officer, condition: Q, arm: int, most: int = PER_ARM) -> Rows:
    """Keys lead to the entry that stands already."""
    rows = EmployerKey.objects.visible_to(officer).filter(condition)
    return described(rows, "employer__", F("text"), arm, most)


def described(rows: QuerySet[Any], entry: str, spelled: Any, arm: int, most: int = PER_ARM) -> Rows:
    """The same columns from every table, in the order of Found."""
    columns = [F(f"{entry}{name}") for name in ("pk", "name", "uscc")]
    place = [Coalesce(F(f"{entry}region{name}"), Value("")) for name in ("__name", "_id")]
    return rows.order_by().values_list(*columns, *place, spelled, Value(arm, IntegerField()))[:most]


def ways_to_begin(typed: str, home: str) -> Iterator[Q]:
    """Conditions on a key, the likeliest first: as written, as it sounds, and without some of the divisions typed.

    What names no division is also looked for after the name of the officer's own.
    """
    named = bool(parse(typed).divisions)
    ways = typed_ways(typed)
    for n, way in enumerate(ways):
        if home and not named and n < AT_HOME:
            yield begins([*home, *way])
        yield begins(way)
    if typed.isascii():
        yield Q(text__startswith=typed)
    elif not LATIN.search(typed):
        yield Q(sounds__startswith=" ".join(read(typed)))
        yield from (Q(text__startswith=text) for text in spellings(typed)[1:] if named)


def begins(way: list[Typed]) -> Q:
    """The text, its initials and its sounds hold a character each at the same place; leading parts use an index."""
    written = "".join(takewhile(lambda sign: isinstance(sign, str), way))  # type: ignore[arg-type]
    sounded = [sign.letters for sign in takewhile(lambda sign: isinstance(sign, Sound), way) if isinstance(sign, Sound)]
    found = Q(text__startswith=written) if written else Q()
    if len(written) == len(way):
        return found
    if len(sounded) == len(way) and all(len(part) > 1 for part in sounded[:-1]):
        return Q(sounds__startswith=" ".join(sounded))
    return found & sounding(way, sounded)


def sounding(way: list[Typed], leading: list[str]) -> Q:
    """Letters and characters mixed: the initials of both are one prefix, the patterns check every position."""
    letters = "".join(sign.letters[0] if isinstance(sign, Sound) else "." for sign in way)
    found = Q(initials__startswith=certain_initials(way)) & Q(initials__regex=f"^{letters}")
    if any(isinstance(sign, Sound) and len(sign.letters) > 1 for sign in way):
        parts = [f"{sign.letters}[^ ]*" if isinstance(sign, Sound) else "[^ ]+" for sign in way]
        found &= Q(sounds__regex="^" + " ".join(parts))
    if leading and len(leading) < len(way):
        found &= Q(text__regex="^" + "".join("." if isinstance(sign, Sound) else re.escape(sign) for sign in way))
    return found


def certain_initials(way: list[Typed]) -> str:
    """Up to the first character that is read in more than one way: a longer prefix leaves fewer rows to look at."""
    certain = takewhile(lambda sign: isinstance(sign, Sound) or sign not in readings_of(), way)
    return "".join(sign.letters[0] if isinstance(sign, Sound) else read(sign)[0][0] for sign in certain)


def containing(officer: Officer, typed: str) -> list[tuple[Any, ...]]:
    """Names and projects with the text anywhere in them, in no order: a frequent word alone tells nothing anyway."""
    if len(typed) < SHORTEST or typed.isascii():
        return []
    return list(keyed(officer, Q(pairs__contains=pairs(typed), text__contains=typed), 90, CONTAINING))
