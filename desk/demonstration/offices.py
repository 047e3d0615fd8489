"""Where the offices are, when they are open, and what one brings along: what an operator reads to a caller."""

from __future__ import annotations

from random import Random

from desk.demonstration import texts
from organizations.models import Authority

FIELDS = ("phone", "address", "hours", "services")


def furnish() -> None:
    """Every office gets its entry in the directory. The numbers begin with a nought, as no real one does."""
    words = texts.table("offices")
    random = Random("offices")  # noqa: S311 - invented addresses, nothing is guarded by them
    rows = list(Authority.objects.filter(hours="").select_related("region").order_by("region_id", "kind"))
    for row in rows:
        row.phone = f"0{random.randint(100_0000, 999_9999)}"
        road, n = random.choice(words["roads"]), random.randint(1, 199)
        row.address = words["street"].format(place=row.region.name, road=road, n=n)
        row.hours, row.services = words["hours"], words["services"].get(row.kind, "")
    Authority.objects.bulk_update(rows, FIELDS, batch_size=500)
