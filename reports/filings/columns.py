"""The columns of the official forms, in the order of the paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reports import indicators as i
from reports.definitions import INDICATORS
from reports.indicators import Counts, Value


class Sort(StrEnum):
    """What stands in a column. Rates are never added up."""

    COUNT = "count"
    MONEY = "money"
    RATE = "rate"


@dataclass(frozen=True)
class Column:
    """One column: its words on the form, the heading it shares with its neighbours, and how it is counted."""

    count: Callable[[Counts], Value]
    label: Any
    sort: Sort = Sort.COUNT
    group: Any = ""
    formula: Any = ""
    name: str = ""

    @property
    def code(self) -> str:
        return self.name or self.count.__name__

    @property
    def definition(self) -> str:
        """In the words of the table of figures; of a column only the forms have, in its own."""
        known = INDICATORS.get(self.code)
        return str(known.formula if known else self.formula)


def counted(name: str) -> Callable[[Counts], Value]:
    return lambda counts: counts[name]


def own(name: str, label: Any, group: Any, formula: Any) -> Column:
    """A count no indicator asks for."""
    return Column(counted(name), label, Sort.COUNT, group, formula, name)


OUTCOMES = _("Of these")
GROUPS = _("Group disputes")
RECOVERED = _("Losses recovered")
WAYS = pgettext_lazy("form", "Ways after the agreement")
LETTERS = _("Reminder letters")
PARTNERS = _("Referrals sent to")
FILED = _("Filed in the period by the day of filing, of cases of the unit.")
SENT = _("Referrals to this kind of authority sent in the period.")

CASES = [
    Column(i.opening_backlog, pgettext_lazy("form", "Opening backlog")),
    Column(i.accepted, pgettext_lazy("form", "Accepted")),
    Column(i.concluded, pgettext_lazy("form", "Concluded")),
    Column(i.agreed, pgettext_lazy("form", "Agreed"), group=OUTCOMES),
    Column(i.reconciled, pgettext_lazy("form", "Reconciled"), group=OUTCOMES),
    Column(i.failed, pgettext_lazy("form", "Failed"), group=OUTCOMES),
    Column(i.terminated, pgettext_lazy("form", "Terminated"), group=OUTCOMES),
    Column(i.withdrawn, pgettext_lazy("form", "Withdrawn"), group=OUTCOMES),
    Column(i.transferred, pgettext_lazy("form", "Transferred")),
    Column(i.closing_backlog, pgettext_lazy("form", "Closing backlog")),
    Column(i.mediation_success_rate, pgettext_lazy("form", "Success rate"), Sort.RATE),
    Column(i.closure_rate, pgettext_lazy("form", "Closure rate"), Sort.RATE),
    Column(i.on_time_closure_rate, pgettext_lazy("form", "Closed in time"), Sort.RATE),
    Column(i.group_cases, pgettext_lazy("form", "Cases"), group=GROUPS),
    Column(i.group_persons, pgettext_lazy("form", "Persons"), group=GROUPS),
    Column(i.persons_involved, pgettext_lazy("form", "Persons involved")),
    Column(i.amount_claimed, pgettext_lazy("form", "Amount involved"), Sort.MONEY),
    Column(i.amount_agreed, pgettext_lazy("form", "Amount agreed"), Sort.MONEY),
    Column(i.recovered_cash, pgettext_lazy("form", "In cash"), Sort.MONEY, RECOVERED),
    Column(i.recovered_social_insurance, pgettext_lazy("form", "Social insurance"), Sort.MONEY, RECOVERED),
]
AFTER = [
    own("confirmations_filed", pgettext_lazy("form", "Judicial confirmation"), WAYS, FILED),
    own("reviews_filed", pgettext_lazy("form", "Arbitral review"), WAYS, FILED),
    own("payment_orders_filed", pgettext_lazy("form", "Order for payment"), WAYS, FILED),
    Column(i.performance_rate, pgettext_lazy("form", "Performance"), Sort.RATE),
]
SUPERVISION = [
    Column(i.letters_issued, pgettext_lazy("form", "To one addressee"), group=LETTERS),
    Column(i.public_letters_issued, pgettext_lazy("form", "Public"), group=LETTERS),
    Column(i.opinions_issued, pgettext_lazy("form", "Opinions")),
    Column(i.recommendations_issued, pgettext_lazy("form", "Recommendations")),
    Column(i.reply_rate, pgettext_lazy("form", "Reply rate"), Sort.RATE),
    Column(i.rectification_rate, pgettext_lazy("form", "Rectification rate"), Sort.RATE),
]
REFERRALS = [
    own("sent_to_court", pgettext_lazy("form", "Court"), PARTNERS, SENT),
    own("sent_to_procuratorate", pgettext_lazy("form", "Procuratorate"), PARTNERS, SENT),
    own("sent_to_hr", pgettext_lazy("form", "Human resources"), PARTNERS, SENT),
    own("sent_to_justice", pgettext_lazy("form", "Justice"), PARTNERS, SENT),
    Column(i.referral_on_time_ack_rate, pgettext_lazy("form", "Acknowledged in time"), Sort.RATE),
]
HOTLINE = [
    Column(i.calls_offered, pgettext_lazy("form", "Calls")),
    Column(i.connection_rate, pgettext_lazy("form", "Connection rate"), Sort.RATE),
    Column(i.work_orders, pgettext_lazy("form", "Work orders")),
    Column(i.on_time_completion_rate, pgettext_lazy("form", "Finished in time"), Sort.RATE),
    Column(i.satisfaction_rate, pgettext_lazy("form", "Satisfied"), Sort.RATE),
]
MONTHLY = [*CASES, *AFTER, *SUPERVISION, *REFERRALS, *HOTLINE]
WEEKLY = [
    Column(i.accepted, pgettext_lazy("form", "Newly accepted")),
    Column(i.concluded, pgettext_lazy("form", "Concluded")),
    Column(i.closing_backlog, pgettext_lazy("form", "Closing backlog")),
    Column(i.overdue_open, pgettext_lazy("form", "Open and overdue")),
    own("orders_pressed", pgettext_lazy("form", "Orders pressed"), "", _("Work orders pressed in the period.")),
    own(
        "group_incidents",
        pgettext_lazy("form", "Group incidents"),
        "",
        _("Group incidents that became known in the period, without dismissed ones."),
    ),
]
COLUMNS = {one.code: one for one in [*MONTHLY, *WEEKLY]}
CASE_COLUMNS = {one.code for one in CASES}
