"""Which papers a case file must hold before it is archived, and which of them are missing.

The list is a setting of the federation (`dossier_required`): pairs of a place in the file and the circumstance that
makes its paper necessary.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from casework.deadlines import policy
from disputes.models import DisputeCase
from disputes.models.choices import Place

End = DisputeCase.Outcome


@dataclass(frozen=True)
class Circumstance:
    """`applies` says whether a case is one of these; `reason` why its paper is needed then."""

    applies: Callable[[DisputeCase], bool]
    reason: Any


@dataclass(frozen=True)
class Needed:
    """A paper the file must hold: there, explained, or missing."""

    place: Place
    reason: str
    is_there: bool
    explained: str

    @property
    def is_missing(self) -> bool:
        return not (self.is_there or self.explained)


CIRCUMSTANCES = {
    "always": Circumstance(lambda case: bool(case.pk), _("Every file holds it.")),
    "accepted": Circumstance(lambda case: bool(case.accepted_on), _("The case was accepted.")),
    "group": Circumstance(lambda case: case.is_group, _("It is a group dispute.")),
    "mediated": Circumstance(lambda case: case.meetings.exists(), _("A meeting was held.")),
    "agreed": Circumstance(lambda case: case.outcome == End.AGREED, _("An agreement was reached.")),
    "not_agreed": Circumstance(
        lambda case: case.outcome in {End.FAILED, End.TERMINATED}, _("The mediation ended without agreement.")
    ),
    "paid": Circumstance(lambda case: case.amount_paid > 0, _("Payments were recorded.")),
}


def needed_for(case: DisputeCase, on: date) -> list[Needed]:
    """What this file must hold by its outcome, in the order of the file."""
    held = {paper.place for paper in case.attachments.all()}
    notes = {note.place: note.reason for note in case.missing_papers.all()}
    rows = [(Place(place), CIRCUMSTANCES[when]) for place, when in policy("dossier_required", case, on)]
    asked = {place: why for place, why in rows if why.applies(case)}
    return [
        Needed(place, str(asked[place].reason), place in held, notes.get(place, ""))
        for place in Place
        if place in asked
    ]


def gaps(case: DisputeCase, on: date) -> list[Needed]:
    """The papers neither there nor explained: with any of these the file is not archived."""
    return [needed for needed in needed_for(case, on) if needed.is_missing]
