"""What a worker writes on the public page: a request nobody has checked, until somebody of the hotline takes it on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.deadlines import policy
from casework.employers import learn_name
from casework.errors import Refused
from casework.numbering import take_number
from casework.transactions import one_transaction
from casework.workflow import Act
from hotline.actions import incidents
from hotline.actions.calls import known_employer
from hotline.actions.codes import issue_code
from hotline.models import CallRecord
from hotline.workflow import CALLS
from organizations.models import Officer, UnionOrg


@one_transaction
def hand_in(*, at: datetime, org: UnionOrg, **said: Any) -> CallRecord:
    """Keep a request from the public page for the hotline of the union. The call returned carries a fresh query code.

    Sent twice it is kept once: raises Refused. Nothing of it reaches the register of employers, and no incident is
    proposed, before somebody has spoken with the worker: anybody may write anything here.
    """
    by, today = Officer.objects.system(), timezone.localdate(at)
    waiting = CallRecord.objects.unverified().from_phone(said["caller_phone"])
    if waiting.filter(facts=said["facts"]).exists():
        raise Refused(_("This has been handed in already; the hotline will call you."))
    call = CallRecord(org=org, scope=org.path, channel=CallRecord.Channel.WEB, started_at=at, **said)
    call.handled_by = call.entered_by = by
    CALLS.check("hand_in", call, Act(by, at))
    call.notice_version = policy("privacy_notice_version", call, today)
    call.number = take_number(org, "call", today)
    return issue_code(CALLS.begin(call, "hand_in", by=by, at=at), by=by, at=at)


@one_transaction
def take_on(call: CallRecord, *, by: Officer, at: datetime, **corrected: Any) -> CallRecord:
    """Somebody has spoken with the worker and put right what was written: from now on it is a call like any other."""
    call = CALLS.advance(call, "take_on", by=by, at=at, handled_by=by, **corrected)
    call.employer = known_employer(call)
    call.save(update_fields=["employer", "employer_name"])
    if call.employer:
        learn_name(call.employer, call.employer_name, by=by, at=at)
    incidents.consider(call, by=by, at=at)
    return call
