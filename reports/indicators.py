"""One function for each figure, over counts and never over rates; its formula is its docstring.

Counts hold the names used here (`reports.counts` fills them); a name nobody counted is zero. A, S, F, T, W, R are the
cases agreed, reconciled, failed, terminated, withdrawn and transferred, all closed in the period.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from reports.rates import Number, Rate, mean

Counts = Counter[str]
Value = Number | Rate | None


# Cases ----------------------------------------------------------------------------------------------------------------
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


# Supervision ----------------------------------------------------------------------------------------------------------
def letters_issued(c: Counts) -> int:
    """Reminder letters to one addressee signed in the period, not void or withdrawn."""
    return c["letters_issued"]


def public_letters_issued(c: Counts) -> int:
    """Public reminder letters signed in the period, not void or withdrawn."""
    return c["public_letters_issued"]


def opinions_issued(c: Counts) -> int:
    """Opinions signed in the period, not void or withdrawn."""
    return c["opinions_issued"]


def recommendations_issued(c: Counts) -> int:
    """Recommendations signed in the period, not void or withdrawn."""
    return c["recommendations_issued"]


def reply_rate(c: Counts) -> Rate:
    """Letters and opinions whose reply was due in the period: answered in writing ÷ all."""
    return Rate(c["replied"], c["replies_due"])


def on_time_reply_rate(c: Counts) -> Rate:
    """The same letters and opinions: answered on or before the last day ÷ all."""
    return Rate(c["replied_on_time"], c["replies_due"])


def rectification_rate(c: Counts) -> Rate:
    """Matters closed in the period as rectified ÷ matters closed, without those not established or withdrawn."""
    return Rate(c["matters_rectified"], c["matters_closed"])


def letter_escalation_rate(c: Counts) -> Rate:
    """Letters escalated ÷ letters decided in the period (verified, refused or escalated)."""
    return Rate(c["letters_escalated"], c["letters_decided"])


def opinion_escalation_rate(c: Counts) -> Rate:
    """Opinions escalated ÷ opinions decided in the period (verified, refused or escalated)."""
    return Rate(c["opinions_escalated"], c["opinions_decided"])


def recommendation_docket_rate(c: Counts) -> Rate:
    """Recommendations whose five days ended in the period: docketed ÷ all."""
    return Rate(c["docketed"], c["docketing_due"])


# Referrals ------------------------------------------------------------------------------------------------------------
def referrals_sent(c: Counts) -> int:
    """Referrals sent in the period."""
    return c["referrals_sent"]


def referral_on_time_ack_rate(c: Counts) -> Rate:
    """Referrals to be acknowledged by a day in the period: acknowledged by that day ÷ all."""
    return Rate(c["acknowledged_on_time"], c["acknowledgements_due"])


def referral_completion_rate(c: Counts) -> Rate:
    """Referrals whose result was due in the period: completed ÷ all."""
    return Rate(c["referrals_completed"], c["results_due"])


def referral_adoption_rate(c: Counts) -> Rate:
    """Referrals of the period: taken on ÷ (taken on + returned)."""
    return Rate(c["referrals_taken_on"], c["referrals_taken_on"] + c["referrals_returned"])


# Hotline --------------------------------------------------------------------------------------------------------------
def calls_offered(c: Counts) -> int:
    """Calls that rang in the period."""
    return c["calls_offered"]


def calls_answered(c: Counts) -> int:
    """Calls answered."""
    return c["calls_answered"]


def connection_rate(c: Counts) -> Rate:
    """Answered ÷ (offered − abandoned within 5 seconds)."""
    return Rate(c["calls_answered"], c["calls_offered"] - c["calls_abandoned"])


def answered_quickly_rate(c: Counts) -> Rate:
    """Answered within 15 seconds ÷ answered."""
    return Rate(c["calls_quick"], c["calls_answered"])


def direct_answer_rate(c: Counts) -> Rate:
    """Valid requests closed without a work order ÷ valid requests."""
    return Rate(c["requests_direct"], c["requests_valid"])


def work_orders(c: Counts) -> int:
    """Work orders opened in the period."""
    return c["work_orders"]


def on_time_completion_rate(c: Counts) -> Rate:
    """Work orders due in the period: finished on or before their day ÷ all."""
    return Rate(c["orders_on_time"], c["orders_due"])


def satisfaction_rate(c: Counts) -> Rate:
    """(Very satisfied + satisfied) ÷ rated; neutral counts as rated, unreachable does not."""
    return Rate(c["satisfied"], c["rated"])
