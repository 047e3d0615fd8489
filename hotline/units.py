"""Which union a work order goes to by the place of work."""

from __future__ import annotations

from organizations.models import Officer, Region, UnionOrg


def unit_of(region: Region | None, officer: Officer) -> UnionOrg | None:
    """The federation of the division, else of the nearest division above it, within the officer's own subtree."""
    if region is None:
        return None
    rows = UnionOrg.objects.visible_to(officer).filter(kind=UnionOrg.Kind.FEDERATION, region__in=region.lineage)
    return rows.select_related("region").order_by("-path").first()
