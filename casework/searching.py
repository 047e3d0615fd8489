"""Searching words in texts: the newest first, the index only for what is rare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import connections, models
from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from casework.querysets import FileQuerySet
from casework.subtree import PREFECTURE, within

NEWEST = 20_000  # texts of the scope that are read before the index is asked
FREQUENT = 50  # hits among them that make a word a frequent one
MOST_KEYS = 2_000  # hits of a rare word that are named one by one


def plain(word: str) -> Func:
    """A word as the texts are kept: one width, small letters."""
    return Func(Value(word), function="search_plain", output_field=TextField())


def holds(column: str, word: str) -> Q:
    return Q(GreaterThan(StrIndex(column, plain(word)), 0))


@dataclass(frozen=True)
class Found:
    """Where a word stands: the keys of all files that hold it, newest first, or of the newest ones of many."""

    keys: list[int]
    complete: bool


class SearchTextQuerySet(models.QuerySet[Any]):
    def find(self, word: str, path: str) -> Found:
        """Files of a subtree whose text holds the word, in at most two statements.

        No single index is fast for every word. A frequent one is soon met among the newest texts, and its list is
        best walked; only a rare one is worth asking the index, which then has few rows to give.
        """
        newest = self.among_newest(word, path)
        if len(newest) == FREQUENT:
            return Found(newest, complete=False)
        keys = list(self.by_index(word, path)[: MOST_KEYS + 1])
        return Found(keys, complete=len(keys) <= MOST_KEYS)

    def among_newest(self, word: str, path: str) -> list[int]:
        """Up to FREQUENT hits among the NEWEST texts; reading stops with the last of them."""
        rows = self.filter(within(path)).order_by("-file_id").values("file_id", "text")[:NEWEST]
        sql, parameters = rows.query.sql_with_params()
        with connections[self.db].cursor() as cursor:
            cursor.execute(
                f"SELECT file_id FROM ({sql}) newest WHERE strpos(text, search_plain(%s)) > 0"  # noqa: S608
                " ORDER BY file_id DESC LIMIT %s",
                [*parameters, word, FREQUENT],
            )
            return [key for (key,) in cursor.fetchall()]

    def by_index(self, word: str, path: str) -> models.QuerySet[Any, int]:
        """Hits by their parts of one and two characters. The sum keeps PostgreSQL from walking the keys instead."""
        subtree = path if len(path) >= PREFECTURE else ""
        wanted = Func(Value(subtree), plain(word), function="search_wanted", output_field=ArrayField(TextField()))
        rows = self.annotate(parts=parts_of()).filter(holds("text", word), parts__contains=wanted)
        if not subtree:
            rows = rows.filter(within(path))
        keys: models.QuerySet[Any, int] = rows.order_by((F("file_id") + 0).desc()).values_list("file_id", flat=True)
        return keys


def parts_of() -> Func:
    return Func("scope", "text", function="search_parts", output_field=ArrayField(TextField()))


class SearchableQuerySet(FileQuerySet):
    """For files that have a search text."""

    def containing(self, word: str, path: str) -> Self:
        """Those of a subtree whose search text holds the word. Asks the texts at once, in at most two statements."""
        texts: Any = self.model._meta.get_field("search_text").related_model
        found: Found = texts._default_manager.find(word, path)
        if found.complete:
            return self.filter(pk__in=found.keys)
        return self.filter(holds("search_text__text", word), pk__lte=found.keys[0])
