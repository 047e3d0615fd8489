"""The pages of documents that partners sent on a matter."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from casework.pages import creation_page, file_page, list_page, visible
from organizations.http import OfficerRequest
from organizations.models import Duty
from supervision.models import PartnerDocument, SupervisionMatter
from supervision.verbs import PARTNER_CREATION
from supervision.views.access import readers_only

RECORDERS = {Duty.SUPERVISOR, Duty.LIAISON}


def partners(request: OfficerRequest) -> HttpResponse:
    """Documents of partners, the newest first."""
    readers_only(request)
    return list_page(
        request,
        PartnerDocument.objects.visible_to(request.officer).for_list(),
        "supervision/partners.html",
        title=_("Documents of partners"),
        empty={
            "title": _("No document of a partner here"),
            "text": _("They are recorded from the page of a supervision matter."),
        },
    )


def new_partner(request: OfficerRequest) -> HttpResponse:
    """Record what a partner sent on a matter."""
    if request.officer.duty not in RECORDERS:
        raise PermissionDenied
    pk = request.GET.get("matter") or request.POST.get("matter") or ""
    rows = SupervisionMatter.objects.visible_to(request.officer).for_page()
    found = get_object_or_404(rows, pk=int(pk) if pk.isdecimal() and len(pk) < 19 else 0)
    return creation_page(
        request,
        PARTNER_CREATION,
        f"partner-documents/new/{found.pk}",
        "supervision/new_partner.html",
        initial={"matter": found.pk},
        title=_("Record a partner's document"),
        matter=found,
    )


def partner(request: OfficerRequest, pk: int) -> HttpResponse:
    found: PartnerDocument = visible(request, PartnerDocument, pk)
    return file_page(request, found, "supervision/partner.html")
