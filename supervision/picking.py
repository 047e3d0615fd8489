"""What drafting finds in the matter: facts registered, found by investigations or said by earlier documents."""

from __future__ import annotations

from collections.abc import Iterator

from supervision.letters import lines
from supervision.models import SupervisionMatter

LONGEST = 2_000  # of a fact that is offered whole


def facts_of(matter: SupervisionMatter) -> list[tuple[str, str]]:
    """Each fact once, under a key that stays as long as its source does."""
    found: dict[str, str] = {}
    for key, fact in on_record(matter):
        if fact not in found.values() and len(fact) <= LONGEST:
            found[key] = fact
    return list(found.items())


def on_record(matter: SupervisionMatter) -> Iterator[tuple[str, str]]:
    for n, fact in enumerate(lines(matter.facts), 1):
        yield f"matter-{n}", fact
    for row in matter.investigations.all():
        for n, fact in enumerate(lines(row.findings), 1):
            yield f"investigation-{row.pk}-{n}", fact
