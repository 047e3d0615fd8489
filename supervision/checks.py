"""What a draft needs before it may be handed in, each point ticked or with the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from casework.workflow import Act, Guard
from supervision import guards as g
from supervision import matter_guards as m
from supervision.models import SupervisionDocument


@dataclass(frozen=True)
class Check:
    label: Any
    reason: str

    @property
    def is_met(self) -> bool:
        return not self.reason


POINTS: list[tuple[Any, Guard]] = [
    (gettext_lazy("The matter is in progress"), g.matter_is_open),
    (gettext_lazy("This union may issue the document"), g.level_may_issue),
    (gettext_lazy("No other document of the matter is under way"), g.nothing_else_runs),
    (gettext_lazy("The earlier document has run its course"), g.ladder_is_climbed),
    (gettext_lazy("The text is complete"), g.text_is_complete),
    (gettext_lazy("The season of the letter is not over"), g.season_lasts),
    (gettext_lazy("Two supervisors with valid certificates have investigated"), g.investigated),
    (gettext_lazy("You have no interest in the matter"), m.free_of_interest),
]


def checks(document: SupervisionDocument, act: Act) -> list[Check]:
    """The points in the order of the work; those that do not concern this kind of document are left out."""
    skipped = set() if document.rules.needs_investigation else {g.investigated}
    if document.valid_until is None:
        skipped.add(g.season_lasts)
    if not document.rules.after:
        skipped.add(g.ladder_is_climbed)
    return [Check(label, guard(document, act)) for label, guard in POINTS if guard not in skipped]
