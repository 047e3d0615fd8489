"""The figures of dispute cases.

A, S, F, T, W, R are those agreed, reconciled, failed, terminated, withdrawn and transferred, closed in the period.
"""

from __future__ import annotations

from decimal import Decimal

from reports.indicators.value import Counts
from reports.rates import Number, Rate, mean


def accepted(c: Counts) -> int:
    """Cases accepted in the period."""
    return c["accepted"]


def opening_backlog(c: Counts) -> int:
    """Cases accepted before the period and not closed before it."""
    return c["opening_backlog"]


def concluded(c: Counts) -> int:
    """A + S + F + T + W; R is shown apart."""
    return c["agreed"] + c["reconciled"] + c["failed"] + c["terminated"] + c["withdrawn"]


def closing_backlog(c: Counts) -> int:
    """Opening backlog + accepted − concluded − transferred after acceptance."""
    return c["opening_backlog"] + c["accepted"] - concluded(c) - c["transferred_accepted"]


def agreed(c: Counts) -> int:
    """A."""
    return c["agreed"]


def reconciled(c: Counts) -> int:
    """S."""
    return c["reconciled"]


def failed(c: Counts) -> int:
    """F."""
    return c["failed"]


def terminated(c: Counts) -> int:
    """T."""
    return c["terminated"]


def withdrawn(c: Counts) -> int:
    """W."""
    return c["withdrawn"]


def transferred(c: Counts) -> int:
    """R: handed to another body, before or after acceptance."""
    return c["transferred"]


def succeeded(c: Counts) -> int:
    """A + S."""
    return c["agreed"] + c["reconciled"]


def mediation_success_rate(c: Counts) -> Rate:
    """(A + S) ÷ (A + S + F + T + W)."""
    return Rate(succeeded(c), concluded(c))


def mediation_success_rate_excl_withdrawn(c: Counts) -> Rate:
    """(A + S) ÷ (A + S + F + T)."""
    return Rate(succeeded(c), concluded(c) - c["withdrawn"])


def mediation_success_rate_by_intake(c: Counts) -> Rate:
    """Of the cases accepted in the period and closed by the day of the query: (A + S) ÷ (A + S + F + T + W)."""
    return Rate(c["intake_succeeded"], c["intake_concluded"])


def intake_open_rate(c: Counts) -> Rate:
    """Of the cases accepted in the period: still open on the day of the query ÷ all."""
    return Rate(c["intake_open"], c["accepted"])


def mediation_success_rate_by_persons(c: Counts) -> Rate:
    """Workers in A and S ÷ workers in A, S, F, T, W."""
    return Rate(c["persons_succeeded"], c["persons"])


def court_assigned_success_rate(c: Counts) -> Rate:
    """(A + S) ÷ (A + S + F + T + W) of the cases assigned by a court."""
    return Rate(c["court_succeeded"], c["court_concluded"])


def closure_rate(c: Counts) -> Rate:
    """Concluded ÷ (opening backlog + accepted)."""
    return Rate(concluded(c), c["opening_backlog"] + c["accepted"])


def on_time_closure_rate(c: Counts) -> Rate:
    """Closed on or before the last day, with valid extensions and stops ÷ concluded."""
    return Rate(c["on_time"], concluded(c))


def avg_days(c: Counts) -> Decimal | None:
    """Σ (closed − received − stopped days) ÷ concluded."""
    return mean(c["days"] - c["stopped_days"], concluded(c))


def overdue_open(c: Counts) -> int:
    """Open on the last day of the period, with a last day before it."""
    return c["overdue_open"]


def group_cases(c: Counts) -> int:
    """Group disputes among the concluded."""
    return c["group_cases"]


def group_persons(c: Counts) -> int:
    """Workers in group disputes among the concluded."""
    return c["group_persons"]


def persons_involved(c: Counts) -> int:
    """Σ workers of the concluded."""
    return c["persons"]


def amount_claimed(c: Counts) -> Number:
    """Σ claimed of the concluded."""
    return c["amount_claimed"]


def amount_claimed_accepted(c: Counts) -> Number:
    """Σ claimed of the accepted."""
    return c["amount_claimed_accepted"]


def amount_agreed(c: Counts) -> Number:
    """Σ agreed of A and S."""
    return c["amount_agreed"]


def judicial_confirmation_rate(c: Counts) -> Rate:
    """Agreements whose 30 days ended in the period: confirmed ÷ all."""
    return Rate(c["confirmed"], c["confirmation_windows"])


def judicial_confirmation_pending(c: Counts) -> int:
    """Of the same agreements: filed in time and not decided yet."""
    return c["confirmation_pending"]


def performance_rate(c: Counts) -> Rate:
    """Agreements fully paid on or before their last due day ÷ agreements whose last due day is in the period."""
    return Rate(c["performed"], c["performance_due"])


def performance_rate_amount(c: Counts) -> Rate:
    """Paid by the due day ÷ due in the period, in yuan."""
    return Rate(Decimal(c["amount_paid_in_time"]), Decimal(c["amount_due"]))


def recovered(c: Counts) -> Number:
    """Σ payments with paid_on in the period; paid, not promised, each payment once."""
    return c["recovered"]


def recovered_cash(c: Counts) -> Number:
    """The part of it workers received in cash."""
    return Decimal(c["recovered"]) - Decimal(c["recovered_social_insurance"])


def recovered_social_insurance(c: Counts) -> Number:
    """The part of it paid into social insurance, which no worker receives in cash."""
    return c["recovered_social_insurance"]


def recovered_persons(c: Counts) -> int:
    """Σ persons of these payments; who is paid in two parts is counted twice."""
    return c["recovered_persons"]


def recovered_wages(c: Counts) -> Number:
    """The part of it that was wages."""
    return c["recovered_wages"]


def recovered_compensation(c: Counts) -> Number:
    """The part of it that was compensation."""
    return c["recovered_compensation"]


def recovered_injury(c: Counts) -> Number:
    """The part of it that was work-injury benefits."""
    return c["recovered_injury"]


def recovered_other(c: Counts) -> Number:
    """The part of it that was something else, what units obtained on a work order included."""
    return c["recovered_other"]


def judicial_confirmations(c: Counts) -> int:
    """Agreements confirmed by a court in the period."""
    return c["judicial_confirmations"]


def confirmations_filed(c: Counts) -> int:
    """Applications for judicial confirmation filed in the period."""
    return c["confirmations_filed"]


def reviews_filed(c: Counts) -> int:
    """Applications for arbitral review filed in the period."""
    return c["reviews_filed"]


def payment_orders_filed(c: Counts) -> int:
    """Applications for a payment order filed in the period."""
    return c["payment_orders_filed"]


def instalments_kept_rate(c: Counts) -> Rate:
    """Instalments fully paid on or before their day ÷ instalments due in the period."""
    return Rate(c["instalments_kept"], c["instalments_due"])
