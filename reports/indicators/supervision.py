"""The figures of letters and documents, and of supervision matters."""

from __future__ import annotations

from reports.indicators.value import Counts
from reports.rates import Rate


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


def employers_covered(c: Counts) -> int:
    """Different employers a document of the period was addressed to."""
    return c["employers_covered"]


def workers_covered(c: Counts) -> int:
    """Σ workers affected of the matters a document of the period belongs to, each matter once."""
    return c["workers_covered"]
