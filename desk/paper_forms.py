"""Blank forms on paper: printed with numbers of their own before they are needed, entered once when all works again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_GET

from casework.documents.compose import compose
from casework.documents.pdf import pdf_of
from casework.documents.sheet import Block, Sheet
from casework.errors import Refused
from casework.models import DocumentTemplate, PaperBatch
from casework.pages import list_page
from casework.paper_forms import MOST, draw, spoil
from desk.context import CASE_STAFF, HOTLINE_STAFF
from organizations.http import OfficerRequest

LABELS: dict[str, Any] = {"org": gettext_lazy("Organisation"), "paper_number": gettext_lazy("Number of the paper form")}
MAY_PRINT = CASE_STAFF | HOTLINE_STAFF


class DrawForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Kind of form"), choices=PaperBatch.Kind.choices)
    count = forms.IntegerField(
        label=gettext_lazy("How many"),
        min_value=1,
        max_value=MOST,
        initial=20,
        help_text=gettext_lazy("The numbers are kept for paper from now on, also those never written on."),
    )


class SpoilForm(forms.Form):
    number = forms.CharField(label=gettext_lazy("Number of the paper form"), max_length=40)
    reason = forms.CharField(label=gettext_lazy("Why it is void"), max_length=200)


def insist_on_staff(request: OfficerRequest) -> None:
    if request.officer.org is None or request.officer.duty not in MAY_PRINT:
        raise PermissionDenied


def paper_forms(request: OfficerRequest) -> HttpResponse:
    """The ranges printed in this office, newest first; printing another one."""
    insist_on_staff(request)
    form = DrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        batch = draw(by=request.officer, at=timezone.now(), **form.cleaned_data)
        return redirect("desk:paper-batch", batch.pk)
    rows = PaperBatch.objects.visible_to(request.officer).for_list()
    response = list_page(request, rows, "desk/paper_forms.html", title=_("Paper forms"), form=form)
    response.status_code = 422 if form.errors else 200
    return response


def paper_batch(request: OfficerRequest, pk: int) -> HttpResponse:
    """One range: which numbers are entered, blank, or void; making one void."""
    insist_on_staff(request)
    batch = get_object_or_404(PaperBatch.objects.visible_to(request.officer).for_list(), pk=pk)
    form, reasons = SpoilForm(request.POST or None), list[str]()
    if request.method == "POST" and form.is_valid():
        try:
            spoil(batch, by=request.officer, at=timezone.now(), **form.cleaned_data)
        except Refused as refused:
            reasons = refused.reasons
        else:
            return redirect("desk:paper-batch", batch.pk)
    sheets = batch.forms.select_related("entered_by__user").order_by("number")
    context = {"title": str(batch), "batch": batch, "sheets": sheets, "form": form, "reasons": reasons}
    return render(request, "desk/paper_batch.html", context, status=409 if reasons else 422 if form.errors else 200)


@require_GET
def print_batch(request: OfficerRequest, pk: int) -> HttpResponse:
    """Every sheet of the range that is still blank, one to a page."""
    insist_on_staff(request)
    batch = get_object_or_404(PaperBatch.objects.visible_to(request.officer).select_related("org__region"), pk=pk)
    day = timezone.localdate(batch.drawn_at)
    response = HttpResponse(pdf_of(sheets_of(batch, day), day), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="paper-forms-{batch.pk}.pdf"'
    return response


def sheets_of(batch: PaperBatch, day: date) -> Sheet:
    template = DocumentTemplate.objects.in_force(f"paper.{batch.kind}", batch.org.region, day)
    blocks: list[Block] = []
    with override("zh-hans"):  # a document speaks Chinese, whoever makes it
        for number in batch.forms.blank().order_by("number").values_list("number", flat=True):
            values = {"org": batch.org.name, "paper_number": number}
            blocks += [Block("break")] if blocks else []
            blocks += compose(template.parts, values, LABELS, layout=template.layout, title="").blocks
    return Sheet(template.layout, "", blocks)
