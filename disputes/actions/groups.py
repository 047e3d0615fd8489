"""The workers of a group: who they are, what each wants and gets."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Max, Sum
from django.utils.translation import gettext as _

from casework.deadlines import policy
from casework.errors import StepRefused
from casework.models import Category
from casework.transactions import one_transaction
from disputes.models import ClaimItem, DisputeCase, RosterEntry
from disputes.shares import shares
from disputes.workflow import WORKFLOW
from organizations.models import Officer

Rows = list[dict[str, Any]]
BLOCK = 500


@one_transaction
def import_roster(case: DisputeCase, *, by: Officer, at: datetime, table: Rows) -> DisputeCase:
    """Take in the checked rows of a table; they take the place of the roster as it was, and claims and sums follow.

    Whether it is a group dispute follows as well (Mediation and Arbitration Law art. 7). Amounts in yuan.
    """
    persons = max(row["person"] for row in table)
    claimed = sum((row["claimed"] for row in table), Decimal(0))
    words = _("%(count)d workers, %(sum)s yuan") % {"count": persons, "sum": f"{claimed:,.2f}"}
    case = WORKFLOW.advance(case, "import_roster", by=by, at=at, note=words)
    case.roster.all().delete()
    rows = [RosterEntry(file=case, position=n, **{"category": case.category, **row}) for n, row in enumerate(table, 1)]
    RosterEntry.objects.bulk_create(rows, batch_size=BLOCK)
    follow_roster(case)
    return case


def follow_roster(case: DisputeCase) -> None:
    """One claim for each category of the roster; claims typed before are in it and go. Numbers of claims stay."""
    found = case.roster.order_by("category").values("category").annotate(claimed=Sum("claimed"))
    sums = {row["category"]: row["claimed"] for row in found}
    known = {claim.category_id: claim for claim in case.claims.filter(claimant="")}
    kept = [known[code].pk for code in sums if code in known]
    case.claims.exclude(pk__in=kept).delete()
    last = case.claims.aggregate(last=Max("position"))["last"] or 0
    for code, claimed in sums.items():
        if code in known:
            known[code].claimed = claimed
            known[code].save(update_fields=["claimed"])
        else:
            last += 1
            category = Category.objects.get(pk=code)
            ClaimItem.objects.create(file=case, position=last, category=category, claimed=claimed)
    case.worker_count = case.roster.aggregate(last=Max("person"))["last"]
    case.is_group = case.worker_count >= policy("group_case_threshold", case, case.received_on)
    case.amount_claimed = sum(sums.values(), Decimal(0))
    case.save(update_fields=["worker_count", "is_group", "amount_claimed"])


@one_transaction
def share_out(case: DisputeCase, *, by: Officer, at: datetime, agreed: Rows) -> DisputeCase:
    """Share the agreed sum of each claim out among the workers, in proportion to what they claim, to the fen."""
    case = WORKFLOW.advance(case, "share_out", by=by, at=at)
    claims = {claim.position: claim for claim in case.claims.all()}
    for row in agreed:
        claim = claims.get(row["claim"])
        if claim is None:
            raise StepRefused("share_out", _("The case has no claim %(numbers)s.") % {"numbers": row["claim"]})
        rows = list(case.roster.filter(category=claim.category_id))
        for entry, part in zip(rows, shares(Decimal(row["amount"]), [entry.claimed for entry in rows]), strict=True):
            entry.agreed = part
        RosterEntry.objects.bulk_update(rows, ["agreed"], batch_size=BLOCK)
    return case
