"""Papers a message has named by their hash, for the authority's system that got the message."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from casework.deadlines import policy_in
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Authority
from referrals.models import Delivery, Referral, ReferralAttachment
from referrals.offices import office_itself
from referrals.workflow import WORKFLOW

DAYS = "referral_paper_days"


class NotKept(Exception):
    """The paper was shared once and is not handed out any more: the matter was recalled, or too long has passed."""


@one_transaction
def hand_out(authority: Authority, number: str, sha256: str, *, at: datetime) -> ReferralAttachment | None:
    """A paper that a message to this authority has named, under the number it knows; None for anything else.

    Who took it, and when, stays in the history. Raises NotKept.
    """
    told = naming(authority, number, sha256)
    if told is None:
        return None
    referral = told.referral
    lasts = timedelta(days=policy_in(DAYS, authority.region, timezone.localdate(at)))
    if referral.state == Referral.State.RECALLED or at > told.queued_at + lasts:
        raise NotKept
    found: ReferralAttachment | None = referral.attachments.filter(blob__sha256=sha256).select_related("blob").first()
    if found:
        WORKFLOW.record(referral, "fetch_paper", act=Act(office_itself(authority), at), note=sha256[:12])
    return found


def naming(authority: Authority, number: str, sha256: str) -> Delivery | None:
    """The last message sent to this authority about the number that names the paper. One just being sent counts."""
    known = models.Q(referral__direction="outgoing", referral__number=number)
    known |= models.Q(referral__direction="incoming", referral__external_no=number)
    rows = Delivery.objects.filter(known, authority=authority, attempts__gt=0, channel=Referral.Channel.HTTP)
    rows = rows.select_related("referral").order_by("-pk")
    return next((row for row in rows if sha256 in named_in(row)), None)


def named_in(delivery: Delivery) -> set[str]:
    told: dict[str, Any] = json.loads(delivery.body)["data"]
    return {paper["sha256"] for paper in told.get("papers", [])}
