"""What a template of supervision may name, and what each value is called when it is missing.

A list names its own values; the empty name is that of the list itself. Whatever is not here cannot be printed: nobody
who complained, and no worker, has a name in this list.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LABELS: dict[str, Any] = {
    "org": _("Issuing union"),
    "number": _("Number of the document"),
    "document_day": _("Date of the document"),
    "topic": _("Topic"),
    "addressee": pgettext_lazy("of a letter", "Addressee of the document"),
    "address": _("Address for service"),
    "employer": _("Employer"),
    "uscc": _("Credit code of the employer"),
    "legal_representative": _("Legal representative of the employer"),
    "employer_address": pgettext_lazy("of a letter", "Address of the employer"),
    "workers_affected": _("Workers affected"),
    "is_public": _("Published to all employers concerned"),
    "from_workers": _("The matter began with what workers reported"),
    "from_work_order": _("The matter began with a work order"),
    "from_case": _("The matter began with a dispute case"),
    "from_news": _("The matter began with a news report"),
    "from_own_work": _("The matter began with the union's own work"),
    "reply_term": _("Time to reply"),
    "contact_name": _("Contact"),
    "contact_phone": _("Telephone of the contact"),
    "contact_address": _("Address of the contact"),
    "copies": _("Copies to"),
    "waiver_reason": _("Why an earlier document is skipped"),
    "evidence_list": _("Evidence named"),
    "facts": {"": _("Facts or risk"), "no": _("Number of the fact"), "text": _("Wording of the fact")},
    "legal_basis": {"": _("Legal basis"), "no": _("Number of the article"), "text": _("Article of law")},
    "demands": {"": _("What is to be done"), "no": _("Number of the demand"), "text": _("Wording of the demand")},
    "investigations": {
        "": _("Investigations"),
        "day": _("Day of the investigation"),
        "way": _("Way of the investigation"),
        "people": _("Supervisors with their certificates"),
        "findings": _("Findings of the investigation"),
    },
    "chain": {
        "": _("Earlier documents of the matter"),
        "title": _("Title of the earlier document"),
        "number": _("Number of the earlier document"),
        "served_on": _("Day the earlier document was served"),
        "fate": _("What became of the earlier document"),
    },
    "matter_number": _("Number of the matter"),
    "received_on": _("Day the complaint came in"),
    "decline_reason": _("Why the complaint was declined"),
    "outside_scope": _("Declined: outside the scope of supervision"),
    "with_authority": _("Declined: taken on by an authority already"),
    "in_arbitration": _("Declined: taken on by the arbitration commission already"),
    "in_court": _("Declined: taken on by a court already"),
    "notice_day": _("Day of the notice of refusal"),
    "org_phone": _("Telephone of the issuing union"),
    "org_address": _("Address of the issuing union"),
    "document_title": _("Title of the document"),
    "signed_on": _("Day of signing"),
    "withdrawn_on": _("Day of withdrawal"),
    "withdraw_reason": _("Reason of the withdrawal"),
    "rectify_by": _("To be corrected by"),
    "attempts": {
        "": _("Attempts at service"),
        "no": _("Number of the attempt"),
        "method": _("Way of the attempt"),
        "sent_on": _("Day of sending"),
        "served_on": _("Day of service"),
        "outcome": _("Result of the attempt"),
        "trace": _("Tracking number or channel"),
    },
    "attachments": {"": pgettext_lazy("of a letter", "Attachments"), "title": _("Title of the attachment")},
}
