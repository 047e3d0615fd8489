"""Who may open which page of letters and documents."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from organizations.http import OfficerRequest
from organizations.models import Duty
from supervision.querysets import READERS


def readers_only(request: OfficerRequest) -> None:
    if request.officer.duty not in READERS:
        raise PermissionDenied


def supervisors_only(request: OfficerRequest) -> None:
    if request.officer.duty != Duty.SUPERVISOR:
        raise PermissionDenied
