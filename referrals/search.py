"""What the search box finds here."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from casework.panels import Hit
from organizations.models import Officer
from referrals.models import Referral

MOST = 10


def find(officer: Officer, text: str) -> list[Hit]:
    """Referrals by number, by the authority's number, or by words of the subject or of the authority's name."""
    wanted = text.strip()
    if not wanted:
        return []
    rows = Referral.objects.visible_to(officer).filter(
        Q(number=wanted) | Q(external_no=wanted) | Q(subject__contains=wanted) | Q(authority__name__contains=wanted)
    )
    return [hit(referral) for referral in rows.for_list()[:MOST]]


def hit(referral: Referral) -> Hit:
    detail = f"{referral.kind} · {referral.authority} · {referral.get_state_display()}"
    return Hit(_("Referral"), f"{referral.number} {referral.subject}", detail, referral.get_absolute_url())
