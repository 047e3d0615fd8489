"""A notice on paper, for an office its message could not reach: what it would have been told, in the same facts."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from casework.deadlines import policy
from casework.documents.compose import compose
from casework.documents.paper import on_paper
from casework.documents.pdf import pdf_of
from casework.models import DocumentTemplate
from referrals.models import Delivery

TEMPLATE = "referral.notice"
LABELS: dict[str, Any] = {
    "org": _("Sent by"),
    "authority": _("Sent to"),
    "number": _("Number"),
    "their_number": _("Number the authority knows it by"),
    "subject": _("Subject"),
    "told": _("What is told"),
    "lines": {"": _("Details"), "label": _("Details"), "value": _("Details")},
    "papers": {"": _("Papers"), "n": _("Number"), "title": _("Papers")},
    "contact": _("Contact"),
    "phone": _("Telephone"),
    "day": _("Date of the document"),
}
# What a message may say, by the name of its field; a code stands beside its words and is not printed.
SAID: dict[str, Any] = {
    "union_no": _("Number at the union"),
    "acked_on": _("Signed for on"),
    "decided_on": _("Taken on on"),
    "decision": _("Remarks"),
    "code_label": _("Returned because"),
    "reason": _("Reason"),
    "result_label": _("Outcome"),
    "result_on": _("Date of the result"),
    "result_text": _("Result in words"),
}


def notice_of(delivery: Delivery, day: date) -> bytes:
    """As PDF. Raises NotPrintable."""
    referral = delivery.referral
    template = DocumentTemplate.objects.in_force(TEMPLATE, referral.org.region, day)
    with override("zh-hans"):  # a document speaks Chinese, whoever makes it
        head = {"layout": template.layout, "title": template.title, "mark": template.mark, "number": template.number}
        return pdf_of(compose(template.parts, values_of(delivery, day), LABELS, **head), day)


def values_of(delivery: Delivery, day: date) -> dict[str, Any]:
    referral, told = delivery.referral, json.loads(delivery.body)["data"]
    lines = [(label, told[name]) for name, label in SAID.items() if told.get(name)]
    titles = [paper["title"] for paper in told.get("papers", [])]
    return {
        "org": referral.org.name,
        "authority": delivery.authority.name,
        "number": referral.number,
        "their_number": str(told.get("number", referral.number)),
        "subject": referral.subject,
        "told": str(delivery.get_matter_display()),
        "lines": [{"label": str(label), "value": in_words(value)} for label, value in lines],
        "papers": [{"n": str(n), "title": title} for n, title in enumerate(titles, 1)],
        "contact": referral.owner.name,
        "phone": referral.org.phone or policy("hotline_number", referral, day),
        "day": on_paper(day),
    }


def in_words(value: Any) -> str:
    """A day as it is written on paper; anything else as it is."""
    try:
        return on_paper(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)
