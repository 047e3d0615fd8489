"""The equation that says nothing got lost: accepted = delivered + pending + parked + cancelled by a person."""

from __future__ import annotations

from casework.transactions import one_transaction
from referrals.leasing import DUE
from referrals.models import Balance
from referrals.models.history import ACCEPTED

# One statement sees one moment, so that a referral sent while it counts is on both sides or on none. Accepted is
# counted from the history, which nobody can rewrite; the rest from the rows of the outbox. What waits for a broken line
# or behind an earlier message of its file is not late: it could not go.
COUNT = f"""
    SELECT 1 AS id,
        (SELECT count(*) FROM referrals_referralevent WHERE verb IN {ACCEPTED}) AS accepted,
        count(*) FILTER (WHERE done_at IS NOT NULL) AS delivered,
        count(*) FILTER (WHERE done_at IS NULL AND parked_at IS NULL AND cancelled_at IS NULL) AS pending,
        count(*) FILTER (WHERE parked_at IS NOT NULL) AS parked,
        count(*) FILTER (WHERE cancelled_at IS NOT NULL) AS cancelled,
        (SELECT coalesce(greatest(ceil(extract(epoch FROM clock_timestamp() - min(d.next_attempt_at))), 0), 0)::int
         FROM referrals_delivery AS d
         LEFT JOIN referrals_circuit AS circuit ON circuit.authority_id = d.authority_id
         WHERE circuit.probe_at IS NULL AND {DUE}) AS lag
    FROM referrals_delivery
"""  # noqa: S608 - our own constants


def balance() -> Balance:
    """The sums of this very moment, not written down."""
    found: Balance = Balance.objects.raw(COUNT)[0]
    found.pk = None
    return found


@one_transaction
def write_balance() -> Balance:
    """This minute's sums, for the page and for who watches it; those of a month ago are forgotten."""
    found = balance()
    fields = ("accepted", "delivered", "pending", "parked", "cancelled", "lag")
    Balance.objects.forget_old()
    return Balance.objects.create(**{name: getattr(found, name) for name in fields})
