"""What authorities lay before the union, by the verbs and by signed messages."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from uuid import uuid4

from django.utils import timezone
from standardwebhooks import Webhook

from casework.models import Category
from organizations.models import Authority, Officer
from referrals import actions
from referrals.models import Endpoint, Referral, ReferralKind
from tests.factories.organizations import UserFactory
from tests.factories.referrals import details_of, officer, partner

ADDRESS = "/api/v1/referrals/incoming/"
WORKER = {"name": "岩温", "id_number": "", "phone": "13900001234", "address": "勐腊镇"}
EMPLOYER = {"name": "勐腊县甲建筑有限公司", "uscc": "", "phone": "", "address": "勐腊镇"}


def came_in(
    kind: str = "court_assign",
    region: str = "532923",
    *,
    at: dt.datetime | None = None,
    by: Officer | None = None,
    **more: Any,
) -> Referral:
    """An incoming referral, entered by an officer of the authority of the place."""
    row = ReferralKind.objects.get(pk=kind)
    at = at or timezone.now()
    sender = Authority.objects.get(kind=row.authority_kind, region=region)
    words = {
        "received_on": timezone.localdate(at), "external_no": f"（2025）云民诉前调{uuid4().int % 10**6}号",
        "subject": "劳动报酬纠纷", "facts": "三名职工主张劳动报酬。", "applicants": [WORKER], "respondents": [EMPLOYER],
        "amount": "58000.00", "details": details_of(row),
    }  # fmt: skip
    return actions.receive(by=by or partner(sender), at=at, kind=row, **{**words, **more})


def endpoint_of(authority: Authority) -> Endpoint:
    """The line to the authority's system, agreed on by two administrators."""
    found = Endpoint.objects.filter(authority=authority).first()
    return found or Endpoint.objects.create(
        authority=authority,
        address=f"https://partner-{authority.pk}.example/heyi",
        entered_by=UserFactory(),
        confirmed_by=UserFactory(),
    )


def signed(
    kind: str, data: dict[str, Any], secret: str, *, number: str = "", at: dt.datetime | None = None
) -> dict[str, Any]:
    """Body and headers as a partner sends them."""
    at, number = at or timezone.now(), number or uuid4().hex
    body = json.dumps({"type": kind, "timestamp": "2026-07-01T10:00:00+08:00", "data": data}, ensure_ascii=False)
    stamp = at.astimezone(dt.UTC)
    headers = {
        "webhook-id": number,
        "webhook-timestamp": str(int(stamp.timestamp())),
        "webhook-signature": Webhook(secret).sign(number, stamp, body),
    }
    return {"data": body.encode(), "headers": headers, "content_type": "application/json"}


def opened(referral: Referral, *, at: dt.datetime, by: Officer | None = None) -> Referral:
    """A dispute case opened from it."""
    category = Category.objects.in_use(timezone.localdate(at)).first()
    return actions.open_case(
        referral, by=by or officer("case_officer", referral.org.region_id), at=at, category=category
    )
