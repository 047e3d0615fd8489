"""The terms of an agreement as sentences: one obligation each, figures and capitals, with its day."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from casework.documents.paper import on_paper, on_paper_money
from casework.numerals import capitals
from disputes.models import AgreementTerm


def sentences(terms: Iterable[AgreementTerm], *, accounts: str = "") -> list[str]:
    """`accounts` says how bank accounts print: "" not at all, "masked", or "full"."""
    return [sentence(term, account_of(term, accounts)) for term in terms]


def account_of(term: AgreementTerm, how: str) -> str:
    account: str = term.account
    return {"full": account, "masked": term.masked_account}.get(how, "")


def sentence(term: AgreementTerm, account: str) -> str:
    """Who does what, for how much, by which day, to which account."""
    said = {
        "who": term.get_debtor_display(),
        "what": term.what.strip().rstrip("。.;；"),
        "day": on_paper(term.due_on),
        "amount": on_paper_money(term.amount or None),
        "capitals": capitals(term.amount) if term.amount else "",
    }
    text = WORDS[AgreementTerm.Kind(term.kind)]() % said
    return text + (_(" Account: %(account)s.") % {"account": account} if account else "")


WORDS = {
    AgreementTerm.Kind.PAYMENT: lambda: _("%(who)s pays %(amount)s yuan (RMB %(capitals)s) by %(day)s: %(what)s."),
    AgreementTerm.Kind.MONTHLY_WAGE: lambda: _(
        "%(who)s pays a wage of %(amount)s yuan (RMB %(capitals)s) a month from %(day)s: %(what)s."
    ),
    AgreementTerm.Kind.ACT: lambda: _("%(who)s does the following by %(day)s: %(what)s."),
}
