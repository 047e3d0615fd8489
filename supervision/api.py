"""What systems may ask and do here."""

from typing import Any

ROUTES: list[tuple[str, type[Any]]] = []
