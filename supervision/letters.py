"""The text of a document: made from a template of the federation while it is drafted, kept as signed afterwards.

The template sees plain values only, put together here. The names of the people who complained are not among them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string

from casework.models import DeadlineRule
from supervision.models import Investigation, MatterEvidence, SupervisionDocument

BLOCK_END = re.compile(r"^====$", re.MULTILINE)
MISSING = "\ufffc"  # stands where a value is still to be filled in; the page shows it as a red mark


@dataclass(frozen=True)
class Letter:
    """The parts of an official letter, in the order they print."""

    mark: str
    number: str
    title: str
    addressee: str
    body: Sequence[str]
    signature: str
    day: str
    copies: Sequence[str]

    @classmethod
    def parse(cls, text: str) -> Letter:
        """From the text as kept: head, body, signature and copies, with an empty line between them."""
        head, body, foot, *copies = [block.split("\n") for block in text.split("\n\n")]
        mark, number, title, addressee = head
        signature, day = foot
        return cls(mark, number, title, addressee, body, signature, day, copies[0] if copies else [])


def parts_of(document: SupervisionDocument) -> Letter:
    """The letter as it prints: as signed, or as it would be signed now."""
    return Letter.parse(text_of(document))


def text_of(document: SupervisionDocument) -> str:
    """The text as signed, or while there is none as it would be signed now."""
    return document.frozen_text or compose(document, document.number, document.doc_date)


def compose(
    document: SupervisionDocument,
    number: str,
    day: date | None,
    evidence: Iterable[MatterEvidence] | None = None,
) -> str:
    """Fill the template of this kind. Blocks are parted by one empty line and hold none.

    `evidence` instead of what the document names, for a draft that is not saved.
    """
    given = values(document, number, day)
    return fill(document, given if evidence is None else {**given, "evidence": evidence_values(evidence)})


def fill(document: SupervisionDocument, given: dict[str, Any]) -> str:
    """The template with these values; nothing is read any more."""
    raw = render_to_string(document.rules.template, given)
    blocks = [lines(block) for block in BLOCK_END.split(raw)]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def lines(text: str) -> list[str]:
    """One item for each line typed, without spare space and empty lines."""
    return [line for raw in text.splitlines() if (line := " ".join(raw.split()))]


def flat(text: str) -> str:
    """On one line, for the parts of the head."""
    return " ".join(text.split())


def values(document: SupervisionDocument, number: str, day: date | None) -> dict[str, Any]:
    """All a template may print: strings, numbers, days and lists of them."""
    matter = document.matter
    return {
        "missing": MISSING,
        "union": flat(document.org.name),
        "number": number,
        "day": day,
        "topic": matter.topic.name,
        "source": matter.source,
        "is_public": document.is_public,
        "workers_affected": matter.workers_affected,
        "copies": flat(document.copies),
        "waiver_reason": flat(document.waiver_reason),
        **typed_values(document),
        "evidence": evidence_values(document.evidence.all() if document.pk else []),
        **addressee_values(document),
        **reply_values(document, day),
        "investigations": [investigation_values(found) for found in investigations(document)],
        "chain": [chain_values(earlier) for earlier in earlier_documents(document)],
    }


def typed_values(document: SupervisionDocument) -> dict[str, Any]:
    return {
        "facts": lines(document.facts),
        "legal_basis": lines(document.legal_basis),
        "demands": lines(document.demands),
        "contact_name": document.contact_name,
        "contact_phone": document.contact_phone,
        "contact_address": document.contact_address,
    }


def evidence_values(rows: Iterable[MatterEvidence]) -> list[dict[str, Any]]:
    """The evidence the document names, under the numbers of the matter's list."""
    return [{"position": e.position, "name": flat(e.name), "form": e.form, "pages": e.pages} for e in rows]


def addressee_values(document: SupervisionDocument) -> dict[str, Any]:
    employer = document.employer or document.matter.employer
    return {
        "addressee": flat(document.addressee),
        "address": document.addressee_address,
        "employer": employer.name if employer else "",
        "uscc": employer.uscc if employer else "",
        "legal_representative": employer.legal_representative if employer else "",
        "employer_address": employer.address if employer else "",
    }


def reply_values(document: SupervisionDocument, day: date | None) -> dict[str, Any]:
    """How long the addressee has, by the rule in force for the issuing union."""
    on = day or document.matter.received_on
    rule = DeadlineRule.objects.in_force(document.rules.reply_rule, on, document.org.region)
    return {"reply_length": rule.length, "reply_unit": rule.unit}


def investigations(document: SupervisionDocument) -> Sequence[Investigation]:
    rows = document.matter.investigations.prefetch_related("investigators__officer__user", "investigators__certificate")
    return list(rows) if document.rules.needs_investigation else []


def investigation_values(found: Investigation) -> dict[str, Any]:
    people = [{"name": i.officer.name, "certificate": i.certificate.number} for i in found.investigators.all()]
    return {"held_on": found.held_on, "way": found.way, "people": people, "findings": lines(found.findings)}


def earlier_documents(document: SupervisionDocument) -> Sequence[SupervisionDocument]:
    rows = document.matter.documents.filter(state="escalated").order_by("pk")
    return list(rows.filter(pk__lt=document.pk) if document.pk else rows)


def chain_values(earlier: SupervisionDocument) -> dict[str, Any]:
    return {
        "kind": earlier.kind,
        "number": earlier.number,
        "served_on": earlier.served_on,
        "replied_on": earlier.replied_on,
        "fate": earlier.fate,
    }
