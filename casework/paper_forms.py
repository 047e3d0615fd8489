"""Verbs on blank paper forms: printed with a range of numbers, entered once each, or void."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from casework.errors import Refused
from casework.models import PaperBatch, PaperForm
from casework.numbering import take_numbers
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer, UnionOrg

MOST = 200  # sheets at once


@one_transaction
def draw(*, by: Officer, at: datetime, kind: str, count: int) -> PaperBatch:
    """The next numbers of the office, kept for paper from now on. Raises Refused for an officer of no union office."""
    if by.org is None or not 1 <= count <= MOST:
        raise Refused(_("From 1 to %(most)d forms are printed at once.") % {"most": MOST})
    numbers = take_numbers(f"paper_{kind}", [(by.org, Act(by, at).today)] * count)
    batch = PaperBatch.objects.create(
        org=by.org, kind=kind, first=numbers[0], last=numbers[-1], drawn_by=by, drawn_at=at
    )
    PaperForm.objects.bulk_create([PaperForm(batch=batch, org=by.org, number=number) for number in numbers])
    return batch


def enter(org: UnionOrg, kind: str, number: str, *, by: Officer, at: datetime) -> None:
    """Part of the verb that enters what was written on paper. Raises Refused for a number not printed here for this,
    entered already, or void.
    """
    if not PaperForm.objects.enter(org, kind, number, by=by, at=at):
        raise Refused(why_not(org, number))


def why_not(org: UnionOrg, number: str) -> str:
    form = PaperForm.objects.numbered(org, number).first()
    words = {"number": number}
    if form is None:
        return _("No paper form with the number %(number)s was printed here.") % words
    if form.entered_at:
        return _("The paper form %(number)s was entered already.") % words
    if form.spoiled_at:
        return _("The paper form %(number)s is void.") % words
    return _("The paper form %(number)s is for something else.") % words


@one_transaction
def spoil(batch: PaperBatch, *, by: Officer, at: datetime, number: str, reason: str) -> None:
    """A sheet that was spoiled or lost: its number is never entered. Raises Refused."""
    blank = PaperForm.objects.numbered(batch.org, number).blank().filter(batch=batch)
    if not blank.update(spoiled_at=at, spoiled_reason=reason):
        raise Refused(why_not(batch.org, number))
