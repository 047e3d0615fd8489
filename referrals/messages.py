"""What an authority is told: fixed at the moment of queueing, the same on every attempt."""

from __future__ import annotations

from typing import Any

from referrals.models import Referral


def body_of(referral: Referral) -> dict[str, Any]:
    """Only what is shared: of the file the chosen items that its kind allows, and no link to the file itself.

    The number is the idempotency key of the receiver.
    """
    return {
        "number": referral.number,
        "kind": referral.kind_id,
        "from": referral.org.name,
        "to": referral.authority.name,
        "subject": referral.subject,
        "facts": referral.facts,
        "request": referral.request,
        "act": referral.act,
        "details": referral.details,
        "special_groups": referral.special_groups,
        "data": referral.passed_data,
        "legal_ground": referral.legal_ground,
        "legal_basis": referral.legal_basis,
        "urgent": referral.urgent,
        "papers": [
            {"title": paper.title, "sha256": paper.blob.sha256, "size": paper.blob.size}
            for paper in referral.attachments.select_related("blob")
        ],
    }
