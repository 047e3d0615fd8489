"""Which document may come next in a matter, and why the others may not yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from casework.workflow import Act
from organizations.models import Duty
from supervision.guards import ladder_is_climbed
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.workflow import DOCUMENTS

Kind = SupervisionDocument.Kind


@dataclass(frozen=True)
class Rung:
    """One kind of document on the ladder of a matter: open, open with a waiver only, or closed with reasons."""

    label: Any
    url: str
    allowed: bool
    reasons: list[str]


def rungs(matter: SupervisionMatter, act: Act) -> list[Rung]:
    """For supervisors the three kinds in their order; nobody else drafts."""
    if act.by.duty != Duty.SUPERVISOR or matter.state != SupervisionMatter.State.OPEN:
        return []
    return [rung(matter, kind, act) for kind in Kind]


def rung(matter: SupervisionMatter, kind: Kind, act: Act) -> Rung:
    """A stage that may be skipped is offered with the reminder that a reason will be asked for."""
    sketch = SupervisionDocument(matter=matter, kind=kind, org=act.by.org, drafter=act.by)
    reasons = DOCUMENTS.offer(DOCUMENTS.steps["create"], sketch, act).reasons
    sketch.waiver_reason = "-"
    possible = not DOCUMENTS.offer(DOCUMENTS.steps["create"], sketch, act).reasons
    return Rung(kind.label, f"{reverse('supervision:documents-new')}?matter={matter.pk}&kind={kind}", possible, reasons)


def may_follow(matter: SupervisionMatter, kind: str, act: Act) -> bool:
    """Whether the earlier document has failed, so that this kind needs no waiver."""
    sketch = SupervisionDocument(matter=matter, kind=kind, org=act.by.org, drafter=act.by)
    return not ladder_is_climbed(sketch, act)


def next_kind(matter: SupervisionMatter, act: Act) -> str:
    """The highest kind whose earlier document has failed: what to draft now."""
    ready = [kind for kind in Kind if may_follow(matter, kind, act)]
    return str(ready[-1]) if ready else str(Kind.REMINDER_LETTER)
