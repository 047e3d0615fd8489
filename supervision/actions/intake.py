"""A complaint is taken on or declined, and who has an interest in the matter withdraws."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from casework import deadlines
from casework.actions import keep_papers
from casework.errors import Refused
from casework.models import Blob
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer
from supervision.matter_guards import DECIDE
from supervision.models import SupervisionMatter
from supervision.workflow import MATTERS

Papers = list[tuple[str, Blob]]


@one_transaction
def accept_complaint(matter: SupervisionMatter, *, by: Officer, at: datetime, note: str = "") -> SupervisionMatter:
    """Take the complaint on. The clock of the notice of refusal stops. Raises StepRefused, WrongDuty."""
    matter = MATTERS.advance(matter, "accept_complaint", by=by, at=at, note=note)
    taken_up(matter, Act(by, at).today)
    return matter


def taken_up(matter: SupervisionMatter, on: date) -> None:
    """Whoever drafts or investigates has accepted the complaint. Part of those steps."""
    if matter.source == SupervisionMatter.Source.COMPLAINT:
        deadlines.meet(matter, DECIDE, on)


@one_transaction
def decline_complaint(
    matter: SupervisionMatter, *, by: Officer, at: datetime, decline_ground: str, reason: str
) -> SupervisionMatter:
    """Not accepted: outside the scope, or already before an authority, arbitration or a court.

    The clock goes on until the worker was told in writing, within five working days of the complaint (after
    Zhejiang supervision regulation art. 17; a rule of the federation). Raises StepRefused, WrongDuty.
    """
    return MATTERS.advance(matter, "decline_complaint", by=by, at=at, note=reason, decline_ground=decline_ground)


@one_transaction
def give_notice(
    matter: SupervisionMatter, *, by: Officer, at: datetime, notified_on: date, papers: Papers
) -> SupervisionMatter:
    """The worker has the written notice: the matter ends, and the clock stops, late or not."""
    matter = MATTERS.advance(
        matter,
        "give_notice",
        by=by,
        at=at,
        outcome=SupervisionMatter.Outcome.DECLINED,
        closed_on=notified_on,
        notified_on=notified_on,
    )
    keep_papers(matter, papers, by=by, at=at)
    deadlines.meet_all(matter, notified_on)
    return matter


@one_transaction
def declare_interest(
    matter: SupervisionMatter, *, by: Officer, at: datetime, person: Officer, interest: str
) -> SupervisionMatter:
    """Keep on record that somebody withdraws: from now on the person takes no step in the matter, in any duty.

    Raises Refused when it is on record already.
    """
    matter = MATTERS.advance(matter, "declare_interest", by=by, at=at)
    if person.user_id in matter.recused:
        raise Refused(_("%(name)s has withdrawn from this matter already.") % {"name": person.name})
    assert person.user
    matter.recusals.create(person=person.user, interest=interest, by=by, at=at)
    return matter
