"""What systems may ask and do here."""

from __future__ import annotations

from typing import Any

from .cases import DisputeCaseViewSet
from .routes import RouteViewSet

ROUTES: list[tuple[str, type[Any]]] = [("cases", DisputeCaseViewSet), ("routes", RouteViewSet)]
