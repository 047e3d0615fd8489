"""The cases that belong to a case: what it is tied to, and as far as an officer may know of them."""

from __future__ import annotations

from dataclasses import dataclass

from disputes.models import CaseRelation, DisputeCase
from organizations.models import Officer


@dataclass(frozen=True)
class Related:
    """What the other case is to this one."""

    label: str
    case: DisputeCase
    kind: str


def related(case: DisputeCase, officer: Officer) -> list[Related]:
    """Both ends of every relation; a case out of scope, or restricted, is left out as if it were not there."""
    rows = sorted([*case.relations.all(), *case.relations_back.all()], key=lambda row: row.pk)
    ends = {row.pk: row.other_id if row.file_id == case.pk else row.file_id for row in rows}
    known = DisputeCase.objects.visible_to(officer).filter(pk__in=set(ends.values())).prefetch_related("parties")
    cases = {one.pk: one for one in known} if rows else {}
    return [Related(row.label_from(case), cases[ends[row.pk]], row.kind) for row in rows if ends[row.pk] in cases]


def open_parts(case: DisputeCase) -> list[DisputeCase]:
    """Cases that are part of this one and not closed yet."""
    parts = [row.file_id for row in case.relations_back.all() if row.kind == "child"]
    return list(DisputeCase.objects.filter(pk__in=parts).still_open()) if parts else []


def loose_relations(case: DisputeCase) -> list[CaseRelation]:
    """Relations that may be ended again; what was split, merged or reopened stays so."""
    rows = [*case.relations.all(), *case.relations_back.all()]
    return [row for row in rows if row.kind in {"linked", "child"}]
