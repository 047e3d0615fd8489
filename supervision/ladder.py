"""Which document may come next in a matter, and why the others may not yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from casework.workflow import Act
from organizations.models import Duty
from supervision.guards import ladder_is_climbed
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.prospects import Prospect, prospect
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


@dataclass(frozen=True)
class Stage:
    """One document on the ladder of an employer: its clock, the basis of the clock, and what may follow it."""

    document: SupervisionDocument
    due_on: date | None
    basis: str
    answered: list[Any]
    prospect: Prospect | None


@dataclass(frozen=True)
class Chain:
    """One matter with its documents in their order, and those of partners beside them."""

    matter: SupervisionMatter
    stages: list[Stage]
    partners: list[Any]


def chain(matter: SupervisionMatter, today: date) -> Chain:
    """From rows fetched with `for_ladder`, so that a page of matters costs no more than one."""
    documents = sorted(matter.documents.all(), key=lambda document: document.pk)
    stages = [stage(document, document is documents[-1], today) for document in documents]
    return Chain(matter, stages, sorted(matter.partner_documents.all(), key=lambda document: document.pk))


def stage(document: SupervisionDocument, is_last: bool, today: date) -> Stage:
    """Only of the last document something may follow: the chain goes on from there."""
    clocks = [clock for clock in document.deadlines.all() if clock.rule.code == document.rules.reply_rule]
    clock = clocks[-1] if clocks else None
    ahead = prospect(document, today) if is_last and document.matter.state == SupervisionMatter.State.OPEN else None
    return Stage(
        document,
        clock.due_on if clock else None,
        clock.rule.basis if clock else "",
        list(document.replies.all()),
        ahead,
    )
