"""Figures for systems."""

from typing import Any

VIEWS: list[tuple[str, Any, str]] = []
