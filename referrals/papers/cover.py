"""The letter a referral is carried with (移送函): who asks what on what ground, and the slips that come back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, override

from casework.deadlines import policy
from casework.documents.compose import compose
from casework.documents.paper import on_paper
from casework.documents.pdf import pdf_of
from casework.documents.sheet import Sheet
from casework.models import DeadlineRule, DocumentTemplate
from casework.periods import Unit
from referrals.models import Referral

TEMPLATE = "referral.cover"
LABELS: dict[str, Any] = {
    "org": _("Sent by"),
    "org_address": _("Address of the union"),
    "authority": _("Sent to"),
    "number": _("Number"),
    "kind": _("Kind of referral"),
    "subject": _("Subject"),
    "facts": _("Facts"),
    "request": _("What is asked"),
    "legal_basis": _("Legal basis"),
    "legal_ground": _("Ground for passing personal data on"),
    "passed": {"": _("Data passed on"), "label": _("Data passed on"), "value": _("Data passed on")},
    "details": {"": _("Details"), "label": _("Details"), "value": _("Details")},
    "ack_period": _("Period for signing"),
    "result_period": _("Period for the result"),
    "outcomes": _("Outcome at the authority"),
    "contact": _("Contact"),
    "phone": _("Telephone"),
    "day": _("Date of the document"),
    "papers": {"": _("Papers"), "n": _("Number"), "title": _("Papers")},
}


def cover_of(referral: Referral, day: date, *, watermark: str = "", in_full: bool = True) -> bytes:
    """The letter as PDF; the same referral gives the same bytes. `in_full` names persons. Raises NotPrintable."""
    return pdf_of(cover_sheet(referral, day, watermark, in_full), day)


def cover_sheet(referral: Referral, day: date, watermark: str, in_full: bool) -> Sheet:
    template = DocumentTemplate.objects.in_force(TEMPLATE, referral.org.region, day)
    with override("zh-hans"):  # a document speaks Chinese, whoever makes it
        head = {"layout": template.layout, "title": template.title, "mark": template.mark, "number": template.number}
        return compose(template.parts, values_of(referral, day, in_full), LABELS, watermark=watermark, **head)


def values_of(referral: Referral, day: date, in_full: bool) -> dict[str, Any]:
    """Nothing but what is shared with the authority, and how to reach the union."""
    papers = referral.attachments.filter(at__lte=fixed_at(referral))
    return {
        "org": referral.org.name,
        "org_address": referral.org.address,
        "authority": referral.authority.name,
        "number": referral.number,
        "kind": referral.kind.label,
        "subject": referral.subject,
        "facts": referral.facts,
        "request": referral.request,
        "legal_basis": referral.legal_basis or referral.kind.label,
        "legal_ground": referral.get_legal_ground_display(),
        "details": rows_of(referral.detail_lines),
        "passed": rows_of(referral.personal() if in_full else referral.masked_lines),
        "ack_period": period_of(referral, referral.ack_rule, day),
        "result_period": period_of(referral, referral.result_rule, day),
        "outcomes": "　".join(f"□{label}" for _code, label in referral.kind.outcomes),
        "contact": referral.owner.name,
        "phone": referral.org.phone or policy("hotline_number", referral, day),
        "day": on_paper(day),
        "papers": [{"n": str(n), "title": title} for n, title in enumerate(papers.values_list("title", flat=True), 1)],
    }


def rows_of(lines: Iterable[tuple[Any, str]]) -> list[dict[str, str]]:
    return [{"label": str(label), "value": value} for label, value in lines]


def fixed_at(referral: Referral) -> datetime:
    """Papers added after it was queued do not belong to the letter."""
    first = referral.deliveries.order_by("pk").first()
    return first.queued_at if first else timezone.now()


def period_of(referral: Referral, code: str, day: date) -> str:
    """How long they have, in words: the day it runs from is that of the service, which the letter cannot know."""
    rule = DeadlineRule.objects.in_force(code, day, referral.org.region)
    if rule.unit == Unit.WORKING:
        return ngettext("%(count)d working day", "%(count)d working days", rule.length) % {"count": rule.length}
    if rule.unit == Unit.MONTHS:
        return ngettext("%(count)d month", "%(count)d months", rule.length) % {"count": rule.length}
    return ngettext("%(count)d day", "%(count)d days", rule.length) % {"count": rule.length}
