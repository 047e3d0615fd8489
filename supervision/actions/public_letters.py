"""Public letters to the employers of several areas and trades: one act, one letter and one number for each.

A letter that cannot be done does not keep back the others: it is listed with the reason.

Documents are held before their matter, in the order of their keys, here as in every step on a single one: whoever ends
the last document closes the matter behind it, so the other way round two people could wait for each other for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from casework.errors import Refused
from casework.transactions import one_transaction
from organizations.models import Officer
from supervision.actions.drafting import create_document, submit
from supervision.actions.service import publish
from supervision.actions.signing import approve
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.workflow import MATTERS

Audience = SupervisionDocument.Audience
Kind = SupervisionDocument.Kind
Act = Callable[[], SupervisionDocument]


@one_transaction
def draft_letters(
    matter: SupervisionMatter, *, by: Officer, at: datetime, addressees: list[str], no_conflict: bool, **typed: Any
) -> SupervisionMatter:
    """Draft and hand in the same letter to the employers of each area and trade."""
    matter = MATTERS.advance(matter, "draft_letters", by=by, at=at)

    def draft(addressee: str) -> SupervisionDocument:
        document = create_document(
            matter,
            by=by,
            at=at,
            kind=Kind.REMINDER_LETTER,
            audience=Audience.PUBLIC,
            public_addressee=addressee,
            **typed,
        )
        return submit(document, by=by, at=at, no_conflict=no_conflict)

    acts = ((addressee, None, lambda who=addressee: draft(who)) for addressee in addressees)
    keep_lines(matter, "draft_letters", acts, by=by, at=at)
    return matter


@one_transaction
def sign_letters(
    matter: SupervisionMatter, *, by: Officer, at: datetime, approved_on: date | None = None
) -> SupervisionMatter:
    """Sign every public letter of the matter that waits for it; each takes the next number of its series."""
    letters = held(matter, "in_review", by)
    matter = MATTERS.advance(matter, "sign_letters", by=by, at=at)
    each(letters, matter, "sign_letters", lambda d: approve(d, by=by, at=at, approved_on=approved_on), by=by, at=at)
    return matter


@one_transaction
def publish_letters(
    matter: SupervisionMatter, *, by: Officer, at: datetime, publication: str, published_on: date | None = None
) -> SupervisionMatter:
    """Publish every signed public letter of the matter, in one place on one day."""
    letters = held(matter, "approved", by)
    matter = MATTERS.advance(matter, "publish_letters", by=by, at=at)

    def out(document: SupervisionDocument) -> SupervisionDocument:
        return publish(document, by=by, at=at, publication=publication, published_on=published_on)

    each(letters, matter, "publish_letters", out, by=by, at=at)
    matter.refresh_from_db()  # the last letter closes it
    return matter


def held(matter: SupervisionMatter, state: str, by: Officer) -> list[SupervisionDocument]:
    """The public letters of a matter that are in this state, in their order, until the transaction ends."""
    rows = SupervisionDocument.objects.visible_to(by).filter(matter=matter, audience=Audience.PUBLIC, state=state)
    return list(rows.select_for_update(of=("self",)).order_by("pk"))


def each(
    letters: list[SupervisionDocument],
    matter: SupervisionMatter,
    verb: str,
    act: Callable[[SupervisionDocument], SupervisionDocument],
    *,
    by: Officer,
    at: datetime,
) -> None:
    """Do the same to all of them, in their order."""
    acts = ((row.public_addressee, row, lambda row=row: act(row)) for row in letters)
    keep_lines(matter, verb, acts, by=by, at=at)


def keep_lines(
    matter: SupervisionMatter,
    verb: str,
    acts: Iterable[tuple[str, SupervisionDocument | None, Act]],
    *,
    by: Officer,
    at: datetime,
) -> None:
    """One line for each letter. What is refused is undone alone, so that it takes no number either."""
    for addressee, document, act in acts:
        done, reason = attempt(act)
        line = {"addressee": addressee, "document": done or document, "reason": reason}
        matter.batch_lines.create(verb=verb, by=by, at=at, **line)


def attempt(act: Act) -> tuple[SupervisionDocument | None, str]:
    """The document, or why not."""
    try:
        with transaction.atomic():
            return act(), ""
    except Refused as refused:
        return None, " ".join(refused.reasons)
