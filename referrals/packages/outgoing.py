"""The package that is carried to an authority: the message, the cover letter and the papers, under its key."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any

from django.utils import timezone

from casework.attachments import stored
from casework.documents.pdf import NotPrintable
from casework.errors import Refused
from referrals.causes import Cause
from referrals.models import Delivery, Referral
from referrals.packages.sealed import as_json, pack
from referrals.papers.cover import cover_of


class Unpackable(Refused):
    """The package cannot be made."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(str(cause.label))
        self.cause = cause


def package_of(delivery: Delivery) -> bytes:
    """Byte for byte the same whenever it is made. Raises Unpackable."""
    reach = getattr(delivery.referral.authority, "reach", None)
    if reach is None or not reach.package_key:
        raise Unpackable(Cause.NO_KEY)
    try:
        files = files_of(delivery)
    except NotPrintable as error:
        raise Unpackable(Cause.NOT_PRINTABLE) from error
    except FileNotFoundError as error:
        raise Unpackable(Cause.PAPER_MISSING) from error
    return pack(about(delivery), files, reach.package_key)


def about(delivery: Delivery) -> dict[str, Any]:
    referral = delivery.referral
    return {
        "kind": "referral",
        "id": str(delivery.message_id),
        "number": referral.number,
        "from": referral.org.name,
        "to": referral.authority.name,
        "made_at": delivery.queued_at.isoformat(),
    }


def files_of(delivery: Delivery) -> dict[str, bytes]:
    referral = delivery.referral
    papers = papers_of(referral, delivery)
    body = {**content(delivery), "outcomes": referral.kind.outcomes, "files": [name for name, _paper in papers]}
    return {
        "referral.json": as_json(body),
        "letter.pdf": cover_of(referral, timezone.localdate(delivery.queued_at)),
        **{name: stored(paper.blob.sha256).read_bytes() for name, paper in papers},
    }


def content(delivery: Delivery) -> dict[str, Any]:
    """The message as it was fixed when it was queued."""
    found: dict[str, Any] = json.loads(delivery.payload)["data"]
    return found


def papers_of(referral: Referral, delivery: Delivery) -> list[tuple[str, Any]]:
    """The papers that were there when it was queued, under names no file system stumbles over."""
    papers = referral.attachments.filter(at__lte=delivery.queued_at).select_related("blob")
    return [(f"papers/{n:02}{PurePath(paper.title).suffix.lower()}", paper) for n, paper in enumerate(papers, 1)]
