"""What may be done to an entry of the register: one table for the pages and the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casework.employers import KEEPERS, correct
from casework.forms import ReasonForm
from casework.joining import JOINERS, merge, split
from casework.models import Employer
from casework.verbs import Action, Verb, perform
from desk.forms import CorrectForm, MergeForm
from organizations.models import Duty, Officer


@dataclass(frozen=True)
class RegisterVerb:
    """`for_joined`: whether it is for entries that are joined to another one, or for those that stand."""

    verb: Verb
    label: str | Promise
    duties: set[Duty]
    for_joined: bool = False

    @property
    def form(self) -> Any:
        return self.verb.form

    @property
    def action(self) -> Action:
        return self.verb.action


VERBS = {
    "correct": RegisterVerb(Verb("correct", correct, CorrectForm), _("Correct the entry"), KEEPERS),
    "merge": RegisterVerb(Verb("merge", merge, MergeForm), _("Join to another entry"), JOINERS),
    "split": RegisterVerb(Verb("split", split, ReasonForm), _("Separate again"), JOINERS, for_joined=True),
}


def offers(by: Officer, employer: Employer) -> list[tuple[str, Any]]:
    """The verbs open to this officer for the entry, with their labels."""
    joined = employer.merged_into_id is not None
    return [(name, row.label) for name, row in VERBS.items() if by.duty in row.duties and row.for_joined == joined]


def take(
    chosen: RegisterVerb, employer: Employer, *, by: Officer, at: datetime, version: int | None, **typed: Any
) -> Employer:
    """Do it. Joins bring their own order of locks, and say themselves what changed meanwhile.

    Raises StaleFile, Refused, WrongDuty.
    """
    if chosen.verb.name == "correct":
        done: Employer = perform(chosen.verb, employer, by=by, at=at, version=version, **typed)
    else:
        done = chosen.action(employer, by=by, at=at, **typed)
    return done
