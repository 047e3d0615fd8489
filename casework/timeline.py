"""The history of a file by kinds of acts, so that who looks for one need not read them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import pgettext

from casework.purposes import Purpose
from casework.workflow import LOOKING

PARAMETER = "acts"
FEW = 6  # a history that short is read at a glance
MOVED, LOOKED, OTHER = "moved", "looked", "other"
NAMED = (Purpose.PEOPLE, Purpose.MEETING, Purpose.TIME, Purpose.MONEY, Purpose.PAPERS)


@dataclass(frozen=True)
class KindOfAct:
    """One kind that the history of this file holds, with the address that shows it alone; all of them come first."""

    label: str
    query: str
    count: int
    is_current: bool


def kind_of(event: Any) -> str:
    """What moved the file is one kind, whatever it was about; the rest goes by what the step is for."""
    if event.after != event.before:
        return MOVED
    if event.verb in LOOKING:
        return LOOKED
    purpose = event.file.workflow.history.get(event.verb)
    return str(purpose.value) if purpose in NAMED else OTHER


def narrowed(events: Sequence[Any], query: Mapping[str, str]) -> tuple[list[Any], list[KindOfAct]]:
    """The events of the kind the address asks for, and the kinds to choose from: none where there is no choice.

    A kind this history does not hold shows the whole, so that an old link never shows an empty history.
    """
    kinds = [kind_of(event) for event in events]
    held = [kind for kind in labels() if kind in kinds]
    if len(events) <= FEW or len(held) < 2:
        return list(events), []
    wanted = query.get(PARAMETER, "")
    wanted = wanted if wanted in held else ""
    others = {name: value for name, value in query.items() if name != PARAMETER}
    choices = [KindOfAct(pgettext("kind of act", "All"), urlencode(others), len(events), not wanted)]
    for kind in held:
        link = urlencode({**others, PARAMETER: kind})
        choices.append(KindOfAct(labels()[kind], link, kinds.count(kind), kind == wanted))
    shown = [event for event, kind in zip(events, kinds, strict=True) if wanted in ("", kind)]
    return shown, choices


def labels() -> dict[str, str]:
    return {
        MOVED: pgettext("kind of act", "Changes of state"),
        **{purpose.value: str(purpose.label) for purpose in NAMED},
        OTHER: pgettext("kind of act", "Other acts"),
        LOOKED: pgettext("kind of act", "Personal data shown or taken out"),
    }
