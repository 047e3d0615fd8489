"""What the documents of supervision print: plain strings, yes or no, and lists of them.

Only the matter, the document and what the union did itself are read here. Calls, complaints and cases are not, so the
name of whoever complained cannot get into a letter to the employer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext, ngettext, override, pgettext

from casework.documents.paper import on_paper
from casework.models import DeadlineRule
from casework.periods import Unit
from supervision.models import Investigation, MatterEvidence, SupervisionDocument, SupervisionMatter

Values = dict[str, Any]
SOURCES = {"complaint": "workers", "work_order": "work_order", "case": "case", "news": "news"}


def values(document: SupervisionDocument, number: str, day: date | None) -> Values:
    """Everything a template may name. Without number or day it says that both are given at signing."""
    with override("zh-hans"):  # a document speaks Chinese, whoever makes it
        return {
            "org": flat(document.org.name),
            "number": number or gettext("(number given at signing)"),
            "document_day": on_paper(day) or gettext("(day of signing)"),
            "copies": flat(document.copies),
            "waiver_reason": flat(document.waiver_reason),
            **about_matter(document.matter, document.is_public),
            **season_values(document),
            **typed_values(document),
            **addressee_values(document),
            "reply_term": reply_term(document, day),
            "evidence_list": evidence_list(document.evidence.all() if document.pk else []),
            "investigations": [investigation_values(found) for found in investigations(document)],
            "chain": [chain_values(earlier) for earlier in earlier_documents(document)],
            "attachments": attachments(document),
        }


def about_matter(matter: SupervisionMatter, is_public: bool) -> Values:
    """How the union came to know: by the kind of source, never by whom."""
    source = "" if is_public else SOURCES.get(matter.source, "own_work")
    return {
        "topic": matter.topic.name,
        "workers_affected": str(matter.workers_affected),
        "is_public": is_public,
        **{f"from_{name}": source == name for name in (*SOURCES.values(), "own_work")},
    }


def season_values(document: SupervisionDocument) -> Values:
    """What only a letter to all employers says: on which occasion, where and until when."""
    words = {
        "festival": gettext("As holidays are near"),
        "heat": gettext("In this time of hot weather"),
        "wages": gettext("In this time in which wages are often owed"),
    }
    return {
        "occasion": words.get(document.occasion, ""),
        "plain_public": document.is_public and not document.occasion,
        "valid_until": on_paper(document.valid_until),
        "publication": flat(document.publication) if document.is_public else "",
    }


def typed_values(document: SupervisionDocument) -> Values:
    return {
        "facts": numbered(document.facts),
        "legal_basis": numbered(document.legal_basis),
        "demands": numbered(document.demands),
        "contact_name": flat(document.contact_name),
        "contact_phone": flat(document.contact_phone),
        "contact_address": flat(document.contact_address),
    }


def addressee_values(document: SupervisionDocument) -> Values:
    employer = document.employer or document.matter.employer
    return {
        "addressee": flat(document.addressee),
        "address": flat(document.addressee_address),
        "employer": flat(employer.name) if employer else "",
        "uscc": employer.uscc if employer else "",
        "legal_representative": employer.legal_representative if employer else "",
        "employer_address": flat(employer.address) if employer else "",
    }


def evidence_list(rows: Iterable[MatterEvidence]) -> str:
    """The evidence the document names, under the numbers of the matter's list, in one line."""
    with override("zh-hans"):
        pages = gettext(" (%(count)d pages)")
        named = [
            gettext("(%(position)d) %(name)s") % {"position": row.position, "name": flat(row.name)}
            + (pages % {"count": row.pages} if row.pages else "")
            for row in rows
        ]
        return pgettext("between items", "; ").join(named)


def reply_term(document: SupervisionDocument, day: date | None) -> str:
    """How long the addressee has, by the rule in force for the issuing union: "15 working days"."""
    if document.is_public:
        return ""  # nobody replies to it
    on = day or document.doc_date or document.matter.received_on
    rule = DeadlineRule.objects.in_force(document.rules.reply_rule, on, document.org.region)
    words = {
        Unit.WORKING: ngettext("%(n)d working day", "%(n)d working days", rule.length),
        Unit.MONTHS: ngettext("%(n)d month", "%(n)d months", rule.length),
    }
    return words.get(Unit(rule.unit), ngettext("%(n)d day", "%(n)d days", rule.length)) % {"n": rule.length}


def investigations(document: SupervisionDocument) -> Sequence[Investigation]:
    rows = document.matter.investigations.prefetch_related("investigators__officer__user", "investigators__certificate")
    return list(rows) if document.rules.needs_investigation else []


def investigation_values(found: Investigation) -> Values:
    words = gettext("%(name)s (certificate no. %(number)s)")
    shown = [{"name": i.officer.name, "number": i.certificate.number} for i in found.investigators.all()]
    people = pgettext("between names", ", ").join(words % one for one in shown)
    return {
        "day": on_paper(found.held_on),
        "way": flat(found.way),
        "people": people,
        "findings": in_one_line(found.findings),
    }


def earlier_documents(document: SupervisionDocument) -> Sequence[SupervisionDocument]:
    """Those that failed before; a reminder letter begins the ladder and has none."""
    if not document.rules.after:
        return []
    rows = document.matter.documents.filter(state="escalated").order_by("pk")
    return list(rows.filter(pk__lt=document.pk) if document.pk else rows)


def chain_values(earlier: SupervisionDocument) -> Values:
    return {
        "title": gettext("Reminder letter of labour-law supervision")
        if earlier.kind == SupervisionDocument.Kind.REMINDER_LETTER
        else gettext("Opinion of labour-law supervision"),
        "number": earlier.number,
        "served_on": on_paper(earlier.served_on),
        "fate": fate_words(earlier.fate),
    }


def fate_words(fate: str) -> str:
    """One sentence on paper for each way an earlier document can have failed."""
    return {
        "unanswered": gettext("It was not answered in writing in the time set."),
        "uncorrected": gettext("After the answer the correction was not made in time."),
        "not_accepted": gettext("The document was not accepted."),
        "refused": gettext("The correction was refused in writing."),
    }.get(fate, gettext("The answer did not settle what the document is about."))


def attachments(document: SupervisionDocument) -> list[Values]:
    """What is enclosed: a blank form for the answer; for the authority what happened so far."""
    if document.is_public:
        return []
    if not document.rules.to_authority:
        return [{"title": gettext("Reply form")}]
    found = []
    for earlier in earlier_documents(document):
        words = chain_values(earlier)
        found += [gettext("%(title)s (%(number)s)") % words, gettext("Proof of service of %(number)s") % words]
        found += [gettext("Answer to %(number)s") % words] if earlier.replied_on else []
    found += [gettext("Record of the investigation")] if investigations(document) else []
    return [{"title": title} for title in [*found, gettext("Acknowledgement slip")]]


def numbered(text: str) -> list[Values]:
    return [{"no": str(n), "text": line} for n, line in enumerate(lines(text), 1)]


def lines(text: str) -> list[str]:
    """One item for each line typed, without spare space and empty lines."""
    return [line for raw in text.splitlines() if (line := " ".join(raw.split()))]


def in_one_line(text: str) -> str:
    """The items typed one below the other, in one sentence."""
    return pgettext("between items", "; ").join(line.rstrip("。；;.") for line in lines(text))


def flat(text: str) -> str:
    """On one line, for the parts of the head."""
    return " ".join(text.split())
