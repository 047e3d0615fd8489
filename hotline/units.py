"""Which union a work order goes to by place of work and category, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.models import Category
from hotline.models import DispatchRule, why_there
from organizations.models import Officer, Region, UnionOrg


@dataclass(frozen=True)
class Proposal:
    """Where an order should go. Without a rule it is the place of work that decides."""

    unit: UnionOrg | None
    region: Region | None
    rule: DispatchRule | None = None

    @property
    def reason(self) -> str:
        return why_there(self.region, self.rule)


def propose(category: Category | None, region: Region | None, officer: Officer, on: date) -> Proposal:
    """What the rules say, as far as the officer may send it there; else the union of the place of work."""
    rule = DispatchRule.objects.best(category, region, on)
    if rule and (unit := target_of(rule, region, officer)):
        return Proposal(unit, region, rule)
    return Proposal(unit_of(region, officer), region)


def target_of(rule: DispatchRule, region: Region | None, officer: Officer) -> UnionOrg | None:
    """The union the rule names or describes, within the officer's own subtree."""
    mine = UnionOrg.objects.visible_to(officer).select_related("region")
    if rule.unit_id:
        return mine.filter(pk=rule.unit_id).first()
    places = region.lineage if region else []
    return mine.filter(kind=UnionOrg.Kind.FEDERATION, level=rule.level, region__in=places).order_by("-path").first()


def unit_of(region: Region | None, officer: Officer) -> UnionOrg | None:
    """The federation of the division, else of the nearest division above it, within the officer's own subtree."""
    if region is None:
        return None
    rows = UnionOrg.objects.visible_to(officer).filter(kind=UnionOrg.Kind.FEDERATION, region__in=region.lineage)
    return rows.select_related("region").order_by("-path").first()
