"""Query codes: whoever calls can follow the matter without a name."""

from __future__ import annotations

from datetime import datetime

from casework.transactions import one_transaction
from hotline.models import CallRecord
from hotline.progress import hash_of, new_secret
from hotline.workflow import CALLS
from organizations.models import Officer


@one_transaction
def issue_code(call: CallRecord, *, by: Officer, at: datetime) -> CallRecord:
    """A fresh six-digit secret, in clear only on the returned call as `fresh_code`; an earlier one ends with it."""
    secret = new_secret()
    call = CALLS.advance(call, "issue_code", by=by, at=at, code_hash=hash_of(call.pk, secret))
    call.fresh_code = secret
    return call
