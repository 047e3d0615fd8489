"""What the frame of every page shows: work areas by duty, who one is, which other duties one holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organizations.models import Duty

D = Duty
CASE_STAFF = {D.CASE_OFFICER, D.MEDIATOR, D.COMMITTEE_DIRECTOR, D.SIGNATORY, D.LIAISON, D.STATISTICIAN, D.ARCHIVIST}
HOTLINE_STAFF = {
    D.HOTLINE_OPERATOR,
    D.DUTY_LEADER,
    D.CASE_OFFICER,
    D.QUALITY_INSPECTOR,
    D.COMMITTEE_DIRECTOR,
    D.STATISTICIAN,
}
SUPERVISION_STAFF = {D.SUPERVISOR, D.COMMITTEE_DIRECTOR, D.SIGNATORY, D.LIAISON, D.CASE_OFFICER, D.STATISTICIAN}
REFERRAL_STAFF = {D.LIAISON, D.CASE_OFFICER, D.COMMITTEE_DIRECTOR, D.SIGNATORY, D.STATISTICIAN}
REPORT_STAFF = {D.STATISTICIAN, D.COMMITTEE_DIRECTOR, D.SIGNATORY, D.DUTY_LEADER, D.CASE_OFFICER}
UNION_STAFF = CASE_STAFF | HOTLINE_STAFF | SUPERVISION_STAFF | REFERRAL_STAFF

# In the order a matter flows: label, name of the page, duties that work there.
AREAS = [
    (_("Desk"), "desk:home", set(D) - {D.SYSTEM}),
    (_("Hotline"), "hotline:calls", HOTLINE_STAFF),
    (_("Dispute cases"), "disputes:cases", CASE_STAFF),
    (_("Letters and documents"), "supervision:documents", SUPERVISION_STAFF),
    (_("Referrals"), "referrals:referrals", REFERRAL_STAFF),
    (_("Received referrals"), "referrals:inbox", {D.AUTHORITY_OFFICER}),
    (_("Reports"), "reports:indicators", REPORT_STAFF),
    (_("Employers"), "desk:employers", UNION_STAFF),
    (_("Administration"), "control:index", {D.SYSTEM_ADMIN}),
]


@dataclass(frozen=True)
class Area:
    label: Any
    url: str
    current: bool


def areas_of(duty: str, path: str) -> list[Area]:
    """The work areas of a duty; the one whose address begins the current path is marked."""
    found = [(label, reverse(name)) for label, name, duties in AREAS if duty in duties]
    return [Area(label, url, path == url if url == "/" else path.startswith(url)) for label, url in found]


def frame(request: HttpRequest) -> dict[str, Any]:
    """Variables of the base template: `areas`, `officer`, `officers`, `demo`."""
    officer = getattr(request, "officer", None)
    return {
        "demo": settings.HEYI_DEMO,
        "officer": officer,
        "officers": [o for o in getattr(request, "officers", []) if o != officer],
        "areas": areas_of(officer.duty, request.path) if officer else [],
    }
