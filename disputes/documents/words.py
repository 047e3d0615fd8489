"""What a template of a case's document may name, and what each value is called when it is missing.

A list names its own values; the empty name is that of the list itself. Whatever is not here cannot be printed.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Any] = {
    "org": _("Mediation organisation"),
    "org_phone": _("Telephone of the organisation"),
    "org_address": _("Address of the organisation"),
    "contact": _("Contact"),
    "case_number": _("Case number"),
    "document_day": _("Date of the document"),
    "received_on": _("Received on"),
    "accepted_on": _("Accepted on"),
    "declined_on": _("Declined on"),
    "closed_on": _("Concluded on"),
    "origin": _("Origin"),
    "external_no": _("Number given elsewhere"),
    "category": _("Category"),
    "facts": _("Facts and reasons"),
    "worker_count": _("Workers"),
    "is_group": _("Group dispute"),
    "mediate_until": _("Last day for mediation"),
    "limitation_until": _("Limitation of arbitration ends"),
    "mediator": _("Mediator"),
    "amount_claimed": _("Amount claimed (yuan)"),
    "amount_claimed_capitals": _("Amount claimed in capitals"),
    "amount_agreed": _("Amount agreed (yuan)"),
    "amount_agreed_capitals": _("Amount agreed in capitals"),
    "applicant_names": _("Applicants"),
    "respondent_names": _("Respondents"),
    "addressee": _("Addressee of the document"),
    "addressee_address": _("Address of the addressee"),
    "addressee_is_respondent": _("Addressee is the respondent"),
    "missing_papers": _("Missing papers"),
    "papers_asked_on": _("Papers asked for on"),
    "papers_until": _("Last day for the papers"),
    "end_reason": _("Ground of the end"),
    "advice": _("Way shown to the parties"),
    "terms": _("Terms"),
    "effective_on": _("Effective on"),
    "confirmation_until": _("Last day for judicial confirmation"),
    "review_until": _("Last day for arbitral review"),
    "court": _("Court"),
    "meeting_on": _("Day of the meeting"),
    "meeting_place": _("Place of the meeting"),
    "meeting_manner": _("Manner of the meeting"),
    "meeting_minutes": _("Minutes of the meeting"),
    "applicants": {
        "": _("Applicants"),
        "name": _("Name of the applicant"),
        "id_number": _("Identity number of the applicant"),
        "phone": _("Telephone of the applicant"),
        "address": _("Address of the applicant"),
    },
    "respondents": {
        "": _("Respondents"),
        "name": _("Name of the respondent"),
        "uscc": _("Credit code of the respondent"),
        "phone": _("Telephone of the respondent"),
        "address": _("Address of the respondent"),
        "representative": _("Legal representative of the respondent"),
    },
    "claims": {
        "": _("Claims"),
        "no": _("Claim no."),
        "claimant": _("Claimant"),
        "category": _("Category of the claim"),
        "amount": _("Amount of the claim"),
        "agreed": _("Amount agreed on the claim"),
    },
    "instalments": {
        "": _("Instalments"),
        "no": _("Instalment no."),
        "due_on": _("Day of the instalment"),
        "amount": _("Amount of the instalment"),
        "capitals": _("Amount of the instalment in capitals"),
    },
}
