"""The files of a subtree as an exact match, so that an index hands them out in the order of a list.

`scope LIKE '53/29/23/%'` is a range, and a range of scopes is never in the order of the keys: PostgreSQL would sort a
county's files for every page. The first characters of a path are one value for the whole subtree.
"""

from __future__ import annotations

from django.db.models import CharField, F, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Left
from django.db.models.lookups import Exact

PREFECTURE, COUNTY = 6, 9  # characters of the path of a prefecture ("53/29/") and of a county ("53/29/23/")


def beginning(length: int, scope: str = "scope") -> Left:
    """The subtree a file lies in at one level; what an index of a list begins with."""
    return Left(scope, length)


def within(path: str, scope: str = "scope") -> Q:
    """Files of the organisation with this path and of all below it. A province is nearly everything: it is walked."""
    level = next((length for length in (COUNTY, PREFECTURE) if len(path) >= length), 0)
    if not level:
        return Q(**{f"{scope}__startswith": path})
    found = Q(Exact(beginning(level, scope), Value(path[:level], output_field=CharField())))
    return found if len(path) == level else found & Q(**{f"{scope}__startswith": path})


def newest_first(length: int, key: str = "id") -> list[Combinable]:
    """The parts of an index for a list of one level."""
    return [beginning(length), F(key).desc()]
