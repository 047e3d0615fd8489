"""What the frame of every page shows: work areas by duty, who one is, which other duties one holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hotline.querysets import ANSWER_CALLS
from organizations.models import Duty

D = Duty
CASE_STAFF = {
    D.CASE_OFFICER,
    D.MEDIATOR,
    D.SUPERVISOR,
    D.COMMITTEE_DIRECTOR,
    D.SIGNATORY,
    D.LIAISON,
    D.STATISTICIAN,
    D.ARCHIVIST,
}
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

# In the order a matter flows: label, name of the page, key pressed after g, duties that work there.
AREAS = [
    (_("Desk"), "desk:home", "h", set(D) - {D.SYSTEM}),
    (_("Hotline"), "hotline:calls", "", HOTLINE_STAFF),
    (_("Dispute cases"), "disputes:cases", "c", CASE_STAFF),
    (_("Letters and documents"), "supervision:documents", "l", SUPERVISION_STAFF),
    (_("Referrals"), "referrals:referrals", "y", REFERRAL_STAFF),
    (_("Received referrals"), "referrals:inbox", "y", {D.AUTHORITY_OFFICER}),
    (_("Reports"), "reports:indicators", "r", REPORT_STAFF),
    (_("Employers"), "desk:employers", "", UNION_STAFF),
    (_("Administration"), "control:index", "", {D.SYSTEM_ADMIN}),
]
# Lists that are reached from an area and belong to it, though their address begins otherwise.
ALSO = {
    "hotline:calls": (
        "hotline:work-orders",
        "hotline:rosters",
        "hotline:shifts",
        "hotline:incidents",
        "hotline:surge",
    ),
    "supervision:documents": ("supervision:matters", "supervision:partner-documents", "casework:templates"),
    "control:index": ("casework:templates",),
    "referrals:referrals": ("referrals:joint-matters",),
    "referrals:inbox": ("referrals:referrals",),
}


@dataclass(frozen=True)
class Area:
    label: Any
    url: str
    key: str
    current: bool


def areas_of(duty: str, path: str) -> list[Area]:
    """The work areas of a duty; the one whose address begins the current path is marked."""
    found = [(label, name, key) for label, name, key, duties in AREAS if duty in duties and reachable(name)]
    return [Area(label, reachable(name), key, is_current(name, path)) for label, name, key in found]


def is_current(name: str, path: str) -> bool:
    """Whether the path lies in the area; the desk is its own page only."""
    roots = [url for url in map(reachable, (name, *ALSO.get(name, ()))) if url]
    return path == "/" if roots == ["/"] else any(path.startswith(root) for root in roots)


def reachable(name: str) -> str:
    from django.urls import NoReverseMatch

    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def frame(request: HttpRequest) -> dict[str, Any]:
    """Variables of the base template: `areas`, `officer`, `officers`, `demo`, `line_events`."""
    officer = getattr(request, "officer", None)
    return {
        "demo": settings.HEYI_DEMO,
        "officer": officer,
        "officers": [o for o in getattr(request, "officers", []) if o != officer],
        "idle_seconds": settings.SESSION_IDLE_SECONDS,
        "areas": areas_of(officer.duty, request.path) if officer else [],
        "line_events": reverse("hotline:line-events") if officer and officer.duty in ANSWER_CALLS else "",
    }
