"""A matter on one page, for the meeting that has to decide on it: what is known, what was sent, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext, pgettext

from casework.deadlines import due_day
from casework.documents.paper import on_paper, on_paper_money
from supervision.guards import shown
from supervision.models import DocumentRecovery, SupervisionDocument, SupervisionMatter
from supervision.printing.values import Values, flat, in_one_line
from supervision.prospects import prospect

LONGEST, MOST_STEPS, MOST_PARTNERS = 260, 8, 3  # so that it stays one page
State = SupervisionDocument.State


def story_values(matter: SupervisionMatter) -> Values:
    """Nobody who complained and no worker is named; what is longer than the page allows is cut and says so."""
    documents = list(matter.documents.for_list().exclude(state=State.VOID).order_by("pk"))
    paid = DocumentRecovery.objects.filter(file__matter=matter).aggregate(sum=Sum("amount"))["sum"]
    today = timezone.localdate()
    return {
        "subject": flat(matter.subject),
        "uscc": matter.employer.uscc if matter.employer else "",
        "source": str(matter.get_source_display()),
        "amount": gettext("%(sum)s yuan") % {"sum": on_paper_money(matter.amount)} if matter.amount else "",
        "standing": standing(matter),
        "summary": cut(in_one_line(matter.facts) + gettext(".")),
        "found": cut(" ".join(found(row) for row in matter.investigations.all())),
        "steps": [step(document) for document in documents[-MOST_STEPS:]],
        "partners": partners(matter),
        "recovered": on_paper_money(paid or Decimal(0)),
        "next_step": next_step(documents[-1:], matter, today),
        "today": on_paper(today),
    }


def standing(matter: SupervisionMatter) -> str:
    """Its state, and how it ended."""
    ended = [str(matter.get_outcome_display()), on_paper(matter.closed_on)] if matter.outcome else []
    return pgettext("between names", ", ").join([str(matter.get_state_display()), *ended])


def found(row: Any) -> str:
    words = gettext("%(day)s, %(way)s: %(findings)s.")
    return words % {"day": on_paper(row.held_on), "way": flat(row.way), "findings": in_one_line(row.findings)}


def step(document: SupervisionDocument) -> dict[str, str]:
    result = document.get_outcome_display() or document.get_fate_display() or document.get_state_display()
    return {
        "kind": str(document.get_kind_display()),
        "number": document.number or "—",
        "day": on_date(document.doc_date) or "—",
        "served": on_date(document.served_on or document.published_on),
        "due": on_date(due_day(document, document.rules.reply_rule)),
        "replied": on_date(document.replied_on),
        "result": str(result),
    }


def on_date(day: date | None) -> str:
    """Short enough for a column."""
    return shown(day) if day else ""


def partners(matter: SupervisionMatter) -> str:
    rows = matter.partner_documents.for_list().order_by("pk")[:MOST_PARTNERS]
    words = gettext("%(issuer)s, %(kind)s %(number)s (%(state)s)")
    said = [
        words % {"issuer": row.issuer, "kind": row.get_kind_display(), "number": row.doc_no, "state": state(row)}
        for row in rows
    ]
    return pgettext("between items", "; ").join(said)


def state(row: Any) -> str:
    return str(row.get_state_display())


def next_step(last: Iterable[SupervisionDocument], matter: SupervisionMatter, today: Any) -> str:
    """What may follow the last document, in the words of its page."""
    if matter.state != SupervisionMatter.State.OPEN:
        return ""
    return " ".join(ahead.words for document in last if (ahead := prospect(document, today)))


def cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
