"""Telling every web process that something about the line has changed: ids only, and only when it is committed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

CHANNEL = "heyi_line"


@dataclass(frozen=True)
class Notice:
    """Whose screen may have changed, and in which subtree."""

    officers: frozenset[int]
    scope: str

    @classmethod
    def read(cls, payload: str) -> Notice:
        told = json.loads(payload)
        return cls(frozenset(told["officers"]), told["scope"])

    def concerns(self, officer: int, path: str, board: bool) -> bool:
        """The own calls; for the board also whatever happens below the own organisation."""
        return officer in self.officers or (board and self.scope.startswith(path))


def tell(officers: Iterable[int | None], scope: str) -> None:
    """Part of the transaction: PostgreSQL sends it with the commit, and not at all after a rollback."""
    payload = json.dumps({"officers": sorted({pk for pk in officers if pk}), "scope": scope})
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, payload])
