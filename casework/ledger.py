"""Entries of the ledger of losses recovered: taken back by rows of their own, never changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from casework.errors import StepRefused
from casework.upper import modules
from casework.workflow import Act
from organizations.models import Officer


def take_back(file: Any, verb: str, recovery: Any, reason: str) -> None:
    """Part of a step: a wrong entry of `file.recoveries` goes as of its own day, so that no figure keeps it.

    Raises StepRefused when it is not there any more.
    """
    known = file.recoveries.standing().filter(pk=recovery.pk).first()
    if known is None:
        raise StepRefused(verb, _("This amount is not in the ledger of this file any more."))
    same = {"kind": known.kind, "person_count": known.person_count, "paid_on": known.paid_on}
    file.recoveries.create(amount=-known.amount, reverses=known, reason=reason, **same)


def entered_already(verb: str, known: Any, row: dict[str, Any]) -> StepRefused:
    """The same money stands in the file `known`: one payment counts once."""
    words = _("%(amount)s yuan paid on %(day)s are entered in %(document)s already. They count once.")
    return StepRefused(verb, words % {"amount": f"{row['amount']:,.2f}", "day": row["paid_on"], "document": known})


def entered_elsewhere(case: Any, amount: Decimal, paid_on: date, by: Officer) -> str:
    """Why a payment of a dispute case looks like one that upper apps have entered for it already; "" when none does.

    Their modules `entered` say under which files. A file the officer may not know of is not named.
    """
    found = [name for module in modules("entered") for name in module.holding(case, amount, paid_on, by)]
    if not found:
        return ""
    words = _("%(amount)s yuan paid on %(day)s are entered in %(document)s already. They count once.")
    names = dict.fromkeys(name or _("a file you may not open") for name in found)
    return words % {"amount": f"{amount:,.2f}", "day": paid_on, "document": _(", ").join(names)}


def money_is_entered(file: Any, act: Act) -> str:
    """Guard of what takes an entry back."""
    return "" if file.recoveries.standing().exists() else _("No money is entered here.")
