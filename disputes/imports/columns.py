"""The columns of a table of cases, as the contract with the offices names them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import IdNumberField, MoneyField, USCCField
from casework.importing.columns import Column
from casework.importing.fields import (
    ChoiceWordField,
    CountField,
    LineField,
    ListedDayField,
    ListedPhoneField,
    PaymentsField,
    TextField,
)
from casework.importing.register import NUMBER, UNION, category_column
from disputes.guards.order import order_of
from disputes.models import DisputeCase

END = DisputeCase.Outcome
SUCCEEDED = {END.AGREED, END.RECONCILED}
MEDIATED = {*SUCCEEDED, END.FAILED, END.TERMINATED}  # ends only an accepted case can come to
MOST_WORKERS = 100_000

COLUMNS = [
    NUMBER,
    UNION,
    Column(
        "origin",
        ChoiceWordField(DisputeCase.Origin.values, label=gettext_lazy("Origin")),
        gettext_lazy("hotline, walk_in, online, court_assigned, court_entrusted, hr, other."),
    ),
    Column(
        "applicant_name",
        LineField(max_length=60, label=gettext_lazy("Name of the applicant")),
        gettext_lazy("Name of the worker, of a group the first one."),
    ),
    Column(
        "applicant_id_number",
        IdNumberField(required=False, label=gettext_lazy("Identity number of the applicant")),
        gettext_lazy("Identity number; kept sealed."),
    ),
    Column(
        "applicant_phone",
        ListedPhoneField(required=False, label=gettext_lazy("Telephone of the applicant")),
        gettext_lazy("Telephone; kept sealed."),
    ),
    Column(
        "worker_count",
        CountField(most=MOST_WORKERS, required=False, label=gettext_lazy("Workers")),
        gettext_lazy("Workers in all; one when empty."),
    ),
    Column(
        "is_group",
        ChoiceWordField(("0", "1"), required=False, label=gettext_lazy("Group dispute")),
        gettext_lazy("1 for a group dispute, else 0."),
    ),
    Column(
        "employer_name",
        LineField(max_length=200, label=gettext_lazy("Employer")),
        gettext_lazy("Full name of the employer."),
    ),
    Column(
        "employer_uscc",
        USCCField(required=False, label=gettext_lazy("Unified social credit code")),
        gettext_lazy("Unified social credit code."),
    ),
    category_column(required=True),
    Column("received_on", ListedDayField(label=gettext_lazy("Received on")), gettext_lazy("Day of the application.")),
    Column(
        "accepted_on",
        ListedDayField(required=False, label=gettext_lazy("Accepted on")),
        gettext_lazy("Day of acceptance."),
    ),
    Column(
        "due_on",
        ListedDayField(required=False, may_be_future=True, label=gettext_lazy("Mediation ends on")),
        gettext_lazy("Last day of mediation; counted when empty."),
    ),
    Column(
        "outcome",
        ChoiceWordField(END.values, required=False, label=gettext_lazy("Outcome")),
        gettext_lazy("agreed, reconciled, failed, withdrawn, terminated, transferred; empty while it is open."),
    ),
    Column(
        "closed_on", ListedDayField(required=False, label=gettext_lazy("Concluded on")), gettext_lazy("Day of the end.")
    ),
    Column(
        "amount_claimed",
        MoneyField(required=False, label=gettext_lazy("Amount claimed (yuan)")),
        gettext_lazy("Claimed by all workers together, in yuan."),
    ),
    Column(
        "amount_agreed",
        MoneyField(required=False, label=gettext_lazy("Amount agreed (yuan)")),
        gettext_lazy("Agreed in all, in yuan."),
    ),
    Column(
        "payments",
        PaymentsField(required=False, label=gettext_lazy("Payments")),
        gettext_lazy("Day:amount, several parted by a semicolon."),
    ),
    Column(
        "mediator",
        LineField(max_length=150, required=False, label=gettext_lazy("Mediator")),
        gettext_lazy("User name; may be empty."),
    ),
    Column(
        "summary",
        TextField(max_length=4000, required=False, label=gettext_lazy("Facts and reasons")),
        gettext_lazy("What it is about."),
    ),
]


def lacking(said: dict[str, Any], today: date) -> Iterator[tuple[str, str]]:
    """What the cells of a row say against each other."""
    yield from about_end(said)
    yield from about_money(said)
    yield from about_days(said, today)


def about_days(said: dict[str, Any], today: date) -> Iterator[tuple[str, str]]:
    before = (gettext_lazy("received"), said["received_on"])
    for column, name in (("accepted_on", gettext_lazy("accepted")), ("closed_on", gettext_lazy("concluded"))):
        if wrong := order_of(before, (name, said[column]), today=today):
            yield column, " ".join(wrong)
        before = (name, said[column]) if said[column] else before
    if said["due_on"] and said["due_on"] < said["received_on"]:
        yield "due_on", _("The last day lies before the application.")


def about_end(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if said["outcome"] and not said["closed_on"]:
        yield "closed_on", _("A case that has ended needs the day of its end.")
    if said["closed_on"] and not said["outcome"]:
        yield "outcome", _("A case that has ended needs its outcome.")
    if said["mediator"] and not said["accepted_on"]:
        yield "mediator", _("Only a case that was accepted has a mediator.")
    if said["outcome"] in MEDIATED and not said["accepted_on"]:
        yield "accepted_on", _("A case that was mediated needs the day of its acceptance.")


def about_money(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Money is owed only under what was agreed, and never more than that."""
    if said["amount_agreed"] and said["outcome"] not in SUCCEEDED:
        yield "amount_agreed", _("An amount is agreed only in a case that ended with an agreement or a settlement.")
    paid = sum(amount for _day, amount in said["payments"])
    if paid > (said["amount_agreed"] or 0):
        yield "payments", _("More was paid than was agreed.")
    if any(day < said["received_on"] for day, _amount in said["payments"]):
        yield "payments", _("A payment lies before the application.")
