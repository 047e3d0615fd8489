"""A matter before several authorities at once (联席): opened, joined, waived, concluded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from casework.errors import Refused, StepRefused
from casework.numbering import take_number
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Authority, Officer
from referrals.actions.union import refer, source_for
from referrals.joint_workflow import JOINT
from referrals.models import JointMatter, JointSeat, Referral, ReferralKind

SHARED = ("subject", "facts", "legal_ground", "consent_on", "urgent")


@one_transaction
def open_joint(
    *,
    by: Officer,
    at: datetime,
    case: Any = None,
    order: Any = None,
    document: Any = None,
    subject: str,
    facts: str,
    legal_ground: str = "",
    consent_on: date | None = None,
    urgent: bool = False,
    seats: Sequence[dict[str, Any]],
) -> JointMatter:
    """Lay one matter before several authorities: a draft of a referral for each, to be completed with what its kind
    needs and approved one by one.

    Each seat names `kind`, `request`, and `authority` with `override_reason` for another office than the one in charge.
    Raises Refused, WrongDuty, DoesNotExist for a file out of scope.
    """
    source = source_for(by, case, order, document)
    joint = JointMatter(
        org=source.org, scope=source.scope, owner=by, subject=subject, facts=facts,
        case=case, order=order, document=document,
    )  # fmt: skip
    joint.number = take_number(source.org, "joint", Act(by, at).today)
    joint = JOINT.begin(joint, "open_joint", by=by, at=at)
    shared: dict[str, Any] = {"subject": subject, "facts": facts, "urgent": urgent}
    shared |= {"legal_ground": legal_ground, "consent_on": consent_on}
    for seat in seats:
        take_seat(joint, by=by, at=at, **shared, **seat)
    return joint


def take_seat(joint: JointMatter, *, by: Officer, at: datetime, kind: ReferralKind, request: str, **more: Any) -> None:
    """A new referral of the same source, with a place in the matter. Raises Refused for an authority seated already."""
    source = {joint.source_name: joint.source}
    referral = refer(by=by, at=at, kind=kind, request=request, **source, **more)
    if joint.seats.filter(referral__authority=referral.authority, referral__kind=kind).exists():
        words = {"authority": referral.authority, "kind": kind}
        raise Refused(_("%(authority)s is asked for “%(kind)s” already.") % words)
    joint.seats.create(referral=referral)


@one_transaction
def add_authority(
    joint: JointMatter,
    *,
    by: Officer,
    at: datetime,
    kind: ReferralKind,
    request: str,
    authority: Authority | None = None,
    override_reason: str = "",
) -> JointMatter:
    """One more authority, with the facts of the matter."""
    joint = JOINT.advance(joint, "add_authority", by=by, at=at)
    first = joint.seats.select_related("referral").first()
    same = {name: getattr(first.referral, name) for name in SHARED} if first else {}
    content = {"subject": joint.subject, "facts": joint.facts, **same}
    office = {"authority": authority, "override_reason": override_reason}
    take_seat(joint, by=by, at=at, kind=kind, request=request, **office, **content)
    return joint


@one_transaction
def join(joint: JointMatter, *, by: Officer, at: datetime, referral: Referral) -> JointMatter:
    """Give a referral of the same file its place in the matter."""
    joint = JOINT.advance(joint, "join", by=by, at=at, note=referral.number)
    mine = Referral.objects.visible_to(by).filter(**{joint.source_name: joint.source}, seat=None)
    if not mine.filter(pk=referral.pk).exists():
        raise StepRefused("join", _("This referral does not come from the same file, or has a place already."))
    joint.seats.create(referral=referral)
    return joint


@one_transaction
def waive(joint: JointMatter, *, by: Officer, at: datetime, seat: JointSeat, reason: str) -> JointMatter:
    """Go on without the answer of one authority. Its referral and its clocks stay as they are."""
    joint = JOINT.advance(joint, "waive", by=by, at=at, note=f"{seat.referral.number}: {reason}")
    waived = joint.seats.filter(pk=seat.pk, waived_at=None)
    if not waived.update(waived_at=at, waived_by=by, waived_reason=reason):
        raise StepRefused("waive", _("This answer has been waived already."))
    return joint


@one_transaction
def close_joint(joint: JointMatter, *, by: Officer, at: datetime, conclusion: str) -> JointMatter:
    """Every authority has answered or was waived; what came of it."""
    return JOINT.advance(joint, "close_joint", by=by, at=at, conclusion=conclusion, closed_on=Act(by, at).today)


@one_transaction
def show_names(joint: JointMatter, *, by: Officer, at: datetime, reason: str) -> JointMatter:
    """Print the page for the meeting with names in full: recorded with person, time and reason."""
    locked: JointMatter = JointMatter.objects.visible_to(by).select_for_update(of=("self",)).get(pk=joint.pk)
    JOINT.record(locked, "show_names", act=Act(by, at), note=reason)
    return locked
