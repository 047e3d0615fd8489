"""The roster of a group, and the sums that follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase


def there_is_a_roster(case: DisputeCase, act: Act) -> str:
    return "" if case.roster.exists() else _("The case has no roster.")


def the_roster_makes_the_agreed_sums(case: DisputeCase, act: Act) -> str:
    """The annex of an agreement with a group names what each worker gets, and it adds up."""
    sums = {claim.category_id: claim for claim in case.claims.all()}
    found = case.roster.order_by().values("category").annotate(sum=Sum("agreed"), open=Count("pk", Q(agreed=None)))
    for row in found:
        claim = sums[row["category"]]
        if row["open"]:
            return _("What each worker gets is not known yet: share the agreed sum out, or take in the roster with it.")
        if row["sum"] != claim.agreed:
            words = _("For claim %(claim)d the roster comes to %(sum)s yuan, the agreement to %(agreed)s yuan.")
            return words % {"claim": claim.position, "sum": f"{row['sum']:,.2f}", "agreed": f"{claim.agreed or 0:,.2f}"}
    return ""
