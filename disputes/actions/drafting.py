"""The agreement before anybody signs it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from casework.transactions import one_transaction
from disputes.models import AgreementDraft, AgreementTerm, DisputeCase
from disputes.workflow import WORKFLOW
from organizations.models import Officer

Rows = list[dict[str, Any]]


@one_transaction
def draft_agreement(case: DisputeCase, *, by: Officer, at: datetime, **said: Any) -> DisputeCase:
    """Keep what the parties are about to sign; what is not named stays as it was drafted before.

    `terms` are rows of `debtor`, `kind`, `what`, `amount` in yuan, `account` and `due_on`: one obligation each.
    `agreed` names for each claim its number `claim` and the `amount`. Further: `further_terms`, `breach`, `route`,
    `copies`, `legal_check`. Nothing is owed under a draft. Raises StepRefused.
    """
    case = WORKFLOW.advance(case, "draft_agreement", by=by, at=at, note=parts_in(said))
    terms, agreed = said.pop("terms", None), said.pop("agreed", None)
    if agreed is not None:
        said["agreed"] = [{"claim": row["claim"], "amount": str(row["amount"])} for row in agreed]
    now = {"drafted_at": at, "drafted_by": by}
    AgreementDraft.objects.update_or_create(file=case, defaults={**said, **now})
    if terms is not None:
        rewrite(case, terms)
    return case


def parts_in(said: dict[str, Any]) -> str:
    """Which parts of the draft were kept, so that several lines of the history say different things."""
    names = {"terms": _("Terms"), "agreed": _("Amounts of the claims"), "route": _("Breach, way and copies")}
    return " · ".join(label for name, label in names.items() if name in said)


def rewrite(case: DisputeCase, rows: Rows) -> None:
    """The terms anew, in the order typed. An account left as it was shown, masked, stays what it was."""
    known = {term.masked_account: term.account for term in case.agreement_terms.all() if term.account}
    case.agreement_terms.all().delete()
    for n, row in enumerate(rows, 1):
        account = row.get("account", "")
        whole = {**row, "account": known.get(account, account)}
        AgreementTerm.objects.create(file=case, position=n, **whole)
