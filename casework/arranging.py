"""The steps of a file as its page shows them: what to do next, the ordinary ones by purpose, the rest folded away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casework.purposes import Purpose
from casework.workflow import StepOffer

MAIN_STEPS = 2  # more than these would be no guidance
GROUPS = [purpose for purpose in Purpose if purpose not in {Purpose.ONWARD, Purpose.RARE, Purpose.BESIDE}]


@dataclass(frozen=True)
class Arranged:
    """`awaited` would lead on but is refused for now; `closed` are the other refused ones. Both say why."""

    main: list[StepOffer]
    awaited: list[StepOffer]
    groups: list[tuple[str, list[StepOffer]]]
    rare: list[StepOffer]
    closed: list[StepOffer]

    def __bool__(self) -> bool:
        return any((self.main, self.awaited, self.groups, self.rare, self.closed))


def arranged(offers: Iterable[StepOffer], first: Sequence[str] = ()) -> Arranged:
    """The verbs named `first` lead on before all others, whatever they are for otherwise."""
    shown = [offer for offer in offers if offer.purpose != Purpose.BESIDE]
    ahead = [offer for verb in first for offer in shown if offer.verb == verb]
    leading = [*ahead, *(offer for offer in shown if offer.purpose == Purpose.ONWARD and offer not in ahead)]
    main = [offer for offer in leading if offer.allowed][:MAIN_STEPS]
    others = [offer for offer in shown if offer.allowed and offer not in main]
    return Arranged(
        main=main,
        awaited=[offer for offer in leading if not offer.allowed],
        groups=by_purpose(others),
        rare=[offer for offer in others if offer.purpose == Purpose.RARE],
        closed=[offer for offer in shown if not offer.allowed and offer not in leading],
    )


def by_purpose(offers: Sequence[StepOffer]) -> list[tuple[str, list[StepOffer]]]:
    """The groups that have something; what leads on and found no room among the main steps is possible also."""
    groups: dict[Purpose, list[StepOffer]] = {purpose: [] for purpose in GROUPS}
    for offer in offers:
        place = Purpose.OTHER if offer.purpose == Purpose.ONWARD else offer.purpose
        if place in groups:
            groups[place].append(offer)
    return [(str(purpose.label), found) for purpose, found in groups.items() if found]
