"""Where the offices are, when they are open, and what one brings along: what an operator reads to a caller."""

from __future__ import annotations

from random import Random
from typing import Any

from desk.demonstration import texts
from organizations.models import Authority, UnionOrg

FIELDS = ("phone", "address", "hours", "services")


def furnish() -> None:
    """The offices of authorities and of unions."""
    words = texts.table("offices")
    furnish_authorities(words)
    furnish_unions(words)


def furnish_unions(words: dict[str, Any]) -> None:
    """A notice to a party names the telephone and the address of the union."""
    random = Random("unions")  # noqa: S311 - invented addresses, nothing is guarded by them
    rows = list(UnionOrg.objects.filter(kind=UnionOrg.Kind.FEDERATION, phone="").select_related("region"))
    for row in sorted(rows, key=lambda row: row.path):
        row.phone, row.address = phone(random), address(words, row.region.name, random)
    UnionOrg.objects.bulk_update(rows, ("phone", "address"), batch_size=500)


def phone(random: Random) -> str:
    return f"0{random.randint(100_0000, 999_9999)}"


def address(words: dict[str, Any], place: str, random: Random) -> str:
    return str(words["street"].format(place=place, road=random.choice(words["roads"]), n=random.randint(1, 199)))


def furnish_authorities(words: dict[str, Any]) -> None:
    """Every office gets its entry in the directory. The numbers begin with a nought, as no real one does."""
    random = Random("offices")  # noqa: S311 - invented addresses, nothing is guarded by them
    rows = list(Authority.objects.filter(hours="").select_related("region").order_by("region_id", "kind"))
    for row in rows:
        row.phone, row.address = phone(random), address(words, row.region.name, random)
        row.hours, row.services = words["hours"], words["services"].get(row.kind, "")
    Authority.objects.bulk_update(rows, FIELDS, batch_size=500)
