"""Masks for personal data, made on the server before anything is sent (Personal Information Protection Law, art. 51).

Surnames of two characters and the endings of organisations' names are data: `data/name_parts.csv`.
"""

import csv
import re
from functools import cache
from pathlib import Path

NAME_PARTS = Path(__file__).parent / "data" / "name_parts.csv"
SOMEBODY = "某"
NOTE_IN_BRACKETS = re.compile(r"[(\uff08][^)\uff09]*[)\uff09]$")
BETWEEN_NAMES = re.compile(r"[·•・‧.\uff0e]")
SEPARATORS = re.compile(r"[\s()\uff08\uff09]")
GIVEN_NAME_MAX = 2
PERSON_NAME_MAX = 4
MOBILE = re.compile(r"(?:\+?86)?(1\d{10})")
LANDLINE = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))-?(\d{7,8})(-\d+)?")


class Telephone(str):
    """A number in full, which the page that shows it may offer to dial."""

    __slots__ = ()

    @property
    def dial(self) -> str:
        """The number as a link takes it."""
        return re.sub(r"[^0-9+]", "", self)


def mask_name(name: str, *, minor: bool = False) -> str:
    """A person's name with the surname kept and the rest 某; a minor's wholly 某某. Names of organisations stay.

    A name of several parts joined by a dot keeps its first part; one in Latin letters keeps its first letter.
    """
    name = name.strip()
    if not name or (not minor and is_organisation(name)):
        return name
    if minor:
        return SOMEBODY * 2
    parts = BETWEEN_NAMES.split(name)
    if len(parts) > 1 and parts[0] and not name.isascii():
        return f"{parts[0]}·{SOMEBODY * 2}"
    if name.isascii():
        return name[0] + "***"
    return _mask_han(name)


def is_organisation(name: str) -> bool:
    """Whether a name ends like that of a firm, shop or office; up to four characters are taken for a person's."""
    return len(name) > PERSON_NAME_MAX and NOTE_IN_BRACKETS.sub("", name).endswith(tuple(_parts("organisation")))


def mask_phone(phone: str) -> str:
    """`138****5678`; of a landline the area code and the last two digits; of any other number the last two."""
    number = SEPARATORS.sub("", phone)
    if mobile := MOBILE.fullmatch(number.replace("-", "")):
        return f"{mobile[1][:3]}****{mobile[1][-4:]}"
    if landline := LANDLINE.fullmatch(number):
        return f"{landline[1]}-{_hidden(landline[2], 0, 2)}"
    return _hidden(number, 0, 2)


def mask_id_number(number: str) -> str:
    """The first three and the last four characters: `530***********123X`."""
    return _hidden(number.strip(), 3, 4)


def mask_bank_card(number: str) -> str:
    """The last four digits."""
    return _hidden(re.sub(r"[\s-]", "", number), 0, 4)


@cache
def _parts(kind: str) -> frozenset[str]:
    with NAME_PARTS.open(encoding="utf-8", newline="") as rows:
        return frozenset(row["text"] for row in csv.DictReader(rows) if row["kind"] == kind)


def _mask_han(name: str) -> str:
    surname = name[:2] if len(name) > 2 and name[:2] in _parts("surname") else name[0]
    return surname + SOMEBODY * min(max(len(name) - len(surname), 1), GIVEN_NAME_MAX)


def _hidden(text: str, head: int, tail: int) -> str:
    """The text with all but its ends starred; wholly starred when that would hide less than half of it."""
    hidden = len(text) - head - tail
    if hidden < head + tail:
        return "*" * len(text)
    return text[:head] + "*" * hidden + text[len(text) - tail :]
