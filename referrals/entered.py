"""Money of referrals that a dispute case must not count again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Q

from disputes.models import DisputeCase
from organizations.models import Officer
from referrals.models import Referral, ReferralRecovery


def holding(case: DisputeCase, amount: Decimal, paid_on: date, by: Officer) -> list[str]:
    """The referrals of the case, or of its orders and documents, that hold the same money; "" for one the officer may
    not know of.
    """
    files = Q(file__case=case) | Q(file__order__case=case) | Q(file__document__matter__case=case)
    rows = ReferralRecovery.objects.standing().filter(files, amount=amount, paid_on=paid_on).select_related("file")
    known = set(Referral.objects.visible_to(by).filter(recoveries__in=rows).values_list("pk", flat=True))
    return [str(row.file) if row.file_id in known else "" for row in rows]
