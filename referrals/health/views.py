"""The page that says whether referrals arrive, and what to do when they do not."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from organizations.http import OfficerRequest
from referrals.health.figures import delivery_health, watches
from referrals.models import Delivery

MOST = 50


def delivery(request: OfficerRequest) -> HttpResponse:
    """Signs of life, the equation, what waits for whom, and what was given up within the officer's area."""
    if not watches(request.officer):
        raise PermissionDenied
    parked = Delivery.objects.visible_to(request.officer).parked().for_list()[:MOST]
    context = {"title": _("Deliveries"), "health": delivery_health(request.officer), "parked": parked}
    return render(request, "referrals/health.html", context)
