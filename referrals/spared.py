"""Papers no file names yet that are needed all the same."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from referrals.actions.messages import data_of
from referrals.enclosures import titles_in
from referrals.models import IncomingMessage


def papers() -> set[str]:
    """Those of messages that wait for an earlier one: they are named only in the sealed text."""
    found: set[str] = set()
    for message in IncomingMessage.objects.waiting().iterator():
        try:
            found.update(titles_in(data_of(message)))
        except ValidationError:  # it names none rightly, and will be refused in its turn
            continue
    return found
