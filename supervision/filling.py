"""What a new document of a matter says before anybody has typed: from the matter and the document before it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from casework.deadlines import policy
from casework.workflow import Act
from organizations.models import Authority, Officer
from supervision.kinds import KINDS
from supervision.models import SupervisionDocument, SupervisionMatter

Kind = SupervisionDocument.Kind
Audience = SupervisionDocument.Audience


def first_draft(matter: SupervisionMatter, kind: str, officer: Officer, at: datetime) -> dict[str, Any]:
    """The draft as the form opens, with the contact and the address a person may change."""
    assert officer.org
    return {
        "matter": matter.pk,
        "kind": kind,
        "contact_name": officer.name,
        "contact_phone": officer.org.phone,
        "contact_address": officer.org.address,
        **({"audience": Audience.PUBLIC} if to_all(matter, kind) else {}),
        **filled_in(matter, kind, officer, at),
    }


def to_all(matter: SupervisionMatter, kind: str) -> bool:
    """A letter of a matter that names no employer can only be published."""
    return kind == Kind.REMINDER_LETTER and matter.employer_id is None


def filled_in(matter: SupervisionMatter, kind: str, officer: Officer, at: datetime) -> dict[str, Any]:
    """Facts, basis and demands of the document before stand again, with what the investigation found since."""
    before = document_before(matter, kind)
    facts = before.facts if before else matter.facts
    return {
        "facts": "\n".join([facts, *found_since(matter, facts)]) if before else facts,
        "legal_basis": before.legal_basis if before else "",
        "demands": before.demands if before else "",
        "evidence": list(before.evidence.all()) if before else [],
        "addressee_address": address_of(matter, kind, officer),
        "copies": _(", ").join(copies_of(matter, kind, officer, at)),
    }


def document_before(matter: SupervisionMatter, kind: str) -> SupervisionDocument | None:
    """The last one that failed; of an earlier stage skipped there is none."""
    rows = matter.documents.filter(state=SupervisionDocument.State.ESCALATED).exclude(kind=kind)
    found: SupervisionDocument | None = rows.order_by("-pk").first()
    return found


def found_since(matter: SupervisionMatter, facts: str) -> list[str]:
    """Lines of the investigations that the facts do not hold yet."""
    known = set(facts.splitlines())
    lines = [line.strip() for record in matter.investigations.all() for line in record.findings.splitlines()]
    return [line for line in dict.fromkeys(lines) if line and line not in known]


def address_of(matter: SupervisionMatter, kind: str, officer: Officer) -> str:
    assert officer.org
    if KINDS[kind].to_authority:
        office = Authority.objects.in_charge(Authority.Kind.HR, officer.org.region)
        return office.address if office else ""
    return matter.employer.address if matter.employer else ""


def copies_of(matter: SupervisionMatter, kind: str, officer: Officer, at: datetime) -> list[str]:
    """Who usually gets a copy; of a recommendation also the procuratorate where the matter is one for it."""
    assert officer.org
    names = KINDS[kind].proposed_copies(officer.org)
    if kind == Kind.RECOMMENDATION and is_for_procuratorate(matter, Act(officer, at)):
        office = Authority.objects.in_charge(Authority.Kind.PROCURATORATE, officer.org.region)
        names += [office.name] if office else []
    return names


def is_for_procuratorate(matter: SupervisionMatter, act: Act) -> bool:
    """Special groups, unpaid insurance and mass disputes justify a copy (notice of SPP and ACFTU, February 2024)."""
    rule = policy("procuratorate_copy", matter, act.today)
    return matter.topic_id in rule["topics"] or matter.workers_affected >= rule["workers"]
