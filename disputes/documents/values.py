"""What the documents of a case print: plain strings, yes or no, and lists of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import pgettext

from casework.deadlines import due_day
from casework.masking import mask_id_number, mask_phone
from casework.numerals import capitals
from disputes.models import DisputeCase, MediationMeeting, Party
from organizations.models import Authority

Values = dict[str, Any]


def values_of(
    case: DisputeCase,
    day: date,
    *,
    party: Party | None = None,
    meeting: MediationMeeting | None = None,
    in_full: bool = False,
) -> Values:
    """Everything a template may name. Identity numbers, telephones and addresses are whole only when `in_full`."""
    return {
        "document_day": on_paper(day),
        **organisation(case),
        **about_case(case),
        **sides(case, in_full),
        **addressed_to(party, in_full),
        **papers_asked(case),
        **ended(case),
        **settled(case),
        **meeting_values(meeting),
    }


def on_paper(day: date | None) -> str:
    """GB/T 9704: Arabic digits, the full year, nothing padded. "2024年6月5日"."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def on_paper_money(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:.2f}"


def organisation(case: DisputeCase) -> Values:
    return {
        "org": case.org.name,
        "org_phone": case.org.phone,
        "org_address": case.org.address,
        "court": court_of(case),
        "mediator": case.mediator.name if case.mediator else "",
        "contact": case.mediator.name if case.mediator else case.org.name,
    }


def court_of(case: DisputeCase) -> str:
    """The basic court where the mediation organisation has its seat (Civil Procedure Law art. 205)."""
    court = Authority.objects.in_charge(Authority.Kind.COURT, case.org.region)
    return court.name if court else ""


def about_case(case: DisputeCase) -> Values:
    return {
        "case_number": case.number,
        "received_on": on_paper(case.received_on),
        "accepted_on": on_paper(case.accepted_on),
        "declined_on": on_paper(case.declined_on),
        "closed_on": on_paper(case.closed_on),
        "origin": case.get_origin_display(),
        "external_no": case.external_no,
        "category": case.category.name,
        "facts": case.facts,
        "worker_count": str(case.worker_count),
        "is_group": case.is_group,
        "mediate_until": on_paper(due_day(case, case.mediation_rule)),
        "limitation_until": on_paper(case.limitation_expires_on),
        "amount_claimed": on_paper_money(case.amount_claimed),
        "amount_claimed_capitals": capitals(case.amount_claimed),
        "end_reason": case.get_end_reason_display(),
        "advice": pgettext("between names", ", ").join(case.advice_words),
        "claims": [
            {
                "no": str(claim.position),
                "claimant": claim.claimant or pgettext("claimant", "all workers"),
                "category": claim.category.name,
                "amount": on_paper_money(claim.claimed),
                "agreed": on_paper_money(claim.agreed),
            }
            for claim in case.claims.select_related("category")
        ],
    }


def sides(case: DisputeCase, in_full: bool) -> Values:
    applicants, respondents = case.applicants, case.respondents
    return {
        "applicants": [person(party, in_full) for party in applicants],
        "respondents": [employer(party, in_full) for party in respondents],
        "applicant_names": joined(applicants, in_full),
        "respondent_names": joined(respondents, in_full),
    }


def joined(parties: list[Party], in_full: bool) -> str:
    return pgettext("between names", ", ").join(name_of(party, in_full) for party in parties)


def name_of(party: Party, in_full: bool) -> str:
    return party.name if in_full else party.label


def person(party: Party, in_full: bool) -> Values:
    return {
        "name": name_of(party, in_full),
        "id_number": party.id_number if in_full else mask_id_number(party.id_number),
        "phone": party.phone if in_full else mask_phone(party.phone) if party.phone else "",
        "address": shown_address(party, in_full),
    }


def shown_address(party: Party, in_full: bool) -> str:
    """A worker's address is personal; in a preview it is only said that there is one."""
    address: str = party.address
    if in_full or party.employer_id or not address:
        return address
    return pgettext("address in a preview", "(on file)")


def employer(party: Party, in_full: bool) -> Values:
    known = party.employer
    return {
        **person(party, in_full),
        "uscc": known.uscc if known else "",
        "representative": known.legal_representative if known else "",
        "address": party.address or (known.address if known else ""),
    }


def addressed_to(party: Party | None, in_full: bool) -> Values:
    if party is None:
        return {}
    return {
        "addressee": name_of(party, in_full),
        "addressee_address": shown_address(party, in_full),
        "addressee_is_respondent": party.role == Party.Role.RESPONDENT,
    }


def papers_asked(case: DisputeCase) -> Values:
    asked = case.supplement_requests.order_by("-pk").first()
    if asked is None:
        return {}
    return {
        "missing_papers": asked.missing,
        "papers_asked_on": on_paper(asked.asked_on),
        "papers_until": on_paper(due_day(case, "case.supplement_lapse")),
    }


def ended(case: DisputeCase) -> Values:
    return {
        "outcome": case.get_outcome_display(),
        "undisputed_facts": case.undisputed_facts,
        "settlement": case.settlement,
        "closed_out_on": on_paper(case.closed_out_on),
        "callback": case.get_callback_display(),
        "amount_paid": on_paper_money(case.amount_paid) if case.amount_agreed else "",
        "archive_no": case.archive_no,
        "kept_until": on_paper(case.kept_until),
        "retention_class": case.get_retention_class_display(),
    }


def settled(case: DisputeCase) -> Values:
    agreement = getattr(case, "agreement", None)
    if agreement is None:
        return {}
    agreed = case.amount_agreed or Decimal(0)
    return {
        "terms": agreement.terms,
        "effective_on": on_paper(agreement.effective_on),
        "amount_agreed": on_paper_money(agreed),
        "amount_agreed_capitals": capitals(agreed),
        "confirmation_until": on_paper(due_day(case, "agreement.judicial_confirmation")),
        "review_until": on_paper(due_day(case, "agreement.arbitral_review")),
        "instalments": [
            {
                "no": str(part.position),
                "due_on": on_paper(part.due_on),
                "amount": on_paper_money(part.amount),
                "capitals": capitals(part.amount),
            }
            for part in case.instalments.all()
        ],
    }


def meeting_values(meeting: MediationMeeting | None) -> Values:
    if meeting is None:
        return {}
    return {
        "meeting_on": on_paper(meeting.held_on),
        "meeting_place": meeting.place,
        "meeting_manner": meeting.get_manner_display(),
        "meeting_minutes": meeting.minutes,
    }
