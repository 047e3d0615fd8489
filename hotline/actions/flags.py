"""Flags of a caller. The row goes; that it was set and ended stays in the history of the call."""

from __future__ import annotations

from datetime import date, datetime

from casework.transactions import one_transaction
from hotline.models import CallerFlag, CallRecord
from hotline.workflow import CALLS
from organizations.models import Officer


@one_transaction
def flag_caller(
    call: CallRecord, *, by: Officer, at: datetime, kind: str, until: date, reason: str, text: str = ""
) -> CallRecord:
    """Tell colleagues something about this caller until a day. Recognised by number and person, so not anonymous."""
    note = f"{CallerFlag.Kind(kind).label} · {until} · {reason}"
    call = CALLS.advance(call, "flag_caller", by=by, at=at, note=note)
    keys = {"phone": call.caller_phone, "id_number": call.caller_id_number}
    CallerFlag.objects.create(call=call, scope=call.scope, kind=kind, until=until, note=text, set_at=at, by=by, **keys)
    return call


@one_transaction
def end_flag(call: CallRecord, *, by: Officer, at: datetime, flag: CallerFlag, reason: str) -> CallRecord:
    """It is not true any more, or never was."""
    call = CALLS.advance(call, "end_flag", by=by, at=at, note=f"{flag} · {reason}")
    call.flags.filter(pk=flag.pk).delete()
    return call


@one_transaction
def expire_flag(call: CallRecord, *, by: Officer, at: datetime, flag: CallerFlag) -> CallRecord:
    """Its last day is over (Personal Information Protection Law art. 19: kept no longer than needed)."""
    call = CALLS.advance(call, "expire_flag", by=by, at=at, note=f"{flag} · {flag.until}")
    call.flags.filter(pk=flag.pk).delete()
    return call
