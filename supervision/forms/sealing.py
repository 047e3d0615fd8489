"""What is needed to put the seal on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.attachments import inspect
from casework.documents.pdf import NotPrintable
from casework.forms import VerbForm
from supervision.models import Sealing
from supervision.printing.sealing import HandedIn, SampleSealer, Sealer, sealed_files, way_of


class SealForm(VerbForm):
    """Cleans to both files, which are drawn and on disk before any row names them."""

    signed_file = forms.FileField(
        label=gettext_lazy("File with the seal"),
        required=False,
        help_text=gettext_lazy("PDF. Leave it empty where the system itself puts the sample seal on."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf"}),
    )

    def clean_signed_file(self) -> UploadedFile[bytes] | None:
        upload: UploadedFile[bytes] | None = self.cleaned_data["signed_file"]
        if upload and inspect(upload).content_type != "application/pdf":
            raise ValidationError(_("The file with the seal has to be a PDF."))
        return upload

    def clean(self) -> dict[str, Any]:
        upload = self.cleaned_data.pop("signed_file", None)
        if self.errors or self.file is None or not self.file.is_frozen:
            return self.cleaned_data
        if not upload and way_of(self.file) != Sealing.Manner.SAMPLE:
            self.add_error("signed_file", _("Please hand in the file with the seal of the union."))
            return self.cleaned_data
        sealer: Sealer = HandedIn(content_of(upload)) if upload else SampleSealer()
        return self.drawn(sealer)

    def drawn(self, sealer: Sealer) -> dict[str, Any]:
        try:
            return sealed_files(self.file, sealer)
        except NotPrintable as error:
            self.add_error(None, error.reasons[0])
            return {}


def content_of(upload: UploadedFile[bytes]) -> bytes:
    upload.seek(0)
    return b"".join(upload.chunks())
