"""What systems may ask and do here."""

from __future__ import annotations

from typing import Any

from .cases import DisputeCaseViewSet
from .routes import RouteViewSet
from .worklists import BulkRunViewSet, ColumnsViewSet, SavedViewViewSet

ROUTES: list[tuple[str, type[Any]]] = [
    ("cases", DisputeCaseViewSet),
    ("cases/views", SavedViewViewSet),
    ("cases/columns", ColumnsViewSet),
    ("cases/many", BulkRunViewSet),
    ("routes", RouteViewSet),
]
