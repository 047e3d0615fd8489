"""Lists by cursor: page one thousand costs what page one costs, and there is no total to count."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest
from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request

from casework.querysets import AmongThese


class KeysFirst:
    """Rows of which first the keys of one page are found, and only of that page what is shown beside them.

    Otherwise PostgreSQL, which takes conditions to be independent and so expects few rows, joins everything to all
    that a condition leaves, sorts, and throws all but a page away. Keys in an array are found before the rest is
    planned; `IN (SELECT …)` would be joined like any table. What a cursor asks of a queryset, and no more.
    """

    def __init__(self, rows: QuerySet[Any]) -> None:
        self.rows = rows

    def order_by(self, *ordering: str) -> KeysFirst:
        return KeysFirst(self.rows.order_by(*ordering))

    def filter(self, **place: Any) -> KeysFirst:
        return KeysFirst(self.rows.filter(**place))

    def __getitem__(self, part: slice) -> QuerySet[Any]:
        keys = ArraySubquery(self.rows[part].values("pk"))
        return self.rows.filter(AmongThese(F("pk"), keys))


class CursorPages(CursorPagination):
    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
    ordering = "-pk"

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any] | None:
        """One page. Raises NotFound for a cursor nobody was given, also for one that names no place in this list."""
        try:
            return super().paginate_queryset(cast("QuerySet[Any]", KeysFirst(queryset)), request, view)
        except (ValueError, ValidationError) as error:
            if self.cursor_query_param not in request.query_params:
                raise
            raise NotFound(self.invalid_cursor_message) from error

    def get_ordering(self, request: Request, queryset: QuerySet[Any], view: Any) -> tuple[str, ...]:
        wanted = getattr(view, "ordering", self.ordering)
        return (wanted,) if isinstance(wanted, str) else tuple(wanted)


def page_of(
    request: HttpRequest, rows: QuerySet[Any], size: int = 50, ordering: str = "-pk"
) -> tuple[list[Any], str | None, str | None]:
    """One page of a list for people: its rows, and the links to the next and the previous page.

    `ordering` names a column that no two rows share. Raises Http404 for a cursor nobody was given.
    """
    pages = CursorPages()
    pages.page_size, pages.ordering = size, ordering
    try:
        found = pages.paginate_queryset(rows, Request(request))
    except NotFound as error:
        raise Http404 from error
    return list(found or []), pages.get_next_link(), pages.get_previous_link()
