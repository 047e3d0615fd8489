"""Review and signature: the number is taken and the text frozen in the step that signs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from functools import partial
from secrets import token_urlsafe
from typing import Any

from casework.numbering import take_serial
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer
from supervision.models import SupervisionDocument
from supervision.printing.sheets import filled, template_of
from supervision.printing.text import digest, words_of
from supervision.printing.values import values
from supervision.workflow import DOCUMENTS


@one_transaction
def endorse(document: SupervisionDocument, *, by: Officer, at: datetime) -> SupervisionDocument:
    """The committee has no objection: the document waits for its signature."""
    return DOCUMENTS.advance(document, "endorse", by=by, at=at, endorsed_by=by)


@one_transaction
def return_for_revision(
    document: SupervisionDocument, *, by: Officer, at: datetime, reason: str
) -> SupervisionDocument:
    """Back to the drafter, with the reason."""
    return DOCUMENTS.advance(document, "return_for_revision", by=by, at=at, note=reason, endorsed_by=None)


@one_transaction
def approve(
    document: SupervisionDocument, *, by: Officer, at: datetime, approved_on: date | None = None
) -> SupervisionDocument:
    """Sign: the next number of the union's series, the date, and from now on this text and no other.

    The number belongs to the transaction: when anything fails it is given back, so the series has no gap. It is
    taken last, when all that the text needs has been read: whoever signs meanwhile waits for it.
    Raises WrongDuty, StepRefused (also for whoever drafted it).
    """
    day = approved_on or Act(by, at).today
    return DOCUMENTS.advance(document, "approve", by=by, at=at, last=partial(signed, day=day), approved_by=by)


def signed(document: SupervisionDocument, *, day: date) -> dict[str, Any]:
    """Number, date, sheet and text of the document as signed. The counter's row is touched after everything else is
    read.
    """
    template, given, code = template_of(document, day), values(document, "", day), token_urlsafe(12)
    serial, number = take_serial(document.org, document.rules.series, day)
    sheet = filled(template, {**given, "number": number}, code=code)
    text = words_of(sheet)
    return {
        "serial": serial,
        "number": number,
        "doc_date": day,
        "frozen_text": text,
        "text_sha256": digest(text),
        "frozen_sheet": asdict(sheet),
        "verification_code": code,
    }
