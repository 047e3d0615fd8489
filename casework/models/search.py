"""What may be searched of a file, in a table of its own."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from casework.searching import SearchTextQuerySet, parts_of
from casework.subtree import COUNTY, PREFECTURE, newest_first


class SearchText(models.Model):
    """The words of one file that may be searched: never what is personal, as nothing here is masked or encrypted.

    Subclasses add `file`, a OneToOneField that is the primary key, with related name "search_text", and their
    migration adds `KeepSearchText`. The table is apart from that of the file because an index over words on the
    latter would make every step on it a third slower.
    """

    scope = models.CharField(max_length=60)
    text = models.TextField()

    objects = SearchTextQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes = [
            models.Index(*newest_first(PREFECTURE, "file"), name="%(class)s_prefecture"),
            models.Index(*newest_first(COUNTY, "file"), name="%(class)s_county"),
            GinIndex(parts_of(), name="%(class)s_parts", gin_pending_list_limit=1024),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
