"""The employers of each place, entered in the register before anybody complains of them."""

from __future__ import annotations

from datetime import datetime
from random import Random

from casework.employers import enter
from casework.models import Employer
from desk.demonstration import numbers, texts
from organizations.models import Duty, Officer, Region, UnionOrg


def enter_firms(org: UnionOrg, staff: dict[str, list[Officer]], number: int, at: datetime) -> None:
    """So many with different names, in the division of the union."""
    random, names = Random(f"firms {org.region_id}"), set[str]()  # noqa: S311 - invented firms, nothing is guarded by it
    while len(names) < number:
        names.add(texts.company(org.region.name, random))
    for name in sorted(names):
        enter(by=staff[Duty.CASE_OFFICER][0], at=at, name=name, **known_of(org.region, random))


def known_of(region: Region, random: Random) -> dict[str, object]:
    return {
        "region": region,
        "uscc": numbers.credit_code(region.code, random),
        "address": texts.address(region.name, random),
        "phone": numbers.landline(random),
        "legal_representative": texts.person(random),
    }


def firms_by_region() -> dict[str, list[Employer]]:
    """All that are in the register, in the order they were entered."""
    found: dict[str, list[Employer]] = {}
    for employer in Employer.objects.select_related("region").order_by("pk"):
        found.setdefault(employer.region_id or "", []).append(employer)
    return found
