"""Who takes part in a case. Each act is recorded with its reason; names stay out of the history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework.actions import keep_papers
from casework.errors import StepRefused
from casework.identity import is_minor_on
from casework.models import Employer
from casework.transactions import one_transaction
from disputes.guards.order import label_of, refuse_disorder
from disputes.guards.parties import refuse_wrong_people
from disputes.models import DisputeCase, Party, Proxy
from disputes.models.choices import Place
from disputes.workflow import WORKFLOW
from organizations.models import Officer

Rows = Iterable[dict[str, Any]]
TEXTS = (
    "name",
    "capacity",
    "legal_representative",
    "id_number",
    "phone",
    "address",
    "service_address",
    "needs",
    "language",
)
DETAILS = (*TEXTS, "guardian", "electronic_service", "is_minor")


def name_parties(case: DisputeCase, applicants: Rows, respondents: Rows, third_parties: Rows = ()) -> None:
    """Enter both sides, and others whose interest the outcome touches. Raises StepRefused."""
    roles = Party.Role
    sides = ((roles.APPLICANT, applicants), (roles.RESPONDENT, respondents), (roles.THIRD_PARTY, third_parties))
    for role, rows in sides:
        for row in rows:
            enter(case, role, row)
    refuse_wrong_people("apply", case)


def enter(case: DisputeCase, role: str, row: dict[str, Any]) -> Party:
    """A party as it was named. Respondents are units, third parties when a capacity or a credit code says so."""
    party = Party(file=case, role=role, **{name: row.get(name) or "" for name in (*TEXTS, "guardian")})
    party.electronic_service = bool(row.get("electronic_service"))
    party.is_minor = bool(row.get("is_minor")) or is_minor_on(party.id_number, case.received_on)
    if role == Party.Role.RESPONDENT or row.get("uscc") or party.capacity:
        party.employer = Employer.objects.named(party.name, case.org.region, row.get("uscc") or "")
    party.save()
    return party


@one_transaction
def add_party(case: DisputeCase, *, by: Officer, at: datetime, role: str, reason: str, **details: Any) -> DisputeCase:
    """Name a further applicant, respondent or third party while the case is open. Raises StepRefused."""
    case = WORKFLOW.advance(case, "add_party", by=by, at=at, note=reason)
    enter(case, role, details)
    refuse_wrong_people("add_party", case)
    return case


@one_transaction
def correct_party(
    case: DisputeCase, *, by: Officer, at: datetime, party: Party, reason: str, uscc: str = "", **details: Any
) -> DisputeCase:
    """Set right what is given; what is left empty stays. The history says which fields, never what stood in them."""
    insist_on_own("correct_party", case, party)
    given = {name: details[name] for name in DETAILS if details.get(name) not in (None, "")}
    changed = ", ".join(label_of(Party, name) for name in given)
    case = WORKFLOW.advance(case, "correct_party", by=by, at=at, note=f"{changed}: {reason}" if changed else reason)
    for name, value in given.items():
        setattr(party, name, value)
    if "id_number" in given:
        party.is_minor = is_minor_on(party.id_number, case.received_on)
    if party.employer and ("name" in given or uscc):
        party.employer = Employer.objects.named(party.name, case.org.region, uscc)
    party.save()
    refuse_wrong_people("correct_party", case)
    return case


@one_transaction
def end_party(
    case: DisputeCase, *, by: Officer, at: datetime, party: Party, ended_on: date, reason: str
) -> DisputeCase:
    """Somebody is no longer a party; with the party end the powers it gave. Each side keeps at least one."""
    insist_on_own("end_party", case, party)
    case = WORKFLOW.advance(case, "end_party", by=by, at=at, note=reason)
    refuse_disorder("end_party", (_("received"), case.received_on), (_("ended on"), ended_on), today=localdate(at))
    party.ended_on = ended_on
    party.save(update_fields=["ended_on"])
    party.proxies.filter(ended_on=None, authorised_on__gt=ended_on).update(ended_on=localdate(at))
    party.proxies.filter(ended_on=None).update(ended_on=ended_on)
    refuse_wrong_people("end_party", case)
    return case


@one_transaction
def add_proxy(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    party: Party,
    name: str,
    relation: str,
    powers: str,
    authorised_on: date,
    id_number: str = "",
    phone: str = "",
    papers: Iterable[Any] = (),
) -> DisputeCase:
    """Somebody acts for a party by a written power, which goes to the papers of the case. Raises StepRefused."""
    insist_on_own("add_proxy", case, party)
    case = WORKFLOW.advance(case, "add_proxy", by=by, at=at, note=f"{party}")
    refuse_disorder("add_proxy", (_("authorised"), authorised_on), today=localdate(at))
    Proxy(
        party=party,
        name=name,
        id_number=id_number,
        phone=phone,
        relation=relation,
        powers=powers,
        authorised_on=authorised_on,
    ).save()
    keep_papers(case, list(papers), by=by, at=at, place=Place.REPRESENTATIVES)
    refuse_wrong_people("add_proxy", case)
    return case


@one_transaction
def end_proxy(
    case: DisputeCase, *, by: Officer, at: datetime, proxy: Proxy, ended_on: date, reason: str
) -> DisputeCase:
    """A power was withdrawn or laid down."""
    insist_on_own("end_proxy", case, proxy.party)
    case = WORKFLOW.advance(case, "end_proxy", by=by, at=at, note=reason)
    refuse_disorder("end_proxy", (_("authorised"), proxy.authorised_on), (_("ended on"), ended_on), today=localdate(at))
    proxy.ended_on = ended_on
    proxy.save(update_fields=["ended_on"])
    return case


@one_transaction
def elect_representatives(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    representatives: Iterable[Party],
    elected_on: date,
    may_settle: bool = False,
    papers: Iterable[Any] = (),
) -> DisputeCase:
    """The workers of a group elect three to five of themselves (Mediation and Arbitration Law art. 7, arbitration
    rules); their signed list goes to the papers. A later election takes the place of the earlier. Raises StepRefused.
    """
    chosen = list(representatives)
    for party in chosen:
        insist_on_own("elect_representatives", case, party)
    case.parties.update(elected_on=None, may_settle=False)
    own = case.parties.filter(role=Party.Role.APPLICANT, ended_on=None, pk__in=[party.pk for party in chosen])
    own.update(elected_on=elected_on, may_settle=may_settle)
    case = WORKFLOW.advance(case, "elect_representatives", by=by, at=at, note=f"{len(chosen)}")
    refuse_disorder("elect_representatives", (_("elected"), elected_on), today=localdate(at))
    keep_papers(case, list(papers), by=by, at=at, place=Place.REPRESENTATIVES)
    return case


def insist_on_own(verb: str, case: DisputeCase, party: Party) -> None:
    if party.file_id != case.pk:
        raise StepRefused(verb, _("This is a party of another case."))
