"""Review and signature: the number is taken and the text frozen in the step that signs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from secrets import token_urlsafe

from django.db import transaction

from casework.numbering import take_number
from casework.workflow import Act, lock
from organizations.models import Officer
from supervision.models import SupervisionDocument
from supervision.printing.sheets import filled, template_of
from supervision.printing.text import digest, words_of
from supervision.printing.values import values
from supervision.workflow import DOCUMENTS


@transaction.atomic
def endorse(document: SupervisionDocument, *, by: Officer, at: datetime) -> SupervisionDocument:
    """The committee has no objection: the document waits for its signature."""
    return DOCUMENTS.advance(document, "endorse", by=by, at=at, endorsed_by=by)


@transaction.atomic
def return_for_revision(
    document: SupervisionDocument, *, by: Officer, at: datetime, reason: str
) -> SupervisionDocument:
    """Back to the drafter, with the reason."""
    return DOCUMENTS.advance(document, "return_for_revision", by=by, at=at, note=reason, endorsed_by=None)


@transaction.atomic
def approve(
    document: SupervisionDocument, *, by: Officer, at: datetime, approved_on: date | None = None
) -> SupervisionDocument:
    """Sign: the next number of the union's series, the date, and from now on this text and no other.

    The number belongs to the transaction: when anything fails it is given back, so the series has no gap.
    Raises WrongDuty, StepRefused (also for whoever drafted it).
    """
    act = Act(by, at)
    day = approved_on or act.today
    locked: SupervisionDocument = lock(document, by)
    DOCUMENTS.check("approve", locked, act)
    template, given, code = template_of(locked, day), values(locked, "", day), token_urlsafe(12)
    number = take_number(locked.org, locked.rules.series, day)
    sheet = filled(template, {**given, "number": number}, code=code)
    text = words_of(sheet)
    return DOCUMENTS.advance(
        locked,
        "approve",
        by=by,
        at=at,
        number=number,
        doc_date=day,
        approved_by=by,
        frozen_text=text,
        text_sha256=digest(text),
        frozen_sheet=asdict(sheet),
        verification_code=code,
    )
