"""The agreement before it is signed, in three parts that are kept one by one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.fields import DayField, MoneyField, RowForm, RowsField
from disputes.guards.terms import Said, below_minimum_wage, unclear_words, wages_of_workers, waivers
from disputes.models import AgreementTerm
from disputes.models.choices import ChosenRoute

from .agreement import AgreedRow
from .parts import CaseForm, long_text


class TermRow(RowForm):
    debtor = forms.ChoiceField(label=_("Who"), choices=AgreementTerm.Debtor.choices)
    kind = forms.ChoiceField(label=_("Kind of obligation"), choices=AgreementTerm.Kind.choices)
    what = forms.CharField(label=_("What for, or what is to be done"), max_length=500)
    amount = MoneyField(label=_("Amount (yuan)"), above_zero=True, required=False)
    due_on = DayField(label=_("By which day"), may_be_future=True)
    account = forms.CharField(label=_("To which account"), max_length=100, required=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        is_money = typed.get("kind") != AgreementTerm.Kind.ACT
        if is_money and typed.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", gettext("A payment or a wage needs its amount."))
        if not is_money and typed.get("amount"):
            self.add_error("amount", gettext("Only a payment or a wage has an amount."))
        return typed


class TermsForm(CaseForm):
    terms = RowsField(
        TermRow,
        label=_("Terms"),
        min_rows=1,
        help_text=_("One obligation each. Several payments are several terms, each with its calendar day."),
    )
    further_terms = long_text(
        _("Further terms"), rows=4, most=3000, required=False, help_text=_("How far the dispute is settled.")
    )

    def prepare(self) -> None:
        super().prepare()
        self.initial.setdefault("terms", [shown(term) for term in self.file.agreement_terms.all()])
        take_from_draft(self, "further_terms")

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        rows = typed.get("terms") or []
        held_on = self.file.meetings.values_list("held_on", flat=True).first()
        terms = [AgreementTerm(position=n, **row) for n, row in enumerate(rows, 1)]
        said = Said([typed.get("further_terms", "")], {}, terms)
        wrong = [*unclear_words(self.file, said, self.today), *waivers(self.file, said, self.today)]
        early = gettext("Term %(number)s: its day lies before the first meeting.")
        wrong += [early % {"number": t.position} for t in terms if held_on and t.due_on < held_on]
        for reason in [*wrong, *wages_of_workers(self.file, terms), *below_minimum_wage(self.file, terms)]:
            self.add_error("terms", reason)
        return typed


class AmountsForm(CaseForm):
    agreed = RowsField(
        AgreedRow, label=_("Agreed on each claim"), min_rows=1, help_text=_("Zero for a claim that was given up.")
    )
    legal_check = long_text(
        _("Why an entitlement protected by law comes to nothing"),
        required=False,
        help_text=_("Only where a claim from work injury or social insurance is settled with zero."),
    )

    def prepare(self) -> None:
        super().prepare()
        draft = getattr(self.file, "agreement_draft", None)
        proposed = [{"claim": claim.position, "amount": claim.claimed} for claim in self.file.claims.all()]
        self.initial.setdefault("agreed", (draft and draft.agreed) or proposed)
        take_from_draft(self, "legal_check")


class ConditionsForm(CaseForm):
    breach = long_text(
        _("Consequence of a breach"),
        required=False,
        most=1000,
        help_text=_("For example that the whole sum falls due when a payment is missed."),
    )
    route = forms.ChoiceField(label=_("Way chosen after the signatures"), choices=ChosenRoute.choices)
    copies = forms.IntegerField(label=_("Copies"), min_value=2, max_value=200, initial=3)

    def prepare(self) -> None:
        super().prepare()
        if self.file.is_civil:
            field = self.fields["route"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [choice for choice in ChosenRoute.choices if choice[0] != ChosenRoute.ARBITRAL_REVIEW]
        for name in ("breach", "route", "copies"):
            take_from_draft(self, name)


class DraftAgreementForm(TermsForm, AmountsForm, ConditionsForm):
    """All three parts in one body."""


def take_from_draft(form: CaseForm, name: str) -> None:
    draft = getattr(form.file, "agreement_draft", None)
    if draft and (known := getattr(draft, name)):
        form.initial.setdefault(name, known)


def shown(term: AgreementTerm) -> dict[str, Any]:
    """A term as it was drafted; its account shows the last digits only."""
    names = ("debtor", "kind", "what", "amount", "due_on")
    return {**{name: getattr(term, name) for name in names}, "account": term.masked_account}
