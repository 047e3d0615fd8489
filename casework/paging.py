"""Lists by cursor: page one thousand costs what page one costs, and there is no total to count."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request


class CursorPages(CursorPagination):
    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
    ordering = "-pk"

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any] | None:
        """One page. Raises NotFound for a cursor nobody was given, also for one that names no place in this list."""
        try:
            return super().paginate_queryset(queryset, request, view)
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
