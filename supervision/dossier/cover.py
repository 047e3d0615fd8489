"""Cover, contents, sign-off sheet and closing report of a matter, as one PDF: the first paper of its file."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from casework.contents import Entry, printed
from casework.documents.compose import compose
from casework.documents.paper import on_paper, on_paper_money
from casework.documents.pdf import pdf_of
from casework.models import DocumentTemplate
from supervision.models import DocumentRecovery, SupervisionDocument, SupervisionMatter

TEMPLATE = "matter.dossier"


def named(label: Any, *names: str) -> dict[str, Any]:
    """A list of rows: whatever is missing in one is called by the name of the list."""
    return {"": label, **dict.fromkeys(names, label)}


LABELS: dict[str, Any] = {
    "matter_number": _("Number"),
    "subject": _("Employer"),
    "topic": _("Topic"),
    "source": _("Source"),
    "org": _("Issued by"),
    "received_on": _("Registered on"),
    "workers_affected": _("Workers affected"),
    "outcome": _("Outcome"),
    "closed_on": _("Closed on"),
    "papers": named(_("Papers"), "no", "title", "place", "day", "pages"),
    "page_sum": _("Pages"),
    "uncounted": _("Pages"),
    "documents": named(
        _("Letters and documents"), "number", "drafted", "reviewed", "signed", "day", "served", "replied", "result"
    ),
    "partners": named(_("Documents of partners"), "number", "kind", "issuer", "served", "replied", "result"),
    "facts": named(_("Facts or risk"), "text"),
    "verified": named(_("Verification"), "day", "way", "findings"),
    "recovered": _("Money workers really received"),
    "insurance": _("Money workers really received"),
}


def cover_of(matter: SupervisionMatter, entries: Sequence[Entry]) -> bytes:
    """The same file gives the same bytes: it is dated on the last day that moved it. Raises NotPrintable."""
    day = matter.closed_on or matter.received_on
    template = DocumentTemplate.objects.in_force(TEMPLATE, matter.org.region, day)
    with override("zh-hans"):  # a document speaks Chinese, whoever makes it
        given = values(matter, entries)
        sheet = compose(template.parts, given, LABELS, layout=template.layout, title=template.title)
    return pdf_of(sheet, day)


def values(matter: SupervisionMatter, entries: Sequence[Entry]) -> dict[str, Any]:
    return {
        "matter_number": matter.number,
        "subject": matter.subject,
        "topic": matter.topic.name,
        "source": str(matter.get_source_display()),
        "org": matter.org.name,
        "received_on": on_paper(matter.received_on),
        "workers_affected": str(matter.workers_affected),
        "outcome": str(matter.get_outcome_display()),
        "closed_on": on_paper(matter.closed_on),
        **printed(entries),
        "documents": [signed(document) for document in numbered(matter)],
        "partners": [sent(document) for document in matter.partner_documents.for_list().order_by("pk")],
        "facts": [{"text": line} for line in matter.facts.splitlines() if line.strip()],
        "verified": [found for document in numbered(matter) for found in looks(document)],
        **money(matter),
    }


def numbered(matter: SupervisionMatter) -> Any:
    people = ("drafter__user", "endorsed_by__user", "approved_by__user")
    return matter.documents.exclude(number="").select_related(*people).prefetch_related("verifications").order_by("pk")


def signed(document: SupervisionDocument) -> dict[str, str]:
    """Who drafted, reviewed and signed it, and what became of it."""
    return {
        "number": document.number,
        "drafted": document.drafter.name,
        "reviewed": document.endorsed_by.name if document.endorsed_by else "",
        "signed": document.approved_by.name if document.approved_by else "",
        "day": on_paper(document.doc_date),
        "served": on_paper(document.served_on or document.published_on),
        "replied": on_paper(document.replied_on),
        "result": str(document.get_outcome_display() or document.get_fate_display() or document.get_state_display()),
    }


def sent(document: Any) -> dict[str, str]:
    return {
        "number": str(document),
        "kind": str(document.get_kind_display()),
        "issuer": str(document.issuer),
        "served": on_paper(document.served_on),
        "replied": on_paper(document.replied_on),
        "result": str(document.get_outcome_display() or document.get_state_display()),
    }


def looks(document: SupervisionDocument) -> list[dict[str, str]]:
    return [
        {"day": on_paper(found.verified_on), "way": str(found.get_way_display()), "findings": found.findings}
        for found in document.verifications.all()
    ]


def money(matter: SupervisionMatter) -> dict[str, str]:
    """What the documents brought; a payment of the dispute case stands in the case."""
    insurance = Q(kind=DocumentRecovery.Kind.SOCIAL_INSURANCE)
    rows = DocumentRecovery.objects.filter(file__matter=matter)
    sums = rows.aggregate(all=Sum("amount"), insurance=Sum("amount", filter=insurance))
    return {
        "recovered": on_paper_money(sums["all"] or Decimal(0)),
        "insurance": on_paper_money(sums["insurance"] or Decimal(0)),
    }
