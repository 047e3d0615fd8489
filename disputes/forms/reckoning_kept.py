"""A reckoning that goes into the case file: what every kind of claim asks for, and the paper drawn of it."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from casework.attachments import keep_made
from casework.documents.paper import on_paper
from casework.documents.pdf import NotPrintable, pdf_of
from disputes.claims.formulas import Claim, plain, yuan
from disputes.documents.sheets import sheet_of, template_named
from disputes.forms.parts import CaseForm
from disputes.forms.reckoning import KINDS, ReckoningForm

TEMPLATE = "case.reckoning"


def of_every_kind() -> dict[str, forms.Field]:
    """The fields of all kinds, none of them needed by all: the chosen kind says which are."""
    fields: dict[str, forms.Field] = {}
    for _label, form in KINDS.values():
        for name, field in form.base_fields.items():
            fields.setdefault(name, deepcopy(field)).required = False
    return fields


Everything = cast(type[CaseForm], type("Everything", (CaseForm,), of_every_kind()))


class KeepReckoningForm(Everything):  # type: ignore[valid-type,misc]  # made of the tables above
    """Cleans to what is reckoned, its sum and the paper, which is drawn and on disk before any row names it."""

    kind = forms.ChoiceField(label=_("Kind of claim"), choices=[(name, label) for name, (label, _f) in KINDS.items()])
    about = forms.CharField(
        label=_("For whom, or for which time"),
        max_length=60,
        required=False,
        help_text=_("Printed on the paper; leave it empty when it is for all applicants."),
    )
    field_order = ("kind", "about")

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if "kind" not in typed:
            return {}
        label, form = KINDS[typed["kind"]]
        inner = form(self.data, case=self.file, today=self.today)
        if not inner.is_valid():
            self._errors |= inner.errors
            return {}
        with override("zh-hans"):  # a paper of the file speaks Chinese, whoever makes it
            return self.drawn(str(label), inner, inner.claim())

    def drawn(self, title: str, inner: ReckoningForm, claim: Claim) -> dict[str, Any]:
        own = {
            "reckoning_kind": title,
            "reckoning_about": self.cleaned_data.get("about", ""),
            "reckoned": [{"what": str(n.what), "sum": n.sum, "amount": yuan(n.amount)} for n in claim.lines],
            "known": [{"what": what, "value": value} for what, value in known(inner)],
            "reckoning_total": yuan(claim.total),
            "reckoning_basis": str(claim.basis),
            "reckoning_hints": [{"text": str(hint)} for hint in claim.hints],
            "reckoned_by": self.officer.name,
        }
        template = template_named(TEMPLATE, self.file, self.today)
        sheet = sheet_of(template, self.file, self.today, in_full=True, own=own)
        name = gettext("Reckoning %(day)s %(kind)s.pdf") % {"day": self.today.isoformat(), "kind": title}
        try:
            paper = keep_made(pdf_of(sheet, self.today), name)
        except NotPrintable as error:
            self.add_error("about", error.reasons[0])
            return {}
        return {"title": title, "total": claim.total, "paper": (name, paper)}


def known(inner: ReckoningForm) -> list[tuple[str, str]]:
    """What the reckoning started from, as it is read on paper; what was left empty is left out."""
    values = ((name, inner.cleaned_data[name]) for name in inner.fields)
    return [(str(inner.fields[name].label), shown(value)) for name, value in values if value not in (None, "", False)]


def shown(value: Any) -> str:
    if value is True:
        return gettext("yes")
    if isinstance(value, date):
        return on_paper(value)
    return plain(value) if isinstance(value, Decimal) else str(value)
