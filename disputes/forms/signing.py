"""The signatures under an agreement: under the draft of the case, or under one typed at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.fields import DayField, RowForm, RowsField
from disputes.models import AgreementSignature, DisputeCase

from .agreement import AgreedRow, SettlementForm
from .parts import long_text

CONTENT = ("terms", "agreed", "instalments", "legal_check")
SIDES = ("applicants_signed_on", "respondents_signed_on")


class SignatureRow(RowForm):
    party = forms.IntegerField(label=_("Party"), min_value=1, widget=forms.Select)
    signed_on = DayField(label=_("Date of the signature"))
    manner = forms.ChoiceField(label=_("Manner of signing"), choices=AgreementSignature.Manner.choices)


def row_for(case: DisputeCase) -> type[SignatureRow]:
    """The row with the parties of the case to choose from, masked."""

    class Row(SignatureRow):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            widget = self.fields["party"].widget
            assert isinstance(widget, forms.Select)
            named = [(party.pk, f"{party.get_role_display()} · {party.label_in(case)}") for party in case.parties.all()]
            widget.choices = [("", gettext("Please choose")), *named]

    return Row


class AgreeForm(SettlementForm):
    """Under a draft only the signatures are asked for; a body that brings terms is an agreement entered at once."""

    terms = long_text(_("Terms, with manner and time of performance"), rows=6, most=5000, required=False)
    agreed = RowsField(AgreedRow, label=_("Agreed on each claim"), help_text=_("Zero for a claim that was given up."))
    legal_check = long_text(_("Why an entitlement protected by law comes to nothing"), required=False)
    signatures = RowsField(
        SignatureRow, label=_("Signatures of the parties"), help_text=_("One row for each party, as on the paper.")
    )
    applicants_signed_on = DayField(label=_("Last applicant signed on"), required=False)
    respondents_signed_on = DayField(label=_("Last respondent signed on"), required=False)
    mediator_signed_on = DayField(label=_("Mediator signed on"), required=False)
    seal_on = DayField(label=_("Seal of the organisation affixed on"), required=False)
    field_order = [*CONTENT[:3], "legal_check", "signatures", *SIDES, "mediator_signed_on", "seal_on"]

    def prepare(self) -> None:
        super().prepare()
        if hasattr(self.file, "agreement_draft") and not self.data.get("terms"):
            self.ask_for_signatures()
        else:
            self.ask_for_everything()
        self.fields["mediator_signed_on"].required = not self.by_parties_alone
        self.fields["seal_on"].required = not self.by_parties_alone and not self.signs_online

    @property
    def by_parties_alone(self) -> bool:
        return bool(self.file.origin == DisputeCase.Origin.COURT_ASSIGNED)

    @property
    def signs_online(self) -> bool:
        """With electronic signatures of all there is no seal to press on paper."""
        rows = self.base_fields["signatures"].widget.value_from_datadict(self.data, {}, "signatures") or []
        return bool(rows) and all(row.get("manner") == "e_signature" for row in rows if isinstance(row, dict))

    def brings(self, name: str) -> bool:
        return any(key == name or key.startswith(f"{name}-") for key in self.data)

    def ask_for_signatures(self) -> None:
        for name in (*CONTENT, *(side for side in SIDES if not self.data.get(side))):
            del self.fields[name]
        if not (set(SIDES) & set(self.fields)):
            rows = self.fields["signatures"]
            assert isinstance(rows, RowsField)
            rows.row_form, rows.min_rows, rows.required = row_for(self.file), 1, True
            self.initial.setdefault("signatures", self.expected())

    def ask_for_everything(self) -> None:
        agreed = self.fields["agreed"]
        assert isinstance(agreed, RowsField)
        agreed.min_rows, agreed.required, self.fields["terms"].required = 1, True, True
        if self.brings("signatures"):
            for name in SIDES:
                del self.fields[name]
        else:
            del self.fields["signatures"]
            for name in SIDES:
                self.fields[name].required = True

    def expected(self) -> list[dict[str, Any]]:
        """A row for everybody who has to sign."""
        parties = [*self.file.applicants, *self.file.respondents]
        return [
            {"party": party.pk, "signed_on": self.today, "manner": "seal" if party.employer_id else "signature"}
            for party in parties
        ]
