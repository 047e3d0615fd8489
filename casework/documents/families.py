"""Which app a template belongs to: what it may name, and on which documents a change of it is tried out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casework.documents.sheet import Sheet

if TYPE_CHECKING:
    from casework.models import DocumentTemplate
    from organizations.models import Officer

Examples = Callable[["DocumentTemplate", "Officer"], list[tuple[str, Sheet]]]
FAMILIES: dict[str, Family] = {}


@dataclass(frozen=True)
class Family:
    """`labels` are the only names its templates know; `examples` fills a template with documents of last month."""

    prefix: str
    title: Any
    labels: Mapping[str, Any]
    examples: Examples


def register(family: Family) -> None:
    FAMILIES[family.prefix] = family


def family_of(code: str) -> Family:
    """Raises KeyError for a template of no app."""
    return FAMILIES[code.partition(".")[0]]
