"""What is carried: the letter to print, the package to take along, and the packages that come back."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from casework.errors import Refused
from casework.pages import insist_on_duty, visible
from casework.verbs import perform
from organizations.http import OfficerRequest
from organizations.models import Duty
from referrals.actions import take_along
from referrals.desk_forms import PackageForm
from referrals.models import Referral
from referrals.packages.outgoing import package_of
from referrals.packages.receipts import import_receipts
from referrals.papers.cover import cover_of
from referrals.papers.notice import notice_of
from referrals.verbs import VERBS


def of_the_union(request: OfficerRequest, pk: int) -> Referral:
    """A referral in scope; what is made to be carried is no page of an authority's."""
    if request.officer.authority_id:
        raise Http404
    referral: Referral = visible(request, Referral, pk)
    return referral


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_GET
@never_cache
def cover(request: OfficerRequest, pk: int) -> HttpResponse:
    """The letter as PDF: in full for who carries it, otherwise a copy for the file with persons masked."""
    referral = of_the_union(request, pk)
    first = referral.deliveries.order_by("pk").first()
    day = timezone.localdate(first.queued_at) if first else timezone.localdate()
    in_full = bool(first) and request.officer.duty == Duty.LIAISON and may_be_carried(referral)
    content = cover_of(referral, day, watermark="" if first else _("Draft"), in_full=in_full)
    if in_full:
        take_along(referral, by=request.officer, at=timezone.now())
    return download(content, "application/pdf", f"referral-{referral.pk}.pdf")


def may_be_carried(referral: Referral) -> bool:
    return referral.is_carried or referral.state == Referral.State.SEND_FAILED


@require_GET
@never_cache
def notice(request: OfficerRequest, pk: int, delivery_pk: int) -> HttpResponse:
    """What an office could not be told by message, to be sent on paper."""
    referral = of_the_union(request, pk)
    if request.officer.duty != Duty.LIAISON:
        raise PermissionDenied
    told = get_object_or_404(referral.deliveries.notices_given_up().select_related("authority"), pk=delivery_pk)
    content = notice_of(told, timezone.localdate())
    take_along(referral, by=request.officer, at=timezone.now())
    return download(content, "application/pdf", f"notice-{told.pk}.pdf")


@require_GET
@never_cache
def package(request: OfficerRequest, pk: int) -> HttpResponse:
    """The package for an office without a network; the same bytes however often it is taken."""
    referral = of_the_union(request, pk)
    if request.officer.duty != Duty.LIAISON:
        raise PermissionDenied
    delivery = referral.deliveries.filter(channel=Referral.Channel.PACKAGE).order_by("-pk").first()
    if delivery is None:
        raise Http404
    content = package_of(delivery)
    take_along(referral, by=request.officer, at=timezone.now())
    return download(content, "application/zip", f"referral-{referral.pk}.zip")


@never_cache
def receipts(request: OfficerRequest) -> HttpResponse:
    """Take in a package an authority gave back."""
    if request.officer.duty != Duty.LIAISON:
        raise PermissionDenied
    form = PackageForm(request.POST, request.FILES) if request.method == "POST" else PackageForm()
    context = {"form": form, "title": _("Take in a package"), "label": _("Take in the package")}
    if not form.is_bound or not form.is_valid():
        return render(request, "referrals/receipts.html", context, status=422 if form.errors else 200)
    try:
        row = import_receipts(by=request.officer, at=timezone.now(), content=form.cleaned_data["package"].read())
    except Refused as refused:
        return render(request, "referrals/receipts.html", {**context, "reasons": refused.reasons}, status=409)
    return redirect(row.referral)


@never_cache
def give_code(request: OfficerRequest, pk: int) -> HttpResponse:
    """The step that gives a code for the link. The code is in this one answer and nowhere else."""
    referral: Referral = visible(request, Referral, pk)
    insist_on_duty(request, referral.workflow, "give_code")
    verb = VERBS.get("give_code")
    context = {"file": referral, "label": referral.workflow.label("give_code")}
    if request.method != "POST":
        form = verb.form(officer=request.officer, file=referral, at=timezone.now())
        return render(request, "referrals/code.html", {**context, "form": form})
    try:
        referral = perform(verb, referral, by=request.officer, at=timezone.now())
    except Refused as refused:
        return render(request, "referrals/code.html", {**context, "reasons": refused.reasons}, status=409)
    return render(request, "referrals/code.html", {**context, "code": referral.fresh_code})
