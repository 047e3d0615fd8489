"""What the documents of a case print: plain strings, yes or no, and lists of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import pgettext

from casework.deadlines import due_day
from casework.documents.paper import on_paper, on_paper_money
from casework.masking import mask_id_number, mask_name, mask_phone
from casework.numerals import capitals
from disputes.documents.agreed import agreed_on, settled
from disputes.models import ClaimItem, DisputeCase, MediationMeeting, Party, Proxy
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
        **about_case(case, in_full),
        **sides(case, in_full),
        **roster_of(case, in_full),
        **addressed_to(party, in_full),
        **papers_asked(case),
        **settled(case, day, in_full),
        **ended(case),
        **appointed(case),
        **meeting_values(meeting, in_full),
    }


def organisation(case: DisputeCase) -> Values:
    return {
        "org": case.org.name,
        "org_phone": case.org.phone,
        "org_address": case.org.address,
        "court": court_of(case),
        "commission": commission_of(case),
        "mediator": case.mediator.name if case.mediator else "",
        "contact": case.mediator.name if case.mediator else case.org.name,
    }


def court_of(case: DisputeCase) -> str:
    """The basic court where the mediation organisation has its seat (Civil Procedure Law art. 205)."""
    court = Authority.objects.in_charge(Authority.Kind.COURT, case.org.region)
    return court.name if court else ""


def commission_of(case: DisputeCase) -> str:
    """The arbitration commission sits with the HR office of the place; it is named by the place."""
    region = case.org.region
    return pgettext("name of a commission", "Labour arbitration commission of %(place)s") % {"place": region.name}


def about_case(case: DisputeCase, in_full: bool) -> Values:
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
        "recorder": case.recorded_by.name if case.recorded_by else "",
        "recorded_on": on_paper(localdate(case.recorded_at)) if case.recorded_at else "",
        "exclusion": case.get_exclusion_display(),
        "passed_to": case.passed_to,
        "mediate_until": on_paper(due_day(case, case.mediation_rule)),
        "limitation_until": on_paper(case.limitation_expires_on),
        "amount_claimed": on_paper_money(case.amount_claimed),
        "amount_claimed_capitals": capitals(case.amount_claimed),
        "end_reason": case.get_end_reason_display(),
        "advice": pgettext("between names", ", ").join(case.advice_words),
        "claims": [
            {
                "no": str(claim.position),
                "claimant": claimant_of(case, claim, in_full),
                "category": claim.category.name,
                "amount": on_paper_money(claim.claimed),
                "agreed": on_paper_money(agreed_on(case, claim)),
            }
            for claim in case.claims.select_related("category")
        ],
    }


def claimant_of(case: DisputeCase, claim: ClaimItem, in_full: bool) -> str:
    """A worker's name is masked in a preview, as everywhere else."""
    if not claim.claimant:
        return pgettext("claimant", "all workers")
    return claim.claimant if in_full else mask_name(claim.claimant, minor=case.names_hidden)


def sides(case: DisputeCase, in_full: bool) -> Values:
    applicants, respondents = case.applicants, case.respondents
    return {
        "applicants": [person(party, in_full) for party in applicants],
        "respondents": [employer(party, in_full) for party in respondents],
        "third_parties": [employer(party, in_full) for party in case.in_role(Party.Role.THIRD_PARTY)],
        "proxies": [
            proxy_values(proxy, party, in_full)
            for party in [*applicants, *respondents]
            for proxy in party.proxies.all()
            if not proxy.ended_on
        ],
        "representative_names": joined(case.representatives, in_full),
        "applicant_names": joined(applicants, in_full),
        "respondent_names": joined(respondents, in_full),
    }


def proxy_values(proxy: Proxy, party: Party, in_full: bool) -> Values:
    return {
        "name": proxy.name if in_full else proxy.label,
        "party": name_of(party, in_full),
        "relation": proxy.get_relation_display(),
        "powers": proxy.get_powers_display(),
        "phone": proxy.phone if in_full else proxy.masked_phone,
    }


def roster_of(case: DisputeCase, in_full: bool) -> Values:
    """Every worker of a group with what he or she wants and gets; the rows make the sums of the case."""
    rows = [
        {
            "no": str(entry.position),
            "name": entry.name if in_full else entry.label,
            "id_number": entry.id_number if in_full else entry.masked_id_number,
            "category": entry.category.name,
            "claimed": on_paper_money(entry.claimed),
            "agreed": on_paper_money(entry.agreed),
        }
        for entry in case.roster.select_related("category", "file")
    ]
    return {"roster": rows, "has_roster": bool(rows)}


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
        "service_address": party.service_address if in_full else shown_address(party, in_full),
        "needs": party.needs,
        "guardian": party.guardian if in_full else mask_name(party.guardian),
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
        "representative": party.head,
        "capacity": party.get_capacity_display(),
        "address": party.address or (known.address if known else ""),
    }


def addressed_to(party: Party | None, in_full: bool) -> Values:
    if party is None:
        return {}
    return {
        "addressee": name_of(party, in_full),
        "addressee_address": party.where_served if in_full else shown_address(party, in_full),
        "addressee_needs": party.needs,
        "addressee_language": party.get_language_display(),
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


def appointed(case: DisputeCase) -> Values:
    """The next meeting that is ahead."""
    ahead = case.appointments.pending().first()
    if ahead is None:
        return {}
    return {
        "appointed_on": on_paper(ahead.starts_on),
        "appointed_hour": f"{timezone.localtime(ahead.starts_at):%H:%M}",
        "appointed_place": ahead.place,
        "appointed_manner": ahead.get_manner_display(),
    }


def meeting_values(meeting: MediationMeeting | None, in_full: bool) -> Values:
    if meeting is None:
        return {}
    return {
        "meeting_on": on_paper(meeting.held_on),
        "meeting_place": meeting.place,
        "meeting_manner": meeting.get_manner_display(),
        "meeting_minutes": meeting.minutes,
        "attendances": [
            {
                "party": f"{row.party.get_role_display()} {name_of(row.party, in_full)}",
                "presence": row.get_presence_display(),
                "proxy": row.proxy_name if in_full else mask_name(row.proxy_name),
            }
            for row in meeting.attendances.select_related("party__file")
        ],
    }
