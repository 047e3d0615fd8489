"""The life of a link to one matter: a code for it, opened, wanted again, sent anew, withdrawn."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer
from referrals.actions.delivery import notify
from referrals.links import fits, new_code, newest
from referrals.models import Delivery, MatterLink, Referral
from referrals.offices import office_itself
from referrals.workflow import WORKFLOW

OPEN_FOR = timedelta(hours=2)  # of one browser after the code


@one_transaction
def give_code(referral: Referral, *, by: Officer, at: datetime) -> Referral:
    """A code to be read out or sent apart. It stands in `fresh_code` of the answer and nowhere else."""
    referral = WORKFLOW.advance(referral, "give_code", by=by, at=at)
    link = newest(referral)
    assert link  # the guard has looked
    referral.fresh_code = new_code(link)
    return referral


def open_link(link: MatterLink, code: str, *, at: datetime, tries: int) -> bool:
    """Whether the code opens the matter. Each try counts before it is looked at, and a code opens once.

    Not one transaction: a wrong code must stay counted.
    """
    if not link.is_open(at) or not MatterLink.objects.count_try(link.pk, tries) or not fits(link, code):
        return False
    with transaction.atomic():
        used = MatterLink.objects.filter(pk=link.pk, code_hash=link.code_hash)
        if not used.update(code_hash="", tries=0, opened_at=at):
            return False
        WORKFLOW.record(link.referral, "open_link", act=Act(office_itself(link.referral.authority), at))
    return True


@one_transaction
def want_link(link: MatterLink, *, at: datetime) -> None:
    """The authority asks for a new link. The union decides; asking again changes nothing."""
    if MatterLink.objects.filter(pk=link.pk, wanted_at=None).update(wanted_at=at):
        WORKFLOW.record(link.referral, "want_link", act=Act(office_itself(link.referral.authority), at))


@one_transaction
def resend_link(referral: Referral, *, by: Officer, at: datetime) -> Referral:
    """A new link by the outbox; the old one ends."""
    referral = WORKFLOW.advance(referral, "resend_link", by=by, at=at)
    revoke_links(referral, at=at)
    referral.deliveries.parked().update(cancelled_at=at, parked_at=None, parked_reason="", lease=None)
    notify(referral, Delivery.Matter.LINK, {"number": referral.number}, at=at)
    return referral


def revoke_links(referral: Referral, *, at: datetime) -> None:
    """Part of a verb: no link leads to the matter any more."""
    referral.links.unrevoked().update(revoked_at=at)
