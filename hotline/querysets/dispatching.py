"""Finding the rule that says where an order goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

if TYPE_CHECKING:
    from casework.models import Category
    from organizations.models import Region


class RuleQuerySet(QuerySet[Any]):
    def best(self, category: Category | None, region: Region | None, on: date) -> Any:
        """The rule for this matter at this place on that day, or None. The nearest place decides."""
        kinds = [category.pk, category.parent_id] if category else []
        places = region.lineage if region else []
        rows = self.filter(Q(category=None) | Q(category__in=[k for k in kinds if k]))
        rows = rows.filter(Q(region=None) | Q(region__in=places))
        rows = rows.filter(Q(valid_to=None) | Q(valid_to__gt=on), valid_from__lte=on)
        return max(rows.select_related("unit", "category", "region"), key=lambda rule: rule.weight, default=None)
