"""Which document is issued, to whom, or of which meeting."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.attachments import keep_made
from casework.documents.pdf import NotPrintable, pdf_of
from casework.documents.sheet import Sheet
from casework.documents.word import word_of
from disputes.documents.kinds import KINDS, CaseDocumentKind
from disputes.documents.sheets import sheet_of, template_of
from disputes.models import MediationMeeting, Party

from .fields import MeetingField, PartyField
from .parts import CaseForm


class IssueForm(CaseForm):
    """Cleans to the template and both files, which are drawn and on disk before any row names them."""

    kind = forms.ChoiceField(label=gettext_lazy("Document"), choices=[(k.code, k.label) for k in KINDS.values()])
    party = PartyField(
        Party.objects.none(),
        label=gettext_lazy("Person or unit served"),
        required=False,
        empty_label=gettext_lazy("Please choose"),
    )
    meeting = MeetingField(
        MediationMeeting.objects.none(),
        label=gettext_lazy("Mediation meeting"),
        required=False,
        empty_label=gettext_lazy("Please choose"),
    )

    def prepare(self) -> None:
        for name, rows in (("party", self.file.parties.all()), ("meeting", self.file.meetings.all())):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        kind = KINDS.get(typed.get("kind", ""))
        if kind and self.is_chosen(kind, typed):
            typed.update(self.made(kind, typed))
        return typed

    def is_chosen(self, kind: CaseDocumentKind, typed: dict[str, Any]) -> bool:
        """Whether the document can be made at all, and what it is about was chosen."""
        if reason := kind.ready(self.file):
            self.add_error("kind", reason)
        elif kind.needs and not typed.get(kind.needs) and kind.needs not in self.errors:
            self.add_error(kind.needs, _("Please choose: this document needs it."))
        return not self.errors

    def made(self, kind: CaseDocumentKind, typed: dict[str, Any]) -> dict[str, Any]:
        about = {kind.needs: typed[kind.needs]} if kind.needs else {}
        template = template_of(kind, self.file, self.today)
        sheet = sheet_of(template, self.file, self.today, in_full=True, **about)
        if sheet.missing:
            words = _("Still missing: %(fields)s.") % {"fields": _(", ").join(sheet.missing)}
            self.add_error("kind", words)
            return {}
        return {"template": template, "papers": self.papers_of(sheet, template.name)}

    def papers_of(self, sheet: Sheet, name: str) -> list[tuple[str, Any]]:
        try:
            pdf = pdf_of(sheet, self.today)
        except NotPrintable as error:
            self.add_error("kind", error.reasons[0])
            return []
        files = {f"{name}.pdf": pdf, f"{name}.docx": word_of(sheet)}
        return [(title, keep_made(content, title)) for title, content in files.items()]
