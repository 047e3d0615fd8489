"""The union's answers to what an authority has sent, on the way they can take."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from casework.workflow import Act
from organizations.models import Officer
from referrals.actions.delivery import notify
from referrals.models import Referral
from referrals.workflow import WORKFLOW

ENDS = {"result", "returned"}


def tell_sender(referral: Referral, matter: str, *, at: datetime, papers: bool = False, **told: Any) -> None:
    """By the outbox to the sender's system; on a desk here it stands already, and paper is carried by a person.

    The number is the sender's own, by which it knows the matter.
    """
    if referral.channel == Referral.Channel.HTTP:
        told = {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}
        data = {"number": referral.external_no, "union_no": referral.number, **told}
        notify(referral, f"referral.{matter}", {**data, **(papers_of(referral) if papers else {})}, at=at)
    elif referral.channel == Referral.Channel.DESK and matter in ENDS:
        handed_over(referral, at=at)


def papers_of(referral: Referral) -> dict[str, Any]:
    """The papers of the answer by name and digest. The sender's system fetches them (papers_api)."""
    rows = referral.attachments.exclude(by__authority=referral.authority_id).select_related("blob")
    return {"papers": [{"title": p.title, "sha256": p.blob.sha256, "size": p.blob.size} for p in rows]}


def handed_over(referral: Referral, *, at: datetime) -> None:
    """The answer has reached the sender: what it was about is at its end."""
    system = Officer.objects.system()
    WORKFLOW.advance(referral, "hand_back", by=system, at=at, closed_on=Act(system, at).today)
